/** Proxies of the network: whole requests for http, tunnels for https, and nothing sent where none of it stands. */
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../../../main/sending/wms/connection.ts';
import { environmentRoutes, parseProxyRoutes, type Route } from '../../../../main/sending/wms/proxy.ts';
import { patience } from '../../../support/patience.ts';

const timeouts = { connect: patience(500), headers: patience(500), whole: patience(1000) };
const certificate = fs.readFileSync('test/fixtures/tls/localhost.cert.pem', 'utf8');
const key = fs.readFileSync('test/fixtures/tls/localhost.key.pem', 'utf8');

async function listening(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function proxied(port: number, authorization: string | null = null): Route {
  return { kind: 'proxy', origin: `http://127.0.0.1:${port}`, authorization };
}

function send(url: string, routes: readonly Route[], certificates?: readonly string[]) {
  const connection = openConnection(timeouts, { routesFor: async () => routes, certificates });
  onTestFinished(() => connection.close());
  return connection.send({ method: 'POST', url, headers: { authorization: 'Bearer secret' }, body: '{"a":"б"}' });
}

/** A WMS that answers what it was sent. */
function echo(request: http.IncomingMessage, response: http.ServerResponse): void {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () =>
    response.end(
      JSON.stringify({
        url: request.url,
        host: request.headers.host,
        key: request.headers.authorization,
        proxy: request.headers['proxy-authorization'] ?? null,
        body,
      }),
    ),
  );
}

/** A proxy that joins the two ends, and notes whom it was asked for. */
async function tunnelling(answer = 'HTTP/1.1 200 Connection established\r\n\r\n') {
  const asked: { readonly target: string; readonly authorization: string | undefined }[] = [];
  const server = http.createServer((_request, response) => response.writeHead(500).end());
  const seen: Buffer[] = [];
  server.on('connect', (request, socket) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    socket.write(answer);
    if (!answer.includes(' 200 ')) return void socket.end();
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const inside = net.connect(Number(port), host);
    socket.on('data', (chunk) => seen.push(chunk as Buffer));
    socket.on('error', () => inside.destroy());
    inside.on('error', () => socket.destroy());
    socket.pipe(inside).pipe(socket);
  });
  return { port: await listening(server), asked, seen: () => Buffer.concat(seen).toString('latin1') };
}

describe('an http address through a proxy', () => {
  test('goes as a whole request, without a tunnel; the key of the proxy is for the proxy', async () => {
    const connects: unknown[] = [];
    const proxy = http.createServer(echo).on('connect', (request, socket) => {
      connects.push(request);
      socket.destroy();
    });
    const port = await listening(proxy);
    const event = await send('http://wms.example:8040/v1/order/create?x=1', [proxied(port, 'Basic dTpw')]);
    expect(event).toMatchObject({
      kind: 'answered',
      answer: {
        body: {
          url: 'http://wms.example:8040/v1/order/create?x=1',
          host: 'wms.example:8040',
          key: 'Bearer secret',
          proxy: 'Basic dTpw',
          body: '{"a":"б"}',
        },
      },
    });
    expect(connects).toEqual([]);
  });

  test('whose proxy is not there was not sent; the next way is tried', async () => {
    const gone = net.createServer();
    const port = await listening(gone);
    await new Promise((resolve) => gone.close(resolve));
    expect(await send('http://wms.example/', [proxied(port)])).toEqual({ kind: 'notSent', phase: 'proxy' });
    const wms = await listening(http.createServer(echo));
    expect(await send(`http://127.0.0.1:${wms}/x`, [proxied(port), { kind: 'direct' }])).toMatchObject({
      kind: 'answered',
      answer: { body: { url: '/x' } },
    });
  });

  test('that broke off within the proxy is a lost answer, and is not tried another way', async () => {
    let direct = 0;
    const wms = await listening(http.createServer((request, response) => (direct++, echo(request, response))));
    const port = await listening(net.createServer((socket) => void socket.once('data', () => socket.destroy())));
    expect(await send(`http://127.0.0.1:${wms}/`, [proxied(port), { kind: 'direct' }])).toEqual({
      kind: 'lost',
      cause: 'connection',
    });
    expect(direct).toBe(0);
  });
});

describe('an https address through a proxy', () => {
  test('goes through a tunnel: the proxy learns where, and nothing else', async () => {
    const wms = await listening(https.createServer({ cert: certificate, key }, echo));
    const proxy = await tunnelling();
    const event = await send(
      `https://localhost:${wms}/v1/order/create`,
      [proxied(proxy.port, 'Basic dTpw')],
      [certificate],
    );
    expect(event).toMatchObject({
      kind: 'answered',
      answer: { body: { url: '/v1/order/create', key: 'Bearer secret', proxy: null, body: '{"a":"б"}' } },
    });
    expect(proxy.asked).toEqual([{ target: `localhost:${wms}`, authorization: 'Basic dTpw' }]);
    expect(proxy.seen()).not.toContain('secret');
  });

  test('was not sent where the tunnel does not stand, whatever the proxy says', async () => {
    for (const answer of [
      'HTTP/1.1 403 Forbidden\r\n\r\n',
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      'HTTP/1.1 502 Bad Gateway\r\n\r\n',
    ]) {
      const proxy = await tunnelling(answer);
      expect(await send('https://localhost:1/', [proxied(proxy.port)])).toEqual({ kind: 'notSent', phase: 'proxy' });
    }
    const silent = await listening(net.createServer(() => {}));
    expect(await send('https://localhost:1/', [proxied(silent)])).toEqual({ kind: 'notSent', phase: 'proxy' });
    const closing = await listening(net.createServer((socket) => void socket.end()));
    expect(await send('https://localhost:1/', [proxied(closing)])).toEqual({ kind: 'notSent', phase: 'proxy' });
  });

  test('nor to a server that nobody trusts', async () => {
    let requests = 0;
    const wms = await listening(https.createServer({ cert: certificate, key }, () => requests++));
    const proxy = await tunnelling();
    expect(await send(`https://localhost:${wms}/`, [proxied(proxy.port)])).toEqual({ kind: 'notSent', phase: 'tls' });
    expect(await send(`https://localhost:${wms}/`, [{ kind: 'direct' }])).toEqual({ kind: 'notSent', phase: 'tls' });
    expect(requests).toBe(0);
  });

  test('whose answer is lost in the tunnel is lost', async () => {
    const wms = await listening(
      https.createServer({ cert: certificate, key }, (_request, response) => response.socket?.destroy()),
    );
    const proxy = await tunnelling();
    expect(await send(`https://localhost:${wms}/`, [proxied(proxy.port)], [certificate])).toEqual({
      kind: 'lost',
      cause: 'connection',
    });
  });
});

const proxy = (origin: string, authorization: string | null = null): Route => ({
  kind: 'proxy',
  origin,
  authorization,
});
const direct: Route = { kind: 'direct' };

describe('which way', () => {
  test.each([
    ['DIRECT', [direct]],
    ['', [direct]],
    ['PROXY proxy.example:3128', [proxy('http://proxy.example:3128')]],
    [
      'PROXY a.example:80; HTTPS b.example:443;DIRECT',
      [proxy('http://a.example:80'), proxy('https://b.example:443'), direct],
    ],
    ['SOCKS5 s.example:1080; PROXY a.example:8080', [proxy('http://a.example:8080')]],
    ['SOCKS s.example:1080', [direct]],
    ['PROXY ', [direct]],
  ])('«%s» of a script', (answer, routes) => {
    expect(parseProxyRoutes(answer)).toEqual(routes);
  });

  test.each([
    [{}, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://p.example:3128' }, 'http://wms.example/', proxy('http://p.example:3128')],
    [{ HTTP_PROXY: 'p.example' }, 'http://wms.example/', proxy('http://p.example:80')],
    [{ HTTP_PROXY: 'http://p.example:3128' }, 'https://wms.example/', direct],
    [{ HTTPS_PROXY: 'https://p.example' }, 'https://wms.example/', proxy('https://p.example:443')],
    [{ ALL_PROXY: 'http://p.example:1' }, 'https://wms.example/', proxy('http://p.example:1')],
    [
      { http_proxy: 'http://small.example:1', HTTP_PROXY: 'http://large.example:1' },
      'http://wms.example/',
      proxy('http://small.example:1'),
    ],
    [
      { HTTP_PROXY: 'http://user:p%40ss@p.example:3128' },
      'http://wms.example/',
      proxy('http://p.example:3128', `Basic ${Buffer.from('user:p@ss').toString('base64')}`),
    ],
    [{ HTTP_PROXY: 'socks5://p.example:1080' }, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://' }, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://p.example:1', NO_PROXY: '*' }, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://p.example:1', NO_PROXY: 'other.example, .example' }, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://p.example:1', NO_PROXY: 'example' }, 'http://wms.example/', direct],
    [{ HTTP_PROXY: 'http://p.example:1', NO_PROXY: 'ample' }, 'http://wms.example/', proxy('http://p.example:1')],
    [{ HTTP_PROXY: 'http://p.example:1', NO_PROXY: 'wms.example:8040' }, 'http://wms.example:8040/', direct],
    [
      { HTTP_PROXY: 'http://p.example:1', NO_PROXY: 'wms.example:8040' },
      'http://wms.example/',
      proxy('http://p.example:1'),
    ],
    [{ HTTP_PROXY: 'http://p.example:1' }, 'http://127.0.0.1:8040/', direct],
    [{ HTTP_PROXY: 'http://p.example:1' }, 'http://localhost/', direct],
    [{ HTTP_PROXY: 'http://p.example:1' }, 'http://[::1]/', direct],
  ])('%j for %s', async (environment, url, route) => {
    expect(await environmentRoutes(environment)(url)).toEqual([route]);
  });
});
