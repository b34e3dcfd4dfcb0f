/**
 * A WMS for tests of the app as it works live: the practice WMS behind a door at which it does not say that it is one.
 * Faults pass the door as they are: what is reset inside is reset outside.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../main/practice/practice-server.ts';
import { practiceIdentityPath } from '../../shared/wms/addresses.ts';

/** A key that the WMS of the tests takes. */
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

/** Starts it on this computer; its `url` is the door's. */
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
