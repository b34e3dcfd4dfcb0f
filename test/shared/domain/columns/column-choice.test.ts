import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { withColumnChoice } from '../../../../shared/domain/columns/column-choice.ts';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { choicesFromProfile } from '../../../../shared/domain/profiles/profile-choices.ts';
import { profileSchema } from '../../../../shared/domain/model/profile.ts';
import { documentHeadings, openRows, orderRow, requestsOf } from '../../../support/batch.ts';
import { tableOf } from '../../../support/table.ts';

const strange = ['K1', 'K2', 'K3', 'K4'];
const table = tableOf([strange, ['1', 'a', 'b', 'c']]);

describe('what was chosen of the columns', () => {
  it('stands above what was guessed, with its reason and full confidence', () => {
    const plan = interpretColumns(table, {
      ...noChoices,
      columns: [
        { column: 0, field: 'order_id' },
        { column: 1, field: null },
      ],
    });
    expect(plan.columns[0]).toMatchObject({ field: 'order_id', confidence: 1, reason: { code: 'orders.chosen' } });
    expect(plan.columns[1]).toMatchObject({ field: null, reason: { code: 'orders.chosen' } });
  });

  it('makes a guess for the same field step back', () => {
    const plan = interpretColumns(
      tableOf([
        ['Telefon', 'Raqam 2'],
        ['+998901234567', '+998901111111'],
      ]),
      { ...noChoices, columns: [{ column: 1, field: 'phone' }] },
    );
    expect(plan.columns[0]).toMatchObject({ field: null, reason: { code: 'orders.replaced' } });
    expect(plan.columns[0]?.candidates[0]?.field).toBe('phone');
    expect(plan.mapping.columns.phone).toEqual([1]);
  });

  it('joins columns in the order of the choices: names with a space, addresses with a comma', () => {
    const headings = [...documentHeadings, 'X', 'Y'];
    const columns = [
      { column: 16, field: 'full_name' },
      { column: 2, field: 'full_name' },
      { column: 4, field: 'address' },
      { column: 15, field: 'address' },
    ] as const;
    const batch = openRows([headings, [...orderRow(), '7-uy', 'Xonim']], { choices: { columns: [...columns] } });
    expect(requestsOf(batch)[0]).toMatchObject({
      full_name: 'Xonim Karimova Aziza',
      address: "Navoiy ko'chasi 5, 7-uy",
    });
  });

  it('is told as the profile’s where the profile makes the same choice', () => {
    const profile = profileSchema.parse({
      name: 'Do‘kon',
      columns: [
        { heading: 'K3', field: 'phone' },
        { heading: 'Gone', field: 'zip' },
      ],
      constants: { quantity: '1' },
      rules: { defaultTime: '12:00' },
    });
    const choices = choicesFromProfile(profile, strange, noChoices);
    const plan = interpretColumns(table, choices, profile);
    expect(plan.columns[2]).toMatchObject({ field: 'phone', reason: { code: 'orders.profile' } });
    expect(plan.mapping.constants).toEqual({ quantity: '1' });
    expect(choices.rules.defaultTime).toBe('12:00');
  });
});

describe('choosing a column', () => {
  it('replaces the column chosen before, but for fields that are put together', () => {
    const phones = withColumnChoice(withColumnChoice(noChoices, 1, 'phone'), 2, 'phone');
    expect(phones.columns).toEqual([{ column: 2, field: 'phone' }]);
    const names = withColumnChoice(withColumnChoice(noChoices, 2, 'full_name'), 1, 'full_name');
    expect(names.columns).toEqual([
      { column: 2, field: 'full_name' },
      { column: 1, field: 'full_name' },
    ]);
    expect(withColumnChoice(names, 2, null).columns).toEqual([
      { column: 1, field: 'full_name' },
      { column: 2, field: null },
    ]);
    expect(withColumnChoice(withColumnChoice(noChoices, 1, null), 2, null).columns).toHaveLength(2);
  });
});

describe('the heading row', () => {
  const rows = [['Hisobot', 'noyabr'], null, documentHeadings, orderRow()];

  it('is found under titles, or chosen', () => {
    expect(openRows(rows).summary().file).toMatchObject({ headerRow: 3, rows: 1 });
    expect(
      openRows([documentHeadings, documentHeadings, orderRow()], { choices: { headerRow: 2 } }).summary().file,
    ).toMatchObject({ headerRow: 2, rows: 1 });
  });

  it('that was chosen and is blank is looked for', () => {
    expect(openRows(rows, { choices: { headerRow: 2 } }).summary().file.headerRow).toBe(3);
  });

  it('that is missing is said, and columns can be chosen all the same', () => {
    const columns = documentHeadings.map((field, column) => ({ column, field }));
    const batch = openRows(
      [orderRow(), orderRow({ order_id: '700002' })].map((row) => row),
      { choices: { columns } },
    );
    expect(batch.summary().counts.total).toBeGreaterThan(0);
  });
});

describe('a column that is no field of its own', () => {
  const addressWith = (heading: string, cell: string): string | undefined => {
    const rows = [
      [...documentHeadings, heading],
      [...orderRow({ address: 'Navoiy 5' }), cell],
    ];
    const columns = openRows(rows).columns().columns;
    const choices = withColumnChoice(noChoices, documentHeadings.length, 'address', columns);
    return requestsOf(openRows(rows, { choices }))[0]?.address;
  };

  it.each([
    ['Izoh', '2-podyezd'],
    ["Mo'ljal", 'bozor yonida'],
    ['Telefon 2', '998901112233'],
  ])('%s joins the address where the operator says that it is one', (heading, cell) => {
    expect(addressWith(heading, cell)).toBe(`Navoiy 5, ${cell}`);
  });
});
