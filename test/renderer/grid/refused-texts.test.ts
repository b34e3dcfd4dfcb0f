import { expect, it } from 'vitest';
import { RefusedTexts } from '../../../renderer/grid/refused-texts.ts';
import { gridColumns } from './rows.ts';

const rows = { indexOf: (row: number): number => [7, 9].indexOf(row) };

it('a refused text is offered once, the first first, in the cell where it was typed last', () => {
  const refused = new RefusedTexts();
  refused.keep({ row: 9, column: 1, text: '+99890' });
  refused.keep({ row: 7, column: 0, text: 'Aziz' });
  refused.keep({ row: 7, column: 0, text: 'Azizov' });
  expect(refused.next(rows, gridColumns)).toEqual({ place: { index: 1, column: 2 }, text: '+99890' });
  expect(refused.next(rows, gridColumns)).toEqual({ place: { index: 0, column: 1 }, text: 'Azizov' });
  expect(refused.next(rows, gridColumns)).toBeNull();
});

it('what belongs to a row that is not loaded waits for it', () => {
  const refused = new RefusedTexts();
  refused.keep({ row: 30, column: 0, text: 'Aziz' });
  refused.keep({ row: 7, column: 9, text: 'x' });
  expect(refused.next(rows, gridColumns)).toBeNull();
  expect(refused.next({ indexOf: (row) => row - 30 }, gridColumns)?.text).toBe('Aziz');
});
