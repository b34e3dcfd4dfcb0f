/** Columns that are found by others: parcels of an order, firms that are the customers. */
import { describe, expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

function told(...sheet: readonly (readonly string[])[]): Record<string, string> {
  const { plan } = interpretedSheet(sheet);
  return Object.fromEntries(
    plan.columns.map(({ heading, field, reason }) => [heading, `${field ?? '–'} (${reason.code})`]),
  );
}

describe('parcels of one order', () => {
  const parcels = (day: string, ...numbers: readonly [string, string]) =>
    told(
      ['Номер заказа', 'Номер отправления', 'Дата доставки', 'Получатель'],
      ['23715012-0087', numbers[0], '04.12.2026', 'Мурталиева Асель'],
      ['23715012-0087', numbers[1], day, 'Мурталиева Асель'],
      ['40288163-0014', '40288163-0014-1', '04.12.2026', 'Джумаев Икром'],
    )['Номер отправления'];

  it('are orders where they leave on other days', () => {
    expect(parcels('05.12.2026', '23715012-0087-1', '23715012-0087-2')).toBe('order_id (parcelsApart)');
  });

  it('stay one order where they go together, or the numbers are something else', () => {
    expect(parcels('04.12.2026', '23715012-0087-1', '23715012-0087-2')).toMatch(/^– /);
    expect(parcels('05.12.2026', '71-1', '71-2')).toMatch(/^– /);
  });
});

describe('firms', () => {
  const sheet = (heading: string, ...names: readonly string[]) =>
    told(
      ['№ заявки', heading, 'Телефон', 'Адрес'],
      ...names.map((name, at) => [`81${at}`, name, `+99890123450${at % 2}`, `г. Бухара, ул. Навои, ${at % 2}`]),
    )[heading];

  it.each(['Магазин', 'Организация', 'Аптека', 'Doʻkon', 'Dorixona', 'Филиал'])('«%s» are the customers', (heading) => {
    expect(sheet(heading, 'Орзу', 'Умид', 'Орзу')).toBe('full_name (firmOrders)');
  });

  it('are none where one has several phones, or all rows are of one', () => {
    expect(sheet('Магазин', 'Орзу', 'Орзу', 'Орзу')).toMatch(/^– /);
    expect(sheet('Магазин', 'Орзу', 'Умид', 'Умид')).toMatch(/^– /);
  });

  it('are none beside a customer', () => {
    expect(
      told(
        ['№', 'Магазин', 'Клиент', 'Телефон'],
        ['81', 'Орзу', 'Азаматова Шахло', '+998901846603'],
        ['82', 'Умид', 'Вафоев Собир', '+998937202518'],
      )['Магазин'],
    ).toMatch(/^– /);
  });
});

describe('what is taken off the price', () => {
  const sheet = (heading: string) =>
    told(
      ['№ заказа', 'Количество', 'Цена', heading, 'Сумма'],
      ['811', '1', '189000', '22680', '166320'],
      ['812', '2', '64000', '15360', '112640'],
      ['813', '1', '45000', '5400', '39600'],
    )[heading];

  it.each(['Минус', 'Списано', 'Уступка клиенту'])('«%s» is the discount by its sums', (heading) => {
    expect(sheet(heading)).toBe('discount (priceMinusTotal)');
  });

  it.each(['Комиссия, сум', 'Komissiya', 'Commission', 'НДС', 'Аванс'])(
    '«%s» is none: the customer pays it',
    (heading) => {
      expect(sheet(heading)).toMatch(/^–/);
    },
  );
});

describe('what one piece costs', () => {
  const sheet = (heading: string, ...rows: readonly (readonly string[])[]) =>
    told(['№ заказа', 'ID товара', 'Количество', heading, 'Всего'], ...rows)[heading];
  const priced = [
    ['811', '31', '1', '189000', '189000'],
    ['812', '32', '2', '64000', '128000'],
  ];

  it('is proven by a total of several pieces', () => {
    expect(sheet('Розн.', ...priced)).toBe('price (priceOfPiece)');
  });

  it('stands under a heading of pieces, too: «Donasi», «Шт» over sums beside the pieces', () => {
    // One total does not multiply.
    const rows = [
      ['811', '31', '2', '95000', '190000'],
      ['812', '31', '4', '95000', '285000'],
    ];
    for (const heading of ['Donasi', 'Шт', '1 dona']) expect(sheet(heading, ...rows)).toBe('price (sumsOfPieces)');
    expect(
      told(['№ заказа', 'ID товара', 'Soni', 'Цена'], ['811', '31', '2000', '950'], ['812', '31', '1500', '700']),
    ).toMatchObject({ Soni: 'quantity (knownName)', Цена: 'price (knownName)' });
  });

  it('or by a product that has it whatever its pieces are', () => {
    expect(sheet('Розн.', ['811', '31', '1', '189000', ''], ['812', '31', '3', '189000', ''])).toBe(
      'price (priceOfPiece)',
    );
  });

  it('is not known of sums of the line, of single pieces, or of what a heading says is something else', () => {
    expect(sheet('Розн.', ['811', '31', '1', '189000', ''], ['812', '31', '3', '567000', ''])).toMatch(/^–/);
    expect(sheet('Розн.', ['811', '31', '1', '189000', ''], ['812', '31', '1', '189000', ''])).toMatch(/^–/);
    expect(sheet('Себестоимость', ...priced)).toMatch(/^–/);
  });
});

describe('short headings', () => {
  const short = (pieces: string, sum: string) =>
    told(['№ заказа', 'ID товара', pieces, sum], ['811', '31', '1', '189000'], ['812', '32', '3', '64000']);

  it.each([
    ['Sn', 'Nx (so‘m)'],
    ['Mqd', 'Nrx'],
    ['Клч', 'Цн'],
  ])('%j and %j are what their letters and values say', (pieces, sum) => {
    expect(short(pieces, sum)).toMatchObject({
      [pieces]: expect.stringMatching(/^quantity/),
      [sum]: expect.stringMatching(/^price/),
    });
  });

  it.each(['Пр', 'Тр', 'К', 'Ost'])('%j may be of several things', (heading) => {
    expect(short('Soni', heading)[heading]).toMatch(/^–/);
  });
});
