/** Which row of a changed file is which row of the earlier one (docs/architecture.md: by order and content). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { matchRows, type FileVersion } from '../../../../shared/domain/versions/match-rows.ts';
import { tableOf } from '../../../support/table.ts';

const headings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Mahsulot ID', 'Miqdor', 'Narx'];
type Row = readonly string[];
const row = (id: string, product = '17', quantity = '1', price = '5000'): Row => [
  id,
  id === '' ? '' : `Mijoz ${id}`,
  id === '' ? '' : `9012345${id.padStart(2, '0')}`,
  product,
  quantity,
  price,
];

function version(rows: readonly Row[], heads: readonly string[] = headings): FileVersion {
  const table = tableOf([heads, ...rows]);
  return { table, plan: interpretColumns(table, noChoices) };
}

/** For each earlier row (from 0, without the headings) the later one; – where it is gone. */
function matched(earlier: readonly Row[], later: readonly Row[]): string {
  const { laterRowByEarlier, earlierRowByLater } = matchRows(version(earlier), version(later));
  laterRowByEarlier.forEach((after, before) => {
    if (after >= 0) expect(earlierRowByLater[after]).toBe(before);
  });
  return [...laterRowByEarlier.slice(1)].map((after) => (after < 0 ? '–' : String(after - 1))).join(' ');
}

describe('a row is found again', () => {
  const [a, b, c] = [row('1'), row('2'), row('3')];
  it.each<[string, readonly Row[], readonly Row[], string]>([
    ['as it was', [a, b, c], [a, b, c], '0 1 2'],
    ['behind new ones', [a, b], [row('9'), a, row('8'), b], '1 3'],
    ['before those that are gone', [a, b, c], [a, c], '0 – 1'],
    ['in another place', [a, b, c], [c, a, b], '1 2 0'],
    ['with another quantity', [a, b], [row('1', '17', '2'), b], '0 1'],
    ['with half of it changed', [a], [['1', 'Mijoz 1', '901234501', '99', '9', '9']], '0'],
    ['not with more than half of it changed', [a], [['1', 'Mijoz 1', '909999999', '99', '9', '9']], '–'],
    ['not in another order, however alike', [row('1')], [['2', ...row('1').slice(1)]], '–'],
    ['and spaces around a text change nothing', [a], [a.map((text) => ` ${text} `)], '0'],
  ])('%s', (_, earlier, later, expected) => expect(matched(earlier, later)).toBe(expected));
});

describe('items of one order', () => {
  it.each<[string, readonly Row[], readonly Row[], string]>([
    [
      'without a number belong to the order above',
      [row('1'), row('', '18')],
      [row('2'), row('1'), row('', '18')],
      '1 2',
    ],
    [
      'that are the same in two orders stay in their own',
      [row('1'), row('', '18'), row('2'), row('', '18')],
      [row('2'), row('', '18'), row('1'), row('', '18')],
      '2 3 0 1',
    ],
    [
      'that are the same twice are matched in turn',
      [row('1'), row('', '18'), row('', '18')],
      [row('1'), row('', '18')],
      '0 1 –',
    ],
    [
      'that are nearly the same: the likeliest first',
      [row('1', '17', '1', '5000'), row('1', '18', '1', '7000')],
      [row('1', '18', '2', '7000'), row('1', '17', '2', '5000')],
      '1 0',
    ],
    [
      'that changed beside one that did not keep apart',
      [row('1', '17'), row('1', '18')],
      [row('1', '17'), row('1', '18', '3')],
      '0 1',
    ],
  ])('%s', (_, earlier, later, expected) => expect(matched(earlier, later)).toBe(expected));
});

describe('columns', () => {
  it('that moved, came or went change no match', () => {
    const earlier = version([row('1'), row('2')]);
    const moved = version(
      [
        ['5000', '2', 'Mijoz 2', '901234502', '17', '1', 'x'],
        ['5000', '1', 'Mijoz 1', '901234501', '17', '1', 'y'],
      ],
      ['Narx', ...headings.slice(0, 5), 'Izoh'],
    );
    expect([...matchRows(earlier, moved).laterRowByEarlier]).toEqual([-1, 2, 1]);
    expect(matchRows(earlier, moved).laterColumnByEarlier).toEqual([1, 2, 3, 4, 5, 0]);
  });
});

describe('whatever happened to a file', () => {
  it('a row that is left as it was is found, and no row is found twice', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 17, max: 19 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const toRows = (list: typeof before) => list.map(([id, product]) => row(String(id), String(product)));
        const [earlier, later] = [toRows(before), toRows(after)];
        const { laterRowByEarlier } = matchRows(version(earlier), version(later));
        const found = [...laterRowByEarlier].filter((index) => index >= 0);
        expect(new Set(found).size).toBe(found.length);
        for (const one of new Set(earlier.map((cells) => cells.join('|')))) {
          const indicesIn = (list: readonly Row[]) =>
            list.flatMap((cells, at) => (cells.join('|') === one ? [at + 1] : []));
          const [olds, news] = [indicesIn(earlier), indicesIn(later)];
          const same = olds.filter((index) => news.includes(laterRowByEarlier[index] ?? -1));
          expect(same.length).toBe(Math.min(olds.length, news.length));
        }
      }),
    );
  });
});
