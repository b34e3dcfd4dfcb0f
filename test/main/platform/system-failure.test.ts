/** What the system says becomes a sentence where a person can do something; the rest stays unexpected. */
import { expect, test } from 'vitest';
import { systemFailure } from '../../../main/platform/system-failure.ts';

const withCode = (code: string): Error => Object.assign(new Error(`${code}: C:\\somewhere`), { code });

test.each([
  [withCode('ENOSPC'), 'linux', 'disk.full'],
  [withCode('EROFS'), 'linux', 'disk.readOnly'],
  [withCode('EACCES'), 'linux', 'disk.readOnly'],
  [withCode('EBUSY'), 'win32', 'file.held'],
  [withCode('EPERM'), 'win32', 'file.held'],
  [withCode('ENAMETOOLONG'), 'win32', 'file.nameTooLong'],
  [new Error('database or disk is full'), 'win32', 'disk.full'],
  [new Error('disk I/O error'), 'linux', 'disk.failing'],
  [new Error('database is locked'), 'linux', 'store.busy'],
] as const)('%s on %s: %s', (error, platform, code) => {
  expect(systemFailure(error, platform)).toEqual({ code, params: {} });
});

test('what says nothing to a person stands for nothing', () => {
  for (const error of [new TypeError('x is not a function'), withCode('ECONNRESET'), 'text', null])
    expect(systemFailure(error)).toBeNull();
});
