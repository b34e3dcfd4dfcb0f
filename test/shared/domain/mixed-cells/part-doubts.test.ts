import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { takeApart } from '../../../../shared/domain/mixed-cells/take-apart.ts';
import { tableOf } from '../../../support/table.ts';

const others: readonly (readonly [heading: string, text: string])[] = [
  ['Buyurtma', '601'],
  ['Viloyat', 'Buxoro viloyati'],
  ['Yetkazish sanasi', '25.11.2026 10:00'],
  ['Mahsulot ID', '11'],
  ['Soni', '1'],
  ['Narxi', '90000'],
];

/** What is said of a column of such cells: whether it is asked about as a whole, and which cells alone. */
function doubtsOf(heading: string, cells: readonly string[], without: readonly string[] = []) {
  const kept = others.filter(([one]) => !without.includes(one));
  const rows = [
    [...kept.map(([one]) => one), heading],
    ...cells.map((cell, at) => [...kept.map(([one, text]) => (one === 'Buyurtma' ? `${601 + at}` : text)), cell]),
  ];
  const taken = takeApart(tableOf(rows), (table) => {
    const { headerIndex, firstDataIndex, mapping } = interpretColumns(table, noChoices);
    return { headerIndex, firstDataIndex, columns: mapping.columns };
  });
  if (taken === null) throw new Error('not taken apart');
  return {
    isSure: taken.table.parts.every(({ isSure }) => isSure),
    rows: taken.issues.map(({ code, row, params }) => [
      code.slice('reading.'.length),
      row,
      params?.['text'] ?? params?.['rest'],
    ]),
  };
}

describe('cells that came apart beyond doubt', () => {
  it.each([
    ['Kimga', 'Abdurahmonova Feruza, +998 90 802 14 36', 'Karimov Aziz, 93 123 45 67'],
    ['Клиент (тел)', 'Султанбеков Нурлан (+998 90 651 40 27)', 'Ким Елена (+998 93 651 40 28)'],
    ['Mijoz (ism, telefon)', 'Shahnoza, 90 733 15 28', 'Goʻzal, 90 184 26 37'],
    [
      'Mijoz maʼlumotlari',
      'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5',
      'Rahimov Sardor, 93 234 56 62, Samarqand sh., Bobur 9',
    ],
    [
      'Mijoz',
      'Karimova Aziza, 90 123 45 61, 93 777 12 12, Urgut t., Navoiy 5, 12-xonadon',
      'Rahimov Sardor, 93 234 56 62, Samarqand sh., Bobur 9',
    ],
    [
      'Xabar',
      'Ism: Aziza\nTel: 90 418 25 73\nManzil: Asaka sh., Bobur 14',
      'Ism: Olim\nTel: 90 418 25 74\nManzil: Asaka sh., 9',
    ],
    ['Soni x narxi', '2 x 65000 = 130000', '1 x 65000'],
  ])('under «%s» are only said', (heading, ...cells) => {
    const own = heading === 'Soni x narxi' ? ['Soni', 'Narxi'] : [];
    expect(doubtsOf(heading, cells, own)).toEqual({ isSure: true, rows: [] });
  });
});

describe('cells that may have come apart wrongly', () => {
  const sure = [
    'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5',
    'Rahimov Sardor, 93 234 56 62, Samarqand sh., Bobur 9',
  ];

  it('are asked about, they alone: another person’s phone', () => {
    expect(
      doubtsOf('Mijoz', [...sure, 'Sobirova Oygul, 90 700 11 22, Urgut t., Bobur 1, onasi 93 700 33 44']),
    ).toMatchObject({
      isSure: true,
      rows: [['partDoubtful', 4, expect.stringContaining('93 700 33 44')]],
    });
  });

  it('another person in the address', () => {
    expect(
      doubtsOf('Mijoz', [...sure, 'Sobirova Oygul, 90 700 11 22, Urgut t., Bobur 1, Ergashev Botir']),
    ).toMatchObject({
      isSure: true,
      rows: [['partDoubtful', 4, expect.stringContaining('Ergashev Botir')]],
    });
  });

  it('something that is left over', () => {
    const found = doubtsOf('Mijoz', [...sure, 'domofon ishlamaydi, Sobirova Oygul, 90 700 11 22, Urgut t., Bobur 1']);
    expect(found).toMatchObject({ isSure: true, rows: [['partLeft', 4, 'domofon ishlamaydi']] });
  });

  it('a word beside a phone that is no name for certain, unless the heading says so', () => {
    const cells = ['Nilufar Karimova 90 511 06 41', 'Aziz Karimov 90 511 06 42', 'Sklad 90 511 06 43'];
    expect(doubtsOf('Aloqa', cells)).toMatchObject({ isSure: true, rows: [['partDoubtful', 4, 'Sklad']] });
    expect(doubtsOf('Telefon (ism)', cells.with(2, 'Shahnoza 90 511 06 43'))).toEqual({ isSure: true, rows: [] });
  });

  it('a label that comes twice', () => {
    const message = (more: string) => `Ism: Aziza\nTel: 90 418 25 73\nManzil: Asaka sh., Bobur 14${more}`;
    expect(doubtsOf('Xabar', [message(''), message(''), message('\nIsm: Olim')])).toMatchObject({
      isSure: true,
      rows: [['partDoubtful', 4, expect.stringContaining('Olim')]],
    });
  });

  it.each([
    [
      'a day of which nobody says that it is the delivery’s',
      'Maʼlumot',
      '602 / 02.12.2026 15:00',
      '603 / 03.12.2026 15:00',
    ],
    [
      'numbers that may count the list',
      'Roʻyxat',
      '721. Usmonov Anvar, tel 90 999 11 21, Guliston sh., Bobur 9',
      '722. Usmonov Olim, tel 90 999 11 22, Guliston sh., Bobur 7',
    ],
    ['a remark', 'Izoh', ...sure],
  ])('as a whole where most are in doubt: %s', (_, heading, ...cells) => {
    const own = heading === 'Izoh' ? [] : ['Buyurtma', 'Yetkazish sanasi'];
    expect(doubtsOf(heading, cells, own)).toEqual({ isSure: false, rows: [] });
  });
});
