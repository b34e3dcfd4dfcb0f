import { describe, test } from 'vitest';
import { faultNames } from '../../main/practice/faults.ts';
import { faultPositions, expectCellToHold } from '../main/sending/matrix.ts';

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

describe('every fault × three positions × concurrency 1 and 4 × seeds', () => {
  for (const fault of faultNames) {
    for (const position of faultPositions) {
      test.each([1, 4])(`${fault}, ${position} order, %i at once`, { timeout: 120_000 }, async (concurrency) => {
        for (const seed of seeds) await expectCellToHold({ fault, position, concurrency, seed });
      });
    }
  }
});
