import { describe, test } from 'vitest';
import { faultNames } from '../../../main/practice/faults.ts';
import { faultPositions, expectCellToHold } from './matrix.ts';

// A part of the whole that test/torture/sending-matrix.test.ts runs: every fault with both concurrencies, on changing places.
describe('every fault, and what is left of it', () => {
  for (const [index, fault] of faultNames.entries()) {
    test.each([1, 4])(`${fault}, %i at once`, async (concurrency) => {
      await expectCellToHold({
        fault,
        position: faultPositions[(index + concurrency) % faultPositions.length] ?? 'first',
        concurrency,
        seed: index + (concurrency === 1 ? 0 : 1),
      });
    });
  }
});
