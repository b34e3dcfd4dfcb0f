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

it('takes the region of towns and districts that addresses call by their kind, and of a town alone at the beginning', () => {
  const batch = open(
    ['Manzil'],
    ['Urgut sh., Navoiy 5'],
    ['г. Коканд, ул. Ташкентская, 8'],
    ['Qamashi tumani, Qiziltepa MFY 17'],
    ['Buxoro, Mustaqillik koʻchasi 3'],
    ['Nurobod tumani, Tinchlik 17'],
    ['Навои, ул. Толстого, 16'],
    ['Нукус, 26 мкр., дом 4'],
  );
  expect(requestsOf(batch).map(({ region }) => region)).toEqual([
    'Samarqand viloyati',
    "Farg'ona viloyati",
    'Qashqadaryo viloyati',
    'Buxoro viloyati',
    'Samarqand viloyati',
    'Navoiy viloyati',
    "Qoraqalpog'iston Respublikasi",
  ]);
  const said = batch.summary().fileIssues.filter(({ field }) => field === 'region');
  expect(said.map(({ code, severity }) => [code, severity])).toEqual([['orders.regionFromAddress', 'notice']]);
});

it('asks of a row that names none, and of that row alone', () => {
  const streets = ['Bobur koʻchasi 9', 'Beruniy 21, 4', 'Buxoro 12'].map((street) => [street]);
  const towns = ['Urgut sh., Navoiy 5', 'Kogon sh., Bobur 9', 'Мирзо-Улугбекский р-н, Ташкент', 'г. Термез, 8'];
  const batch = open(['Manzil'], ...towns.map((town) => [town]), ...streets);
  expect(requestsOf(batch).map(({ order_id }) => order_id)).toEqual([1, 2, 3, 4]);
  expect(fileCodes(batch)).toContain('orders.regionFromAddress');
});

it.each([
  ['most rows name no region', ['Manzil'], [['Jizzax viloyati, Zomin t.'], ['Bobur koʻchasi 9']]],
  ['a village may be in several regions', ['Manzil'], [['Urgut sh., 5'], ['Kogon sh., 9'], ['Nurobod, Tinchlik 17']]],
  [
    'a town has the name of several',
    ['Shahar', 'Manzil'],
    [
      ['Urgut', 'Navoiy 5'],
      ['Yangiobod', 'Bobur 9'],
    ],
  ],
  ['an address names places of two regions', ['Manzil'], [['Urgut sh., 5'], ['Buxoro sh., Qarshi shahriga']]],
  ['«Toshkent» may be city or region', ['Manzil'], [['Urgut sh., 5'], ['Kogon sh., 9'], ['Toshkent, Bobur 3']]],
  ['town and address contradict each other', ['Shahar', 'Manzil'], [['Toshkent', 'Toshkent viloyati, Zangiota t.']]],
])('asks where %s', (_, places, rows) => {
  expect(fileCodes(open(places, ...rows))).toContain('orders.regionFromAddressQuestion');
});
