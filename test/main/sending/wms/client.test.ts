/** The WMS client against the practice WMS: its headers, keys and look-ups. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openWmsClient, renewAccessKey, signIn, testServer, fetchOrder } from '../../../../main/sending/wms/client.ts';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import { timeouts, answering } from './answering-server.ts';

describe('the client', () => {
  test('sends the document’s headers, and exactly the frozen bytes', async () => {
    const { address, requests } = await answering('{}');
    const client = openWmsClient(`${address}base/`, timeouts);
    onTestFinished(() => client.close());
    await client.create('{"full_name":"Oʻtkir Ғафуров"}', 'secret');
    await client.lookUp('/v1/order/index', 7, 'secret');
    expect(client.createUrl).toBe(`${address}base/v1/order/create`);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      body: '{"full_name":"Oʻtkir Ғафуров"}',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json', accept: 'application/json' },
    });
    expect(requests[0]?.headers).not.toHaveProperty('idempotency-key');
    expect(requests[1]).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer secret' } });
  });

  test('signs in, tries a server, shows an order', async () => {
    const practice = await startPracticeServer({});
    onTestFinished(() => practice.stop());
    const signedIn = await signIn(practice.url, '/v1/auth/login', { login: 'operator', password: 'secret1' });
    if (!signedIn.ok) throw new Error(signedIn.error.code);
    const token = signedIn.value.accessKey;
    expect(await signIn(practice.url, '/v1/auth/login', { login: 'operator', password: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'sending.loginRefused' },
    });
    expect(await signIn(practice.url, '/nowhere', { login: 'operator', password: 'secret1' })).toMatchObject({
      ok: false,
      error: { code: 'sending.loginUnreadable' },
    });
    expect(await testServer(practice.url, '/v1/order/index', token)).toEqual({
      reachable: true,
      authorised: true,
      lookupOffered: true,
    });
    expect(await testServer(practice.url, '/v1/order/index', 'wrong')).toEqual({
      reachable: true,
      authorised: false,
      lookupOffered: null,
    });
    expect(await testServer(practice.url, '/nowhere', token)).toMatchObject({ reachable: true, lookupOffered: false });
    expect(await fetchOrder(practice.url, 1, token)).toMatchObject({
      ok: false,
      error: { code: 'sending.viewUnreadable' },
    });
    await practice.stop();
    expect(await testServer(practice.url, '/v1/order/index', token)).toEqual({
      reachable: false,
      authorised: null,
      lookupOffered: null,
    });
    expect(await fetchOrder(practice.url, 1, token)).toMatchObject({
      ok: false,
      error: { code: 'sending.unreachable' },
    });
  });

  test('gets a new key for a refresh token, once', async () => {
    const practice = await startPracticeServer({});
    onTestFinished(() => practice.stop());
    const first = await signIn(practice.url, '/v1/auth/login', { login: 'a', password: 'secret' });
    if (!first.ok || first.value.refreshToken === null) throw new Error('no refresh token');
    const renewed = await renewAccessKey(practice.url, '/v1/auth/refresh', first.value.refreshToken);
    expect(renewed).toMatchObject({
      ok: true,
      value: { accessKey: expect.stringMatching(/^practice-/u), refreshToken: expect.any(String) },
    });
    expect(renewed.ok && renewed.value.accessKey).not.toBe(first.value.accessKey);
    expect(await renewAccessKey(practice.url, '/v1/auth/refresh', first.value.refreshToken)).toMatchObject({
      ok: false,
      error: { code: 'sending.loginRefused' },
    });
  });
});
