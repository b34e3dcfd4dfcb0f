import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextSet } from '../../../main/platform/text-set.ts';

test('knows what was added, however much, and nothing else', () => {
  const set = new TextSet();
  const hashes = Array.from({ length: 20_000 }, (_, index) => createHash('sha256').update(String(index)).digest('hex'));
  const ids = Array.from({ length: 20_000 }, () => randomUUID());
  for (const text of [...hashes, ...ids, ...ids]) set.add(text);
  expect(set.size).toBe(40_000);
  expect([...hashes, ...ids].filter((text) => !set.has(text))).toEqual([]);
  expect(Array.from({ length: 20_000 }, () => randomUUID()).filter((id) => set.has(id))).toEqual([]);
});

test('is a set of short texts, too', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid()), fc.array(fc.string()), (added, others) => {
      const set = new TextSet();
      for (const text of [...added, '']) set.add(text);
      expect(added.every((text) => set.has(text)) && set.has('')).toBe(true);
      expect(others.filter((text) => text !== '' && text.length < 3 && set.has(text))).toEqual([]);
    }),
  );
});
