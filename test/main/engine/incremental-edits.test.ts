import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfBody } from '../../../main/platform/encode-order.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { LedgerEntry, OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import type { StoredEdit } from '../../../main/ports.ts';
import type { Batch } from '../../../main/engine/batch.ts';
import type { TestCell } from '../../support/table.ts';
import { checkOf, documentHeadings, openRows, orderRow, testNow } from '../../support/batch.ts';

/** Texts that change grouping, kinds of rows, readings of columns and checks. */
const texts: Readonly<Record<number, readonly string[]>> = {
  0: ['1', '2', '3', '01', '#2', 'A-7', '', 'Jami', 'NAMUNA', 'order_id'],
  1: ['25.11.2026 14:00', '12/25/2026', '25/12/2026', '03/04/2026 10:00', '', 'ertaga', '20.11.2026 10:00'],
  2: ['Karimova Aziza', 'Olimov Anvar', '', 'Jami'],
  3: ['+998901234567', '901234567', '12', ''],
  4: ['Navoiy 5', ''],
  5: ['Buxoro viloyati', 'Toshkent', 'Тошкентт', ''],
  6: ['Uzbekistan', 'Узбекистан', 'Kazakhstan', ''],
  7: ['Buxoro', 'Chirchiq', ''],
  8: ['200100', '100200', ''],
  9: ['17', '18', 'SKU-1', ''],
  10: ['170', ''],
  11: ['1', '2', '0', '', '2000'],
  12: ['50000', '5000', '0', '', 'x'],
  13: ['5000', '0', '', '60000'],
  14: ['45000', '95000', '', '50000'],
  15: ['1', '5', '6', 'bekor', 'оплачен', ''],
};
const columns = Object.keys(texts).map(Number);
const headings = [...documentHeadings, 'fulfillment_status'];
const rowCount = 8;
const merged = [
  { firstRow: 3, lastRow: 5, firstColumn: 0, lastColumn: 0 },
  { firstRow: 6, lastRow: 8, firstColumn: 5, lastColumn: 5 },
];

const cellText = (column: number) => fc.constantFrom(...(texts[column] ?? ['']));
const anyRow = fc.tuple(...columns.map(cellText));
const soundRow = fc.constantFrom('1', '2', '3').map((id) => [...orderRow({ order_id: id, client_product_id: id }), '']);
const anyRows = fc.array(fc.oneof(soundRow, anyRow), { minLength: rowCount, maxLength: rowCount });
/** Numbers that rows may get that a person adds: the first ones beyond the file's. */
const addedNumbers = [rowCount + 2, rowCount + 3, rowCount + 4];
const anyNumber = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 2, max: rowCount + 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...addedNumbers) },
);
const place = fc.record({ row: anyNumber, column: fc.constantFrom(...columns) });
const anyCell = place.chain(({ row, column }) => cellText(column).map((text) => ({ row, column, text })));
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(anyCell, { minLength: 1, maxLength: 5 }).map((cells): Edit => ({ kind: 'cells', cells })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ rows: fc.array(anyNumber, { minLength: 1, maxLength: 3 }), out: fc.boolean() })
      .map((edit): Edit => ({ kind: 'leaveOut', ...edit })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        row: fc.constantFrom(...addedNumbers),
        cells: fc.array(
          fc.constantFrom(0, 0, 1, 5, 9, 11, 12).chain((column) => cellText(column).map((text) => ({ column, text }))),
          { maxLength: 4 },
        ),
      })
      .map((edit): Edit => ({ kind: 'addRow', ...edit })),
  },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...addedNumbers), { minLength: 1, maxLength: 2 })
      .map((rows): Edit => ({ kind: 'removeRows', rows })),
  },
);
const anyStep = fc.oneof(
  { weight: 5, arbitrary: anyEdit },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

/** Everything that can be seen of a batch, but for its version. */
function seen(batch: Batch) {
  const { version: _, canUndo: __, canRedo: ___, ...summary } = batch.summary();
  const window = batch.rows({ show: 'all', cause: null, search: '' }, 0, 100);
  return {
    summary,
    payloads: [...batch.payloads()],
    causes: batch.causes(),
    rows: window.rows,
    check: checkOf(batch),
    orders: window.rows.map(({ orderKey }) => (orderKey === null ? null : batch.order(orderKey))),
  };
}

/** Of the sound order 2 by itself: the refusal holds while the order has this content. */
const soundHash = hashOfBody(
  [...openRows([headings, [...orderRow({ order_id: '2', client_product_id: '2' }), '']]).payloads()][0] ?? '',
);

function open(rows: readonly (readonly TestCell[])[], edits: readonly StoredEdit[] = []): Batch {
  const taken: LedgerEntry = {
    orderId: 3,
    state: 'taken',
    bodyHash: null,
    batchId: 'other',
    fileName: 'kecha.xlsx',
    wmsId: null,
    at: testNow - 86_400_000,
  };
  const refused: OrderOutcome = {
    orderId: 2,
    state: 'rejected',
    bodyHash: soundHash,
    wmsId: null,
    proof: null,
    attempts: 1,
    sendAnyway: false,
    at: testNow,
    reasons: [{ code: 'wms.unknownProduct', params: {}, field: 'client_product_id', item: 0 }],
  };
  return openRows([headings, ...rows], {
    facts: { merged },
    input: { edits, now: testNow, sendHistory: { ledger: new Map([[3, taken]]), outcomes: new Map([[2, refused]]) } },
  });
}

describe('editing', () => {
  it('gives the same as applying the surviving edits to the file afresh, whatever was edited, undone and redone', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyStep, { maxLength: 12 }), (rows, steps) => {
        const batch = open(rows);
        const log: StoredEdit[] = [];
        // The list of problems is asked for, and the edits come while it is being made.
        const causes = batch.causesCooperatively();
        for (const step of steps) {
          causes.next();
          if (step === 'undo' || step === 'redo') {
            const result = step === 'undo' ? batch.undo() : batch.redo();
            if (!result.ok) throw new Error(result.error.code);
            const at = log.findIndex(({ sequence }) => sequence === result.value?.sequence);
            if (at >= 0) log[at] = { ...log[at]!, undone: step === 'undo' };
          } else {
            const result = batch.applyEdit(step);
            // A row that is not there, or is there already: nothing has happened.
            if (!result.ok && result.error.code === 'orders.editRow') continue;
            if (!result.ok) throw new Error(result.error.code);
            log.push({ sequence: result.value.sequence, edit: step, undone: false, at: 0 });
          }
        }
        const restored = open(rows, log);
        const surviving = open(
          rows,
          batch.edits.map((edit, at) => ({ sequence: at + 1, edit, undone: false, at: 0 })),
        );
        expect(seen(batch)).toEqual(seen(surviving));
        expect(seen(batch)).toEqual(seen(restored));
        expect([restored.summary().canUndo, restored.summary().canRedo]).toEqual([
          batch.summary().canUndo,
          batch.summary().canRedo,
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it('undoing everything gives the file as it was, and redoing everything what it had become', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (rows, edits) => {
        const batch = open(rows);
        const before = seen(batch);
        for (const edit of edits) batch.applyEdit(edit);
        const after = seen(batch);
        while (batch.summary().canUndo) batch.undo();
        expect(seen(batch)).toEqual(before);
        while (batch.summary().canRedo) batch.redo();
        expect(seen(batch)).toEqual(after);
      }),
      { numRuns: 100 },
    );
  });

  it('a new edit after an undo overtakes what was undone', () => {
    const batch = open([[...orderRow(), '']]);
    const name = (text: string) => batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 2, text }] });
    name('Birinchi');
    batch.undo();
    name('Ikkinchi');
    expect(batch.redo()).toEqual({ ok: true, value: null });
    expect(batch.edits).toHaveLength(1);
  });
});

describe('grouping', () => {
  it('puts every row that is not blank into exactly one order, or says why not', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const batch = open(rows);
        const shown = batch.rows({ show: 'all', cause: null, search: '' }, 0, 100).rows;
        const inOrders = new Map<number, number>();
        for (const key of new Set(shown.map(({ orderKey }) => orderKey))) {
          const order = key === null ? undefined : batch.order(key);
          if (order?.ok) for (const row of order.value.rows) inOrders.set(row, (inOrders.get(row) ?? 0) + 1);
        }
        for (const { row, orderKey, severity } of shown) {
          expect(inOrders.get(row) ?? 0).toBe(orderKey === null ? 0 : 1);
          if (orderKey === null) expect(severity).toBe('notice');
        }
        const { counts } = batch.summary();
        const { total, ...states } = counts;
        expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });

  it('every order is ready, or an error says why not', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const batch = open(rows);
        const fileError = batch.summary().fileIssues.some(({ severity }) => severity === 'error');
        const keys = new Set(
          batch.rows({ show: 'errors', cause: null, search: '' }, 0, 100).rows.map(({ orderKey }) => orderKey ?? ''),
        );
        for (const key of keys) {
          const order = batch.order(key);
          expect(fileError || (order.ok && order.value.issues.some(({ severity }) => severity === 'error'))).toBe(true);
        }
        expect([...batch.payloads()]).toHaveLength(batch.summary().counts.ready);
      }),
    );
  });

  it('is not changed by shuffling the rows: no order’s items, nor its values where all its rows agree', () => {
    const rowsWithIds = fc.array(
      fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('17', '18', '19'), fc.constantFrom('1', '2')),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        rowsWithIds.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const sheet = (list: typeof rows) =>
            openRows([
              documentHeadings,
              ...list.map(([order_id, client_product_id, quantity]) =>
                orderRow({ order_id, client_product_id, quantity }),
              ),
            ]);
          const content = (batch: Batch) =>
            [...batch.payloads()]
              .map((body) => JSON.parse(body) as { order_id: number; order_items: unknown[] })
              .map((request) => ({
                ...request,
                order_items: request.order_items.map((item) => JSON.stringify(item)).sort(),
              }))
              .sort((a, b) => a.order_id - b.order_id);
          expect(content(sheet(shuffled))).toEqual(content(sheet(rows)));
        },
      ),
    );
  });
});
