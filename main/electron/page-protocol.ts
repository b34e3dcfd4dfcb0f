/** Serves the page and its parts under the app's own scheme, app://main, the only origin it may load from. */
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const pageOrigin = 'app://main';
export const pageAddress = `${pageOrigin}/index.html`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine writes its styles into style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Fixed here instead of asking the system: on Windows a program may have registered .js as plain text, which no page runs. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** net::ERR_FILE_NOT_FOUND */
const notFound = { error: -6 };

/**
 * Serves the files of `folder`, and nothing above it. It uses the older `registerBufferProtocol`: `protocol.handle` answers
 * with Node's Response, and the page would wait until Node's HTTP client is loaded.
 */
export function servePage(folder: string): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    const url = new URL(request.url);
    const file = path.join(folder, path.normalize(url.pathname));
    const inside = path.relative(folder, file);
    const mimeType = types[path.extname(file)];
    if (url.host !== 'main' || inside.startsWith('..') || path.isAbsolute(inside) || mimeType === undefined) {
      answer(notFound);
      return;
    }
    const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' };
    readFile(file).then(
      (data) => answer({ mimeType, charset: 'utf-8', data, headers }),
      () => answer(notFound),
    );
  });
}
