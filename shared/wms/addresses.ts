/** Parses and builds addresses of the WMS; its paths (docs/domain.md, decisions 13, 18, 19, 20, 36). */
import { failure, success, valueOrThrow, type Result } from '../result.ts';

/** The API document's server; prefilled, never used without the operator's consent. */
export const documentedServerUrl = 'http://wms.bts.uz:8040/';

export const wmsPaths = {
  create: '/v1/order/create',
  /** These two are not in the API document; a profile can set another look-up path. */
  index: '/v1/order/index',
  view: '/v1/order/view',
  login: '/v1/auth/login',
  refresh: '/v1/auth/refresh',
} as const;

/** Where a practice WMS identifies itself. Only requested from this computer's own addresses. */
export const practiceIdentityPath = '/practice/identity';

/**
 * A host name whose last label begins with a letter, or an IPv4 address in plain decimal: nothing that programs interpret
 * differently, so that one server has one identity. Of IPv6 only the local address; no punycode.
 */
const hostPattern =
  /^(?:\[::1\]|(?:\d{1,3}\.){3}\d{1,3}|(?!.*xn--)(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?)$/u;
const pathPattern = /^(?:\/[\w.~!$&'()*+,;=:@%-]*)*$/u;

interface ServerAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** '' for the scheme's default port. */
  readonly port: string;
  /** Without a trailing slash; '' for the root. */
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
  // People paste the API document's full path with the address (decision 36).
  const path = foundPath
    .replace(/\/+$/u, '')
    .replace(/\/v1\/order\/create$/u, '')
    .replace(/\/+$/u, '');
  if (!pathPattern.test(path) || /\/\/|\/\.{1,2}(?:\/|$)|%(?![0-9a-f]{2})|%2e/iu.test(path))
    return failure('wms.addressUnreadable', { address });
  return success({ scheme, host, port: port === (scheme === 'http' ? 80 : 443) ? '' : String(port), path });
}

/**
 * Normalises a typed server address to `scheme://host[:port]/[path/]`; without a scheme http is assumed, as in the API
 * document. Fails with `wms.addressUnreadable`, `wms.addressScheme`, `wms.addressCredentials`.
 */
export function parseServerAddress(text: string): Result<string> {
  const read = readAddress(text);
  if (!read.ok) return read;
  const { scheme, host, port, path } = read.value;
  return success(`${scheme}://${host}${port === '' ? '' : `:${port}`}${path}/`);
}

/**
 * The server's identity in the ledger: its origin, so that two paths of one server count as one (decision 12).
 * @throws FailureError those of {@link parseServerAddress}
 */
export function serverIdentity(base: string): string {
  const { scheme, host, port } = valueOrThrow(readAddress(base));
  return `${scheme}://${host}${port === '' ? '' : `:${port}`}`;
}

/**
 * The URL of a path on the server; `query` values are encoded.
 * @throws FailureError those of {@link parseServerAddress}
 */
export function wmsUrl(base: string, path: string, query: Readonly<Record<string, string | number>> = {}): string {
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const { path: basePath } = valueOrThrow(readAddress(base));
  return `${serverIdentity(base)}${basePath}/${path.replace(/^\/+/u, '')}${search.length > 0 ? `?${search.join('&')}` : ''}`;
}

/** The path for refreshing the access key, next to the login: `/v1/auth/login` → `/v1/auth/refresh` (decision 20). */
export function refreshPathOf(loginPath: string): string {
  return loginPath.replace(/login(?=\/?$)/u, 'refresh');
}
