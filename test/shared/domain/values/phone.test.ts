import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Metadata, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasNoNumber, parsePhone } from '../../../../shared/domain/values/phone.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

/** [input, what is expected], a case per line; digits are made up. */
const golden = z
  .array(z.tuple([z.string(), z.string()]))
  .parse(JSON.parse(readFileSync(new URL('../../../fixtures/values/phones.json', import.meta.url), 'utf8')));

describe('phones', () => {
  test.each(golden)('%j → %s', (text, expected) => {
    expect(outcome(parsePhone(textCell(text)))).toBe(expected);
  });

  test.each([
    ['number', '998901234567', '+998901234567'],
    ['number', '998901234567.0', '+998901234567'],
    ['number', '901234567', '+998901234567'],
    ['number', '9.98901234567E+11', '+998901234567'],
    ['number', '9.98901E+11', '✕ phoneScientific'],
    ['number', '99890123456', '✕ phoneTooShort'],
    ['date', '45568', '✕ isDate'],
    ['percent', '0.9', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
    ['error', '#N/A', '✕ sheetError'],
    ['uncalculated', '', '✕ uncalculated'],
    ['empty', '', 'blank'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parsePhone(cellOf(kind, text)))).toBe(expected);
  });

  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
  const forms = fc.constantFrom<(n: string) => string>(
    (n) => `+998${n}`,
    (n) => `998${n}`,
    (n) => `+998 ${n.slice(0, 2)} ${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
    (n) => `+998 (${n.slice(0, 2)}) ${n.slice(2, 5)}-${n.slice(5, 7)}-${n.slice(7)}`,
    (n) => `+998-${n.slice(0, 2)}-${n.slice(2, 5)}-${n.slice(5, 7)}-${n.slice(7)}`,
  );
  test('agrees with the library about every number with nine digits after 998', () => {
    fc.assert(
      fc.property(digits(9), forms, (national, form) => {
        const known = parsePhoneNumberFromString(`+998${national}`);
        const parsed = parsePhone(textCell(form(national)));
        // What the library cannot read at all may only be refused.
        if (!known) return expect(parsed.kind).toBe('refusal');
        expect(parsed).toMatchObject({ kind: 'value', value: known.number });
        if (parsed.kind === 'value')
          expect(parsed.remarks.map(({ code }) => code)).toEqual(known.isValid() ? [] : ['values.phoneUnusual']);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '20',
    '33',
    '50',
    '55',
    '66',
    '69',
    '70',
    '71',
    '76',
    '77',
    '78',
    '80',
    '87',
    '88',
    '90',
    '91',
    '92',
    '93',
    '94',
    '95',
    '97',
    '98',
    '99',
  ])('every number of the code %s is in the plan, as the library has it', (code) => {
    for (let block = 0; block < 1000; block++) {
      const number = `+998${code}${String(block).padStart(3, '0')}4567`;
      if (!parsePhoneNumberFromString(number)?.isValid()) expect.fail(`${number} is not in the plan`);
      expect(parsePhone(textCell(number))).toEqual({ kind: 'value', value: number, remarks: [] });
    }
  });

  test('a number once read is read again as itself', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }).map((text) => `${text}901234567`),
        (text) => {
          const first = parsePhone(textCell(text));
          if (first.kind === 'value')
            expect(parsePhone(textCell(first.value))).toMatchObject({ kind: 'value', value: first.value });
        },
      ),
    );
  });
});

test('says of too few digits what it says of them with a gap, which the library reads', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-79][0-9]{2,7}$/), (digits) => {
      fc.pre(!digits.startsWith('998'));
      const read = (text: string) => {
        const parsed = parsePhone({ kind: 'text', text });
        return parsed.kind === 'refusal'
          ? { ...parsed.remark, params: { ...parsed.remark.params, value: '' } }
          : parsed;
      };
      expect(read(digits)).toEqual(read(`${digits.slice(0, 2)}-${digits.slice(2)}`));
      expect(read(digits)).toMatchObject({ code: 'values.phoneTooShort', params: { digits: digits.length } });
    }),
  );
});

describe('texts that are not given to the library', () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[0-9]{1,4}$/),
    fc.constantFrom(
      ...['+', ' ', '-', '(', ')', '.', ',', '/', ';', '~', '#', 'ー', '٩٠', '９', '⑤', '\u200b'],
      ...['ext', 'ext.', 'Ｘ', 'x', 'int', 'доб', 'Доб.', 'anexo', 'tel:', ';ext=', ';phone-context=+998', ';isub='],
      ...['tel', 'uy', 'Aziza', 'ш', 'й', 'Ém', 'e', 'ａ', 'ｅ', 'i', 'ｉ', 'д', 'xt', 'extensión'],
    ),
    fc.string({ maxLength: 3, unit: 'grapheme' }),
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

  test('hold no number for it, read strictly or searched', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(hasNoNumber(text));
        for (const one of [text, text.replace(/[,;.:/]/g, ' ').trim()])
          expect(parsePhoneNumberFromString(one, { defaultCountry: 'UZ', extract: false })).toBeUndefined();
        expect(parsePhoneNumberFromString(text, 'UZ')?.isValid() ?? false).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('no country has numbers of so few digits', () => {
    const short: number[] = [];
    for (let code = 1; code < 1000; code++) {
      const metadata = new Metadata();
      try {
        // A calling code, which its types do not know of.
        metadata.selectNumberingPlan(String(code) as CountryCode);
      } catch {
        continue;
      }
      const shortest = Math.min(...(metadata.numberingPlan?.possibleLengths() ?? [99]));
      if (String(code).length + shortest <= 5) short.push(code);
    }
    expect(short).toEqual([]);
  });

  test.each(['1000 Bakemo', 'uy 12', 'Aziza', '12 Timur'])('%j', (text) => expect(hasNoNumber(text)).toBe(true));
  test.each(['901234567 uy', '90 123 45 67', '1234 ext 5', 'x12', '123 доб 4', 'ab tel:12;phone-context=+998', '12'])(
    'but %j may',
    (text) => expect(hasNoNumber(text)).toBe(false),
  );
});
