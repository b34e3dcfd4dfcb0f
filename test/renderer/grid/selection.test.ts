import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellCountOf,
  cellSelection,
  leavesGrid,
  moveSelection,
  rangeOf,
  clampSelection,
  type Extent,
  type Move,
} from '../../../renderer/grid/selection.ts';

const extent: Extent = { rows: 100, columns: 8, page: 20 };
const moves: readonly Move[] = [
  'up',
  'down',
  'left',
  'right',
  'rowStart',
  'rowEnd',
  'start',
  'end',
  'top',
  'bottom',
  'pageUp',
  'pageDown',
  'next',
  'previous',
];
const go = (index: number, column: number, move: Move): readonly [number, number] => {
  const { active } = moveSelection(cellSelection(index, column), move, extent, false);
  return [active.index, active.column];
};

describe('moved', () => {
  it.each([
    ['up', [4, 3]],
    ['down', [6, 3]],
    ['left', [5, 2]],
    ['right', [5, 4]],
    ['rowStart', [5, 0]],
    ['rowEnd', [5, 7]],
    ['start', [0, 0]],
    ['end', [99, 7]],
    ['top', [0, 3]],
    ['bottom', [99, 3]],
    ['pageUp', [0, 3]],
    ['pageDown', [25, 3]],
    ['next', [5, 4]],
    ['previous', [5, 2]],
  ] as const)('%s', (move, place) => {
    expect(go(5, 3, move)).toEqual(place);
  });

  it('Tab goes on in the next row, and back', () => {
    expect(go(5, 7, 'next')).toEqual([6, 0]);
    expect(go(6, 0, 'previous')).toEqual([5, 7]);
    expect(go(99, 7, 'next')).toEqual([99, 7]);
    expect(go(0, 0, 'previous')).toEqual([0, 0]);
  });

  it('lets Tab leave the grid at its corners only', () => {
    expect(leavesGrid(cellSelection(99, 7), 'next', extent)).toBe(true);
    expect(leavesGrid(cellSelection(99, 6), 'next', extent)).toBe(false);
    expect(leavesGrid(cellSelection(0, 0), 'previous', extent)).toBe(true);
    expect(leavesGrid(cellSelection(0, 1), 'previous', extent)).toBe(false);
  });

  it('stays in the grid whatever is pressed; the anchor stays while the range stretches', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...moves), fc.boolean()), { maxLength: 60 }), (presses) => {
        let selection = cellSelection(50, 4);
        for (const [move, extend] of presses) {
          const next = moveSelection(selection, move, extent, extend);
          expect(next.anchor).toEqual(extend ? selection.anchor : next.active);
          selection = next;
        }
        const { top, bottom, left, right } = rangeOf(selection);
        expect(top >= 0 && left >= 0 && bottom < extent.rows && right < extent.columns).toBe(true);
        expect(cellCountOf({ top, bottom, left, right })).toBe((bottom - top + 1) * (right - left + 1));
      }),
    );
  });
});

describe('within', () => {
  it('is the same selection where nothing has to change', () => {
    const selection = cellSelection(3, 3);
    expect(clampSelection(selection, extent)).toBe(selection);
  });

  it('brings a selection back after rows have gone', () => {
    expect(clampSelection(cellSelection(99, 7), { rows: 10, columns: 3, page: 5 })).toEqual(cellSelection(9, 2));
  });
});
