import { beforeAll, describe, expect, it } from 'vitest';
import { columnsByField, confidenceOf, fieldGroups } from '../../../renderer/columns/field-choices.ts';
import { loadWords } from '../../../renderer/words/words.ts';
import { fields } from '../../../shared/domain/model/fields.ts';
import { languages } from '../../../shared/messages/translator.ts';

describe('fieldGroups', () => {
  beforeAll(async () => {
    await Promise.all(languages.map(loadWords));
  });

  it('offers every field once', () => {
    const { likely, orderFields, itemFields } = fieldGroups(
      [
        { field: 'phone', confidence: 0.9 },
        { field: 'zip', confidence: 0.05 },
      ],
      '',
    );
    expect(likely).toEqual(['phone']);
    expect([...likely, ...orderFields, ...itemFields].toSorted()).toEqual([...fields].toSorted());
  });

  it('has what other shops answered for the heading among the likely ones, where it stands', () => {
    const answered = { field: 'zip', confidence: 0, elsewhere: true } as const;
    const { likely, orderFields } = fieldGroups([answered, { field: 'phone', confidence: 0.9 }], '');
    expect(likely).toEqual(['zip', 'phone']);
    expect(orderFields).not.toContain('zip');
  });

  it.each([
    ['telefon', 'phone'],
    ['ТЕЛЕФ', 'phone'],
    ['phone', 'phone'],
    ['fish', 'full_name'],
    ['order_id', 'order_id'],
    ['индекс', 'zip'],
  ])('finds a field by its name in any language: %s', (search, field) => {
    const { likely, orderFields, itemFields } = fieldGroups([], search);
    expect([...likely, ...orderFields, ...itemFields]).toContain(field);
    expect(orderFields.length + itemFields.length).toBeLessThan(6);
  });

  it('finds nothing for nonsense', () => {
    expect(fieldGroups([], 'xyzzy')).toEqual({ likely: [], orderFields: [], itemFields: [], lookupFields: [] });
  });
});

it('tells which columns feed a field', () => {
  const by = columnsByField([
    { field: 'address', letters: 'C' },
    { field: null, letters: 'D' },
    { field: 'address', letters: 'F' },
  ]);
  expect(by.get('address')).toEqual(['C', 'F']);
  expect(by.size).toBe(1);
});

it('puts confidence into words', () => {
  expect([0.95, 0.7, 0.3].map((confidence) => confidenceOf({ chosen: false, confidence }))).toEqual([
    'sure',
    'likely',
    'guess',
  ]);
  expect(confidenceOf({ chosen: true, confidence: 0 })).toBe('chosen');
});
