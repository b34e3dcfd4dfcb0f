/** What the judgement takes by its pieces of evidence (docs/domain.md, «How a column is judged»). */
import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../shared/domain/columns/guess-columns.ts';
import type { Cell } from '../../../../shared/domain/table/table.ts';

type Columns = readonly (readonly [heading: string, ...values: string[]])[];
const today = '2026-11-24';

/** `phone (knownName)`, `– (ofOther)`, in the sheet's order. */
function told(columns: Columns): string[] {
  const cells = (column: number): Cell[] =>
    (columns[column]?.slice(1) ?? []).map((text) => ({ kind: text === '' ? 'empty' : 'text', text }));
  return guessColumns(
    columns.map(([heading]) => heading),
    cells,
    { rowCount: cells(0).length, today },
  ).map(({ field, reason }) => `${field ?? '–'} (${reason.code})`);
}

const phones = ['901234501', '901234502', '931234503'] as const;
const others = ['712000001', '712000001', '712000001'] as const;
const people = ['Karimova Aziza', 'Yusupov Bekzod', 'Rahimova Dilnoza'] as const;

describe('days to come', () => {
  const day = (...values: string[]) => told([['Sana', ...values]]);

  it('are told without a year, and by words that count from today', () => {
    expect(day('25.11', '26 noyabr')).toEqual(['scheduled_at (datesAhead)']);
    expect(day('ertaga', 'indinga', 'juma')).toEqual(['scheduled_at (datesAhead)']);
    expect(day('20.11', '21.11')).toEqual(['– (created)']);
  });

  it('of a heading that says only «date» need not lie ahead for the most part', () => {
    expect(day('24.11.2026', '24.11.2026', '25.11.2026')).toEqual(['scheduled_at (datesAhead)']);
    expect(told([['Дата заказа', '24.11.2026', '24.11.2026', '25.11.2026']])).toEqual(['– (created)']);
  });

  it('of two, the one on which it reaches the customer', () => {
    expect(
      told([
        ['Отправка', '25.11.2026', '25.11.2026'],
        ['Вручение', '26.11.2026', '27.11.2026'],
      ]),
    ).toEqual(['– (otherColumn)', 'scheduled_at (datesAhead)']);
  });

  it('are read month first where a cell proves it, so that a stamp of a form is none', () => {
    const form = (day: string): Columns => [
      ['Timestamp', '11/20/2026 21:15:03', '11/23/2026 8:02:44'],
      ['When should we deliver?', '12/3/2026', day],
    ];
    expect(told(form('12/15/2026'))[0]).toBe('– (created)');
    expect(told(form('12/15/2026'))[1]).toMatch(/^scheduled_at/);
    expect(day('11/26/2026', '11/27/2026')).toEqual(['scheduled_at (datesAhead)']);
  });

  it('are no sums', () => expect(told([['Summa', '0.10', '5.10']])[0]).toMatch(/^– /));
});

describe('ids of products', () => {
  const ids: Columns = [
    ['Buyurtma raqami', '501', '502', '503'],
    ['Hadya ID', '17', '18', '17'],
    ['Soni', '1', '2', '1'],
  ];

  it('are the one column of ids beside those of items, whatever the ware', () => {
    expect(told(ids)[1]).toBe('client_product_id (wordsSay)');
  });

  it('but not beside a name of the product, or away from the items', () => {
    expect(told([...ids, ['Mahsulot nomi', 'Choynak', 'Piyola', 'Choynak']])[1]).toMatch(/^– /);
    expect(told([ids[1]!, ids[0]!, ['Mijoz', ...people], ids[2]!])[0]).toMatch(/^– /);
  });

  it('are the WMS’s beside the shop’s own codes', () => {
    expect(told([ids[0]!, ['SKU', 'CH-1', 'PI-7', 'CH-1'], ['WMS ID', '71', '72', '71'], ids[2]!]).slice(1, 3)).toEqual(
      ['– (valuesDoNotFit)', 'client_product_id (wordsSay)'],
    );
  });
});

describe('whose', () => {
  it('a number beside a person is a phone where it looks like one', () => {
    expect(
      told([
        ['Kuryer raqami', ...phones],
        ['Mijoz raqami', ...phones],
      ]),
    ).toEqual(['– (ofOther)', 'phone (wordsSay)']);
    expect(told([['Mijoz raqami', '17', '18', '19']])[0]).toMatch(/^– /);
  });

  it('the sender’s details are never taken, by words, by the heading above, or by what stands before', () => {
    expect(told([['Тел. отправителя', ...phones]])).toEqual(['– (ofOther)']);
    expect(
      told([
        ['Отправитель / Телефон', ...phones],
        ['Получатель / Телефон', ...phones],
      ])[0],
    ).toBe('– (ofOther)');
    expect(
      told([
        ['Отправитель', ...people],
        ['Телефон', ...phones],
        ['Получатель', ...people],
        ['Телефон', ...phones],
      ]),
    ).toEqual(['– (ofOther)', '– (ofOther)', 'full_name (knownName)', 'phone (knownName)']);
  });

  it('a phone beside another person’s name is only offered', () => {
    const columns: Columns = [
      ['Курьер', ...people],
      ['Телефон', ...phones],
      ['Мижоз', ...people],
    ];
    expect(told(columns)[1]).toMatch(/^– /);
  });

  it('a phone behind the other person’s own phone is the customer’s', () => {
    const columns: Columns = [
      ['Mijoz', ...people],
      ['Menejer', ...people],
      ['Menejer tel', ...others],
      ['Telefon', ...phones],
    ];
    expect(told(columns)[3]).toMatch(/^phone/);
  });

  it('a counterparty stands in for the customer, a guarantor never', () => {
    expect(told([['Телефон контрагента', ...phones]])[0]).toMatch(/^phone/);
    expect(told([['Телефон поручителя', ...phones]])[0]).toBe('– (ofOther)');
  });

  it('the recipient’s go before the customer’s, without a question', () => {
    const columns: Columns = [
      ['Клиент', ...people],
      ['Получатель', ...people],
    ];
    expect(told(columns)).toEqual(['– (otherColumn)', 'full_name (knownName)']);
  });

  it('one phone on all rows gives way to one of each customer’s', () => {
    expect(
      told([
        ['Телефон', ...others],
        ['Моб.', ...phones],
      ]),
    ).toEqual(['– (otherColumn)', expect.stringMatching(/^phone/)]);
  });
});

describe('dates ahead', () => {
  it.each<[string, Columns, string]>([
    ['under a heading of orders', [['Sana', '25.11.2026', '26.11.2026']], 'scheduled_at (datesAhead)'],
    ['under an unknown one', [['Слот', '25.11.2026', '26.11.2026']], 'scheduled_at (datesAhead)'],
    ['not where one has passed', [['Sana', '23.11.2026', '26.11.2026']], '– (created)'],
    ['of a term for delivering', [['Yetkazish muddati', '25.11.2026', '26.11.2026']], 'scheduled_at (wordsSay)'],
    ['not of making', [['Дата создания', '25.11.2026', '26.11.2026']], '– (created)'],
    ['not years ahead', [['Срок годности', '31.05.2028', '30.06.2028']], '– (unknown)'],
  ])('%s', (_, columns, expected) => expect(told(columns)[0]).toBe(expected));

  it('the customer’s day goes before the day on which goods leave the warehouse', () => {
    const columns: Columns = [
      ['Отгрузка со склада', '25.11.2026', '25.11.2026'],
      ['Доставка клиенту', '27.11.2026 10:00', '28.11.2026 11:00'],
    ];
    expect(told(columns)[1]).toBe('scheduled_at (datesAhead)');
  });

  it('regions under «Qayerga» are regions where another column has the address', () => {
    const columns: Columns = [
      ['Qayerdan', 'Toshkent shahri', 'Toshkent shahri'],
      ['Kim beradi', ...people],
      ['Qayerga', 'Buxoro viloyati', 'Navoiy viloyati'],
      ['Oluvchi manzili', 'Navoiy koʻchasi 5', 'Bobur koʻchasi 12'],
    ];
    expect(told(columns).slice(2)).toEqual(['region (valuesRegions)', expect.stringMatching(/^address/)]);
  });

  it('«Доставка» is a fee or a date by its values', () => {
    expect(told([['Доставка', '20.11.2026', '21.11.2026']])).toEqual(['scheduled_at (nameAndValues)']);
    expect(told([['Доставка', '25000', '30000']])).toEqual(['– (deliveryFee)']);
  });
});

describe('arithmetic', () => {
  it('a total of single pieces is their price', () => {
    const columns: Columns = [
      ['Soni', '1', '1'],
      ['Summa', '150000', '90000'],
    ];
    expect(told(columns)[1]).toBe('price (totalOfOne)');
    expect(told([['Soni', '1', '2'], columns[1]!])[1]).toBe('– (total)');
  });

  it('what a total lacks of the price is the discount, whatever its heading', () => {
    expect(
      told([
        ['К оплате', '135000', '90000'],
        ['Бонус', '15000', ''],
        ['Цена', '150000', '90000'],
        ['Кол-во', '1', '1'],
      ])[1],
    ).toBe('discount (priceMinusTotal)');
  });

  it('two columns of unknown headings are the price and what is left of it', () => {
    const columns: Columns = [
      ['UP', '150000', '150000', '99000'],
      ['Disc', '15000', '', '9000'],
      ['Net', '135000', '150000', '90000'],
    ];
    expect([told(columns)[0], told(columns)[2]]).toEqual([
      'price (finalPlusDiscount)',
      'final_price (priceMinusDiscount)',
    ]);
    expect(told([columns[0]!, ['Disc', '', '', ''], columns[0]!])[0]).not.toMatch(/finalPlusDiscount/);
  });

  it('short forms of ids count where the values are ids', () => {
    expect(
      told([
        ['PID', '12', '13'],
        ['VID', '121', '131'],
      ]),
    ).toEqual(['client_product_id (nameAndValues)', 'client_product_variation_id (nameAndValues)']);
    expect(told([['VID', 'Doʻstlik', 'Oddiy']])[0]).not.toMatch(/variation/);
  });

  it('plain codes beside variation ids are the WMS’s', () => {
    expect(
      told([
        ['Код товара', '41', '42'],
        ['Код вариации', '4102', '4201'],
      ]),
    ).toEqual(['client_product_id (codeBesideVariation)', 'client_product_variation_id (wordsSay)']);
  });
});

describe('values alone', () => {
  it('order numbers among words', () => {
    expect(told([['Документ', 'Заказ №4502', 'Заказ №4503']])[0]).toMatch(/^order_id/);
  });
});

describe('a number that begins anew', () => {
  it('counts rows, and is no order’s', () => {
    expect(told([['№', '1', '2', '3', '1', '2']])).toEqual(['– (countsAnew)']);
    expect(told([['№', '1', '1', '2', '3']])[0]).toMatch(/^order_id/);
  });
});

describe('places', () => {
  const regions = ['Джизакская область', 'Сырдарьинская область', 'Джизакская область'] as const;
  const addresses = ['г. Джизак, ул. Мира, 2', 'г. Гулистан, ул. Навоий, 15', 'г. Джизак, ул. Бобура, 7'] as const;

  it('beside a bookkeeper’s phone are not the bookkeeper’s', () => {
    const sheet = told([
      ['Юр. адрес', ...addresses],
      ['Тел. бухгалтерии', ...others],
      ['Область', ...regions],
      ['Адрес доставки', ...addresses],
      ['Кто принимает', ...people],
      ['Моб. принимающего', ...phones],
    ]);
    expect(sheet.map((one) => one.split(' ')[0])).toEqual(['–', '–', 'region', 'address', 'full_name', 'phone']);
  });

  it('before the recipient’s address are the recipient’s, also behind a sender', () => {
    const sheet = told([
      ['Отправитель', ...people],
      ['Тел. отправителя', ...others],
      ['Область', ...regions],
      ['Адрес получателя', ...addresses],
      ['Тел. получателя', ...phones],
    ]);
    expect(sheet[2]).toMatch(/^region/);
  });
});

describe('a name in parts', () => {
  it.each([
    ['Контакт: Имя', 'Контакт: Фамилия'],
    ['Mijoz ismi', 'Mijoz familiyasi'],
    ['Recipient first name', 'Recipient last name'],
    ['Имя получателя', 'Фамилия получателя'],
    ['Contact.First name', 'Contact.Last name'],
  ])('«%s» and «%s» is joined', (first, last) => {
    expect(
      told([
        [first, 'Шахноза', 'Комил', 'Азиза'],
        [last, 'Ражабова', 'Ашуров', 'Каримова'],
      ]),
    ).toEqual(['full_name (joined)', 'full_name (joined)']);
  });

  it('is the recipient’s before a customer’s, and nobody’s of two people', () => {
    const sheet = told([
      ['Имя клиента', 'Шахноза', 'Комил', 'Азиза'],
      ['Фамилия клиента', 'Ражабова', 'Ашуров', 'Каримова'],
      ['Имя получателя', 'Дильноза', 'Умид', 'Нилуфар'],
      ['Фамилия получателя', 'Олимова', 'Назаров', 'Саидова'],
    ]);
    expect(sheet.map((one) => one.split(' ')[0])).toEqual(['–', '–', 'full_name', 'full_name']);
  });
});

describe('the number of a paper', () => {
  const [papers, numbers] = [
    ['000120451', '000120452', '000120460'],
    ['#7781', '№ 7783', '#7784'],
  ] as const;

  it('is not the order’s beside a column of orders', () => {
    for (const [paper, order] of [
      ['Чек №', 'Заказ'],
      ['Chek raqami', 'Buyurtma'],
      ['Invoice No', 'Order'],
    ] as const) {
      expect(
        told([
          [paper, ...papers],
          [order, ...numbers],
        ])[1],
      ).toMatch(/^order_id/);
      expect(
        told([
          [order, ...numbers],
          [paper, ...papers],
        ])[0],
      ).toMatch(/^order_id/);
    }
  });

  it('is the order’s where nothing else is', () => {
    expect(told([['Chek raqami', ...papers]])).toEqual(['order_id (wordsSay)']);
  });
});

describe('people’s names under a heading of places', () => {
  it('are the recipients’, beside the address', () => {
    const addresses = ['Urgut, Navoiy 5', 'Chust, Bobur 9', 'Quva, Mustaqillik 3'];
    expect(
      told([
        ['Ship to', ...people],
        ['Shipping address', ...addresses],
      ]),
    ).toEqual(['full_name (valuesNames)', 'address (knownName)']);
    expect(
      told([
        ['Ship to', ...addresses],
        ['Client', ...people],
      ])[0],
    ).toMatch(/^address /);
  });
});

describe('headings of people and places that are one step away', () => {
  it('a name that means several things may have a letter typed wrong, where the values fit', () => {
    expect(
      told([
        ['Buyrtma', '701', '702'],
        ['Mijoz', ...people.slice(0, 2)],
      ])[0],
    ).toBe('order_id (nameAndValues)');
    expect(
      told([
        ['Buyrtma', 'a', 'b'],
        ['Mijoz', ...people.slice(0, 2)],
      ])[0],
    ).toMatch(/^(?!order_id)/);
  });

  it('who took the order is not who gets it, and neither is who is the same on all rows', () => {
    const takers = ['Петрова', 'Петрова', 'Сидоров'];
    expect(
      told([
        ['Имя', ...people],
        ['Кто принял', ...takers],
      ]),
    ).toEqual(['full_name (nameAndValues)', '– (ofOther)']);
  });

  it('places that differ are not of a sender who is the same on all rows', () => {
    const sheet = (...senders: string[]) =>
      told([
        ['Qabul qiluvchi', ...people],
        ['Qabul qiluvchi telefoni', ...phones],
        ['Joʻnatuvchi', ...senders],
        ['Manzil', 'Urgut, Navoiy 5', 'Chust, Bobur 9', 'Quva, Mustaqillik 3'],
      ])[3];
    expect(sheet('Orzu', 'Orzu', 'Orzu')).toMatch(/^address /);
    expect(sheet('Orzu', 'Umid', 'Baraka')).toBe('– (ofOther)');
  });
});

describe('a product’s heading with pieces in brackets', () => {
  it('is how many of it, where the values are numbers', () => {
    expect(
      told([
        ['Товар (шт)', '1', '2', '6'],
        ['Товар (код WMS)', '31', '33', '32'],
      ]),
    ).toEqual(['quantity (wordsSay)', 'client_product_id (wordsSay)']);
    expect(
      told([
        ['Mahsulot (dona)', 'Choynak', 'Lagan', 'Piyola'],
        ['Soni', '1', '2', '6'],
      ])[0],
    ).toMatch(/^product_name /);
  });
});
