/** Whose name goes out where the sheet tells who ordered from who gets it, and has one phone. */
import { describe, expect, it } from 'vitest';
import { issueCodes, openRows } from '../../../support/batch.ts';
import type { TestCell } from '../../../support/table.ts';

const customers = ['Oybek Sultonov', 'Lazizbek Ahmadov', 'Jahongir Mamadaliyev'];
const recipients = ['Muhayyo Sultonova', 'Zulayho Ahmadova', 'Onam, Hojiniso'];
const phones = ['+998907316204', '+998935042817', '+998977628135'];
const further = ['+998901112233', '+998935556677', '+998998887766'];

type People = readonly (readonly [heading: string, values: readonly TestCell[]])[];

/** Opens orders with these columns behind the number. */
function opened(...people: People) {
  const rows = [0, 1, 2].map((at) => [
    String(7701 + at),
    ...people.map(([, values]) => values[at] ?? ''),
    'Fargʻona viloyati',
    `Rishton, Kulolchilar ${at + 5}`,
    '3',
    '1',
    String(380000 + at * 1000),
    `25.11.2026 1${at}:00`,
  ]);
  const headings = people.map(([heading]) => heading);
  const sheet = [
    ['Buyurtma №', ...headings, 'Viloyat', 'Manzil', 'Mahsulot ID', 'Soni', 'Narxi', 'Yetkazish vaqti'],
    ...rows,
  ];
  return openRows(sheet);
}

const codes: readonly string[] = ['orders.onePhoneForTwo', 'orders.nameAndPhoneOfTwo'];
const asked = (...people: People) =>
  opened(...people)
    .summary()
    .fileIssues.filter(({ code }) => codes.includes(code));

describe('one phone for who ordered and who gets it', () => {
  it.each([
    ['Mijoz', 'Telefon', 'Kimga'],
    ['Клиент', 'Телефон', 'Для кого'],
    ['Заказчик', 'Телефон', 'Получатель (имя)'],
    ['Mijoz', 'Telefon', 'Kimga sovgʻa'],
    ['Mijoz', 'Telefon', 'Sovgʻa oluvchi'],
    ['Customer', 'Phone', 'Recipient name'],
    ['Клиент', 'Телефон', 'Именинник'],
    ['Клиент', 'Телефон', 'Кому открытка'],
    ['Ф.И.О.', 'Телефон', 'Получатель'],
    ['Плательщик', 'Телефон', 'Получатель'],
    ['Mijoz', 'Mijoz telefoni', 'Kimga'],
    ['Kim buyurtma berdi', 'Telefon', 'Kimga'],
    ['Кто заказал', 'Телефон', 'Кому доставить'],
    ['Заказал', 'Тел.', 'Получает'],
  ])('is asked about, the recipient first: %s, %s, %s', (customer, phone, recipient) => {
    const found = asked([customer, customers], [phone, phones], [recipient, recipients]);
    expect(found).toMatchObject([
      { severity: 'warning', code: 'orders.onePhoneForTwo', params: { recipient, customer, phone, name: recipient } },
    ]);
    expect(found[0]?.answers?.map(({ fix }) => fix)).toMatchObject([
      { kind: 'setColumn', heading: recipient, field: 'full_name' },
      { kind: 'setColumn', heading: customer, field: 'full_name' },
    ]);
  });

  it('also where the phone stands before both', () => {
    expect(asked(['Telefon', phones], ['Mijoz', customers], ['Kimga', recipients])).toHaveLength(1);
  });

  it('is not where the phone is the recipient’s, by its heading or its place', () => {
    expect(asked(['Mijoz', customers], ['Kimga', recipients], ['Telefon', phones])).toEqual([]);
    expect(asked(['Mijoz', customers], ['Kimga', recipients], ['Oluvchi telefoni', phones])).toEqual([]);
    expect(asked(['Mijoz', customers], ['Telefon', phones], ['Kimga', recipients], ['Kimga telefon', further])).toEqual(
      [],
    );
    const own = ['Oluvchining raqami', further] as const;
    expect(asked(['Mijoz', customers], ['Mijoz tel', phones], ['Kimga', recipients], own)).toEqual([]);
  });

  it('is not where the phone’s heading names the recipient by the same word', () => {
    const parent = ['Родитель (получатель)', recipients] as const;
    expect(asked(['Заказчик', customers], parent, ['Тел. родителя', phones])).toEqual([]);
    expect(asked(['Заказчик', customers], parent, ['Тел. заказчика', phones])).not.toEqual([]);
  });

  it('is another question where the recipient’s own phone was not taken', () => {
    const own = 'Uning telefoni';
    const found = asked(['Mijoz', customers], ['Telefon', phones], ['Kimga', recipients], [own, further]);
    expect(found).toMatchObject([{ code: 'orders.nameAndPhoneOfTwo', params: { name: 'Kimga', phone: 'Telefon' } }]);
    expect(found[0]?.fix).toMatchObject({ kind: 'setColumn', heading: own, field: 'phone' });
  });

  it('is not where both are one person, or one alone is named', () => {
    expect(asked(['Mijoz', customers], ['Telefon', phones], ['Kimga', customers])).toEqual([]);
    const shorter = customers.map((name) => name.split(' ')[0] ?? '');
    expect(asked(['Mijoz', customers], ['Telefon', phones], ['Kimga', shorter])).toEqual([]);
    expect(asked(['Qabul qiluvchi', recipients], ['Telefon', phones])).toEqual([]);
    expect(asked(['Customer', customers], ['Phone', phones], ['Assigned to', recipients])).toEqual([]);
    expect(asked(['Mijoz', customers], ['Telefon', phones], ['Kimga', ['', '', '']])).toEqual([]);
  });

  it('is said of the file alone where only some orders are for somebody else', () => {
    const others = ['', recipients[1] ?? '', ''];
    const people = [
      ['Покупатель', customers],
      ['Телефон', phones],
      ['Получатель (если другой)', others],
    ] as const;
    expect(asked(...people)).toHaveLength(1);
    expect(issueCodes(opened(...people))).not.toContain('orders.twoPeople');
    // The recipient's own phone is another matter: who ordered is named in their stead.
    const told = opened(['Покупатель', customers], ['Телефон получателя', phones], ['Получатель', others]);
    expect(issueCodes(told)).toContain('orders.twoPeople');
  });
});

describe('another person under a word that nobody knows', () => {
  const two = (...people: People) =>
    opened(...people)
      .summary()
      .fileIssues.filter(({ code }) => code === 'orders.twoColumns');

  it('is asked about, with name and phone', () => {
    const found = two(
      ['Заказчик', customers],
      ['Тел. заказчика', phones],
      ['Прораб на объекте', recipients],
      ['Тел. прораба', further],
    );
    expect(found.map(({ severity, field }) => [severity, field])).toEqual([
      ['warning', 'full_name'],
      ['warning', 'phone'],
    ]);
    expect(found[0]?.answers?.map(({ fix }) => (fix.kind === 'setColumn' ? fix.column : null))).toEqual([1, 3]);
  });

  it.each([
    ['who is known to be somebody else', 'Курьер', 'Тел. курьера', further],
    ['who stands in several rows', 'Консультант', 'Тел. консультанта', [further[0]!, further[0]!, further[1]!]],
    ['without a phone', 'Консультант', 'Izoh', ['tez', '', '']],
  ])('%s is not', (_, name, phone, values) => {
    expect(two(['Клиент', customers], ['Телефон', phones], [name, recipients], [phone, values])).toEqual([]);
  });
});
