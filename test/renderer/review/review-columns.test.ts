import { describe, expect, it } from 'vitest';
import { reviewColumns } from '../../../renderer/review/review-columns.ts';
import type { ColumnView } from '../../../shared/contract/views.ts';
import type { ColumnField, Field } from '../../../shared/domain/model/fields.ts';

const view = (column: number, field: Field | null): ColumnView => ({
  column,
  letters: 'ABCDEF'[column]!,
  heading: `h${column}`,
  field,
  confidence: 1,
  reason: { code: 'ownName', params: {} },
  evidence: [],
  candidates: [],
  chosen: false,
  samples: [],
  filledCount: 3,
});

const becomes = ({ field }: { readonly field: ColumnField | null }): string =>
  field === 'quantity' ? 'Количество' : (field ?? '–');

describe('reviewColumns', () => {
  it('puts the order id first, the rest as in the sheet', () => {
    const columns = reviewColumns(
      [view(0, 'full_name'), view(1, 'phone'), view(2, 'order_id'), view(3, null)],
      new Map(),
      becomes,
    );
    expect(columns.map(({ column }) => column)).toEqual([2, 0, 1, 3]);
  });

  it('works the order id out where no single column gives it', () => {
    expect(reviewColumns([view(0, 'full_name')], new Map(), becomes).map(({ column }) => column)).toEqual([null, 0]);
    expect(
      reviewColumns([view(0, 'order_id'), view(1, 'order_id')], new Map(), becomes).map(({ column }) => column),
    ).toEqual([null, 0, 1]);
  });

  it('are wide enough for each word of what they become', () => {
    const [, few, long] = reviewColumns([view(0, 'price'), view(1, 'quantity')], new Map(), becomes);
    expect([few?.width, long?.width]).toEqual([76, 100]);
  });

  it('keeps the widths that were given', () => {
    expect(reviewColumns([view(0, 'phone')], new Map([[0, 333]]), becomes)[1]?.width).toBe(333);
  });
});
