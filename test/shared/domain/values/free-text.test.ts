import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, isBlankText } from '../../../../shared/domain/values/clean-text.ts';
import { parseCountry } from '../../../../shared/domain/values/country.ts';
import { editDistance } from '../../../../shared/domain/values/edit-distance.ts';
import { fold } from '../../../../shared/domain/values/fold.ts';
import { parseStatus, statusName } from '../../../../shared/domain/values/status.ts';
import { parseFreeText } from '../../../../shared/domain/values/free-text.ts';
import { parseZip } from '../../../../shared/domain/values/zip.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

describe('clean text', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['Karimova Aziza', 'Karimova Aziza', false],
    ['  Karimova   Aziza ', 'Karimova Aziza', false],
    ['Karimova\u00A0Aziza', 'Karimova Aziza', false],
    ['Karimova\u202FAziza', 'Karimova Aziza', false],
    ['Karimova\tAziza', 'Karimova Aziza', false],
    ['Chilonzor\n5-12', 'Chilonzor 5-12', false],
    ['Chilonzor\r\n5-12', 'Chilonzor 5-12', false],
    ['\uFEFFAli', 'Ali', false],
    ['A\u200Bli', 'Ali', true],
    ['\u202AAli\u202C', 'Ali', true],
    ['\u2066Ali\u2069', 'Ali', true],
    ['A\u00ADli', 'Ali', true],
    ['\u0000Ali', 'Ali', true],
    ['Ali\uD800', 'Ali', true],
    ["'+998901234567", '+998901234567', false],
    ["''Ali", 'Ali', false],
    ['="998901234567"', '998901234567', false],
    ['="A ""B"" C"', 'A "B" C', false],
    ['="\'5"', '5', false],
    ['=A1+B1', '=A1+B1', false],
    ["O'tkir", "O'tkir", false],
    ['Oʻtkir', 'Oʻtkir', false],
    ['e\u0301', 'é', false],
    ['И\u0306', 'Й', false],
    ['', '', false],
    [' ', '', false],
    ['\u200B', '', true],
    ['😀', '😀', false],
    ['"quoted"', '"quoted"', false],
  ];
  test.each(cases)('%j → %j', (text, expected, invisible) => {
    expect(cleanText(text)).toEqual({ text: expected, invisible });
  });

  test('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string(),
          fc.string({ unit: fc.constantFrom("'", '=', '"', ' ', '\u00A0', '\uFEFF', '\u200B', 'a', 'И', '\u0306') }),
        ),
        (text) => {
          const { text: clean } = cleanText(text);
          expect(cleanText(clean)).toEqual({ text: clean, invisible: false });
          expect(clean).toBe(clean.normalize('NFC'));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    '',
    '-',
    '--',
    '—',
    '–',
    '...',
    'n/a',
    'N/A',
    'н/д',
    'Н/Д',
    "yo'q",
    'yoʻq',
    'Yo‘q',
    'йўқ',
    'нет',
    'null',
    'none',
    '?',
    '_',
  ])('%j is nothing', (text) => expect(isBlankText(text)).toBe(true));
  test.each(['0', 'a', '1-', '№', 'Nargiza', "yo'qlama", '-5', '#N/A'])('%j is something', (text) =>
    expect(isBlankText(text)).toBe(false),
  );
});

describe('folding', () => {
  test.each([
    ['Buyurtma ID', 'buyurtma id'],
    ["Yo'l", 'yol'],
    ['Yoʻl', 'yol'],
    ['Yo‘l', 'yol'],
    ['Yo`l', 'yol'],
    ['ЙЎЛ', 'йул'],
    ['Ҳудуд', 'худуд'],
    ['ҒИЖДУВОН', 'гиждувон'],
    ['Счёт', 'счет'],
    ['Тeлeфoн', 'телефон'],
    ['Tелефон', 'телефон'],
    ['Теlefon', 'telefon'],
    ['Ф.И.О.', 'ф и о'],
    ['order_id', 'order id'],
    ['  a  —  b ', 'a b'],
    ['ＡＢＣ', 'abc'],
    ['', ''],
    ['!!!', ''],
  ])('%j → %j', (text, expected) => expect(fold(text)).toBe(expected));

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string(),
          fc.string({ unit: fc.constantFrom('a', 'е', 'ў', 'T', 'і', "'", 'ʻ', ' ', '.', 'Ё', 'x', 'İ', 'ẞ') }),
          fc.string({ unit: fc.constantFrom('a', 'y', 'е', 'ё', 'і', "'", '＇', '¨', '\u0308', '\u0306') }),
        ),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
      { numRuns: 2000, examples: [['ё\u0308'], ['a＇\u0308'], ['яy\u0306']] },
    );
  });

  test('distance counts typing mistakes, two exchanged letters as one', () => {
    expect(editDistance('toshkent', 'toshkent', 2)).toBe(0);
    expect(editDistance('toshkentt', 'toshkent', 2)).toBe(1);
    expect(editDistance('tohskent', 'toshkent', 2)).toBe(1);
    expect(editDistance('tashkend', 'toshkent', 2)).toBe(2);
    expect(editDistance('buxoro', 'toshkent', 2)).toBe(3);
    expect(editDistance('', 'ab', 1)).toBe(2);
  });

  test('distance is the same both ways, and never says less than the length differs', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (first, second) => {
        const distance = editDistance(first, second, 10);
        expect(distance).toBe(editDistance(second, first, 10));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(first.length - second.length));
        expect(distance === 0).toBe(first === second);
        expect(editDistance(first, second, 1)).toBe(Math.min(distance, 2));
      }),
    );
  });
});

describe('texts', () => {
  test.each([
    ['Karimova Aziza', 'Karimova Aziza'],
    ['  Karimova  Aziza ', 'Karimova Aziza'],
    ['Каримова Азиза', 'Каримова Азиза'],
    ['Gʻulomova', 'Gʻulomova'],
    ["G'ulomova", "G'ulomova"],
    ['123 Main Street', '123 Main Street'],
    ['Ali\u200B', 'Ali ·invisible'],
    ['Ка????ва', 'Ка????ва !textDamaged'],
    ['Karim\uFFFDva', 'Karim\uFFFDva !textDamaged'],
    ['Kim?', 'Kim?'],
    ['a'.repeat(255), 'a'.repeat(255)],
    ['a'.repeat(256), '✕ textTooLong'],
    [` ${'a'.repeat(255)} `, 'a'.repeat(255)],
    ['-', 'blank'],
    ['', 'blank'],
    ['#REF!', '✕ sheetError'],
    ['TRUE', '✕ isBoolean'],
    ['True', 'True'],
  ])('%j → %s', (text, expected) => {
    expect(outcome(parseFreeText(textCell(text), 'full_name'))).toBe(expected);
  });

  test.each([
    ['number', '15', '15'],
    ['number', '12345678901234567', '12345678901234567'],
    ['date', '45568', '✕ isDate'],
    ['percent', '0.1', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
    ['error', '#N/A', '✕ sheetError'],
    ['uncalculated', '', '✕ uncalculated'],
    ['empty', '', 'blank'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parseFreeText(cellOf(kind, text), 'address'))).toBe(expected);
  });
});

describe('post codes', () => {
  test.each([
    ['100200', '100200'],
    ["'100200", '100200'],
    ['100 200', '100200'],
    ['100200.0', '100200'],
    ['010200', '010200'],
    ['10020', '10020 !zipForm'],
    ['1002000', '1002000 !zipForm'],
    ['UZ100200', 'UZ100200 !zipForm'],
    ['', 'blank'],
    ['-', 'blank'],
    ['#N/A', '✕ sheetError'],
    ['1'.repeat(256), '✕ textTooLong'],
  ])('%j → %s', (text, expected) => expect(outcome(parseZip(textCell(text)))).toBe(expected));
  test('a number from Excel is a text', () =>
    expect(parseZip(cellOf('number', '100200'))).toMatchObject({ kind: 'value', value: '100200', remarks: [] }));
});

describe('countries', () => {
  test.each([
    'Uzbekistan',
    'uzbekistan',
    'UZBEKISTAN',
    'UZ',
    'uz',
    'UZB',
    'Republic of Uzbekistan',
    "O'zbekiston",
    'Oʻzbekiston',
    'O‘zbekiston',
    'Ozbekiston',
    "O'zbekiston Respublikasi",
    'Uzbekiston',
    'Ўзбекистон',
    'Ўзбекистон Республикаси',
    'Узбекистон',
    'Узбекистан',
    'УЗБЕКИСТАН',
    'Республика Узбекистан',
    'РУз',
    'Узб.',
    ' Uzbekistan ',
  ])('%j is Uzbekistan', (text) => expect(outcome(parseCountry(textCell(text)))).toBe('Uzbekistan'));
  test.each([
    ['Kazakhstan', 'Kazakhstan !countryOther'],
    ['Россия', 'Россия !countryOther'],
    ['KZ', 'KZ !countryOther'],
    ['', 'blank'],
    ['-', 'blank'],
    ['#N/A', '✕ sheetError'],
  ])('%j → %s', (text, expected) => expect(outcome(parseCountry(textCell(text)))).toBe(expected));
  test.each(['Uzbekistn', 'Узбекистанн', 'Ozbekistan'])('%j is kept, and Uzbekistan is offered', (text) => {
    expect(parseCountry(textCell(text))).toMatchObject({
      kind: 'value',
      value: text,
      remarks: [{ code: 'values.countryOther', suggestion: 'Uzbekistan' }],
    });
  });
});

describe('statuses', () => {
  test.each([
    ['1', '1'],
    ['5', '5'],
    ['7', '7'],
    ['5.0', '5'],
    ['0', '✕ statusUnknown'],
    ['8', '✕ statusUnknown'],
    ['1.5', '✕ statusUnknown'],
    ['-1', '✕ statusUnknown'],
    ['Yangi', '1'],
    ['yangi', '1'],
    ['YANGI', '1'],
    ['Yigʻilmoqda', '2'],
    ["Yig'ilmoqda", '2'],
    ['Yig‘ilmoqda', '2'],
    ['Yopildi', '3'],
    ['Yuklandi', '4'],
    ['Rejalashtirildi', '5'],
    ['Bekor qilindi', '6'],
    ['Ochildi', '7'],
    ['1 - Yangi', '1'],
    ['5. Rejalashtirildi', '5'],
    ['новый', '1 ·statusWord'],
    ['Новый', '1 ·statusWord'],
    ['янги', '1 ·statusWord'],
    ['собирается', '2 ·statusWord'],
    ['завершён', '3 ·statusWord'],
    ['завершен', '3 ·statusWord'],
    ['shipped', '4 ·statusWord'],
    ['запланирован', '5 ·statusWord'],
    ['отказ', '6 ·statusWord'],
    ['bekor', '6 ·statusWord'],
    ['cancelled', '6 ·statusWord'],
    ['открыт', '7 ·statusWord'],
    ['fulfilled', '✕ statusForeign'],
    ['unfulfilled', '✕ statusForeign'],
    ['paid', '✕ statusForeign'],
    ['Оплачен', '✕ statusForeign'],
    ['partially_fulfilled', '✕ statusForeign'],
    ['Yangii', '✕ statusUnknown → Yangi'],
    ['Rejalashtirldi', '✕ statusUnknown → Rejalashtirildi'],
    ['hoho', '✕ statusUnknown'],
    ['', 'blank'],
    ['-', 'blank'],
    ['#N/A', '✕ sheetError'],
  ])('%j → %s', (text, expected) => expect(outcome(parseStatus(textCell(text)))).toBe(expected));

  test('every suggestion is a status', () => {
    for (let status = 1; status <= 7; status++)
      expect(outcome(parseStatus(textCell(statusName(status) ?? '')))).toBe(String(status));
  });
});
