import { expect, test } from 'vitest';
import { sparkPath } from '../../../renderer/send/spark-line.ts';

test('the highest value touches the top, nothing the bottom', () => {
  expect(sparkPath([0, 50, 100], 100, 20)).toBe('M0 20L50 10L100 0');
});

test('a stretch without a value leaves a gap', () => {
  expect(sparkPath([10, null, 10, 10], 90, 10)).toBe('M0 0M60 0L90 0');
});

test('nothing is drawn of too little', () => {
  expect(sparkPath([5], 100, 20)).toBe('');
  expect(sparkPath([0, 0, null], 100, 20)).toBe('');
});
