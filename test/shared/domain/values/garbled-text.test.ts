/** Letters that were lost or taken for others on their way into the file, and names about which nothing may be said. */
import { describe, expect, test } from 'vitest';
import { garblingOf, hasLostLetters } from '../../../../shared/domain/values/garbled-text.ts';
import { bytesOf, oneByteEncodings, textOf } from '../../../../shared/domain/values/one-byte-encodings.ts';
import { parseFreeText } from '../../../../shared/domain/values/free-text.ts';
import { regionRecords } from '../../../../shared/domain/regions/region-records.ts';
import { goodNames } from '../../../support/good-names.ts';

describe('nothing is said about', () => {
  test.each(Object.entries(goodNames))('%s', (_, names) => {
    expect(names.filter((name) => garblingOf(name) !== null || hasLostLetters(name))).toEqual([]);
  });

  test('the names of regions and towns, in capitals and small letters too', () => {
    const names = JSON.stringify(regionRecords).match(/[^",[\]{}:]{2,}/g) ?? [];
    const written = names.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()]);
    expect(written.length).toBeGreaterThan(2000);
    expect(written.filter((name) => garblingOf(name) !== null || hasLostLetters(name))).toEqual([]);
  });
});

test.each([
  ['x-mac-cyrillic as windows-1251', '€ванов ЏЮтр', 'Иванов Пётр'],
  ['koi8-r as windows-1251', 'лБТЙНПЧ бЪЙЪ', 'Каримов Азиз'],
  ['iso-8859-5 as windows-1251', 'єРаШЬЮТ °ЧШЧ', 'Каримов Азиз'],
  ['ibm866 as windows-1251', 'Љ\u00a0аЁ¬®ў', 'Каримов'],
  ['windows-1251 as windows-1252', 'Êàðèìîâ Àíâàð', 'Каримов Анвар'],
  ['windows-1251 as ibm866', '╩рЁшьют', 'Каримов'],
  ['utf-8 as windows-1251', 'РљР°СЂРёРјРѕРІ', 'Каримов'],
  ['utf-8 as windows-1252', 'Oâ€˜ktam', 'O‘ktam'],
  ['utf-8 as windows-1252', 'ÐšÐ°Ñ€Ð¸Ð¼Ð¾Ð²', 'Каримов'],
])('%s: %j was %j', (_, text, meant) => {
  expect(garblingOf(text)).toEqual({ meant });
});

test('utf-8 of which a part is lost is told, though not what it was', () => {
  expect(garblingOf('РљР°СЂРёРјРѕР? РђРЅРІР°СЂ')).toEqual({ meant: null });
});

test.each(['?одиров Ша?зод', 'Qo?qon', '?одирова', 'Ка??мова', 'Тошкент, ?ўрғон', '?????', 'Karim\uFFFDva'])(
  'letters are lost in %j',
  (text) => {
    expect(hasLostLetters(text)).toBe(true);
  },
);

test('names read in a wrong encoding are nearly all told, and nearly all put right', () => {
  let garbled = 0;
  let told = 0;
  let right = 0;
  const names = [...(goodNames['russian'] ?? []), ...(goodNames['uzbekCyrillic'] ?? [])];
  for (const name of names.filter((one) => /[А-я]{4}/.test(one)))
    for (const written of oneByteEncodings)
      for (const taken of oneByteEncodings) {
        const bytes = bytesOf(name, written);
        const text = bytes === undefined ? name : textOf(bytes, taken);
        if (text === name || /[\u0080-\u009f]/.test(text)) continue;
        const found = garblingOf(text);
        garbled++;
        if (found !== null) told++;
        if (found?.meant === name) right++;
      }
  expect(garbled).toBeGreaterThan(400);
  expect(told / garbled).toBeGreaterThan(0.9);
  expect(right / garbled).toBeGreaterThan(0.85);
});

test('a name is sent as it stands, with a warning that proposes what was meant', () => {
  expect(parseFreeText({ kind: 'text', text: '€ванов ЏЮтр' }, 'full_name')).toEqual({
    kind: 'value',
    value: '€ванов ЏЮтр',
    remarks: [
      {
        code: 'values.textGarbled',
        severity: 'warning',
        params: { field: 'full_name', value: '€ванов ЏЮтр', meant: 'Иванов Пётр', isKnown: 'yes' },
        suggestion: 'Иванов Пётр',
      },
    ],
  });
  expect(parseFreeText({ kind: 'text', text: '?одиров Ша?зод' }, 'full_name')).toMatchObject({
    remarks: [{ code: 'values.textDamaged', severity: 'warning' }],
  });
});
