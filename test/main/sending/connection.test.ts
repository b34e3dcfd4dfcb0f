import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../../main/sending/wms/connection.ts';
import { openWmsClient, renewAccessKey, signIn, testServer, fetchOrder } from '../../../main/sending/wms/client.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';

const timeouts = { connect: 1000, headers: 300, whole: 500 };

async function listening(server: net.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function send(url: string, body: string | null = '{}') {
  const connection = openConnection(timeouts);
  onTestFinished(() => connection.close());
  return connection.send({ method: body === null ? 'GET' : 'POST', url, headers: {}, body });
}

/** A server that answers with these bytes, and counts what it was asked. */
async function answering(bytes: string | Buffer, headers: Record<string, string> = {}, status = 200) {
  const requests: { readonly method: string; readonly headers: http.IncomingHttpHeaders; readonly body: string }[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', headers: request.headers, body });
      response.writeHead(status, headers);
      response.end(bytes);
    });
  });
  return { address: `http://${await listening(server)}/`, requests };
}

describe('before a connection stands, and only there, nothing was sent', () => {
  test('refused', async () => {
    const server = net.createServer();
    const address = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await send(`http://${address}/`)).toEqual({ kind: 'notSent', phase: 'refused' });
  });

  test('a name that there is not', async () => {
    expect(await send('http://wms.invalid/')).toEqual({ kind: 'notSent', phase: 'name' });
  });

  test('no TLS where TLS is asked for', async () => {
    const { address } = await answering('{}');
    expect(await send(address.replace('http:', 'https:'))).toEqual({ kind: 'notSent', phase: 'tls' });
  });

  test.each([
    ['closed', (socket: net.Socket) => socket.once('data', () => socket.destroy())],
    ['reset', (socket: net.Socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['ended in the status line', (socket: net.Socket) => socket.end('HTTP/1.1 2')],
    ['ended in the body', (socket: net.Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"data":')],
    ['not HTTP', (socket: net.Socket) => socket.end('220 smtp.example ESMTP\r\n')],
  ])('a connection that stood and was %s is a lost answer', async (_name, act) => {
    const address = await listening(net.createServer((socket) => void act(socket)));
    expect(await send(`http://${address}/`)).toEqual({ kind: 'lost', cause: 'connection' });
  });

  test('an answer that does not come, or not to its end, is lost by time', async () => {
    const silent = await listening(net.createServer(() => {}));
    expect(await send(`http://${silent}/`)).toEqual({ kind: 'lost', cause: 'timeout' });
    const slow = await listening(
      net.createServer((socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{')),
    );
    expect(await send(`http://${slow}/`)).toEqual({ kind: 'lost', cause: 'timeout' });
  });
});

describe('an answer', () => {
  test('is read as JSON whatever its type says, with the headers that count', async () => {
    const { address } = await answering(
      '{"a":1}',
      { 'content-type': 'text/plain', 'retry-after': '7', 'x-ratelimit-limit': '60', 'x-rate-limit-reset': '9' },
      429,
    );
    expect(await send(address)).toMatchObject({
      kind: 'answered',
      answer: {
        status: 429,
        isJson: true,
        body: { a: 1 },
        headers: { contentType: 'text/plain', retryAfter: '7', rateLimit: '60', rateReset: '9' },
      },
    });
  });

  test('over one mebibyte, packed or not, is not read', async () => {
    const huge = Buffer.from(`{"a":1}${' '.repeat(2 ** 20)}`);
    for (const [bytes, headers] of [
      [huge, {}],
      [zlib.gzipSync(huge), { 'content-encoding': 'gzip' }],
      [Buffer.from('{}'), { 'content-encoding': 'br' }],
      [Buffer.from([0xff, 0xfe, 0xfd]), {}],
    ] as const) {
      const { address } = await answering(bytes, headers);
      expect(await send(address)).toMatchObject({
        kind: 'answered',
        answer: { status: 200, isJson: false, body: null },
      });
    }
    const { address } = await answering(zlib.gzipSync('{"a":1}'), { 'content-encoding': 'gzip' });
    expect(await send(address)).toMatchObject({ answer: { isJson: true, body: { a: 1 } } });
  });

  test('that points elsewhere is not followed, and nothing is sent twice', async () => {
    const elsewhere = await answering('{}');
    for (const status of [301, 302, 307, 308]) {
      const { address, requests } = await answering('', { location: elsewhere.address }, status);
      expect(await send(address)).toMatchObject({ answer: { status, headers: { location: elsewhere.address } } });
      expect(requests).toHaveLength(1);
    }
    expect(elsewhere.requests).toEqual([]);
  });

  test('that is lost on a reused connection is not asked for again', async () => {
    let requests = 0;
    const address = await listening(
      http.createServer((_request, response) => {
        if (++requests === 1) response.end('{}');
        else response.socket?.destroy();
      }),
    );
    const connection = openConnection(timeouts);
    onTestFinished(() => connection.close());
    const exchange = { method: 'POST', url: `http://${address}/`, headers: {}, body: '{}' } as const;
    expect((await connection.send(exchange)).kind).toBe('answered');
    expect((await connection.send(exchange)).kind).toBe('lost');
    expect(requests).toBe(2);
  });
});

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
