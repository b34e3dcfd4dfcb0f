/** Servers on a socket of this computer that answer as a test wants. */
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { patience } from '../../../support/patience.ts';

export const timeouts = { connect: patience(1000), headers: patience(300), whole: patience(500) };

export async function listening(server: net.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that answers with these bytes, and counts what it was asked. */
export async function answering(bytes: string | Buffer, headers: Record<string, string> = {}, status = 200) {
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
