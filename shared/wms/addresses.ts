/** Where the WMS is and under which paths it answers (docs/domain.md, decisions 13, 18, 19, 20, 36). */
import { failure, FailureError, type Result, success } from '../result.ts';

/** The document's server; prefilled, never sent to without the operator's word. */
export const documentedServerUrl = 'http://wms.bts.uz:8040/';

export const wmsPaths = {
  create: '/v1/order/create',
  /** Undocumented; a profile can name others for these. */
  index: '/v1/order/index',
  view: '/v1/order/view',
  login: '/v1/auth/login',
  refresh: '/v1/auth/refresh',
} as const;

/** Where a practice WMS says who it is. Asked of this computer's own addresses alone. */
export const practiceIdentityPath = '/practice/identity';

/**
 * A host name whose last label begins with a letter, or an IPv4 address in plain decimal: nothing that two programs read
 * differently, so that one server has one identity. Of IPv6 the local address alone; no names in punycode.
 */
const hostPattern =
  /^(?:\[::1\]|(?:\d{1,3}\.){3}\d{1,3}|(?!.*xn--)(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?)$/u;
const pathPattern = /^(?:\/[\w.~!$&'()*+,;=:@%-]*)*$/u;

interface ServerAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** '' where it is the scheme's own. */
  readonly port: string;
  /** Without a final slash; '' at the root. */
  readonly path: string;
}

function readAddress(text: string): Result<ServerAddress> {
  const address = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(address) ? address : `http://${address}`;
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\\s]*)([^?#\\\s]*)$/iu.exec(withScheme);
  if (!found) return failure('wms.addressUnreadable', { address: address.includes('@') ? '…' : address });
  const [, foundScheme = '', authority = '', foundPath = ''] = found;
  if (authority.includes('@')) return failure('wms.addressCredentials');
  const scheme = foundScheme.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') return failure('wms.addressScheme', { address });
  const [, foundHost = '', foundPort = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/u.exec(authority.toLowerCase()) ?? [];
  const host = foundHost.replace(/\.$/u, '');
  const port = Number(foundPort || (scheme === 'http' ? 80 : 443));
  if (!hostPattern.test(host) || port < 1 || port > 65535) return failure('wms.addressUnreadable', { address });
  if (/^[\d.]+$/u.test(host) && host.split('.').some((part) => part !== String(Math.min(255, Number(part))))) {
    return failure('wms.addressUnreadable', { address });
  }
  // The document's «base path» repeats the whole path (decision 36); people paste it with the address.
  const path = foundPath
    .replace(/\/+$/u, '')
    .replace(/\/v1\/order\/create$/u, '')
    .replace(/\/+$/u, '');
  if (!pathPattern.test(path) || /\/\/|\/\.{1,2}(?:\/|$)|%(?![0-9a-f]{2})|%2e/iu.test(path))
    return failure('wms.addressUnreadable', { address });
  return success({ scheme, host, port: port === (scheme === 'http' ? 80 : 443) ? '' : String(port), path });
}

/**
 * Reads what was typed as a server's address, and writes it in its one form: `scheme://host[:port]/[path/]`. Without a
 * scheme http is taken, as in the document.
 *
 * Errors: `wms.addressUnreadable`, `wms.addressScheme`, `wms.addressCredentials`.
 */
export function parseServerAddress(text: string): Result<string> {
  const read = readAddress(text);
  if (!read.ok) return read;
  const { scheme, host, port, path } = read.value;
  return success(`${scheme}://${host}${port === '' ? '' : `:${port}`}${path}/`);
}

function addressOrThrow(base: string): ServerAddress {
  const read = readAddress(base);
  if (!read.ok) throw new FailureError(read.error.code, read.error.params);
  return read.value;
}

/** The server's name in the ledger: its origin, so that two paths of one server are one server (decision 12). */
export function serverIdentity(base: string): string {
  const { scheme, host, port } = addressOrThrow(base);
  return `${scheme}://${host}${port === '' ? '' : `:${port}`}`;
}

/** The address of a path on the server, with one slash between them; `query` values are encoded. */
export function wmsUrl(base: string, path: string, query: Readonly<Record<string, string | number>> = {}): string {
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const { path: basePath } = addressOrThrow(base);
  return `${serverIdentity(base)}${basePath}/${path.replace(/^\/+/u, '')}${search.length > 0 ? `?${search.join('&')}` : ''}`;
}

/** Where a refresh token is exchanged, beside the login: `/v1/auth/login` → `/v1/auth/refresh` (decision 20). */
export function refreshPathOf(loginPath: string): string {
  return loginPath.replace(/login(?=\/?$)/u, 'refresh');
}
