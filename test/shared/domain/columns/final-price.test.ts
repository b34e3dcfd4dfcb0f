/** When a column of totals is the final price (docs/domain.md, «Headings»). */
import { describe, expect, it } from 'vitest';
import { ColumnValues } from '../../../../shared/domain/columns/column-values.ts';
import type { HeadedColumn } from '../../../../shared/domain/columns/evidence.ts';
import { isFinalPrice } from '../../../../shared/domain/columns/final-price.ts';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';

const column = (heading: string, texts: readonly string[]): HeadedColumn => ({
  index: 0,
  heading,
  called: heading,
  name: readHeading(heading),
  roleBefore: null,
  values: new ColumnValues(texts.map((text) => (text === '' ? { kind: 'empty', text } : { kind: 'text', text }))),
});

type Line = readonly [price: string, discount: string, total: string, quantity?: string];

function isFinal(lines: readonly Line[], withQuantity = true): boolean {
  return isFinalPrice(
    column(
      'Jami',
      lines.map(([, , total]) => total),
    ),
    column(
      'Narxi',
      lines.map(([price]) => price),
    ),
    column(
      'Chegirma',
      lines.map(([, discount]) => discount),
    ),
    withQuantity
      ? column(
          'Soni',
          lines.map(([, , , quantity = '1']) => quantity),
        )
      : undefined,
  );
}
const times = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line);

describe('a column of totals', () => {
  it.each<[string, readonly Line[], boolean]>([
    ['price − discount', times(3, ['5000', '500', '4500']), true],
    ['price × quantity − discount', times(3, ['5000', '500', '9500', '2']), true],
    ['in any writing of the numbers', times(3, ['5 000', '500 soʻm', '4 500']), true],
    ['a discount on one row only', [...times(2, ['5000', '', '5000']), ['5000', '500', '4500']], true],
    ['no discount anywhere: a total looks the same', times(5, ['5000', '', '5000']), false],
    ['discounts of 0', times(5, ['5000', '0', '5000']), false],
    ['two rows prove nothing', times(2, ['5000', '500', '4500']), false],
    ['the order’s total on each row', times(3, ['5000', '500', '54500']), false],
    ['nine rows of ten', [...times(9, ['5000', '500', '4500']), ['5000', '500', '1']], true],
    ['eight rows of ten', [...times(8, ['5000', '500', '4500']), ...times(2, ['5000', '500', '1'])], false],
    [
      'rows without a total or a price do not count',
      [...times(3, ['5000', '500', '4500']), ['5000', '500', ''], ['', '', '7']],
      true,
    ],
    [
      'half per piece and half per line is neither',
      [...times(3, ['5000', '500', '4500', '2']), ...times(3, ['5000', '500', '9500', '2'])],
      false,
    ],
  ])('%s', (_, lines, expected) => expect(isFinal(lines)).toBe(expected));

  it('without a column of quantities a row is one piece', () => {
    expect(isFinal(times(3, ['5000', '500', '4500', '2']), false)).toBe(true);
    expect(isFinal(times(3, ['5000', '500', '9500', '2']), false)).toBe(false);
  });
});
