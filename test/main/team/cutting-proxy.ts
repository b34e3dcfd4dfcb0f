/** A TCP proxy before a server that refuses, stalls, or cuts within the answers. */
import net from 'node:net';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface CuttingProxy {
  readonly port: number;
  /** `stall`: takes connections and bytes, and passes nothing on. */
  mode: 'pass' | 'refuse' | 'stall';
  /** Cuts every connection that stands. */
  cut(): void;
  /** Passes so many packets of answers, and cuts instead of the next; what was asked has reached the server. Once. */
  cutAfterAnswers(count: number): void;
}

export async function cuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<net.Socket>();
  let left = Infinity;
  const server = net.createServer((client) => {
    if (proxy.mode === 'refuse') {
      client.destroy();
      return;
    }
    const upstream = net.connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (proxy.mode === 'pass') upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (proxy.mode !== 'pass') return;
      if (left-- > 0) {
        client.write(bytes);
        return;
      }
      left = Infinity;
      client.write(bytes.subarray(0, 3));
      client.destroy();
    });
  });
  const proxy: CuttingProxy = {
    mode: 'pass',
    get port() {
      return (server.address() as net.AddressInfo).port;
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    cutAfterAnswers(count) {
      left = count;
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    proxy.cut();
    server.close();
  });
  return proxy;
}
