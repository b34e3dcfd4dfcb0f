/** Calls the WMS and returns what came back. The access key goes to the server's own origin only. */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import { wmsPaths, wmsUrl } from '../../../shared/wms/addresses.ts';
import { readLogin } from '../../../shared/wms/login.ts';
import { findInLookup, readOrderView, type WmsRecord } from '../../../shared/wms/lookup.ts';
import { openConnection, type ConnectionOptions } from './connection.ts';
import { defaultTimeouts, type Timeouts } from './timeouts.ts';

export interface WmsClient {
  /** Address that orders are posted to. */
  readonly createUrl: string;
  /** @param mayWrite asked once the connection stands; where it says no, nothing is sent */
  create(body: string, accessKey: string, mayWrite?: () => boolean): Promise<AttemptEvent>;
  lookUp(path: string, orderId: number, accessKey: string): Promise<AttemptEvent>;
  /** The order of this WMS id, as the server shows it. */
  view(wmsId: number, accessKey: string): Promise<AttemptEvent>;
  /** Whether the server answers: a GET that changes nothing. */
  probe(): Promise<boolean>;
  close(): Promise<void>;
}

/** @param url the server's base address */
export function openWmsClient(
  url: string,
  timeouts: Timeouts = defaultTimeouts,
  way: ConnectionOptions = {},
): WmsClient {
  const connection = openConnection(timeouts, way);
  const createUrl = wmsUrl(url, wmsPaths.create);
  return {
    createUrl,
    create: (body, accessKey, mayWrite) =>
      connection.send({ method: 'POST', url: createUrl, headers: headersFor(accessKey, true), body, mayWrite }),
    lookUp: (path, orderId, accessKey) =>
      connection.send({
        method: 'GET',
        url: wmsUrl(url, path, { order_id: orderId }),
        headers: headersFor(accessKey, false),
        body: null,
      }),
    view: (wmsId, accessKey) =>
      connection.send({
        method: 'GET',
        url: wmsUrl(url, wmsPaths.view, { id: wmsId }),
        headers: headersFor(accessKey, false),
        body: null,
      }),
    async probe() {
      const event = await connection.send({
        method: 'GET',
        url: wmsUrl(url, '/'),
        headers: { accept: 'application/json' },
        body: null,
      });
      return event.kind === 'answered';
    },
    close: () => connection.close(),
  };
}

function headersFor(accessKey: string, withBody: boolean): Record<string, string> {
  const headers = { authorization: `Bearer ${accessKey}`, accept: 'application/json' };
  return withBody ? { ...headers, 'content-type': 'application/json' } : headers;
}

export interface SignInResult {
  readonly accessKey: string;
  readonly refreshToken: string | null;
}

/**
 * Exchanges login and password for an access key (decision 20).
 * Fails with `sending.loginRefused` (`message`: the server's own words), `sending.loginUnreadable`, `sending.unreachable`.
 */
export async function signIn(
  url: string,
  path: string,
  credentials: { readonly login: string; readonly password: string },
  connectionOptions: ConnectionOptions = {},
): Promise<Result<SignInResult>> {
  return requestAccessKey(url, path, credentials, connectionOptions);
}

/** Exchanges the refresh token of the last access key for a new key (decision 20). Fails like {@link signIn}. */
export async function renewAccessKey(
  url: string,
  path: string,
  refreshToken: string,
  connectionOptions: ConnectionOptions = {},
): Promise<Result<SignInResult>> {
  return requestAccessKey(url, path, { refresh_token: refreshToken }, connectionOptions);
}

async function requestAccessKey(
  url: string,
  path: string,
  given: Readonly<Record<string, string>>,
  connectionOptions: ConnectionOptions,
): Promise<Result<SignInResult>> {
  const event = await once(
    {
      method: 'POST',
      url: wmsUrl(url, path),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(given),
    },
    connectionOptions,
  );
  if (event.kind !== 'answered') return failure('sending.unreachable', { server: url });
  const answer = readLogin(event.answer.status, event.answer.body);
  if (answer.kind === 'signedIn') return success({ accessKey: answer.accessKey, refreshToken: answer.refreshToken });
  return answer.kind === 'refused'
    ? failure('sending.loginRefused', { message: answer.messages.join(' ') })
    : failure('sending.loginUnreadable', { server: url });
}

/**
 * The order as it stands in the WMS now (decision 18: the host of its links is not followed).
 * Fails with `sending.unreachable`, `sending.viewRefused`, `sending.viewUnreadable`.
 */
export async function fetchOrder(
  url: string,
  wmsId: number,
  accessKey: string,
  connectionOptions: ConnectionOptions = {},
): Promise<Result<WmsRecord>> {
  const event = await once(
    {
      method: 'GET',
      url: wmsUrl(url, wmsPaths.view, { id: wmsId }),
      headers: headersFor(accessKey, false),
      body: null,
    },
    connectionOptions,
  );
  if (event.kind !== 'answered') return failure('sending.unreachable', { server: url });
  const { status, body } = event.answer;
  if (status === 401 || status === 403) return failure('sending.viewRefused');
  const record = status >= 200 && status < 300 ? readOrderView(body) : null;
  return record ? success(record) : failure('sending.viewUnreadable');
}

export interface ServerTestResult {
  readonly reachable: boolean;
  /** Null where the answer does not show it. */
  readonly authorised: boolean | null;
  readonly lookupOffered: boolean | null;
}

/** Tries a server without changing anything there: by a look-up of an order id, whether it exists or not. */
export async function testServer(
  url: string,
  lookupPath: string,
  accessKey: string | null,
  connectionOptions: ConnectionOptions = {},
): Promise<ServerTestResult> {
  const orderId = 1;
  const headers = accessKey === null ? { accept: 'application/json' } : headersFor(accessKey, false);
  const event = await once(
    { method: 'GET', url: wmsUrl(url, lookupPath, { order_id: orderId }), headers, body: null },
    connectionOptions,
  );
  if (event.kind !== 'answered') return { reachable: false, authorised: null, lookupOffered: null };
  const { status, body, isJson } = event.answer;
  if (status === 401 || status === 403)
    return { reachable: true, authorised: accessKey === null ? null : false, lookupOffered: null };
  if (status >= 200 && status < 300) {
    const offered = isJson && findInLookup(body, orderId).kind !== 'notOffered';
    return { reachable: true, authorised: offered && accessKey !== null ? true : null, lookupOffered: offered };
  }
  return { reachable: true, authorised: null, lookupOffered: status === 404 ? false : null };
}

async function once(
  exchange: Parameters<ReturnType<typeof openConnection>['send']>[0],
  way: ConnectionOptions,
): Promise<AttemptEvent> {
  const connection = openConnection(defaultTimeouts, way);
  try {
    return await connection.send(exchange);
  } finally {
    await connection.close();
  }
}
