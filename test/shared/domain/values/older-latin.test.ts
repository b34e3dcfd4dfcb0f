import { describe, expect, it } from 'vitest';
import { olderLatin } from '../../../../shared/domain/values/older-latin.ts';

describe('newer Latin letters', () => {
  it.each([
    ['Farğona ş.', 'Fargʻona sh.'],
    ['Çoynak', 'Choynak'],
    ['Ōrinboyev', 'Oʻrinboyev'],
    ['Choynak', 'Choynak'],
    ['Чойнак', 'Чойнак'],
  ])('%j is %j in the older ones', (newer, older) => expect(olderLatin(newer)).toBe(older));

  it('are the same with a mark of their own', () => expect(olderLatin('s\u0327')).toBe('sh'));
});
