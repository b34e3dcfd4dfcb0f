import { expect, it } from 'vitest';
import { searchPattern } from '../../../../main/engine/rows/row-filter.ts';

it.each([
  ['raximov', 'Раҳимов Сардор', true],
  ['Rahimov', 'РАХИМОВ С.', true],
  ['Чойнак', 'choynak katta', true],
  ['шоди', 'Shodiyev', true],
  ['ishoq', 'Is’hoqov', true],
  ['koʻcha', "Navoiy ko'chasi", true],
  ['ёшлик', 'Yoshlik 5', true],
  ['901234567', '+998 90 123-45-67', true],
  ['a.b', 'axb', false],
  ['Karimov', 'Раҳимов', false],
])('a search for %s in «%s» finds it: %s', (search, text, found) => {
  expect(searchPattern(search)?.test(text)).toBe(found);
});
