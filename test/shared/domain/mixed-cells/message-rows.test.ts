import { describe, expect, it } from 'vitest';
import { messageRows } from '../../../../shared/domain/mixed-cells/message-rows.ts';
import { tableOf } from '../../../support/table.ts';

const lines = (text: string) => text.split('\n').map((line) => (line === '' ? null : [line]));

function rowsOf(rows: Parameters<typeof tableOf>[0], delimiter: string | null = null) {
  const read = messageRows(tableOf(rows), delimiter);
  if (read === null) return null;
  const { table, issues } = read;
  return {
    rows: Array.from({ length: table.rowCount }, (_, index) => [table.rowNumber(index), table.text(index, 0)]),
    left: issues.filter(({ code }) => code === 'reading.messagesLeft').map(({ params }) => params),
  };
}

describe('texts that people wrote line by line', () => {
  it('are a row for each message, under its first line’s number; what is no order is said', () => {
    const chat = `Aziz, [25.11.2026 10:12]
Ism: Karimova
Tel: 90 123 45 67
2 ta choynak
Aziz, [25.11.2026 10:13]
rahmat
[25.11.2026, 10:15] Lola:
Rahimov Sardor 93 234 56 62
Samarqand sh., Bobur 9
1 ta lagan`;
    expect(rowsOf(lines(chat))).toEqual({
      rows: [
        [2, 'Ism: Karimova\nTel: 90 123 45 67\n2 ta choynak'],
        [8, 'Rahimov Sardor 93 234 56 62\nSamarqand sh., Bobur 9\n1 ta lagan'],
      ],
      left: [{ count: 1, rows: '6', text: 'rahmat' }],
    });
  });

  it('are parted where a name or a label comes again; a second phone is none of another order', () => {
    const list = `Karimova Aziza
90 123 45 67
91 123 45 67
Urgut t., Navoiy 5
2 ta choynak
Rahimov Sardor
93 234 56 62
Samarqand sh., Bobur 9
1 ta lagan`;
    expect(rowsOf(lines(list))?.rows.map(([row]) => row)).toEqual([1, 6]);
  });

  it('are not the rows of a table without headings, whose cells are parted alike', () => {
    const table = [
      ['30.11.2026 09:12', 'Karimova Aziza', '90 123 45 67', 'Navoiy 5', 'Choynak', '2', '145000', 'ertaga'],
      ['30.11.2026 09:40', 'Rahimov Sardor', '93 234 56 62', 'Bobur 9', 'Lagan', '1', '90000', '02.12.2026'],
      ['30.11.2026 10:05', 'Mamatova Gavhar', '90 766 11 21', 'Bog‘ 3', 'Lagan', '1', '90000', null],
    ];
    expect(rowsOf(table, ';')).toBeNull();
    const labelled = table.map(([, name, phone, street, product]) => [
      `Ism: ${name}`,
      `Tel: ${phone}`,
      `Manzil: ${street}`,
      product ?? null,
    ]);
    expect(rowsOf(labelled, ';')).not.toBeNull();
  });

  it('may be a form of labels and values in two columns', () => {
    const form = [
      ['Mijoz', 'Mamatova Gavhar'],
      ['Telefon', '90 766 11 21'],
      ['Manzil', 'Zomin t., Bog‘ 3'],
    ];
    expect(rowsOf([...form, null, ...form])?.rows).toEqual([
      [1, 'Mijoz: Mamatova Gavhar\nTelefon: 90 766 11 21\nManzil: Zomin t., Bog‘ 3'],
      [5, 'Mijoz: Mamatova Gavhar\nTelefon: 90 766 11 21\nManzil: Zomin t., Bog‘ 3'],
    ]);
  });

  it('may have been torn at commas', () => {
    const torn = [['Ism: Karimova', ' Tel: 90 123 45 67', ' Manzil: Urgut'], ['2 ta choynak']];
    expect(rowsOf([...torn, ...torn], ',')?.rows[0]).toEqual([
      1,
      'Ism: Karimova, Tel: 90 123 45 67, Manzil: Urgut\n2 ta choynak',
    ]);
  });

  it('are none where each row is an order, or nothing is', () => {
    const one = 'Ism: Karimova Tel: 90 123 45 67 Manzil: Urgut, Navoiy 5';
    expect(rowsOf([['Xabar'], [one], [one]])).toBeNull();
    expect(rowsOf(lines('Salom\nQalaysiz\nYaxshi'))).toBeNull();
  });
});
