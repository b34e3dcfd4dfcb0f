import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampWidth,
  columnAt,
  columnOffsets,
  ROW_HEIGHT,
  scrollToReveal,
  visibleColumns,
  visibleRows,
} from '../../../renderer/grid/geometry.ts';

describe('visibleRows', () => {
  it('gives the rows of the view and a few beyond', () => {
    expect(visibleRows(0, 280, 1000, 4)).toEqual({ first: 0, end: 14 });
    expect(visibleRows(28 * 500, 280, 1000, 4)).toEqual({ first: 496, end: 514 });
    expect(visibleRows(28 * 990, 280, 1000, 4)).toEqual({ first: 986, end: 1000 });
  });

  it('never leaves the list, wherever the view stands, and always covers the view', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000_000),
        fc.nat(2000),
        fc.nat(1_048_576),
        fc.nat(20),
        (scrollTop, height, total, beyond) => {
          const { first, end } = visibleRows(scrollTop, height, total, beyond);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(first).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(total);
          if (scrollTop < total * ROW_HEIGHT) {
            expect(first * ROW_HEIGHT).toBeLessThanOrEqual(scrollTop);
            expect(end * ROW_HEIGHT).toBeGreaterThanOrEqual(Math.min(scrollTop + height, total * ROW_HEIGHT));
          }
        },
      ),
    );
  });

  it('a sheet of Excel’s most rows stays below what Chromium can lay out', () => {
    expect(1_048_576 * ROW_HEIGHT).toBeLessThan(33_000_000);
  });
});

describe('columns', () => {
  const offsets = columnOffsets([100, 50, 200, 80]);

  it('stand one behind the other', () => {
    expect(offsets).toEqual([0, 100, 150, 350, 430]);
  });

  it('are found by position', () => {
    expect([0, 99, 100, 149, 150, 349, 350, 1000, -5].map((at) => columnAt(offsets, at))).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 0,
    ]);
  });

  it('show those that the view touches', () => {
    expect(visibleColumns(offsets, 0, 120, 0)).toEqual({ first: 0, end: 2 });
    expect(visibleColumns(offsets, 160, 100, 0)).toEqual({ first: 2, end: 3 });
    expect(visibleColumns(offsets, 160, 100, 1)).toEqual({ first: 1, end: 4 });
    expect(visibleColumns([0], 0, 500, 2)).toEqual({ first: 0, end: 0 });
  });

  it('agree with looking at every column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 1, maxLength: 60 }),
        fc.nat(20_000),
        fc.integer({ min: 1, max: 3000 }),
        (widths, left, width) => {
          const all = columnOffsets(widths);
          const whole = all.at(-1)!;
          fc.pre(left < whole);
          const { first, end } = visibleColumns(all, left, width, 0);
          widths.forEach((_, column) => {
            const seen = all[column]! < left + width && all[column + 1]! > left;
            expect(column >= first && column < end).toBe(seen);
          });
        },
      ),
    );
  });
});

describe('scrolledTo', () => {
  it('moves only as far as it must', () => {
    expect(scrollToReveal(100, 28, 0, 300)).toBe(0);
    expect(scrollToReveal(280, 28, 0, 300)).toBe(8);
    expect(scrollToReveal(100, 28, 150, 300)).toBe(100);
    expect(scrollToReveal(100, 500, 0, 300)).toBe(100);
  });
});

it('widths are kept within sense', () => {
  expect([3, 123.4, 9000].map(clampWidth)).toEqual([40, 123, 800]);
});
