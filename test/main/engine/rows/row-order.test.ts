import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames, facetViewSchema, type FacetChoices, type FacetName } from '../../../../shared/contract/facets.ts';
import { rowFilterSchema, rowWindowSchema, type RowFilter } from '../../../../shared/contract/views.ts';
import type { Batch } from '../../../../main/engine/batch.ts';
import { documentHeadings, openRows, orderRow } from '../../../support/batch.ts';

const filter = (changes: Partial<RowFilter> = {}): RowFilter => rowFilterSchema.parse(changes);
const shown = (batch: Batch, changes: Partial<RowFilter>) => batch.rows(filter(changes), 0, 100).rows;
const numbers = (batch: Batch, changes: Partial<RowFilter>) => shown(batch, changes).map(({ row }) => row);
const columnOf = (heading: (typeof documentHeadings)[number]) => documentHeadings.indexOf(heading);
const total = documentHeadings.map((heading) => (heading === 'order_id' ? 'Jami' : heading === 'quantity' ? '4' : ''));

/** Rows 2 to 8; order 3 in rows 2 and 5, order 1 in rows 3 and 4. */
const mixed = () =>
  openRows([
    documentHeadings,
    orderRow({ order_id: '3', region: 'Buxoro viloyati', full_name: 'Vali', quantity: '10' }),
    orderRow({ order_id: '1', region: 'Тошкентт', full_name: 'Ҳасан' }),
    orderRow({ order_id: '1', region: 'Тошкентт', full_name: 'Ҳасан', client_product_id: '18' }),
    orderRow({ order_id: '3', region: 'Buxoro viloyati', full_name: 'Vali', client_product_id: '18' }),
    total,
    orderRow({ order_id: '2', region: 'Бухарская область', full_name: 'anvar', phone: '12', quantity: '9' }),
    orderRow({ order_id: '4', region: 'Buxoro vil.', full_name: '', scheduled_at: '26.11.2026 10:00' }),
  ]);

describe('facets', () => {
  const counts = (batch: Batch, facet: FacetName, changes: Partial<RowFilter> = {}) => {
    const views = batch.facets(filter(changes));
    for (const view of views) facetViewSchema.parse(view);
    return views.find((view) => view.facet === facet)?.values;
  };

  it('count orders by what they are, a region under one name however it is spelled', () => {
    const batch = mixed();
    expect(counts(batch, 'region')).toEqual([
      { value: 'Buxoro viloyati', count: 3 },
      { value: 'Тошкентт', count: 1 },
    ]);
    expect(counts(batch, 'day')).toEqual([
      { value: '2026-11-25', count: 3 },
      { value: '2026-11-26', count: 1 },
    ]);
    expect(counts(batch, 'status')).toEqual([{ value: '5', count: 4 }]);
    expect(counts(batch, 'state')).toEqual([
      { value: 'ready', count: 2 },
      { value: 'withErrors', count: 2 },
    ]);
    expect(batch.facets(filter()).map(({ facet }) => facet)).toEqual([...facetNames]);
  });

  it('come together, and each is counted over what the others let through', () => {
    const batch = mixed();
    const facets = { region: ['Buxoro viloyati'], state: ['ready'] };
    expect(numbers(batch, { facets })).toEqual([2, 5]);
    expect(counts(batch, 'region', { facets })).toEqual([
      { value: 'Buxoro viloyati', count: 1 },
      { value: 'Тошкентт', count: 1 },
    ]);
    expect(counts(batch, 'state', { facets })).toEqual([
      { value: 'withErrors', count: 2 },
      { value: 'ready', count: 1 },
    ]);
    expect(counts(batch, 'day', { facets, search: 'vali' })).toEqual([{ value: '2026-11-25', count: 1 }]);
    expect(numbers(batch, { facets: { day: ['2026-11-26', '2026-11-25'], state: ['withErrors'] } })).toEqual([7, 8]);
  });

  it('follow an edit at once', () => {
    const batch = mixed();
    batch.facets(filter());
    batch.applyEdit({ kind: 'cells', cells: [{ row: 7, column: columnOf('region'), text: 'Navoiy viloyati' }] });
    expect(counts(batch, 'region')).toContainEqual({ value: 'Navoiy viloyati', count: 1 });
    expect(numbers(batch, { facets: { region: ['Navoiy viloyati'] } })).toEqual([7]);
  });

  it('promise as many orders as choosing the value shows', () => {
    const anyChoices: fc.Arbitrary<FacetChoices> = fc.record({
      region: fc.subarray(['Buxoro viloyati', 'Тошкентт']),
      state: fc.subarray(['ready', 'withErrors']),
    });
    fc.assert(
      fc.property(anyChoices, fc.constantFrom('', 'vali', '12'), (facets, search) => {
        const batch = mixed();
        for (const { facet, values } of batch.facets(filter({ facets, search }))) {
          for (const { value, count } of values) {
            const orders = new Set(
              shown(batch, { search, facets: { ...facets, [facet]: [value] } }).map(({ orderKey }) => orderKey),
            );
            expect(orders.size).toBe(count);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('sorting', () => {
  it('moves orders with all of their rows: numbers by size, texts as a dictionary has them, blanks and sums last', () => {
    const batch = mixed();
    const by = (heading: (typeof documentHeadings)[number], direction: 'ascending' | 'descending') =>
      numbers(batch, { sort: { column: columnOf(heading), direction } });
    expect(by('order_id', 'ascending')).toEqual([3, 4, 7, 2, 5, 8, 6]);
    expect(by('order_id', 'descending')).toEqual([8, 2, 5, 7, 3, 4, 6]);
    expect(by('quantity', 'descending')).toEqual([2, 5, 7, 3, 4, 8, 6]);
    expect(by('full_name', 'ascending')).toEqual([7, 2, 5, 3, 4, 8, 6]);
    expect(by('full_name', 'descending')).toEqual([3, 4, 2, 5, 7, 8, 6]);
    expect(by('scheduled_at', 'descending')[0]).toBe(8);
  });

  it('shows an order’s rows as one group, and finds a row where it stands', () => {
    const batch = mixed();
    const sort = { column: columnOf('order_id'), direction: 'descending' } as const;
    expect(
      shown(batch, { sort }).map(({ row, isFirstOfOrder, bandIndex }) => [row, isFirstOfOrder, bandIndex]),
    ).toEqual([
      [8, true, 0],
      [2, true, 1],
      [5, false, 1],
      [7, true, 0],
      [3, true, 1],
      [4, false, 1],
      [6, true, 0],
    ]);
    for (const [at, row] of numbers(batch, { sort }).entries())
      expect(batch.indexOfRow(filter({ sort }), row)).toBe(at);
  });
});

describe('folding', () => {
  it('leaves the first row of each folded order, with its items and its sum', () => {
    const batch = mixed();
    rowWindowSchema.parse(batch.rows(filter({ collapsed: { all: true, except: [] } }), 0, 100));
    expect(numbers(batch, { collapsed: { all: true, except: [] } })).toEqual([2, 3, 6, 7, 8]);
    expect(numbers(batch, { collapsed: { all: true, except: ['3'] } })).toEqual([2, 3, 5, 6, 7, 8]);
    expect(numbers(batch, { collapsed: { all: false, except: ['3'] } })).toEqual([2, 3, 4, 6, 7, 8]);
    const [three, one] = shown(batch, { collapsed: { all: false, except: ['3'] } });
    expect(three?.group).toEqual({ items: 2, amount: expect.any(Number), collapsed: true });
    expect(one?.group?.collapsed).toBe(false);
    const order = batch.order('3');
    expect(order.ok && three?.group?.amount).toBe(order.ok ? order.value.amount : null);
    // Order 3 begins twice: its rows are apart in the file.
    expect(
      shown(batch, {})
        .filter(({ group }) => group !== undefined)
        .map(({ row }) => row),
    ).toEqual([2, 3, 5]);
  });
});
