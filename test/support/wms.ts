/**
 * A WMS for tests of live mode: the practice WMS behind a proxy that hides that it is a practice WMS.
 * Faults pass unchanged: a reset connection inside is one outside.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../main/practice/practice-server.ts';
import { practiceIdentityPath } from '../../shared/wms/addresses.ts';

/** An access key that the tests' WMS accepts. */
export const accessKey = 'practice-invented-access-key-0123456789-9WxQ';

const notFound = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

function join(outside: Socket, inside: Socket): void {
  for (const [one, other] of [
    [outside, inside],
    [inside, outside],
  ] as const) {
    one.on('error', () => other.resetAndDestroy());
    one.on('close', () => other.destroy());
  }
  outside.pipe(inside).pipe(outside);
}

/** Starts it on this computer; its `url` is the proxy's. */
export async function startWms(options: PracticeOptions = {}): Promise<PracticeServer> {
  const practice = await startPracticeServer(options);
  const port = Number(new URL(practice.url).port);
  const open = new Set<Socket>();
  const door = createServer((outside) => {
    open.add(outside);
    outside.on('close', () => open.delete(outside));
    outside.once('data', (first) => {
      if (first.toString('latin1').startsWith(`GET ${practiceIdentityPath} `)) {
        outside.end(notFound);
        return;
      }
      outside.pause();
      outside.unshift(first);
      join(outside, connect(port, '127.0.0.1'));
    });
    outside.on('error', () => outside.destroy());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}/`,
    identity: practice.identity,
    ledger: () => practice.ledger(),
    requests: () => practice.requests(),
    async stop() {
      for (const socket of open) socket.destroy();
      door.close();
      await practice.stop();
    },
  };
}
