import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { ColumnField } from '../../../../shared/domain/model/fields.ts';
import { choicesFromProfile } from '../../../../shared/domain/profiles/profile-choices.ts';
import {
  headingChanges,
  headingIssues,
  nearestProfile,
  noHeadingChanges,
} from '../../../../shared/domain/profiles/profile-match.ts';
import { profileSchema, type Profile } from '../../../../shared/domain/model/profile.ts';

const columns: readonly (readonly [string, ColumnField | null])[] = [
  ['Raqam', 'order_id'],
  ['Mijoz', 'full_name'],
  ['Telefon', 'phone'],
  ['Manzil', 'address'],
  ['Tovar', 'product_name'],
  ['Dona', 'quantity'],
  ['Izoh', null],
  ['Kuryer', null],
];
const profile = profileSchema.parse({
  name: 'Doʻkon',
  columns: columns.map(([heading, field]) => ({ heading, field })),
});
const headings = columns.map(([heading]) => heading);
const with_ = (from: string, ...to: string[]) => headings.flatMap((heading) => (heading === from ? to : [heading]));
const other: Profile = profileSchema.parse({
  name: 'Boshqa',
  columns: headings.slice(0, 5).map((heading) => ({ heading, field: null })),
});

describe('the profile of an export that changed', () => {
  it('is the nearest one, if most of its headings are there', () => {
    expect(nearestProfile([other, profile], with_('Izoh', 'Eslatma'))).toEqual({
      profile,
      changes: { renamed: [{ from: 'Izoh', to: 'Eslatma' }], added: [], removed: [] },
    });
    expect(nearestProfile([profile], ['Raqam', 'Mijoz', 'Boshqa', 'Narsa'])).toEqual({
      profile: null,
      changes: noHeadingChanges,
    });
    expect(nearestProfile([], headings).profile).toBeNull();
  });

  it('does not mind case, spaces, marks or another order of the columns', () => {
    expect(
      nearestProfile(
        [profile],
        headings.toReversed().map((heading) => ` ${heading.toUpperCase()} *`),
      ),
    ).toEqual({ profile, changes: noHeadingChanges });
  });

  it.each<[string, readonly string[], unknown]>([
    [
      'a column renamed in its place',
      with_('Tovar', 'Nomenklatura'),
      { renamed: [{ from: 'Tovar', to: 'Nomenklatura' }], added: [], removed: [] },
    ],
    [
      'a column renamed and moved',
      [...with_('Telefon'), 'Telefon raqami'],
      { renamed: [{ from: 'Telefon', to: 'Telefon raqami' }], added: [], removed: [] },
    ],
    ['a column added', [...headings, 'Sana'], { renamed: [], added: ['Sana'], removed: [] }],
    ['a column gone', with_('Kuryer'), { renamed: [], added: [], removed: ['Kuryer'] }],
    ['nothing', headings, noHeadingChanges],
  ])('says exactly what changed: %s', (_what, now, expected) => expect(headingChanges(profile, now)).toEqual(expected));

  it('keeps what a renamed column was', () => {
    const now = with_('Tovar', 'Nima');
    const choices = choicesFromProfile(profile, now, noChoices, headingChanges(profile, now));
    expect(choices.columns.find(({ column }) => column === now.indexOf('Nima'))?.field).toBe('product_name');
  });

  it('does not let all orders go without a day because a few did', () => {
    const rules = { undatedOrders: 'asNew' };
    const dated = profileSchema.parse({ name: 'x', columns: [{ heading: 'Kuni', field: 'scheduled_at' }], rules });
    const asks = (one: typeof dated, now: readonly string[]) =>
      choicesFromProfile(one, now, noChoices).rules.undatedOrders;
    expect(asks(dated, ['Kuni'])).toBe('asNew');
    expect(asks(dated, ['Mijoz'])).toBe('ask');
    expect(asks(profileSchema.parse({ name: 'x', rules }), ['Mijoz'])).toBe('asNew');
  });

  it('numbers the rows of another day from that day on, where they were numbered by the day', () => {
    const today = 1_633_542_004;
    const start = (given: number) => {
      const numbered = profileSchema.parse({ name: 'x', rules: { orderNumbers: { kind: 'everyRow', start: given } } });
      const { orderNumbers } = choicesFromProfile(numbered, [], noChoices, noHeadingChanges, today).rules;
      return orderNumbers.kind === 'everyRow' ? orderNumbers.start : null;
    };
    expect([start(261_124_001), start(1_632_817_001), start(1), start(500_001), start(261_124_002)]).toEqual([
      today,
      today,
      1,
      500_001,
      261_124_002,
    ]);
  });

  it('tells it in issues of the file; a column that is gone is a warning', () => {
    const now = [...with_('Telefon', 'Tel').filter((heading) => heading !== 'Kuryer'), 'Sana', 'Vaqt'];
    expect(
      headingIssues('Doʻkon', headingChanges(profile, now)).map(({ code, severity, params }) => [
        code,
        severity,
        params,
      ]),
    ).toEqual([
      ['orders.headingRenamed', 'notice', { profile: 'Doʻkon', from: 'Telefon', to: 'Tel' }],
      ['orders.headingsAdded', 'notice', { profile: 'Doʻkon', headings: 'Sana, Vaqt' }],
      ['orders.headingsGone', 'warning', { profile: 'Doʻkon', headings: 'Kuryer' }],
    ]);
  });
});
