/** The language of the terminal: what was asked for, what the variables say, what the system speaks. */
import { expect, test } from 'vitest';
import { terminalLanguage } from '../../../main/cli/language.ts';

test.each([
  ['uz', { LANG: 'ru_RU.UTF-8' }, 'en-US', 'uz'],
  ['xx', { LANG: 'ru_RU.UTF-8' }, 'en-US', 'ru'],
  [undefined, { LC_ALL: 'uz_UZ.UTF-8', LANG: 'ru_RU.UTF-8' }, 'en-US', 'uz'],
  [undefined, { LANG: 'C' }, 'ru-RU', 'en'],
  // Windows has none of these variables.
  [undefined, {}, 'ru-RU', 'ru'],
  [undefined, {}, 'uz-Latn-UZ', 'uz'],
  [undefined, {}, 'uz-UZ', 'uz'],
  // Cyrillic: as Linux, as Windows and the web name it.
  ['uz-Cyrl', { LANG: 'ru_RU.UTF-8' }, 'en-US', 'uz-Cyrl'],
  [undefined, { LANG: 'uz_UZ@cyrillic' }, 'en-US', 'uz-Cyrl'],
  [undefined, { LANG: 'uz_UZ.UTF-8@cyrillic' }, 'en-US', 'uz-Cyrl'],
  [undefined, {}, 'uz-Cyrl-UZ', 'uz-Cyrl'],
  [undefined, {}, 'uz-Cyrl', 'uz-Cyrl'],
  [undefined, {}, 'de-DE', 'en'],
] as const)('%s, %j, %s: %s', (chosen, environment, system, language) => {
  expect(terminalLanguage(chosen, environment, system)).toBe(language);
});
