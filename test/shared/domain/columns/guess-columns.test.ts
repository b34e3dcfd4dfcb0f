import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldHeading } from '../../../../shared/domain/columns/fold-heading.ts';
import { guessColumns } from '../../../../shared/domain/columns/guess-columns.ts';
import { fieldNames, fieldPartNames, unsentNames, weakNames } from '../../../../shared/domain/columns/heading-names.ts';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';
import { fields } from '../../../../shared/domain/model/fields.ts';
import { languages } from '../../../../shared/messages/translator.ts';
import { translatorFor } from '../../../../shared/messages/translators.ts';
import type { Cell } from '../../../../shared/domain/table/table.ts';

type Columns = Readonly<Record<string, readonly string[]>>;

function guess(columns: Columns) {
  const headings = Object.keys(columns);
  const cells = (column: number): Cell[] =>
    (columns[headings[column] ?? ''] ?? []).map((text) => ({ kind: text === '' ? 'empty' : 'text', text }));
  return guessColumns(headings, cells, {
    rowCount: Math.max(0, ...Object.values(columns).map((values) => values.length)),
  });
}

/** `order_id (knownName)`, `– (rowCounter)` */
function told(columns: Columns): Record<string, string> {
  return Object.fromEntries(
    guess(columns).map(({ heading, field, reason }) => [heading, `${field ?? '–'} (${reason.code})`]),
  );
}

describe('the phone of somebody whom no list of words knows', () => {
  const phones = ['901112090', '901112090', '998804121'];
  const others = ['935007711', '977442310', '909912045'];

  test('is not the customer’s, who is named in the sheet', () => {
    const found = told({
      Kelin: ['Lola', 'Lola', 'Nora'],
      'Kelin tel': phones,
      Xaridor: ['Zebo', 'Munisa', 'Feruza'],
      Raqami: others,
    });
    expect(found).toMatchObject({ 'Kelin tel': '– (ofOther)', Raqami: 'phone (nameAndValues)' });
  });

  test('is taken where nobody is named as the customer', () => {
    expect(told({ Kelin: ['Lola', 'Dildora', 'Nora'], 'Kelin tel': others })['Kelin tel']).toMatch(/^phone/);
  });

  test('nor is a blogger’s', () => {
    expect(told({ 'Blogger tel': phones, Xaridor: ['Zebo', 'Munisa', 'Feruza'], Raqami: others })).toMatchObject({
      'Blogger tel': '– (ofOther)',
      Raqami: 'phone (nameAndValues)',
    });
  });
});

describe('a heading is read', () => {
  test.each([
    ['Buyurtma ID', 'buyurtmaid'],
    ['order_id', 'orderid'],
    ['Order Id:', 'orderid'],
    ['  Telefon * ', 'telefon'],
    ["Narxi (so'm)", 'narxi'],
    ['Narx, so‘m', 'narx'],
    ['Цена, сум', 'цена'],
    ['Нархи (сўм)', 'нархи'],
    ['Miqdor (dona)', 'miqdor'],
    ['Кол-во, шт.', 'колво'],
    ['№ заказа', 'noзаказа'],
    ['Order #', 'orderno'],
    ['shipPostalCode', 'shippostalcode'],
    ['Ф.И.О.', 'фио'],
    ['Tелефон', 'телефон'],
    ['Населённый пункт', 'населенныйпункт'],
  ])('%j as %s', (heading, key) => expect(foldHeading(heading).key).toBe(key));

  test('its units are told apart', () => {
    expect(foldHeading('Количество (кг)')).toMatchObject({ foreignUnit: true, pieces: false });
    expect(foldHeading('Цена продажи (₸/кг)')).toMatchObject({ key: 'ценапродажи', foreignUnit: true });
    expect(foldHeading('Бюджет ₽')).toMatchObject({ key: 'бюджет', foreignUnit: true });
    expect(foldHeading('Miqdor (dona)')).toMatchObject({ foreignUnit: false, pieces: true });
    expect(foldHeading('Chegirma %')).toMatchObject({ key: 'chegirma', percent: true });
    expect(foldHeading('Рабочий телефон (контакт)').key).toBe('рабочийтелефонконтакт');
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (heading) => {
        const { words } = foldHeading(heading);
        expect(foldHeading(words.join(' ')).words.join('')).toBe(words.join(''));
      }),
    );
  });

  test.each(fields.flatMap((field) => fieldNames[field].map((name) => [name, field] as const)))(
    '%j means %s',
    (name, field) => {
      expect(readHeading(name).matches.map((match) => match.field)).toContain(field);
    },
  );

  test('no name is given to two fields, nor both sent and not sent', () => {
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    const note = (name: string, meaning: string) => {
      const { key, percent } = foldHeading(name);
      const known = seen.get(`${key}${percent}`);
      if (known !== undefined && known !== meaning) clashes.push(`${name}: ${known}, ${meaning}`);
      seen.set(`${key}${percent}`, meaning);
    };
    for (const field of fields) for (const name of fieldNames[field]) note(name, field);
    for (const [kind, names] of Object.entries(unsentNames)) for (const name of names) note(name, kind);
    expect(clashes).toEqual([]);
  });

  test('every other list is read too', () => {
    for (const [field, names] of Object.entries(weakNames))
      for (const name of names)
        expect(readHeading(name).matches.map((match) => match.field as string)).toContain(field);
    for (const [part, names] of Object.entries(fieldPartNames))
      for (const name of names) expect([name, readHeading(name).part]).toEqual([name, part]);
    for (const [kind, names] of Object.entries(unsentNames))
      for (const name of names) expect([name, readHeading(name).unsentKind]).toEqual([name, kind]);
  });
});

describe('names and values decide together', () => {
  const phones = ['998901234501', '998901234502', '998931234503'];
  const names = ['Karimova Aziza', 'Yusupov Bekzod', 'Rahimova Dilnoza'];

  test('numbers with 998 are phones whatever the column is called', () => {
    expect(told({ Manzil: phones })).toEqual({ Manzil: 'phone (valuesPhones)' });
    expect(told({ Ustun: phones })).toEqual({ Ustun: 'phone (valuesPhones)' });
    expect(told({ Raqam: phones })).toMatchObject({ Raqam: expect.stringMatching(/^phone/) });
    expect(told({ 'Buyurtma raqami': ['1', '2', '3'], Nomer: phones })).toMatchObject({
      Nomer: expect.stringMatching(/^phone/),
    });
  });

  test('but not a courier’s, nor a second one', () => {
    expect(told({ Telefon: phones, Kuryer: phones, 'Telefon 2': phones })).toEqual({
      Telefon: 'phone (knownName)',
      Kuryer: '– (notAField)',
      'Telefon 2': '– (secondPhone)',
    });
  });

  test('a number sign that counts the rows is no order number', () => {
    expect(told({ '№': ['1', '2', '3'] })).toEqual({ '№': '– (rowCounter)' });
    expect(told({ '№': ['0', '1', '2'] })).toEqual({ '№': '– (rowCounter)' });
    expect(told({ '№': ['1041', '1041', '1042'] })).toEqual({ '№': 'order_id (nameAndValues)' });
    expect(told({ '№': ['1', '2', '3'], 'Buyurtma raqami': ['7', '7', '8'] })).toEqual({
      '№': '– (rowCounter)',
      'Buyurtma raqami': 'order_id (knownName)',
    });
  });

  test('nine digits that begin with zero are an accounting program’s numbers, not phones', () => {
    const numbers = ['000001254', '000001254', '000001255'];
    expect(told({ Номер: numbers })).toEqual({ Номер: 'order_id (nameAndValues)' });
    expect(told({ 'T/r': ['1', '2', '3'], Raqami: numbers })).toMatchObject({ Raqami: 'order_id (nameAndValues)' });
    expect(told({ Номер: ['901234501', '901234502', '931234503'] })).toMatchObject({
      Номер: expect.stringMatching(/^phone/),
    });
  });

  test('an order in pieces is how many are ordered', () => {
    const pieces = ['10', '40', '24'];
    expect(told({ 'Заказ, шт': pieces })).toEqual({ 'Заказ, шт': 'quantity (wordsSay)' });
    expect(told({ 'Buyurtma (dona)': pieces, Miqdori: pieces })).toMatchObject({
      'Buyurtma (dona)': expect.stringMatching(/^–/),
      Miqdori: expect.stringMatching(/^quantity/),
    });
    expect(told({ 'Buyurtma, dona': ['Чойнак', 'Пиёла'] })).toMatchObject({
      'Buyurtma, dona': expect.stringMatching(/^product_name/),
    });
  });

  test('the seller’s price is the price; that without a role goes before it', () => {
    const prices = ['189000', '64000', '64000'];
    expect(told({ 'Цена продавца': prices })).toEqual({ 'Цена продавца': 'price (knownName)' });
    expect(told({ 'Sotuvchi narxi': prices, Narxi: prices })).toMatchObject({
      Narxi: expect.stringMatching(/^price/),
      'Sotuvchi narxi': expect.stringMatching(/^–/),
    });
    expect(told({ 'Цена поставщика': prices })).toMatchObject({ 'Цена поставщика': expect.stringMatching(/^–/) });
  });

  test.each(['Содержимое', 'Вложение', 'Contents', 'Ichidagilar'])('«%s» of a parcel is the product', (heading) => {
    expect(told({ [heading]: ['Сервиз чайный', 'Салатник', 'Салатник'] })).toMatchObject({
      [heading]: expect.stringMatching(/^product_name/),
    });
  });

  test('weak names hold only where the values fit', () => {
    expect(told({ ID: ['311', '312', '315'] })).toEqual({ ID: 'order_id (nameAndValues)' });
    expect(told({ ID: ['a1', 'b2', 'c3'] })).toEqual({ ID: '– (valuesDoNotFit)' });
    expect(told({ Name: names })).toEqual({ Name: 'full_name (nameAndValues)' });
    expect(told({ Name: ['#71733', '#71734'] })).toEqual({ Name: 'order_id (nameAndValues)' });
    expect(told({ State: ['Buxoro', 'Xorazm', 'Navoiy'] })).toEqual({ State: 'region (nameAndValues)' });
    expect(told({ State: ['new', 'новый', 'shipped'] })).toEqual({ State: 'fulfillment_status (nameAndValues)' });
    expect(told({ Буюртма: ['Чойнак', 'Пиёла'] })).toEqual({ Буюртма: 'product_name (nameAndValues)' });
    expect(told({ Буюртма: ['1041', '1042'] })).toEqual({ Буюртма: 'order_id (nameAndValues)' });
    expect(told({ ID: [] })).toEqual({ ID: '– (valuesDoNotFit)' });
  });

  test('merchants’ codes never become product ids, dates of making never delivery dates', () => {
    expect(told({ SKU: ['17', '18'], Artikul: ['1', '2'], Shtrixkod: ['4780001234567', '4780001234568'] })).toEqual({
      SKU: 'product_code (betterOfTwo)',
      Artikul: '– (otherColumn)',
      Shtrixkod: '– (otherColumn)',
    });
    expect(guess({ SKU: ['17', '18'] })[0]?.candidates).toEqual([{ field: 'client_product_id', confidence: 0.3 }]);
    expect(
      told({
        Sana: ['24.11.2026', '25.11.2026'],
        Дата: ['24.11.2026', '24.11.2026'],
        'Created at': ['2026-11-24', '2026-11-25'],
      }),
    ).toEqual({ Sana: '– (created)', Дата: '– (created)', 'Created at': '– (created)' });
    expect(guess({ Sana: ['24.11.2026'] })[0]?.candidates).toEqual([{ field: 'scheduled_at', confidence: 0.3 }]);
  });

  test('a total is a final price only where its values say so', () => {
    const rows = { Narxi: ['100000', '50000', '90000'], Soni: ['1', '2', '1'], Chegirma: ['10000', '0', '5000'] };
    expect(told({ ...rows, Jami: ['90000', '50000', '85000'] })).toMatchObject({
      Jami: 'final_price (priceMinusDiscount)',
    });
    expect(told({ ...rows, Jami: ['90000', '100000', '85000'] })).toMatchObject({
      Jami: 'final_price (priceMinusDiscount)',
    });
    expect(told({ ...rows, Jami: ['240000', '240000', '240000'] })).toMatchObject({ Jami: '– (total)' });
    expect(told({ ...rows, Chegirma: ['0', '0', '0'], Jami: ['100000', '50000', '90000'] })).toMatchObject({
      Jami: '– (total)',
    });
    expect(told({ Narxi: rows.Narxi, Jami: rows.Narxi })).toMatchObject({ Jami: '– (total)' });
    expect(told({ Narxi: rows.Narxi, 'Yakuniy narx': rows.Narxi })).toMatchObject({
      'Yakuniy narx': 'final_price (knownName)',
    });
  });

  test('a status column with words of another system is shown, not taken', () => {
    expect(told({ 'Fulfillment Status': ['fulfilled', 'unfulfilled', 'fulfilled'] })).toEqual({
      'Fulfillment Status': '– (valuesDoNotFit)',
    });
    expect(told({ Holat: ['Yangi', 'Yangi', 'Bekor'] })).toEqual({ Holat: 'fulfillment_status (knownName)' });
  });

  test('two known names for one field: the better one with less confidence, and the other named', () => {
    const [first, second] = guess({ 'Buyurtma raqami': ['1', '2'], 'Номер заказа': ['11', '12'] });
    expect(first).toMatchObject({
      field: 'order_id',
      confidence: 0.75,
      reason: { code: 'betterOfTwo', params: { other: 'Номер заказа' } },
    });
    expect(second).toMatchObject({
      field: null,
      reason: { code: 'otherColumn', params: { field: 'order_id', other: 'Buyurtma raqami' } },
      candidates: [{ field: 'order_id' }],
    });
  });

  test('columns that are headed alike are told apart by their letters', () => {
    const cells = [['+998901234567'], ['+998931234567'], ['Toshkent']].map((column) =>
      column.map((text) => ({ kind: 'text', text }) as const),
    );
    const [first, second, third] = guessColumns(['Телефон', 'телефон ', ''], (column) => cells[column] ?? [], {
      rowCount: 1,
    });
    expect(first).toMatchObject({ called: 'Телефон (A)', reason: { params: { other: 'телефон (B)' } } });
    expect(second).toMatchObject({
      called: 'телефон (B)',
      reason: { params: { field: 'phone', other: 'Телефон (A)' } },
    });
    expect(third).toMatchObject({ called: 'C' });
  });

  test('a discount on the whole order is not one on the product', () => {
    expect(told({ 'Lineitem name': ['a', 'b'], 'Discount Amount': ['5000', ''] })).toMatchObject({
      'Discount Amount': '– (orderDiscount)',
    });
    expect(
      told({ 'Lineitem name': ['a', 'b'], 'Discount Amount': ['5000', ''], 'Lineitem discount': ['5000', '0'] }),
    ).toMatchObject({ 'Lineitem discount': 'discount (knownName)' });
    expect(told({ 'Discount Amount': ['5000', '0'] })).toEqual({ 'Discount Amount': 'discount (knownName)' });
    expect(told({ discount_total: ['5000', '0'] })).toEqual({ discount_total: '– (orderDiscount)' });
  });

  test('the last level of a heading with groups tells', () => {
    expect(
      told({
        'Заказы/Номер заказа': ['40001', '40002'],
        'Заказы / ФИО покупателя': names,
        'Viloyat/shahar': ['Buxoro', 'Nukus'],
      }),
    ).toEqual({
      'Заказы/Номер заказа': 'order_id (knownName)',
      'Заказы / ФИО покупателя': 'full_name (knownName)',
      'Viloyat/shahar': 'region (knownName)',
    });
  });

  test('the payer’s details serve where the recipient’s are blank', () => {
    const shopify = {
      'Lineitem name': ['a', 'b'],
      'Billing Phone': phones.slice(0, 2),
      'Shipping Phone': ['', ''],
      'Billing City': ['Buxoro', 'Nukus'],
      'Shipping City': ['Olot', 'Olot'],
    };
    expect(told(shopify)).toMatchObject({
      'Billing Phone': 'phone (knownName)',
      'Shipping Phone': '– (emptyColumn)',
      'Shipping City': 'city (knownName)',
      'Billing City': '– (billing)',
    });
  });

  test('parts join in the file’s order, and a whole name or address is not doubled', () => {
    expect(guess({ Familiya: ['Karimova'], Ism: ['Aziza'], Telefon: phones }).map(({ field }) => field)).toEqual([
      'full_name',
      'full_name',
      'phone',
    ]);
    expect(told({ Ism: ['Aziza', 'Bekzod'] })).toEqual({ Ism: 'full_name (nameAndValues)' });
    expect(
      told({ 'F.I.Sh.': names, Ism: ['Aziza', 'Bekzod', 'Dilnoza'], Familiya: ['Karimova', 'Yusupov', 'Rahimova'] }),
    ).toEqual({ 'F.I.Sh.': 'full_name (knownName)', Ism: '– (otherColumn)', Familiya: '– (otherColumn)' });
    expect(told({ Manzil: ['Chilonzor 5', 'Navoiy 3'], "Mo'ljal": ['bozor', 'maktab'] })).toEqual({
      Manzil: 'address (joined)',
      "Mo'ljal": 'address (joined)',
    });
    expect(told({ address_1: ['Chilonzor 5', 'Navoiy 3'], address_2: ['', '2-qavat'] })).toEqual({
      address_1: 'address (joined)',
      address_2: 'address (joined)',
    });
  });

  test('typing mistakes are recognised with less confidence', () => {
    for (const [heading, field] of [
      ['Telfon', 'phone'],
      ['Manzll', 'address'],
      ['Vilayat', 'region'],
      ['Колличество', 'quantity'],
      ['Buyurtma raqmi', 'order_id'],
      ['Quantitty', 'quantity'],
      ['Чегрима', 'discount'],
    ] as const) {
      const [found] = guess({ [heading]: [] });
      expect([heading, found?.field, found?.reason.code]).toEqual([heading, field, 'similarName']);
      expect(found?.confidence).toBeLessThan(0.8);
    }
    expect(told({ Telfon: ['Buxoro', 'Nukus', 'Olot'] })).toEqual({ Telfon: '– (valuesDoNotFit)' });
  });

  test('other people’s phones and addresses are not the customer’s', () => {
    expect(
      told({
        'Телефон курьера': ['1'],
        'Адрес склада': ['Ташкент'],
        'Адрес электронной почты': ['a@b.uz'],
        'ФИО менеджера': ['Алишер Каримов'],
      }),
    ).toEqual({
      'Телефон курьера': '– (ofOther)',
      'Адрес склада': '– (ofOther)',
      'Адрес электронной почты': '– (notAField)',
      'ФИО менеджера': '– (ofOther)',
    });
  });
});

describe('whatever the sheet', () => {
  const heading = fc.oneof(
    fc.constantFrom(
      ...fields.flatMap((field) => fieldNames[field]),
      ...Object.values(weakNames).flat(),
      ...Object.values(fieldPartNames).flat(),
      ...Object.values(unsentNames).flat(),
    ),
    fc.string({ maxLength: 20 }),
  );
  const value = fc.constantFrom('', '1', '2', '998901234567', 'Buxoro', 'Ali', '10%', '95 000', '24.11.2026', 'new');
  const sheet = fc.array(fc.tuple(heading, fc.array(value, { minLength: 3, maxLength: 3 })), { maxLength: 12 });

  test('there is one guess per column, no field is given twice except to parts that join, and every reason has words', () => {
    fc.assert(
      fc.property(sheet, (columns) => {
        const guesses = guessColumns(
          columns.map(([name]) => name),
          (column) =>
            (columns[column]?.[1] ?? []).map((text): Cell => ({ kind: text === '' ? 'empty' : 'text', text })),
          { rowCount: 3 },
        );
        expect(guesses.map(({ column }) => column)).toEqual(columns.map((_, index) => index));
        const given = guesses.filter(({ field }) => field !== null);
        for (const { field, reason, confidence, candidates } of given) {
          const same = given.filter((other) => other.field === field).length;
          expect(same === 1 || reason.code === 'joined').toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          expect(candidates.some((candidate) => candidate.field === field)).toBe(false);
        }
        for (const { reason } of guesses) {
          const key = `reason.${reason.code}`;
          if (!translatorFor('en').knows(key)) throw new Error(`${key} has no sentence`);
          for (const language of languages) expect(translatorFor(language)(key, reason.params)).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});
