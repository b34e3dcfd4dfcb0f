import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchHistorySchema } from '../../../../shared/contract/history.ts';
import type { Edit } from '../../../../shared/domain/model/edits.ts';
import type { Batch } from '../../../../main/engine/batch.ts';
import { documentHeadings, openRows, orderRow } from '../../../support/batch.ts';

const cells = (...list: readonly (readonly [row: number, column: number, text: string])[]): Edit => ({
  kind: 'cells',
  cells: list.map(([row, column, text]) => ({ row, column, text })),
});
const rows = ['1', '2', '3'].map((id) => orderRow({ order_id: id, region: 'Тошкентт' }));
const region = documentHeadings.indexOf('region');
const name = documentHeadings.indexOf('full_name');

function open(): Batch {
  return openRows([documentHeadings, ...rows]);
}

function texts(batch: Batch): unknown {
  return batch.rows({ show: 'all', cause: null, search: '' }, 0, 10);
}

describe('the history', () => {
  it('says of every step what it did, the latest first', () => {
    const batch = open();
    batch.applyEdit(cells([2, region, 'Toshkent shahri'], [3, region, 'Toshkent shahri']));
    batch.applyEdit(cells([2, name, 'Bir'], [3, name, 'Ikki']));
    batch.applyEdit(cells([2, name, ''], [4, name, '']));
    batch.applyEdit(cells([2, name, 'Bir'], [2, region, 'Buxoro viloyati']));
    batch.applyEdit({ kind: 'leaveOut', rows: [3], out: true });
    batch.undo();
    const { steps, earlier } = batch.history(10);
    batchHistorySchema.parse({
      steps: steps.map((step) => ({ ...step, at: 0, operator: null })),
      earlierStepCount: earlier,
      overtakenStepCount: 0,
    });
    expect(earlier).toBe(0);
    expect(steps).toEqual([
      {
        sequence: 5,
        undone: true,
        kind: 'leftOut',
        count: 1,
        column: null,
        columns: 0,
        before: null,
        after: null,
        position: { row: 3, column: null },
      },
      {
        sequence: 4,
        undone: false,
        kind: 'cells',
        count: 2,
        column: null,
        columns: 2,
        before: null,
        after: null,
        position: { row: 2, column: name },
      },
      {
        sequence: 3,
        undone: false,
        kind: 'cells',
        count: 2,
        column: name,
        columns: 1,
        before: null,
        after: '',
        position: { row: 2, column: name },
      },
      {
        sequence: 2,
        undone: false,
        kind: 'cells',
        count: 2,
        column: name,
        columns: 1,
        before: rows[0]![name],
        after: null,
        position: { row: 2, column: name },
      },
      {
        sequence: 1,
        undone: false,
        kind: 'cells',
        count: 2,
        column: region,
        columns: 1,
        before: 'Тошкентт',
        after: 'Toshkent shahri',
        position: { row: 2, column: region },
      },
    ]);
    expect(batch.history(2)).toMatchObject({ steps: [{ sequence: 5 }, { sequence: 4 }], earlier: 3 });
  });

  it('goes to any point, and gives the same as undoing and redoing step by step', () => {
    const anyEdit = fc
      .record({
        row: fc.integer({ min: 2, max: 4 }),
        column: fc.constantFrom(0, region, name),
        text: fc.constantFrom('1', '2', '', 'Toshkent'),
      })
      .map(({ row, column, text }) => cells([row, column, text]));
    fc.assert(
      fc.property(
        fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
        (edits, points) => {
          const batch = open();
          const known = [texts(batch)];
          for (const edit of edits) {
            batch.applyEdit(edit);
            known.push(texts(batch));
          }
          for (const point of points) {
            const sequence = Math.min(point, edits.length);
            expect(batch.goTo(sequence).ok).toBe(true);
            expect(texts(batch)).toEqual({ ...(known[sequence] as object), version: batch.version });
            expect(batch.history(10).steps.map(({ undone }) => undone)).toEqual(
              edits.map((_, at) => edits.length - at > sequence),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes nowhere where an order on the way is under way', () => {
    const batch = openRows([documentHeadings, orderRow({ order_id: '1' }), orderRow({ order_id: '2' })]);
    batch.applyEdit(cells([2, name, 'Bir']));
    batch.applyEdit(cells([3, name, 'Ikki']));
    batch.take(1);
    const before = batch.history(10);
    expect(batch.goTo(0)).toMatchObject({ ok: false, error: { code: 'orders.editUnderWay' } });
    expect(batch.history(10)).toEqual(before);
    expect(batch.goTo(1).ok).toBe(true);
  });
});
