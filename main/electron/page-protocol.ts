/** The app's own scheme: the page and its parts come from app://main, and from nowhere else. */
import { protocol } from 'electron';
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

/** What a page is made of; Electron names the type of each by its ending. */
const endings = new Set(['.html', '.js', '.css', '.svg', '.png', '.woff2']);

/** Must be called before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** net::ERR_FILE_NOT_FOUND */
const notFound = { error: -6 };

/**
 * Serves the files of `folder`, and nothing above it. By the oldest of Electron's ways: `protocol.handle` answers with Node's
 * Response, and the page would wait until Node's HTTP client is loaded for it; the newest, `registerSource`, is not in the
 * Electron that the tests run on.
 */
export function servePage(folder: string): void {
  protocol.registerFileProtocol('app', (request, answer) => {
    const url = new URL(request.url);
    const file = path.join(folder, path.normalize(url.pathname));
    const inside = path.relative(folder, file);
    if (url.host !== 'main' || inside.startsWith('..') || path.isAbsolute(inside) || !endings.has(path.extname(file))) answer(notFound);
    else answer({ path: file, headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' } });
  });
}
