import { describe, expect, test } from 'vitest';
import { cleanAccessKey, readLogin } from '../../../shared/wms/login.ts';

describe('login', () => {
  test('tokens', () => {
    expect(readLogin(200, { access_token: 'a.b.c', refresh_token: 'r' })).toEqual({
      kind: 'signedIn',
      accessKey: 'a.b.c',
      refreshToken: 'r',
    });
    expect(readLogin(200, { data: { access_token: 'a.b.c' } })).toEqual({
      kind: 'signedIn',
      accessKey: 'a.b.c',
      refreshToken: null,
    });
  });
  test.each([
    [422, { message: 'error', errors: 'Login yoki parol noto‘g‘ri' }, ['Login yoki parol noto‘g‘ri']],
    [
      422,
      { message: 'error', errors: { password: ['Password should contain at least 6 characters.'] } },
      ['Password should contain at least 6 characters.'],
    ],
    [422, [{ field: 'password', message: 'Password is invalid.' }], ['Password is invalid.']],
    [401, { message: 'Unauthenticated.' }, []],
  ])('refused %i', (status, body, messages) => {
    expect(readLogin(status, body)).toEqual({ kind: 'refused', messages });
  });
  test.each([
    [200, '<html>'],
    [200, { access_token: '' }],
    [200, { access_token: 'a\r\nX: y' }],
    [302, ''],
    [500, 'x'],
    [404, { message: 'Page not found.' }],
  ])('unreadable %i', (status, body) => {
    expect(readLogin(status, body)).toEqual({ kind: 'unreadable' });
  });
  test.each([
    [' Bearer abc.def\n', 'abc.def'],
    ['Authorization: Bearer abc', 'abc'],
    ['"abc"', 'abc'],
  ])('pasted %j', (pasted, token) => {
    expect(cleanAccessKey(pasted)).toEqual({ ok: true, value: token });
  });
  test.each([
    ['a b', 'key.unreadable', {}],
    ['', 'key.unreadable', {}],
    ['abcа', 'key.character', { character: '«а» (U+0430)', place: 4 }],
    ['ab\u0007c', 'key.character', { character: 'U+0007', place: 3 }],
  ])('pasted %j is no key', (pasted, code, params) => {
    expect(cleanAccessKey(pasted)).toEqual({ ok: false, error: { code, params } });
  });
});
