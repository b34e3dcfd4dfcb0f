/** One request over a real socket: whether anything was sent, and what came back. */
import http from 'node:http';
import net from 'node:net';
import zlib from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../../../main/sending/wms/connection.ts';
import { timeouts, listening, answering } from './answering-server.ts';

function send(url: string, body: string | null = '{}') {
  const connection = openConnection(timeouts);
  onTestFinished(() => connection.close());
  return connection.send({ method: body === null ? 'GET' : 'POST', url, headers: {}, body });
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

describe('a request that must not go out any more', () => {
  test('is asked about once the connection stands, and no byte of it is written', async () => {
    const { address, requests } = await answering('{}');
    const connection = openConnection(timeouts);
    onTestFinished(() => connection.close());
    let may = false;
    let asked = 0;
    const request = { method: 'POST', url: address, headers: {}, body: '{}', mayWrite: () => (asked++, may) } as const;
    expect(await connection.send(request)).toEqual({ kind: 'notSent', phase: 'team' });
    expect({ asked, requests }).toEqual({ asked: 1, requests: [] });
    may = true;
    expect(await connection.send(request)).toMatchObject({ kind: 'answered' });
    expect(requests).toHaveLength(1);
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
    for (const name of ['gzip', 'GZIP', 'x-gzip']) {
      const { address } = await answering(zlib.gzipSync('{"a":1}'), { 'content-encoding': name });
      expect(await send(address)).toMatchObject({ answer: { isJson: true, body: { a: 1 } } });
    }
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
