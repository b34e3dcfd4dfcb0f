/** An HTTP proxy for tests: whole requests for http, tunnels for https; only it resolves the names. */
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface TestProxy {
  readonly port: number;
  /** The requests it received: `POST http://name/path`, `CONNECT name:port`. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** @param upstream the port on this computer that every name leads to @param port 0: any free one */
export async function startProxy(upstream: number, port = 0): Promise<TestProxy> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { pathname, search } = new URL(request.url ?? '');
    const onward = http.request(
      {
        port: upstream,
        host: '127.0.0.1',
        method: request.method,
        path: pathname + search,
        headers: { ...request.headers, host: `127.0.0.1:${upstream}` },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, outside: Socket) => {
    requests.push(`CONNECT ${request.url}`);
    const inside = net.connect(upstream, '127.0.0.1', () => {
      outside.write('HTTP/1.1 200 Connection established\r\n\r\n');
      outside.pipe(inside).pipe(outside);
    });
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const)
      one.on('error', () => other.destroy());
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
