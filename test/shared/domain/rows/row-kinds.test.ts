/** What each row of a sheet is (docs/domain.md, «Rows that are no orders»). */
import { RowNumbers } from '../../../../shared/domain/orders/row-numbers.ts';
import { describe, expect, it } from 'vitest';
import { runToCompletion } from '../../../../shared/cooperative.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import { RowClassifier } from '../../../../shared/domain/rows/row-kinds.ts';
import { interpretedSheet, type InterpretedSheet } from '../../../support/interpreted-sheet.ts';
import type { TestCell } from '../../../support/table.ts';

const headings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Mahsulot ID', 'Miqdor', 'Narx', 'Kuryer'];
const fields = ['order_id', 'full_name', 'phone', 'address', 'client_product_id', 'quantity', 'price', null] as const;
const order = (id: TestCell): readonly TestCell[] => [
  id,
  'Karimova Aziza',
  '901234567',
  'Navoiy 5',
  '17',
  '1',
  '5000',
  '',
];

interface Options {
  readonly rules?: Partial<Rules>;
  readonly edit?: (sheet: InterpretedSheet) => void;
  readonly rowNumbers?: RowNumbers;
  /** null: the column of products is not known. */
  readonly products?: null;
}

/** Kinds of the rows below two orders; an order as its id. */
function kinds(
  rows: readonly (readonly TestCell[])[],
  { rules = {}, edit, rowNumbers = new RowNumbers(), products }: Options = {},
): readonly (string | number)[] {
  const sheet = interpretedSheet([headings, order('1001'), order('1002'), ...rows], {
    rules,
    columns: fields.map((field, column) => ({
      column,
      field: products === null && field === 'client_product_id' ? null : field,
    })),
  });
  edit?.(sheet);
  const classifier = new RowClassifier(sheet.table, sheet.readers, sheet.plan, sheet.rules.orderNumbers, rowNumbers);
  runToCompletion(classifier.prepareCooperatively([0, 1]));
  return Array.from({ length: sheet.table.rowCount }, (_, index) => classifier.classify(index))
    .slice(3)
    .map(({ kind, orderId }) => (kind === 'order' ? (orderId ?? 'order') : kind));
}
const kind = (row: readonly TestCell[], options: Options = {}) => kinds([row], options)[0];

describe('rows of orders', () => {
  it.each<[string, readonly TestCell[], string | number]>([
    ['an order number in any spelling', order('№ 1003'), 1003],
    ['an order number alone', ['1003'], 1003],
    ['letters for a number', order('A-17'), 'noId'],
    ['a blank number beside a customer', order(''), 'noId'],
    ['another item of the order above', ['', '', '', '', '18', '1', '5000'], 'continued'],
    ['a name or a phone alone', ['', 'Usmanov Timur'], 'noId'],
    ['a phone alone', ['', '', '907654321'], 'noId'],
    ['a code alone', ['A-17'], 'noId'],
    ['a line that heads one order', ['Заказ № 15 от 20.11'], 15],
    ['a customer called as sums are', ['1003', 'Jami Karimova', '901234567', 'Navoiy 5', '17', '1', '5000'], 1003],
    ['an item called as sums are', ['', '', '', '', '18', '1', '5000', 'Jami'], 'continued'],
    ['a phone and an address behind a label', ['Mijoz:', 'Aziza', '901234567', 'Navoiy 5'], 'noId'],
  ])('%s', (_, row, expected) => expect(kind(row)).toBe(expected));

  it('«continued» are items only; without them the row is nothing that can be sent', () => {
    expect(kind(['', '', '', '', '', '', '', 'Botir'])).toBe('note');
  });

  it('a number of our own is not given to what stands between the orders', () => {
    const own = { rules: { orderNumbers: { kind: 'own', start: 1 } } } as const;
    expect(kind(['Jami', '', '', '', '', '3', '15000'], own)).toBe('total');
    expect(kind([...headings], own)).toBe('heading');
    expect(kind(['Bekor qilinganlar'], own)).toBe('unsentHead');
  });

  it('where the file has no order numbers a row is an order under the number that it was given, items of it follow', () => {
    const everyRow = { rules: { orderNumbers: { kind: 'everyRow', start: 500 } } } as const;
    const rows = [order('x'), ['Jami', '', '', '', '', '3', '15000'], order('')];
    expect(kinds(rows, everyRow)).toEqual(['noId', 'total', 'noId']);
    const rowNumbers = new RowNumbers();
    rowNumbers.set(4, 502);
    expect(kinds(rows, { ...everyRow, rowNumbers })).toEqual([502, 'total', 'noId']);
  });
});

describe('rows that are no orders', () => {
  it.each<[string, readonly TestCell[], string]>([
    ['a word for sums', ['Jami:', '', '', '', '', '2', '10000'], 'total'],
    ['as Excel names the sums of a group', ['1002 Итог', '', '', '', '', '2', '10000'], 'total'],
    ['a word for sums in another column', ['', 'Итого', '', '', '', '2', '10000'], 'total'],
    ['a count of orders beside the word', ['2', '', '', '', '', '', '10000', 'Jami'], 'total'],
    ['sums without a word', ['', '', '', '', '', '2', '10000'], 'total'],
    ['the headings again', headings, 'heading'],
    ['four fifths of them', [...headings.slice(0, 6), 'x', ''], 'heading'],
    ['the template’s example', order('NAMUNA'), 'example'],
    ['a signature', ['Masʼul: ________ Botirov'], 'note'],
    ['a label with a name beside it', ['Сдал:', 'Петров'], 'note'],
    ['a page number', ['Sahifa 2'], 'note'],
    ['a line that heads a day', ['25.11.2026'], 'note'],
    ['a line that heads an hour', ['Yetkazish 17:00'], 'note'],
    ['a line that heads a courier', ['Kuryer Botir aka'], 'note'],
    ['cancelled orders', ['Bekor qilinganlar'], 'unsentHead'],
    ['returned orders', ['Возвраты'], 'unsentHead'],
    ['orders of last week', ['АРХИВ — доставлено'], 'unsentHead'],
    ['orders that were delivered', ['Yetkazilganlar'], 'unsentHead'],
    ['a line to sign on', ['Выдано ______'], 'note'],
    ['a prepared row of formulas', ['', '', '', '', { kind: 'error', text: '#N/A' }, '0', 0, 'FALSE'], 'note'],
    ['cleared cells', ['', ' '], 'blank'],
  ])('%s', (_, row, expected) => {
    // A row that is blank in the file is no row of the table: one with a space is.
    expect(kind(row)).toBe(expected);
  });

  it('a signature is one while the products’ column is not known; other lines are not', () => {
    const unknown = { products: null } as const;
    expect(kind(['Сдал: ________', '', '', '', '', '', '', 'Принял: ________'], unknown)).toBe('note');
    expect(kind(['Botir uchun'], unknown)).toBe('noId');
    expect(kind(['Сдал: ________', '', '901234567'], unknown)).toBe('noId');
  });

  it('four sevenths of the headings are no headings', () => {
    expect(kind([...headings.slice(0, 4), 'a', 'b', 'c'])).not.toBe('heading');
  });

  it('typing a number into one makes it an order', () => {
    const typed = { edit: ({ table }: InterpretedSheet) => void table.setOverride(3, 0, '1003') };
    const rows = [
      ['Jami:', '', '', '', '', '2', '10000'],
      ['', '', '', '', '', '2', '10000', 'Jami'],
      ['Bekor qilinganlar'],
      ['Masʼul: ________'],
      ['', '', '', '', '', '2', '10000'],
    ];
    expect(rows.map((row) => kind(row, typed))).toEqual(rows.map(() => 1003));
  });

  it('an edited row of sums without a word is looked at by a person', () => {
    expect(kind(['', '', '', '', '', '2', '10000'], { edit: ({ table }) => void table.setOverride(3, 5, '3') })).toBe(
      'continued',
    );
  });

  it('an added row is never set apart as a note, and continues no order', () => {
    const added = (text: string): Options => ({
      edit: ({ table }) => {
        table.added.add(3);
        table.setOverride(3, 0, text);
      },
    });
    expect(kinds([], added('Masʼul: ________'))).toEqual(['noId']);
    expect(kinds([], added('1003'))).toEqual([1003]);
  });
});
