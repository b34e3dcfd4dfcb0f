/** The window on the screens that operators have, in the screen's own units. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowSize } from '../../../main/electron/window-size.ts';

it.each([
  ['1920×1080 at 100 %', [1920, 1040], [1366, 768]],
  ['1366×768 at 100 %, with a taskbar', [1366, 728], [1366, 728]],
  ['1366×768 at 125 %', [1093, 582], [1093, 582]],
  ['1366×768 at 150 %', [911, 487], [911, 487]],
] as const)('%s', (_screen, [width, height], [opensWide, opensHigh]) => {
  expect(windowSize({ width, height })).toMatchObject({ width: opensWide, height: opensHigh });
});

it('is never larger than the screen, nor smaller than it may be made', () => {
  const side = fc.integer({ min: 1, max: 8000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const size = windowSize({ width, height });
      expect(size.width).toBeLessThanOrEqual(width);
      expect(size.height).toBeLessThanOrEqual(height);
      expect(size.minWidth).toBeLessThanOrEqual(size.width);
      expect(size.minHeight).toBeLessThanOrEqual(size.height);
    }),
  );
});
