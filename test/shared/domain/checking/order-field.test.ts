/** A value of an order out of its rows (docs/domain.md, decision 32). */
import { describe, expect, it } from 'vitest';
import { readOrderField, type OrderRows } from '../../../../shared/domain/checking/order-field.ts';
import type { FieldReader } from '../../../../shared/domain/checking/field-reader.ts';
import type { FieldReaders } from '../../../../shared/domain/checking/field-readers.ts';
import type { Field } from '../../../../shared/domain/model/fields.ts';
import { interpretedSheet, issueText } from '../../../support/interpreted-sheet.ts';
import type { TestCell } from '../../../support/table.ts';

/** Reads the field from cells in rows 2, 3, …; the rows in `leftOut` (counted from 0) were left out. */
function read(
  field: Field & keyof FieldReaders,
  cells: readonly TestCell[],
  { leftOut = [], constant }: { readonly leftOut?: readonly number[]; readonly constant?: string } = {},
) {
  const sheet = interpretedSheet([['order_id', field], ...cells.map((cell) => ['1', cell])], {
    constants: constant === undefined ? {} : { [field]: constant },
    columns: [
      { column: 0, field: 'order_id' },
      { column: 1, field },
    ],
  });
  const indices = cells.map((_, at) => at);
  const rows: OrderRows = {
    active: indices.filter((at) => !leftOut.includes(at)).map((at) => at + 1),
    leftOut: leftOut.map((at) => at + 1),
  };
  const { value, refused } = readOrderField(sheet.readers[field] as FieldReader<unknown>, rows, sheet.collector);
  return {
    value: value?.value ?? null,
    from: value === null ? null : (value.index ?? value.origin),
    refused,
    issues: sheet.collector.issues,
    said: sheet.collector.issues.map(issueText),
  };
}

describe('what the rows of an order say', () => {
  it.each<[string, readonly string[], string | null, number | null]>([
    ['the first row', ['Aziza', '', ''], 'Aziza', 1],
    ['the first row that is not blank', ['', '', 'Aziza'], 'Aziza', 3],
    ['the same in every row', ['Aziza', 'Aziza', 'Aziza'], 'Aziza', 1],
    ['the same but for case and spaces around it', ['Aziza', ' AZIZA '], 'Aziza', 1],
    ['nothing', ['', ' ', '—'], null, null],
  ])('%s', (_, cells, value, from) => {
    expect(read('full_name', cells)).toMatchObject({ value, from, refused: false, said: [] });
  });

  it('the same phone and the same time in two spellings are no difference', () => {
    expect(read('phone', ['+998 90 123-45-67', '901234567'])).toMatchObject({ value: '+998901234567', said: [] });
    expect(read('scheduled_at', ['25.11.2026 14:00', '2026-11-25 14:00:00']).said).toEqual([]);
    expect(read('scheduled_at', ['25.11.2026 14:00', '2026-11-25T09:00:00Z']).said).toEqual([]);
  });

  it('a row that was left out is no item, but speaks where the others are silent', () => {
    expect(read('full_name', ['Aziza', ''], { leftOut: [0] })).toMatchObject({ value: 'Aziza', from: 1 });
    expect(read('full_name', ['Aziza', 'Timur'], { leftOut: [0] })).toMatchObject({ value: 'Timur', said: [] });
    expect(read('phone', ['12', ''], { leftOut: [0] })).toMatchObject({ value: null, refused: false, said: [] });
  });

  it('a constant stands in where no row says anything, and only there', () => {
    expect(read('region', ['', ''], { constant: 'Buxoro' })).toMatchObject({ value: 'Buxoro', from: 'constant' });
    expect(read('region', ['', 'Navoiy'], { constant: 'Buxoro' })).toMatchObject({ value: 'Navoiy', from: 2 });
    expect(read('region', ['Navoiy', ''], { constant: 'Buxoro', leftOut: [0] }).value).toBe('Navoiy');
    expect(read('phone', ['12'], { constant: '901234567' })).toMatchObject({ value: null, refused: true });
  });

  it('every cell that cannot be read is said in its place, beside one that can', () => {
    expect(read('phone', ['901234567', '90123456', '90123456', ''])).toMatchObject({
      value: '+998901234567',
      refused: true,
      said: ['B3 ✕values.phoneTooShort', 'B4 ✕values.phoneTooShort'],
    });
  });
});

describe('rows that say different things', () => {
  it('are an error with the rows and values, and the commonest value for the others', () => {
    const { issues, said } = read('full_name', ['Timur', 'Aziza', '', 'aziza']);
    expect(said).toEqual(['B2 ✕orders.conflict → Aziza']);
    expect(issues[0]?.params).toMatchObject({ values: '2: «Timur»; 3, 5: «Aziza»', count: 2 });
    expect(issues[0]?.fix).toEqual({ kind: 'setCells', cells: [{ row: 2, column: 1 }], text: 'Aziza' });
  });

  it('of equally many the first is proposed, the others and a typed one are offered', () => {
    const { issues, value } = read('full_name', ['', 'Timur', 'Aziza']);
    expect(value).toBe('Timur');
    expect(issues[0]).toMatchObject({ row: 3, fix: { text: 'Timur', cells: [{ row: 4, column: 1 }] } });
    expect(issues[0]?.answers).toEqual([
      { fix: { kind: 'setCells', cells: [{ row: 4, column: 1 }], text: 'Timur' } },
      { fix: { kind: 'setCells', cells: [{ row: 3, column: 1 }], text: 'Aziza' } },
      {
        fix: {
          kind: 'setCells',
          cells: [
            { row: 3, column: 1 },
            { row: 4, column: 1 },
          ],
          text: 'Timur',
        },
        inputKind: 'text',
      },
    ]);
  });

  it('a date that the file holds as a number is offered as a date', () => {
    const { issues } = read('scheduled_at', [{ kind: 'date', text: '46351.5' }, '26.11.2026 14:00', '']);
    expect(issues.map(({ code }) => code)).toEqual(['orders.conflict']);
    expect(issues[0]?.params).toMatchObject({ values: expect.stringMatching(/^2: «25\.11\.2026 12:00»/u) });
  });

  it('of a row that was left out nothing is compared', () => {
    expect(read('full_name', ['Aziza', 'Timur'], { leftOut: [1] }).said).toEqual([]);
  });
});
