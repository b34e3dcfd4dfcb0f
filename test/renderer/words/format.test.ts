import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatWhen } from '../../../renderer/words/format.ts';
import { languages } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

describe('formatCount', () => {
  it('groups thousands with a space that does not break', () => {
    expect(formatCount(54_310_000)).toBe('54\u00a0310\u00a0000');
    expect(formatCount(999)).toBe('999');
    expect(formatCount(1000)).toBe('1\u00a0000');
    expect(formatCount(0)).toBe('0');
    expect(formatCount(-12_500)).toBe('−12\u00a0500');
  });

  it('keeps every digit of every amount', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (n) => Number(formatCount(n).replaceAll('\u00a0', '')) === n));
  });
});

describe('formatWhen', () => {
  it('leaves the date out only for today in Toshkent', () => {
    const now = Date.UTC(2026, 10, 24, 20, 0); // 25.11 01:00 in Toshkent
    expect(formatWhen(Date.UTC(2026, 10, 24, 19, 30), now)).toBe('00:30');
    expect(formatWhen(Date.UTC(2026, 10, 24, 18, 30), now)).toBe('24.11.2026 23:30');
  });
});

it('writes numbers inside sentences in the same way, in every language and runtime', () => {
  for (const language of languages)
    expect(translatorFor(language)('word.orders', { count: 1432 })).toContain('1\u00a0432');
});
