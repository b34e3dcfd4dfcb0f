/** A folder with releases on a local web server, and a key to sign its list with. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
export const ourKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

export const signatureOf = (text: string): string => sign(null, Buffer.from(text), privateKey).toString('base64');

export const digestOf = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('base64');

/** A list as electron-builder writes it. */
export function listOf(version: string, setup: Uint8Array, name = `Setup ${version}.exe`): string {
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${encodeURI(name)}`,
    `    sha512: ${digestOf(setup)}`,
    `    size: ${setup.byteLength}`,
    `path: ${encodeURI(name)}`,
    `sha512: ${digestOf(setup)}`,
    `releaseDate: '2026-11-29T00:00:00.000Z'`,
    '',
  ].join('\n');
}

/** Serves `files` by their names at `address` until the test ends; they may be changed meanwhile. */
export async function serveFolder(
  files: Map<string, string | Uint8Array>,
): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname).replace('/app/', '');
    asked.push(name);
    const content = files.get(name);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/app`, asked };
}
