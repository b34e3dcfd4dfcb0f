import { describe, expect, it } from 'vitest';
import { partsOfHeading, readHeadedParts } from '../../../../shared/domain/mixed-cells/headed-parts.ts';

describe('a heading that lists what its cells hold', () => {
  it.each([
    ['Mahsulot (ID - soni - narxi)', ['client_product_id', 'quantity', 'price']],
    ['Товар/Кол-во/Цена', ['product_name', 'quantity', 'price']],
    ['Цена; скидка', ['price', 'discount']],
    ['Товар ID x кол-во', ['client_product_id', 'quantity']],
    ['Mahsulot ID × soni', ['client_product_id', 'quantity']],
  ])('«%s»', (heading, fields) => expect(partsOfHeading(heading)).toEqual(fields));

  // A place in two words, a heading of two levels, the same in two languages, parts of one address.
  it.each(['Область / город', 'Заказы/Номер заказа', 'Buyurtma № / Заказ №', 'Город, улица, дом', 'Цена'])(
    '«%s» is none',
    (heading) => expect(partsOfHeading(heading)).toBeNull(),
  );
});

describe('cells under such a heading', () => {
  const read = (text: string): string =>
    readHeadedParts(text, ['client_product_id', 'quantity', 'price'])
      .parts.map((part) => `${part.meaning} ${part.text}`)
      .join(', ');

  it.each(['31 - 2 ta - 48 000', '31-2-48 000', '31 / 2 шт / 48 000', '31; 2; 48 000'])('«%s»', (text) =>
    expect(read(text)).toBe('client_product_id 31, quantity 2, price 48 000'),
  );

  it.each(['31 - 48 000', 'A-31 - 2 - 48 000', '31 - 2 - 48 000 - 5', '31 - ikkita - 48 000', ''])(
    '«%s» is left as it is',
    (text) => expect(read(text)).toBe(''),
  );
});

it.each(['318 x 2', '318x2', '318 × 2', '318*2'])('«%s» is a ware and its pieces', (text) => {
  const { parts } = readHeadedParts(text, ['client_product_id', 'quantity']);
  expect(parts.map((part) => part.text)).toEqual(['318', '2']);
});

it('leaves the label of a phone out of the part before it', () => {
  const { parts } = readHeadedParts('г. Бухара, ул. Мира, 4, тел. +998901836274', ['address', 'phone']);
  expect(parts.map(({ text }) => text)).toEqual(['г. Бухара, ул. Мира, 4', '998901836274']);
});
