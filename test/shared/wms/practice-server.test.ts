import { expect, it } from 'vitest';
import { anyPracticeServer, isPracticeServer, serverTableKey } from '../../../shared/wms/practice-server.ts';

it('keeps the tables of every practice WMS together, and those of each real one apart', () => {
  expect(serverTableKey('practice:1')).toBe(serverTableKey('practice:2'));
  expect(serverTableKey(anyPracticeServer)).toBe(serverTableKey('practice:1'));
  expect(serverTableKey('http://wms.example')).toBe('http://wms.example');
});

it('takes no real server for practice', () => {
  expect(isPracticeServer('practice:0b1f')).toBe(true);
  expect(isPracticeServer('http://practice:8040')).toBe(false);
});
