/** What columns under headings that say nothing are offered for, and which are taken (docs/domain.md, «How a column is judged»). */
import { describe, expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';
import { guessColumns } from '../../../../shared/domain/columns/guess-columns.ts';
import type { Cell } from '../../../../shared/domain/table/table.ts';

const cellsOf = (values: readonly string[]): Cell[] =>
  values.map((text) => (/^\d+$/.test(text) ? { kind: 'number', text } : { kind: 'text', text }));

type Column = readonly [heading: string, ...values: string[]];
const guessed = (columns: readonly Column[]) =>
  guessColumns(
    columns.map(([heading]) => heading),
    (column) => cellsOf(columns[column]?.slice(1) ?? []),
    { rowCount: 3, today: '2026-11-24' },
  );
/** The column that is offered first for a field. */
const firstFor = (columns: readonly Column[], field: string): string | undefined =>
  guessed(columns)
    .flatMap(({ heading, candidates }) =>
      candidates.flatMap((one) => (one.field === field ? [{ heading, confidence: one.confidence }] : [])),
    )
    .sort((a, b) => b.confidence - a.confidence)[0]?.heading;

const phone: Column = ['Telefon', '+998901234501', '+998932345602', '+998973456703'];
const order: Column = ['Buyurtma raqami', '7201', '7202', '7203'];
const product: Column = ['Mahsulot ID', '31', '32', '33'];
const quantity: Column = ['Soni', '1', '6', '2'];
const price: Column = ['Narxi', '150000', '25000', '90000'];
const region: Column = ['Viloyat', 'Samarqand viloyati', 'Buxoro viloyati', 'Navoiy viloyati'];
const address: Column = ['Manzil', 'Navoiy ko‘chasi 5', 'Bobur ko‘chasi 12', 'Istiqlol 41, 7-xonadon'];
const people = ['Karimova Aziza', 'Rahimov Sardor', 'Yusupova Malika'];
const known = [order, phone, region, address, product, quantity, price];

describe('two columns of plain numbers', () => {
  const both: readonly Column[] = [['Aaa', '7201', '7202', '7203'], phone, ['Bbb', '31', '32', '33'], quantity, price];

  it('the first and higher one is the order’s number, the one beside the quantity the product', () => {
    expect(firstFor(both, 'order_id')).toBe('Aaa');
    expect(firstFor(both, 'client_product_id')).toBe('Bbb');
  });

  it('wherever they stand', () => {
    const turned: readonly Column[] = [
      price,
      quantity,
      ['Bbb', '31', '32', '33'],
      phone,
      ['Aaa', '7201', '7202', '7203'],
    ];
    expect(firstFor(turned, 'order_id')).toBe('Aaa');
    expect(firstFor(turned, 'client_product_id')).toBe('Bbb');
  });

  it('one that comes again below others is a product’s', () => {
    const again: readonly Column[] = [['Aaa', '41', '42', '43'], ['Bbb', '77', '78', '77'], phone];
    expect(firstFor(again, 'client_product_id')).toBe('Bbb');
  });
});

describe('a number of somebody', () => {
  it('is a phone by its values, and the recipient’s goes before the customer’s', () => {
    const columns: readonly Column[] = [
      order,
      ['Kim buyurtma qildi', ...people],
      ['Buyurtmachi tel', ...phone.slice(1)],
      ['Kimga', 'Sobirova Kamola', 'Пак Людмила', 'Rasulova Nigora'],
      ['Oluvchining raqami', '+998 93 412 77 10', '94 655 31 08', '99 801 22 63'],
      region,
      address,
      product,
      quantity,
      price,
    ];
    expect(guessed(columns).find(({ field }) => field === 'phone')?.heading).toBe('Oluvchining raqami');
  });
});

describe('a pick-up point where a marketplace hides its customers', () => {
  const points: Column = ['ПВЗ', 'ПВЗ Чиланзар', 'ПВЗ Юнусабад', 'ПВЗ Сергели'];

  it('is nobody’s name, and is not offered as one', () => {
    const columns: readonly Column[] = [order, points, ['Адрес ПВЗ', ...address.slice(1)], product, quantity, price];
    expect(guessed(columns).find(({ heading }) => heading === 'ПВЗ')?.field).toBeNull();
    expect(firstFor(columns, 'full_name')).toBeUndefined();
    expect(firstFor([order, phone, ['Склад назначения', ...points.slice(1)], product], 'full_name')).toBeUndefined();
  });

  it('is the customer of who delivers to points that have phones', () => {
    const columns: readonly Column[] = [order, points, phone, address, product, quantity, price];
    expect(guessed(columns).find(({ heading }) => heading === 'ПВЗ')?.field).toBe('full_name');
  });
});

describe('taken by its values', () => {
  it('the only column of names in a sheet that is understood', () => {
    expect(guessed([...known, ['Abcde', ...people]])[7]).toMatchObject({
      field: 'full_name',
      reason: { code: 'looksNames' },
    });
  });

  it('not one of two, not where little else is known, not under a heading of somebody else', () => {
    const ours = (columns: readonly Column[]) => guessed(columns).some(({ field }) => field === 'full_name');
    expect(ours([...known, ['Abcde', ...people], ['Fghij', ...people.toReversed()]])).toBe(false);
    expect(ours([phone, region, ['Abcde', ...people]])).toBe(false);
    expect(ours([...known, ['Kafil', ...people]])).toBe(false);
    expect(ours([...known, ['', ...people]])).toBe(false);
  });
});

describe('columns without headings', () => {
  const sheet: readonly Column[] = [
    ['A', '20451', '20452', '20453'],
    phone,
    ['C', 'Халат женский', 'Плед 150х200', 'Халат женский'],
    ['D', '1', '3', '2'],
    ['E', '165000', '32000', '165000'],
  ];

  it('round sums that come again are prices rather than products', () => {
    expect(firstFor(sheet, 'price')).toBe('E');
    expect(firstFor(sheet, 'order_id')).toBe('A');
  });

  it('names of wares with measures, and adjectives that end like surnames, are wares', () => {
    expect(firstFor(sheet, 'product_name')).toBe('C');
    expect(firstFor(sheet, 'full_name')).toBeUndefined();
  });
});

it('a number of an order is not doubted for sums that may be the price', () => {
  const { plan } = interpretedSheet([
    ['Z. №', 'Mijoz', 'Telefon', 'Manzil', 'Mahsulot ID', 'Soni', 'Qator'],
    ['45', 'Karimov Anvar', '901234567', 'Navoiy 5', '7', '1', '189000'],
    ['46', 'Aliyeva Nodira', '901234568', 'Navoiy 6', '7', '1', '189000'],
    ['47', 'Yusupov Bek', '901234569', 'Navoiy 7', '9', '1', '255000'],
  ]);
  expect(plan.columns[0]?.field).toBe('order_id');
});

describe('headings of a few letters', () => {
  const fieldsOf = (columns: readonly Column[], ...headings: string[]) =>
    headings.map((heading) => guessed(columns).find((guess) => guess.heading === heading)?.field);
  const rest: readonly Column[] = [
    ['Тлф', ...phone.slice(1)],
    ['Обл', ...region.slice(1)],
    ['Адр', ...address.slice(1)],
  ];
  const numbers = ['9015', '9016', '9017'];

  it.each([
    ['Зк', 'Кл'],
    ['Брт', 'Дн'],
    ['Нм зк', 'Шт'],
    ['Byr', 'Mqd'],
  ])('«%s» and «%s» are the number and the pieces that are missing', (number, pieces) => {
    const columns: readonly Column[] = [
      [number, ...numbers],
      ['Клн', ...people],
      ...rest,
      ['Ид тов', '77', '78', '77'],
      [pieces, '2', '1', '4'],
      ['Цена', '36000', '54000', '36000'],
    ];
    expect(fieldsOf(columns, number, pieces, 'Клн')).toEqual(['order_id', 'quantity', 'full_name']);
  });

  it('letters never tell alone: two columns that look like pieces are asked about', () => {
    const columns: readonly Column[] = [
      ['Заказ №', ...numbers],
      ['Клиент', ...people],
      ...rest,
      ['Ид тов', '77', '78', '77'],
      ['Кл', '2', '1', '4'],
      ['Ос', '3', '1', '9'],
      ['Цена', '36000', '54000', '36000'],
    ];
    expect(fieldsOf(columns, 'Кл', 'Ос')).toEqual([null, null]);
    expect(fieldsOf([...columns.slice(0, 6), ['Вз', '2', '1', '4'], columns.at(-1)!], 'Вз')).toEqual([null]);
  });
});

it('a main phone beside a second one is the customer’s, whoever is named before them', () => {
  const columns: readonly Column[] = [
    order,
    ['Ona ismi', ...people],
    ['Bola ismi', 'Muslima', 'Imron', 'Asad'],
    ['Asosiy tel', ...phone.slice(1)],
    ['Qo‘shimcha tel', '+998931174005', '', '+998712761515'],
    address,
    product,
    quantity,
    price,
  ];
  expect(
    guessed(columns)
      .map(({ field }) => field)
      .slice(0, 5),
  ).toEqual(['order_id', 'full_name', null, 'phone', null]);
});

it('a course is a ware, a rate of exchange is none', () => {
  const columns = (heading: string): readonly Column[] => [
    order,
    phone,
    address,
    [heading, '51', '52', '51'],
    quantity,
    price,
  ];
  expect(guessed(columns('ID курса'))[3]?.field).toBe('client_product_id');
  expect(guessed(columns('Курс'))[3]?.field).toBeNull();
});
