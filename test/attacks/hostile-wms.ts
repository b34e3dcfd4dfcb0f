/** A WMS that answers as a script says, and notes which orders it was sent: as hostile as the test wants it to be. */
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';

export interface HostileAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
}

export interface HostileWms {
  readonly url: string;
  /** Ids of the orders that it was sent, in the order of their coming. */
  readonly posts: number[];
  /** The access keys that came with any request. */
  readonly keys: string[];
}

export function accepted(orderId: number, id = orderId + 1000): HostileAnswer {
  return { body: { message: 'Record successfully created.', data: { id, order_id: orderId } } };
}

/** @param answer of the nth request (from 1) that creates an order; the others are answered 404 */
export async function hostileWms(
  answer: (orderId: number, nth: number) => HostileAnswer | Promise<HostileAnswer> = (orderId) => accepted(orderId),
  tls?: { readonly key: string; readonly cert: string },
): Promise<HostileWms> {
  const posts: number[] = [];
  const keys: string[] = [];
  const listener: http.RequestListener = (request, response) => {
    keys.push(request.headers.authorization ?? '');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const respond = async (): Promise<void> => {
      let said: HostileAnswer = { status: 404, body: '' };
      if (request.method === 'POST') {
        const order = orderRequestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        posts.push(order.order_id);
        said = await answer(order.order_id, posts.length);
      }
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
      response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? null));
    };
    request.on('end', () => void respond());
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${port}/`, posts, keys };
}
