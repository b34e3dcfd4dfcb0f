import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../main/engine/batch.ts';
import { issueCodes, openRows, requestsOf } from '../../../support/batch.ts';
import type { TestCell } from '../../../support/table.ts';

const headings = ['Заказ', 'Клиент', 'Телефон', 'Область', 'Адрес', 'Доставка', 'Товар', 'Кол-во', 'Примечание'];
const products = ['Чайник', 'Пиала', 'Ляган'].map((key, at) => ({
  keyKind: 'name' as const,
  key,
  productId: 31 + at,
  variationId: null,
  price: 25_000,
}));
const first = ['701', 'Ли Ольга', '+998901230701', 'Бухарская область', 'ул. Мира, 1', '25.11.2026 10:00'];
const further = ['701', '', '', '', '', ''];

const opened = (rows: readonly (readonly TestCell[])[], rules = {}) =>
  openRows([headings, ...rows], { products, rules });
const codes = (batch: Batch): readonly string[] => issueCodes(batch).filter((code) => code.startsWith('orders.note'));

/** Takes an answer to the only such issue. */
function answer(batch: Batch, at: number): Batch {
  const [row] = batch.rows({ show: 'all', cause: null, search: '' }, 0, 9).rows;
  const found = batch.order(row?.orderKey ?? '');
  if (!found.ok) throw new Error('no order');
  const issue = found.value.issues.find(({ answers }) => answers !== undefined);
  const change = batch.proposals.forFix(issue!.answers![at]!.fix);
  if (change?.kind === 'edit') batch.applyEdit(change.edit);
  else if (change?.kind === 'choices') batch.setChoices(change.choices);
  return batch;
}
const itemsOf = (batch: Batch) =>
  requestsOf(batch).map(({ order_items }) => order_items.map((item) => item.client_product_id));

describe('a remark that moves the day', () => {
  const note = (text: string, rules = {}) => opened([[...first, 'Чайник', '1', text]], rules);

  it('holds the order, and its day is the first answer', () => {
    const batch = note('перенести на 27.11 после 15:00');
    expect([codes(batch), requestsOf(batch)]).toEqual([['orders.noteMovesDay'], []]);
    expect(requestsOf(answer(batch, 0))[0]?.scheduled_at).toBe('2026-11-27T10:00:00Z');
  });

  it('the hour stays where it names none; the second answer goes by the columns', () => {
    expect(requestsOf(answer(note('27.11 ga ko‘chirilsin'), 0))[0]?.scheduled_at).toBe('2026-11-27T05:00:00Z');
    const batch = answer(note('27.11 ga ko‘chirilsin'), 1);
    expect([codes(batch), requestsOf(batch)[0]?.scheduled_at]).toEqual([
      ['orders.noteChanges'],
      '2026-11-25T05:00:00Z',
    ]);
  });

  it('is put right in all rows of the order that have the day', () => {
    const batch = opened([
      [...first, 'Чайник', '1', 'перенести на 27.11'],
      [...first, 'Пиала', '6', ''],
    ]);
    expect(requestsOf(answer(batch, 0)).map((request) => request.scheduled_at)).toEqual(['2026-11-27T05:00:00Z']);
  });

  it('is only pointed out where nobody knows to which day', () => {
    expect(codes(note('перенести на завтра'))).toEqual(['orders.noteChanges']);
    expect(requestsOf(note('перенести на завтра'))).toHaveLength(1);
  });
});

describe('a remark that strikes out a ware', () => {
  it('named among others: its row is left out by the first answer', () => {
    const batch = opened([
      [...first, 'Чайник', '1', 'пиалы не нужны'],
      [...further, 'Пиала', '6', ''],
    ]);
    expect([codes(batch), itemsOf(batch)]).toEqual([['orders.noteStrikesWare'], []]);
    expect(itemsOf(answer(batch, 0))).toEqual([[31]]);
    expect(
      itemsOf(
        answer(
          opened([
            [...first, 'Чайник', '1', 'пиалы не нужны'],
            [...further, 'Пиала', '6', ''],
          ]),
          1,
        ),
      ),
    ).toEqual([[31, 32]]);
  });

  it('alone beside a ware', () => {
    const batch = opened([
      [...first, 'Чайник', '1', ''],
      [...further, 'Ляган', '1', 'kerak emas'],
    ]);
    expect(itemsOf(answer(batch, 0))).toEqual([[31]]);
  });

  it('is only pointed out where it may be something else', () => {
    const alone = opened([[...first, 'Чайник', '1', 'пакет не нужен']]);
    expect([codes(alone), itemsOf(alone)]).toEqual([['orders.noteChanges'], [[31]]]);
    const ofTwo = opened([
      [...first, 'Чайник', '1', 'сдача не нужна'],
      [...further, 'Пиала', '6', ''],
    ]);
    expect([codes(ofTwo), itemsOf(ofTwo)]).toEqual([['orders.noteChanges'], [[31, 32]]]);
  });
});

describe('a row that stands twice', () => {
  const twice = (between: readonly (readonly TestCell[])[], rules = {}) =>
    opened([[...first, 'Чайник', '2', ''], ...between, [...first, 'Чайник', '2', '']], rules);

  it('holds the order; the first answer leaves the later one out, the second takes both', () => {
    const batch = twice([]);
    expect([issueCodes(batch), itemsOf(batch)]).toEqual([['orders.repeatedRow'], []]);
    expect(itemsOf(answer(batch, 0))).toEqual([[31]]);
    expect(itemsOf(answer(twice([]), 1))).toEqual([[31, 31]]);
    expect(itemsOf(twice([], { repeatedRows: 'items' }))).toEqual([[31, 31]]);
  });

  it('also with a counter that goes on, and below other orders', () => {
    const other = ['702', 'Ким Вера', '+998901230702', 'Бухарская область', 'ул. Мира, 2', '25.11.2026 11:00'];
    const batch = openRows(
      [
        ['№ п/п', ...headings],
        ['1', ...first, 'Чайник', '1', ''],
        ['2', ...other, 'Пиала', '6', ''],
        ['3', ...first, 'Чайник', '1', ''],
      ],
      { products },
    );
    expect(issueCodes(batch)).toContain('orders.repeatedRow');
  });

  it('is a second item where anything differs, or it names no customer', () => {
    const rows = (second: readonly TestCell[]) => issueCodes(opened([[...first, 'Чайник', '2', ''], second]));
    expect(rows([...first, 'Чайник', '3', ''])).toEqual(['orders.sameProduct']);
    expect(rows([...further, 'Чайник', '2', ''])).toEqual(['orders.sameProduct']);
  });

  it('is a piece where the sheet has a row for every piece', () => {
    const rows = [701, 702, 703, 704].flatMap((id) => {
      const row = [
        String(id),
        'Ли Ольга',
        `+998901230${id}`,
        'Бухарская область',
        `ул. Мира, ${id}`,
        '25.11.2026 10:00',
      ];
      return [
        [...row, 'Чайник', '1', ''],
        [...row, 'Чайник', '1', ''],
      ];
    });
    expect(issueCodes(opened(rows.slice(1)))).toEqual(['orders.sameProduct']);
    // A list that was pasted twice as a whole.
    expect(issueCodes(opened(rows))).toEqual(['orders.repeatedRow']);
  });
});
