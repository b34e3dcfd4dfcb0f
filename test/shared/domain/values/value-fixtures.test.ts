/**
 * Tables of cells and what they are read to, a file per parser in test/fixtures/values: [text of the cell, outcome] as
 * test/shared/domain/values/outcome.ts writes it. Drop a line in, gain a test. Phones have a test of their own.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Cell } from '../../../../shared/domain/table/table.ts';
import { parseCountry } from '../../../../shared/domain/values/country.ts';
import { parseMoney } from '../../../../shared/domain/values/money.ts';
import { parseOrderId } from '../../../../shared/domain/values/order-id.ts';
import { parseProductId } from '../../../../shared/domain/values/product-id.ts';
import { parseQuantity } from '../../../../shared/domain/values/quantity.ts';
import { parseScheduledAt } from '../../../../shared/domain/values/dates/scheduled-at.ts';
import { parseStatus } from '../../../../shared/domain/values/status.ts';
import { parseFreeText } from '../../../../shared/domain/values/free-text.ts';
import { parseZip } from '../../../../shared/domain/values/zip.ts';
import { outcome, textCell } from './outcome.ts';

/** 2024-10-01 09:00 in Tashkent. */
const now = Date.parse('2024-10-01T09:00:00+05:00');

const readings: Readonly<Record<string, (cell: Cell) => string>> = {
  'order-ids': (cell) => outcome(parseOrderId(cell)),
  'product-ids': (cell) => outcome(parseProductId(cell)),
  quantities: (cell) => outcome(parseQuantity(cell)),
  money: (cell) => outcome(parseMoney(cell, 'price')),
  zips: (cell) => outcome(parseZip(cell)),
  statuses: (cell) => outcome(parseStatus(cell)),
  countries: (cell) => outcome(parseCountry(cell)),
  texts: (cell) => outcome(parseFreeText(cell, 'full_name')),
  // `~`: the default time.
  dates: (cell) =>
    outcome(
      parseScheduledAt(cell, {
        dateOrder: 'dayFirst',
        areShortDaysDoubtful: false,
        date1904: false,
        defaultTime: '09:00',
        now,
      }),
      ({ local, hadTime }) => `${local.slice(0, 10)} ${hadTime ? '' : '~'}${local.slice(11, 16)}`,
    ),
};

describe.each(Object.entries(readings))('%s', (name, read) => {
  const cases = z
    .array(z.tuple([z.string(), z.string()]))
    .parse(JSON.parse(readFileSync(new URL(`../../../fixtures/values/${name}.json`, import.meta.url), 'utf8')));

  it('are two hundred at least, each once', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(([text]) => text)).size).toBe(cases.length);
  });

  it('are read as written', () => {
    expect(cases.map(([text]) => [text, read(textCell(text))])).toEqual(cases);
  });
});
