/** Which profile a file gets, and what is said of its headings (docs/domain.md, «Questions about a file»). */
import { describe, expect, it } from 'vitest';
import { profileSchema, type Profile } from '../../../../shared/domain/model/profile.ts';
import { headingChanges, headingIssues, nearestProfile } from '../../../../shared/domain/profiles/profile-match.ts';

const profileOf = (name: string, ...headings: readonly string[]): Profile =>
  profileSchema.parse({ name, columns: headings.map((heading) => ({ heading, field: null })) });
const known = ['Raqam', 'Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot', 'Soni', 'Narxi', 'Sana', 'Izoh'];
const nearest = (...headings: readonly string[]) => nearestProfile([profileOf('Kunlik', ...known)], headings).profile;

describe('the nearest profile', () => {
  it.each<[string, readonly string[], boolean]>([
    ['the same headings', known, true],
    ['in another order, case and writing', known.toReversed().map((heading) => ` ${heading.toUpperCase()}: `), true],
    ['seven of ten', [...known.slice(0, 7), 'Aa', 'Bb', 'Cc'], true],
    ['six of ten', [...known.slice(0, 6), 'Aa', 'Bb', 'Cc', 'Dd'], false],
    ['three columns less', known.slice(0, 7), true],
    ['four columns less', known.slice(0, 6), false],
    ['blank columns do not count', [...known, '', ' ', '', '', ''], true],
    ['ten of fifteen', [...known, 'Aa', 'Bb', 'Cc', 'Dd', 'Ee'], false],
    ['a heading that stands twice counts once', [...known.slice(0, 6), ...known.slice(0, 6)], false],
    ['no headings', [], false],
  ])('%s', (_, headings, matches) => expect(nearest(...headings) !== null).toBe(matches));

  it('two headings in common prove nothing, though they are all', () => {
    expect(nearestProfile([profileOf('A', 'Raqam', 'Mijoz')], ['Raqam', 'Mijoz']).profile).toBeNull();
    expect(nearestProfile([profileOf('A', 'Raqam', 'Mijoz', 'Narxi')], ['Raqam', 'Mijoz', 'Narxi']).profile?.name).toBe(
      'A',
    );
  });

  it('is the one with most in common; of equals the first in the list', () => {
    const [less, most, same] = [
      profileOf('less', ...known.slice(0, 8)),
      profileOf('most', ...known),
      profileOf('same', ...known),
    ];
    expect(nearestProfile([less, most, same], known).profile?.name).toBe('most');
    expect(nearestProfile([same, most], known).profile?.name).toBe('same');
  });

  it('a profile without columns is never near', () => {
    expect(nearestProfile([profileOf('A')], known).profile).toBeNull();
  });
});

describe('what changed of the headings', () => {
  const changes = (...headings: readonly string[]) => headingChanges(profileOf('Kunlik', ...known), headings);
  const swapped = (from: string, to: string) => known.map((heading) => (heading === from ? to : heading));
  const none = { renamed: [], added: [], removed: [] };

  it('nothing where they only moved or are written otherwise', () => {
    expect(changes(...known.toReversed())).toEqual(none);
    expect(changes(...known.map((heading) => `${heading.toLowerCase()} :`))).toEqual(none);
  });

  it.each([
    ['a typing mistake', 'Telefon', 'Telefom'],
    ['a word more', 'Manzil', 'Manzil (yetkazish)'],
    ['another word in the same place', 'Soni', 'Miqdor'],
    ['another word in the last place', 'Izoh', 'Eslatma'],
  ])('%s is a new name', (_, from, to) => {
    expect(changes(...swapped(from, to))).toEqual({ ...none, renamed: [{ from, to }] });
  });

  it.each([
    ['Отправить', 'scheduled_at', 'Дата'],
    ['Izoh', null, 'Yetkazish sanasi'],
    ['Narxi', 'price', 'Narxi jami'],
  ] as const)('%s in whose place %s stands is another column', (from, field, to) => {
    const columns = ['Raqam', 'Mijoz', 'Telefon', from, 'Kuryer'].map((heading) => ({ heading, field: null }));
    const profile = profileSchema.parse({
      name: 'A',
      columns: columns.map((one) => (one.heading === from ? { ...one, field } : one)),
    });
    const now = columns.map(({ heading }) => (heading === from ? to : heading));
    expect(headingChanges(profile, now)).toEqual({ renamed: [], added: [to], removed: [from] });
  });

  it('a word for what it was taken for, or for what it said before, is a new name', () => {
    const profile = profileSchema.parse({
      name: 'A',
      columns: ['Mijoz', 'Sana', 'Tel'].map((heading) => ({
        heading,
        field: heading === 'Sana' ? 'scheduled_at' : null,
      })),
    });
    expect(headingChanges(profile, ['Mijoz', 'Yaratilgan', 'Tel']).renamed).toEqual([
      { from: 'Sana', to: 'Yaratilgan' },
    ]);
    expect(headingChanges(profile, ['Mijoz', 'Qachon yetkaziladi', 'Tel']).renamed).toHaveLength(1);
  });

  it('a typing mistake is found wherever the column went', () => {
    expect(changes('Telefom', ...known.filter((heading) => heading !== 'Telefon')).renamed).toEqual([
      { from: 'Telefon', to: 'Telefom' },
    ]);
  });

  it('another word in another place is one column less and one more', () => {
    expect(changes('Chegirma', ...known.filter((heading) => heading !== 'Viloyat'))).toEqual({
      renamed: [],
      added: ['Chegirma'],
      removed: ['Viloyat'],
    });
  });

  it('one new heading is the new name of one old one only', () => {
    const { renamed, removed } = headingChanges(profileOf('A', 'Telefon', 'Telefonn', 'Narxi'), ['Telefom', 'Narxi']);
    expect(renamed).toHaveLength(1);
    expect(removed).toHaveLength(1);
  });

  it('is said: a new name and new columns as notices, columns that are gone as a warning', () => {
    const said = headingIssues('Kunlik', {
      renamed: [{ from: 'Soni', to: 'Miqdor' }],
      added: ['Chegirma', 'Kuryer'],
      removed: ['Viloyat'],
    });
    expect(said.map(({ severity, code, params }) => [severity, code, params])).toEqual([
      ['notice', 'orders.headingRenamed', { profile: 'Kunlik', from: 'Soni', to: 'Miqdor' }],
      ['notice', 'orders.headingsAdded', { profile: 'Kunlik', headings: 'Chegirma, Kuryer' }],
      ['warning', 'orders.headingsGone', { profile: 'Kunlik', headings: 'Viloyat' }],
    ]);
    expect(headingIssues('Kunlik', none)).toEqual([]);
  });
});
