import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  documentedServerUrl,
  parseServerAddress,
  serverIdentity,
  wmsPaths,
  wmsUrl,
} from '../../../shared/wms/addresses.ts';

describe('server addresses', () => {
  test.each([
    ['http://wms.bts.uz:8040/', 'http://wms.bts.uz:8040/'],
    ['  HTTP://WMS.BTS.UZ:8040 ', 'http://wms.bts.uz:8040/'],
    ['wms.bts.uz:8040', 'http://wms.bts.uz:8040/'],
    ['http://wms.bts.uz:80', 'http://wms.bts.uz/'],
    ['https://wms.bts.uz:443/', 'https://wms.bts.uz/'],
    ['https://wms.bts.uz./', 'https://wms.bts.uz/'],
    ['http://wms.bts.uz:8040/v1/order/create', 'http://wms.bts.uz:8040/'],
    ['http://host/proxy/wms//', 'http://host/proxy/wms/'],
    ['127.0.0.1:4000', 'http://127.0.0.1:4000/'],
    ['http://[::1]:8040', 'http://[::1]:8040/'],
  ])('%s', (typed, address) => {
    expect(parseServerAddress(typed)).toEqual({ ok: true, value: address });
  });

  test.each([
    ['', 'wms.addressUnreadable'],
    ['http://', 'wms.addressUnreadable'],
    ['http://wms.bts.uz:0', 'wms.addressUnreadable'],
    ['http://wms.bts.uz:99999', 'wms.addressUnreadable'],
    ['http://wms.bts.uz/?a=1', 'wms.addressUnreadable'],
    ['http://wms.bts.uz/a/../b', 'wms.addressUnreadable'],
    ['http://2130706433/', 'wms.addressUnreadable'],
    ['http://127.1/', 'wms.addressUnreadable'],
    ['http://127.0.0.01/', 'wms.addressUnreadable'],
    ['http://wms bts uz/', 'wms.addressUnreadable'],
    ['ftp://wms.bts.uz/', 'wms.addressScheme'],
    ['file:///etc/passwd', 'wms.addressScheme'],
    ['http://me:secret@wms.bts.uz/', 'wms.addressCredentials'],
    ['http://wms.bts.uz@evil.example/', 'wms.addressCredentials'],
  ])('%s is refused', (typed, code) => {
    expect(parseServerAddress(typed)).toMatchObject({ ok: false, error: { code } });
  });

  test('a refused address never repeats a password', () => {
    expect(JSON.stringify(parseServerAddress('http://me:secret@wms.bts.uz/?x'))).not.toContain('secret');
  });

  test('paths are joined with one slash', () => {
    expect(wmsUrl(documentedServerUrl, wmsPaths.create)).toBe('http://wms.bts.uz:8040/v1/order/create');
    expect(wmsUrl('http://host/proxy/', 'v1/order/view', { id: 4 })).toBe('http://host/proxy/v1/order/view?id=4');
  });

  test('the identity is the origin', () => {
    expect(serverIdentity('http://WMS.bts.uz:8040/x/')).toBe('http://wms.bts.uz:8040');
    expect(serverIdentity('http://wms.bts.uz:80')).toBe(serverIdentity('wms.bts.uz'));
  });

  test('what is accepted is what Node connects to, and reading it again changes nothing', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.domain(),
      fc.ipV4().map((ip) => `http://${ip}`),
      fc.ipV4Extended().map((ip) => `http://${ip}:8040/a`),
      fc.ipV6().map((ip) => `http://[${ip}]/`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = parseServerAddress(text);
        if (!read.ok) return;
        const url = new URL(read.value);
        expect(url.origin).toBe(serverIdentity(read.value));
        expect(url.username + url.password + url.search + url.hash).toBe('');
        expect(parseServerAddress(read.value)).toEqual(read);
      }),
      { numRuns: 5000 },
    );
  });
});
