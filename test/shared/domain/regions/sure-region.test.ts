import { expect, it } from 'vitest';
import { openRows, fileCodes, requestsOf } from '../../../support/batch.ts';

const headings = ['Buyurtma raqami', 'Yetkazish sanasi', 'Mijoz', 'Telefon', 'Mahsulot ID', 'Soni', 'Narxi'];
const row = (id: number) => [String(id), '25.11.2026 14:00', 'Karimova Aziza', '+998901234567', '7', '1', '5000'];

function open(places: readonly string[], ...rows: readonly (readonly string[])[]) {
  return openRows([[...headings, ...places], ...rows.map((cells, at) => [...row(at + 1), ...cells])]);
}

it('takes the region of a town without a question where each row has one of one region; «Toshkent» as a town is the city', () => {
  const batch = open(['Shahar', 'Manzil'], ['Chirchiq', 'Navoiy 5'], ['Toshkent', 'Bobur 9']);
  expect(requestsOf(batch).map(({ region }) => region)).toEqual(['Toshkent viloyati', 'Toshkent shahri']);
  expect(fileCodes(batch)).toContain('orders.regionFromAddress');
});

it('takes the region that each address calls by its full name', () => {
  const batch = open(['Manzil'], ['Jizzax viloyati, Zomin t., Bobur 4'], ['Buxoro viloyati, Kogon sh., 3']);
  expect(requestsOf(batch).map(({ region }) => region)).toEqual(['Jizzax viloyati', 'Buxoro viloyati']);
});

it.each([
  ['a row names no region', ['Manzil'], [['Jizzax viloyati, Zomin t.'], ['Bobur koʻchasi 9']]],
  ['only a town stands in the address', ['Manzil'], [['Urgut sh., Navoiy 5'], ['Kogon sh., Bobur 9']]],
  ['town and address contradict each other', ['Shahar', 'Manzil'], [['Toshkent', 'Toshkent viloyati, Zangiota t.']]],
])('asks where %s', (_, places, rows) => {
  expect(fileCodes(open(places, ...rows))).toContain('orders.regionFromAddressQuestion');
});
