/** What a heading says by itself (docs/domain.md, «Headings»). */
import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';

/** `phone`, `phone?` weak, `phone~` nearly, `phone%` hinted, `phone=` the field's own name; then scope, part and kind where there are any. */
function said(heading: string): string {
  const { matches, scope, part, unsentKind } = readHeading(heading);
  const marks = { own: '=', known: '', composed: '+', weak: '?', similar: '~', hinted: '%' };
  return [
    ...matches.map(({ field, strength }) => `${field}${marks[strength]}`),
    ...(scope === 'none' ? [] : [`(${scope})`]),
    ...(part === undefined ? [] : [`part ${part}`]),
    ...(unsentKind === undefined ? [] : [`not sent: ${unsentKind}`]),
  ].join(' ');
}
const fieldOf = (heading: string) => readHeading(heading).matches[0]?.field ?? null;
const strengthOf = (heading: string) => readHeading(heading).matches[0]?.strength ?? null;

describe('what explains a heading', () => {
  it.each([
    ['ID товара\n(из системы склада)', 'client_product_id'],
    ['Клиент (фамилия, имя)', 'full_name+'],
    ['Область / город республиканского значения', 'region'],
    ['Телефон (курьера)', 'not sent: ofOther'],
    ['Цена продажи (₸/кг)', ''],
  ])('%j', (heading, expected) => expect(said(heading)).toBe(expected));

  it.each([
    ['Накладная', 'order_id%'],
    ['Отгружено, шт', 'quantity%'],
    ['Остаток, шт', ''],
  ])('%j', (heading, expected) => expect(said(heading)).toBe(expected));

  it('a word known but for a letter', () => {
    expect(said('Ценна')).toBe('price~');
  });

  it('a product’s number may be the order’s', () => {
    expect(said('№ букета')).toBe('product_code+ order_id%');
  });
});

describe('the document’s own names', () => {
  it.each(['order_id', 'Order ID', 'orderID', 'ORDER_ID *', ' order id: '])('%j is the order number', (heading) => {
    expect(said(heading)).toBe('order_id=');
  });
});

describe('names in three languages and every writing', () => {
  it.each([
    ['Telefon', 'phone'],
    ['ТЕЛЕФОН:', 'phone'],
    ['Телефон клиента', 'phone'],
    ['Buyurtma raqami', 'order_id'],
    ['Буюртма рақами', 'order_id'],
    ['Номер заказа', 'order_id'],
    ['Manzil', 'address'],
    ['Viloyat', 'region'],
    ['Область', 'region'],
    ['Miqdor (dona)', 'quantity'],
    ['Количество, шт.', 'quantity'],
    ["Narxi (so'm)", 'price'],
    ['Цена, сум', 'price'],
    ['Yetkazish sanasi', 'scheduled_at'],
    ['F.I.Sh.', 'full_name'],
    ['ФИО', 'full_name'],
  ])('%j', (heading, field) => expect([fieldOf(heading), strengthOf(heading)]).toEqual([field, 'known']));
});

describe('names that nearly are', () => {
  it.each([
    ['Telefom', 'phone'],
    ['Tellefon', 'phone'],
    ['Viloyatt', 'region'],
  ])('%j is %s with less confidence', (heading, field) => {
    expect([fieldOf(heading), strengthOf(heading)]).toEqual([field, 'similar']);
  });

  it.each([
    ['Telefon raqamingiz', 'phone'],
    ['Mijozning manzili', 'address'],
  ])('%j is %s by its words together', (heading, field) => {
    expect([fieldOf(heading), strengthOf(heading)]).toEqual([field, 'composed']);
  });

  it.each(['Izohlar', 'Rangi', 'Xyz', 'a', '', '12345', '—'])('%j is nothing', (heading) => {
    expect(readHeading(heading).matches).toEqual([]);
  });
});

describe('somebody else’s phone and address', () => {
  it.each(['Kuryer telefoni', 'Телефон менеджера', 'Doʻkon manzili', 'Адрес склада', 'Sender phone', 'Email address'])(
    '%j is no field',
    (heading) => expect(readHeading(heading).matches).toEqual([]),
  );

  it.each(['Telefon 2', 'Qoʻshimcha telefon', 'Доп. телефон'])('%j is a second phone, not sent', (heading) => {
    expect(said(heading)).toBe('not sent: secondPhone');
  });
});

describe('units overrule names', () => {
  it.each([
    ['Количество (кг)', null],
    ['Цена продажи (₸/кг)', null],
    ['Цена, $', null],
    ['Miqdor', 'quantity'],
    ['Narxi (UZS)', 'price'],
  ])('%j', (heading, field) => expect(fieldOf(heading)).toBe(field));

  it.each(['Chegirma %', 'Скидка %', 'Chegirma, %', 'Discount (%)'])('%j is no sum', (heading) => {
    expect(said(heading)).toBe('not sent: discountPercent');
  });

  it('a discount without it is one', () => expect(fieldOf('Chegirma')).toBe('discount'));
});

describe('scopes of shop exports', () => {
  it.each([
    ['Shipping City', 'city', 'shipping'],
    ['Billing City', 'city', 'billing'],
    ['Shipping Zip', 'zip', 'shipping'],
    ['Lineitem quantity', 'quantity', 'item'],
    ['Lineitem price', 'price', 'item'],
    ['shipping_phone', 'phone', 'shipping'],
  ])('%j', (heading, field, scope) => {
    expect([fieldOf(heading), readHeading(heading).scope]).toEqual([field, scope]);
  });

  it.each([
    ['Shipping Address2', 'addressMore', 'shipping'],
    ['billing_first_name', 'firstName', 'billing'],
    ['shipping_last_name', 'lastName', 'shipping'],
    ['Familiya', 'lastName', 'none'],
    ['Moʻljal', 'landmark', 'none'],
  ])('%j is a part', (heading, part, scope) => {
    expect([readHeading(heading).part, readHeading(heading).scope]).toEqual([part, scope]);
  });
});

describe('headings in two rows', () => {
  it.each([
    ['Заказы/Номер заказа', 'order_id'],
    ['Mijoz / Telefon', 'phone'],
    ['Tovar/Narxi', 'price'],
  ])('%j: the lower one speaks', (heading, field) => expect(fieldOf(heading)).toBe(field));
});

describe('headings of two things', () => {
  it.each([
    ['Filial yoki manzil', 'address'],
    ['Магазин или адрес', 'address'],
    ['Mijoz yoki firma nomi', 'full_name'],
    ['Имя или компания', 'full_name'],
    ['Артикул или название', 'product_name'],
    ['Mijoz / tashkilot', 'full_name'],
    ['Телефон/Telegram', 'phone'],
    ['Цена/шт', 'price'],
    ['Ц/ед', 'price'],
    ['Narx/dona', 'price'],
  ])('%j is of the one that is a field', (heading, field) => expect(fieldOf(heading)).toBe(field));

  it.each([
    ['Товар/шт', 'quantity'],
    ['Отправитель / Телефон', null],
    ['Телефон / курьер', null],
    ['Телефон/магазин', null],
    ['Mijoz yoki kuryer', null],
  ])('%j: the second one speaks, or nobody of the order', (heading, field) => expect(fieldOf(heading)).toBe(field));
});
