/** What holds for every parser: it never throws, and everything it says has words in three languages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchCity, matchRegion } from '../../../../shared/domain/regions/match-region.ts';
import { cellKinds, type Cell } from '../../../../shared/domain/table/table.ts';
import { parseCountry } from '../../../../shared/domain/values/country.ts';
import { surveyDates } from '../../../../shared/domain/values/dates/date-survey.ts';
import { parseMoney } from '../../../../shared/domain/values/money.ts';
import { parseOrderId } from '../../../../shared/domain/values/order-id.ts';
import type { Parsed, ValueRemark } from '../../../../shared/domain/values/parsed.ts';
import { parsePercent } from '../../../../shared/domain/values/percent.ts';
import { parsePhone } from '../../../../shared/domain/values/phone.ts';
import { parseProductId, parseVariationId } from '../../../../shared/domain/values/product-id.ts';
import { parseProductKey } from '../../../../shared/domain/values/product-key.ts';
import { parseQuantity } from '../../../../shared/domain/values/quantity.ts';
import { resolveRelativeDate } from '../../../../shared/domain/values/dates/relative-date.ts';
import { parseScheduledAt } from '../../../../shared/domain/values/dates/scheduled-at.ts';
import { parseStatus } from '../../../../shared/domain/values/status.ts';
import { parseFreeText } from '../../../../shared/domain/values/free-text.ts';
import { parseZip } from '../../../../shared/domain/values/zip.ts';
import { values as sentences } from '../../../../shared/messages/en/values.ts';
import { languages } from '../../../../shared/messages/translator.ts';
import { translatorFor } from '../../../../shared/messages/translators.ts';
import { textCell } from './outcome.ts';

const dates = { areShortDaysDoubtful: false, date1904: false, defaultTime: '09:00', now: Date.UTC(2024, 9, 1) };
const parsers: Readonly<Record<string, (cell: Cell) => Parsed<unknown>>> = {
  order_id: parseOrderId,
  scheduled_at: (cell) => parseScheduledAt(cell, { ...dates, dateOrder: 'dayFirst' }),
  scheduled_at_undecided: (cell) => parseScheduledAt(cell, { ...dates, dateOrder: 'undecided' }),
  fulfillment_status: parseStatus,
  full_name: (cell) => parseFreeText(cell, 'full_name'),
  phone: parsePhone,
  country: parseCountry,
  zip: parseZip,
  client_product_id: parseProductId,
  client_product_variation_id: parseVariationId,
  quantity: parseQuantity,
  price: (cell) => parseMoney(cell, 'price'),
  discount: (cell) => parseMoney(cell, 'discount'),
  discount_percent: parsePercent,
  product_code: (cell) => parseProductKey(cell, 'code'),
  product_name: (cell) => parseProductKey(cell, 'name'),
};

const pieces = fc.constantFrom(
  ...'0123456789',
  '.',
  ',',
  ' ',
  '-',
  '/',
  ':',
  '+',
  '(',
  ')',
  '%',
  '#',
  '№',
  'e',
  'E',
  "'",
  '="',
  '"',
  'T',
  'Z',
  'okt',
  'июл',
  "so'm",
  'ming',
  'mln',
  'dona',
  'кг',
  '$',
  '998',
  '2024',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '٣',
  '９',
  '\uD800',
  '\n',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: pieces, maxLength: 20 }),
  fc.string({ maxLength: 400 }),
  fc.double().map(String),
  fc.bigInt().map(String),
);
const cells = fc.record({ kind: fc.constantFrom(...cellKinds), text: texts });

function remarksOf(parsed: Parsed<unknown>): readonly ValueRemark[] {
  return parsed.kind === 'value' ? parsed.remarks : parsed.kind === 'refusal' ? [parsed.remark] : [];
}

function expectWords(remark: ValueRemark): void {
  const key = `issue.${remark.code}`;
  if (!translatorFor('en').knows(key)) throw new Error(`${key} has no sentence`);
  for (const language of languages) {
    const sentence = translatorFor(language)(key, remark.params);
    expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
    expect(sentence.length).toBeGreaterThan(10);
  }
}

describe.each(Object.entries(parsers))('%s', (_field, parse) => {
  test('answers any cell without throwing, in words that exist, and the same twice', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const parsed = parse(cell);
        expect(parse(cell)).toEqual(parsed);
        if (/[{}]/.test(cell.text) || /NaN|undefined/.test(cell.text)) return;
        remarksOf(parsed).forEach(expectWords);
      }),
      { numRuns: 500 },
    );
  });

  test('what is suggested for a refusal settles it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parse(textCell(text));
        if (parsed.kind !== 'refusal' || parsed.remark.suggestion === undefined) return;
        expect(parse(textCell(parsed.remark.suggestion)).kind).toBe('value');
      }),
      { numRuns: 500 },
    );
  });
});

test('regions, surveys and relative dates take any text', () => {
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      matchRegion(text, { city: other, zip: other });
      matchCity(text);
      surveyDates([textCell(text), textCell(other)]);
      resolveRelativeDate(text, 0);
    }),
  );
});

test('every sentence is said by some cell', () => {
  const said = new Set<string>();
  const provoking = [
    '1.5',
    '1.22E+06',
    '120%',
    '1 220 011',
    '1234567890123456',
    '0',
    '-5',
    '2147483648',
    'abc',
    '007',
    '10%',
    '$5',
    '€ванов ЏЮтр',
    '1.250 mln',
    '1,000',
    '95 000 (click)',
    '1.5E+05',
    '94999.99999999999',
    '5.5',
    '2 kg',
    '1001',
    '5 000',
    '9.98901E+11',
    '901234567, 917654321',
    'tel 901234567',
    '+998901234567 ext 5',
    '+998000000000',
    '+79001234567',
    '8901234567',
    '12345',
    '99890123456789',
    'x',
    '14:00',
    '1',
    '3.10',
    'ertaga',
    'soon',
    '31.02.2024',
    '03.10.2024 утром',
    '02.10.2023 16:00',
    '03/10/2024',
    '03.10.2024 10:00-12:00',
    '01.01.2020',
    '01.01.2030',
    '03.10.2024 00:00',
    'a'.repeat(300),
    'a???b',
    '12',
    'Kazakhstan',
    'новый',
    'paid',
    'hoho',
    'A\u200B',
    '#N/A',
    'TRUE',
  ];
  const tried: Cell[] = [
    ...provoking.map(textCell),
    { kind: 'date', text: '45568' },
    { kind: 'percent', text: '0.1' },
    { kind: 'uncalculated', text: '' },
  ];
  for (const parse of Object.values(parsers))
    for (const cell of tried) for (const { code } of remarksOf(parse(cell))) said.add(`issue.${code}`);
  expect(Object.keys(sentences).filter((key) => !said.has(key))).toEqual([]);
});
