/** A file that came again, changed: which row is which, what changed, and which of the work on it still fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../main/engine/batch.ts';
import type { Edit } from '../../../../shared/domain/model/edits.ts';
import { compareVersions, type VersionComparison } from '../../../../shared/domain/versions/carry-over.ts';
import { isNewerVersionOfSameFile } from '../../../../shared/domain/versions/compare-rows.ts';
import type { TestCell } from '../../../support/table.ts';
import { documentHeadings, openRows, orderRow } from '../../../support/batch.ts';

const region = documentHeadings.indexOf('region');
const name = documentHeadings.indexOf('full_name');
const price = documentHeadings.indexOf('price');
type Rows = readonly (readonly TestCell[])[];

const cells = (...list: readonly (readonly [row: number, column: number, text: string])[]): Edit => ({
  kind: 'cells',
  cells: list.map(([row, column, text]) => ({ row, column, text })),
});
const out = (...rows: readonly number[]): Edit => ({ kind: 'leaveOut', rows: [...rows], out: true });
const row = (id: string, changes: Parameters<typeof orderRow>[0] = {}): TestCell[] =>
  orderRow({ order_id: id, full_name: `Mijoz ${id}`, phone: `+99890${id.padStart(7, '0')}`, ...changes });

function worked(rows: Rows, ...edits: readonly Edit[]): Batch {
  const batch = openRows([documentHeadings, ...rows]);
  for (const edit of edits) expect(batch.applyEdit(edit).ok).toBe(true);
  return batch;
}

function compare(earlier: Batch, later: Batch): VersionComparison {
  return compareVersions(earlier.editedVersion, later.editedVersion);
}

/** The later file after the work was carried over. */
function carried(earlier: Batch, later: Batch): Batch {
  for (const edit of compare(earlier, later).carriedOver.edits) expect(later.applyEdit(edit).ok).toBe(true);
  return later;
}

const texts = (batch: Batch) =>
  batch
    .rows({ show: 'all', cause: null, search: '' }, 0, 100)
    .rows.map(({ cells: shown, leftOut }) => ({ texts: shown.map(({ text }) => text), leftOut }));

describe('a file that came again', () => {
  it('is compared by order and content, wherever its rows stand now', () => {
    const earlier = worked([row('1'), row('2'), row('3'), row('4')]);
    const later = worked([row('9'), row('4'), row('1'), row('3', { region: 'Andijon viloyati' })]);
    const { changes } = compare(earlier, later);
    // Rows by index: the headings are row 0.
    expect(changes).toEqual({ added: [1], changed: [4], removed: [2], unchangedCount: 2 });
  });

  it('keeps the corrections whose cell holds what it held, and the rows that were left out', () => {
    const earlier = worked(
      [row('1', { region: 'Тошкентт' }), row('2', { region: 'Тошкентт' }), row('3')],
      cells([2, region, 'Toshkent shahri'], [3, region, 'Toshkent shahri']),
      out(4),
    );
    const later = worked([
      row('5'),
      row('3'),
      row('2', { region: 'Тошкентт', price: '70000' }),
      row('1', { region: 'Buxoro viloyati' }),
    ]);
    const { carriedOver } = compare(earlier, later);
    expect(carriedOver.edits).toEqual([cells([4, region, 'Toshkent shahri']), out(3)]);
    expect(carriedOver).toMatchObject({ cellCount: 1, leftOutRowCount: 1, changedLeftOutRowCount: 0 });
    expect(carriedOver.conflicts).toEqual([
      {
        work: 'cell',
        reason: 'changed',
        row: 2,
        orderId: '1',
        column: region,
        before: 'Тошкентт',
        after: 'Toshkent shahri',
        currentText: 'Buxoro viloyati',
        currentRow: 5,
      },
    ]);
  });

  it('says which corrections have no row or no column any more, and which rows left out are gone', () => {
    const earlier = worked(
      [row('1'), row('2'), row('3')],
      cells([2, name, 'Boshqa']),
      cells([4, name, 'Yana boshqa']),
      out(3),
    );
    const withoutNames = openRows(
      [documentHeadings, row('3')].map((line) => line.filter((_, column) => column !== name)),
    );
    expect(compare(earlier, withoutNames).carriedOver).toMatchObject({
      edits: [],
      conflicts: [
        { reason: 'rowGone', row: 2, column: name, after: 'Boshqa', currentText: null, currentRow: null },
        { reason: 'rowGone', row: 3, column: null },
        { reason: 'columnGone', row: 4, column: name, after: 'Yana boshqa', currentRow: 2 },
      ],
    });
  });

  it('says nothing of a correction that the file itself has now', () => {
    const earlier = worked([row('1', { region: 'Тошкентт' }), row('2')], cells([2, region, 'Toshkent shahri']));
    expect(compare(earlier, worked([row('1', { region: 'Toshkent shahri' }), row('2')])).carriedOver).toMatchObject({
      edits: [],
      conflicts: [],
    });
  });

  it('does not undo what was corrected in it already', () => {
    const earlier = worked([row('1'), row('2')], cells([2, name, 'Eski']));
    const later = worked([row('1'), row('2')], cells([2, name, 'Yangi']));
    expect(compare(earlier, later).carriedOver).toMatchObject({
      edits: [],
      conflicts: [{ reason: 'changed', currentText: 'Yangi' }],
    });
  });

  it('finds moved columns by their headings', () => {
    const earlier = worked([row('1'), row('2')], cells([2, name, 'Boshqa']));
    const moved = openRows([documentHeadings, row('1'), row('2')].map((line) => line.toReversed()));
    expect(compare(earlier, moved).carriedOver.edits).toEqual([
      cells([2, documentHeadings.length - 1 - name, 'Boshqa']),
    ]);
  });

  it('leaves the new row of an order that was left out as a whole out as well', () => {
    const earlier = worked([row('1'), row('2')], out(2));
    const later = worked([row('1'), row('1', { client_product_id: '99', quantity: '7' }), row('2')]);
    expect(compare(earlier, later).carriedOver).toMatchObject({
      edits: [out(2, 3)],
      leftOutRowCount: 2,
      changedLeftOutRowCount: 1,
    });
  });

  it('knows the items of an order apart by what they hold', () => {
    const item = (id: string, product: string): TestCell[] => row(id, { client_product_id: product });
    const earlier = worked([item('1', '17'), item('1', '18'), item('2', '17')], cells([3, price, '60000']));
    const later = worked([item('2', '17'), item('1', '18'), item('1', '19')]);
    expect(compare(earlier, later).carriedOver.edits).toEqual([cells([3, price, '60000'])]);
  });

  it('keeps a row that was added, unless its order has new rows in the file or is gone', () => {
    const add = (
      number: number,
      id: string,
      more: readonly (readonly [column: number, text: string])[] = [[9, '55']],
    ): Edit => ({
      kind: 'addRow',
      row: number,
      cells: [[0, id] as const, ...more].map(([column, text]) => ({ column, text })),
    });
    const earlier = worked(
      [row('1'), row('2'), row('3')],
      add(5, '1'),
      cells([5, price, '900']),
      add(6, '2'),
      add(7, '3'),
      add(8, '3'),
      { kind: 'removeRows', rows: [8] },
    );
    const later = worked([row('9'), row('1'), row('2'), row('2', { client_product_id: '55' })]);
    const { carriedOver } = compare(earlier, later);
    expect(carriedOver).toMatchObject({
      addedRowCount: 1,
      edits: [
        add(6, '1', [
          [9, '55'],
          [price, '900'],
        ]),
      ],
    });
    expect(carriedOver.conflicts).toMatchObject([
      { work: 'added', reason: 'changed', row: 6, orderId: '2', after: '2, 55' },
      { work: 'added', reason: 'rowGone', row: 7, orderId: '3' },
    ]);
    expect(compare(earlier, carried(earlier, later)).carriedOver).toMatchObject({
      addedRowCount: 0,
      conflicts: [{}, {}],
    });
    expect(texts(later).find(({ texts: shown }) => shown[price] === '900')?.texts[0]).toBe('1');
  });

  it('is another file where hardly a row is the same', () => {
    const earlier = worked([row('1'), row('2'), row('3'), row('4')]);
    const tomorrow = ['1', '2', '3'].map((id) =>
      orderRow({
        order_id: id,
        full_name: `Boshqa ${id}`,
        phone: `+99893${id}`,
        address: 'X',
        region: 'Navoiy viloyati',
        city: 'Zarafshon',
        zip: '1',
        client_product_id: '5',
        client_product_variation_id: '6',
        quantity: '9',
        price: '1',
        discount: '0',
        final_price: '1',
      }),
    );
    expect(isNewerVersionOfSameFile(compare(earlier, worked(tomorrow)).changes)).toBe(false);
    expect(isNewerVersionOfSameFile(compare(earlier, worked([row('1'), row('2'), row('7')])).changes)).toBe(true);
  });
});

const ids = ['1', '2', '3', '4', '5', '6', '7', '8'];
const anyText = fc.constantFrom('Toshkent shahri', 'Karimova', '', '70000', 'Тошкентт');
const anyColumn = fc.constantFrom(region, name, price);
const anyEdit = (rows: number) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.tuple(fc.integer({ min: 2, max: rows + 1 }), anyColumn, anyText), { minLength: 1, maxLength: 3 })
        .map((list) => cells(...list)),
    },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: rows + 1 }).map((number) => out(number)) },
  );
const anyRows = fc
  .array(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom('17', '18'), fc.constantFrom('Тошкентт', 'Buxoro viloyati')),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => list.map(([id, client_product_id, place]) => row(id, { client_product_id, region: place })));

describe('carrying over', () => {
  it('gives the work again where only rows were moved and added', () => {
    const anyFile = fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
      .chain((kept) =>
        fc.tuple(
          fc.constant(kept),
          fc.shuffledSubarray(kept, { minLength: kept.length }),
          fc.array(anyEdit(kept.length), { maxLength: 6 }),
          fc.uniqueArray(fc.constantFrom('101', '102', '103')),
        ),
      );
    fc.assert(
      fc.property(anyFile, ([kept, shuffled, edits, added]) => {
        const earlier = worked(
          kept.map((id) => row(id)),
          ...edits,
        );
        const later = carried(earlier, worked([...added, ...shuffled].map((id) => row(id))));
        const before = texts(earlier);
        const after = texts(later);
        for (const [at, id] of kept.entries()) expect(after[added.length + shuffled.indexOf(id)]).toEqual(before[at]);
        for (const at of added.keys()) expect(after[at]?.leftOut).toBe(false);
        expect(compare(earlier, later).carriedOver).toMatchObject({ edits: [], conflicts: [] });
      }),
    );
  });

  it('settles every correction in one way: it is carried, it is there already, or it is named', () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.array(anyEdit(rows.length), { maxLength: 6 }))),
        anyRows,
        ([rows, edits], laterRows) => {
          const earlier = worked(rows, ...edits);
          const later = worked(laterRows);
          const { rows: matched, carriedOver } = compare(earlier, later);
          const done = new Map<string, string>();
          for (const edit of carriedOver.edits)
            if (edit.kind === 'cells') for (const cell of edit.cells) done.set(`${cell.row} ${cell.column}`, cell.text);
          let carriedCells = 0;
          for (const { index, column, text } of earlier.editedVersion.table.overrides()) {
            const before = earlier.editedVersion.table.file.text(index, column);
            if (text === before) continue;
            const named = carriedOver.conflicts.filter(
              (conflict) => conflict.row === index + 1 && conflict.column === column,
            );
            const after = matched.laterRowByEarlier[index] ?? -1;
            if (after < 0) {
              expect(named).toMatchObject([{ reason: 'rowGone', before, after: text }]);
              continue;
            }
            // What is carried over goes to the same order, into a cell that holds what was corrected.
            const now = later.editedVersion.table.file.text(after, column);
            expect(matched.earlierRowByLater[after]).toBe(index);
            expect(later.editedVersion.table.file.text(after, 0)).toBe(earlier.editedVersion.table.file.text(index, 0));
            const isCarried = done.get(`${after + 1} ${column}`) === text;
            if (isCarried) carriedCells++;
            expect([isCarried, now === text, named.length > 0].filter(Boolean)).toHaveLength(1);
            if (isCarried) expect(now).toBe(before);
          }
          expect(carriedCells).toBe(carriedOver.cellCount);
          for (const index of earlier.editedVersion.leftOut) {
            const after = matched.laterRowByEarlier[index] ?? -1;
            const isKept = carriedOver.edits.some((edit) => edit.kind === 'leaveOut' && edit.rows.includes(after + 1));
            expect(
              isKept ||
                carriedOver.conflicts.some((conflict) => conflict.row === index + 1 && conflict.column === null),
            ).toBe(true);
          }
          carried(earlier, later);
        },
      ),
    );
  });

  it('counts every row once: new, changed, the same, or gone', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, laterRows) => {
        const { changes } = compare(worked(rows), worked(laterRows));
        expect(changes.added.length + changes.changed.length + changes.unchangedCount).toBe(laterRows.length);
        expect(changes.removed.length + changes.changed.length + changes.unchangedCount).toBe(rows.length);
      }),
    );
  });
});
