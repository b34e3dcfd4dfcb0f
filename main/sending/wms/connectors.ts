/**
 * Establishes connections: direct, to a proxy, or through a proxy's tunnel. Whatever fails here failed before a connection
 * was established: the WMS read no byte of a request.
 */
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { buildConnector } from 'undici';
import { ConnectFailure, connectPhaseOf } from './connect-failure.ts';
import type { Route } from './proxy.ts';

/** Certificates in addition to Node's own: of a test, or of a company's network. */
export type Certificates = readonly string[] | undefined;

/**
 * The certificates that this computer trusts, a company's own among them, where the runtime can list them. Read once, when
 * the first secure connection is made.
 */
function trusted(more: Certificates): readonly string[] | undefined {
  if (typeof tls.getCACertificates !== 'function') return more && [...tls.rootCertificates, ...more];
  try {
    system ??= [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  } catch {
    system = [...tls.rootCertificates];
  }
  return [...system, ...(more ?? [])];
}

let system: readonly string[] | undefined;

interface Checking {
  readonly ca?: string[];
  readonly rejectUnauthorized: true;
}

/** Certificates are always checked: also where the environment (`NODE_TLS_REJECT_UNAUTHORIZED=0`) says that they need not be. */
function checkingOf(certificates: Certificates): Checking {
  const ca = trusted(certificates);
  return { ...(ca ? { ca: [...ca] } : {}), rejectUnauthorized: true };
}

/** To the WMS itself, or to a proxy that takes whole requests. */
export function createDirectConnector(
  timeout: number,
  certificates: Certificates,
  isProxy: boolean,
): buildConnector.connector {
  const plain = buildConnector({ timeout, allowH2: false });
  let secure: buildConnector.connector | undefined;
  return (options, callback) => {
    const isTls = options.protocol === 'https:';
    const connect = isTls
      ? (secure ??= buildConnector({ timeout, allowH2: false, ...checkingOf(certificates) }))
      : plain;
    connect(options, (error, socket) => {
      if (error) callback(new ConnectFailure(isProxy ? 'proxy' : connectPhaseOf(error, isTls), error), null);
      else if (socket) callback(null, socket);
    });
  };
}

/* oxlint-disable promise/no-callback-in-promise -- undici's connectors answer by callback, whatever is awaited before */
/** Through a proxy's tunnel (CONNECT): for https, so that the proxy cannot read anything. */
export function createTunnelConnector(
  proxy: Extract<Route, { kind: 'proxy' }>,
  timeout: number,
  certificates: Certificates,
): buildConnector.connector {
  const checking = checkingOf(certificates);
  const secure = buildConnector({ timeout, allowH2: false, ...checking });
  return (options, callback) => {
    openTunnel(proxy, `${options.hostname}:${options.port || '443'}`, timeout, checking).then(
      (socket) => {
        // The tunnel is whatever stream the proxy connection is; undici's type wants a socket but uses it as a stream.
        secure({ ...options, httpSocket: socket as NonNullable<typeof options.httpSocket> }, (error, secured) => {
          if (error) callback(new ConnectFailure('tls', error), null);
          else if (secured) callback(null, secured);
        });
      },
      (error: unknown) => callback(new ConnectFailure('proxy', error), null),
    );
  };
}

function openTunnel(
  { origin, authorization }: Extract<Route, { kind: 'proxy' }>,
  target: string,
  timeout: number,
  checking: Checking,
): Promise<Duplex> {
  const { protocol, hostname, port } = new URL(origin);
  const headers = { host: target, ...(authorization === null ? {} : { 'proxy-authorization': authorization }) };
  const options = {
    host: hostname.replace(/^\[|\]$/gu, ''),
    port,
    method: 'CONNECT',
    path: target,
    headers,
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? https.request({ ...options, ...checking }) : http.request(options);
    const timer = setTimeout(() => request.destroy(new Error('The proxy did not answer in time.')), timeout);
    request.once('close', () => clearTimeout(timer));
    request.once('error', reject);
    request.once('connect', ({ statusCode = 0 }, socket) => {
      clearTimeout(timer);
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(new Error(`The proxy answered ${statusCode}.`));
    });
    request.end();
  });
}
