/**
 * Sends requests to one server: no retries, no redirects, no replays, short keep-alive. Failures before a connection was
 * established are kept apart from later ones, because only then it is certain that nothing was received.
 */
import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import type { Agent, Dispatcher } from 'undici';
import type { HttpAnswer, HttpAnswerHeaders, AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import { isTooDeep } from '../../../shared/wms/json-depth.ts';
import { errorCodeOf, ConnectFailure } from './connect-failure.ts';
import type { Certificates } from './connectors.ts';
import { alwaysDirect, type Route, type ResolveRoutes } from './proxy.ts';
import { defaultTimeouts, type Timeouts } from './timeouts.ts';

/** Most bytes of an answer's body, decompressed, that are read. */
const mostBytes = 1 << 20;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Asked at the last moment before a byte is written; false: it is not sent. */
  readonly mayWrite?: (() => boolean) | undefined;
}

export interface Connection {
  /** Sends once and resolves with what happened; never rejects. */
  send(request: HttpRequest): Promise<AttemptEvent>;
  close(): Promise<void>;
}

/** Options of a connection other than its timeouts. */
export interface ConnectionOptions {
  readonly routesFor?: ResolveRoutes;
  readonly certificates?: Certificates;
}

/** Milliseconds for which resolved routes are cached: networks change, but not between two orders. */
const routesHold = 30_000;

export function openConnection(
  timeouts: Timeouts = defaultTimeouts,
  { routesFor = alwaysDirect, certificates }: ConnectionOptions = {},
): Connection {
  const agents = new Map<string, Promise<Agent>>();
  const found = new Map<string, { readonly routes: readonly Route[]; readonly at: number }>();

  async function routesTo(url: string): Promise<readonly Route[]> {
    const { origin } = new URL(url);
    const known = found.get(origin);
    if (known && performance.now() - known.at < routesHold) return known.routes;
    const routes = await routesFor(url).catch(() => alwaysDirect(url));
    found.set(origin, { routes, at: performance.now() });
    return routes;
  }

  function agentOf(route: Route, isTunnelled: boolean): Promise<Agent> {
    const name = route.kind === 'direct' ? '' : `${route.origin} ${isTunnelled}`;
    const known = agents.get(name);
    if (known) return known;
    const agent = import('./agent.ts').then(({ createAgent: agentFor }) =>
      agentFor(route, isTunnelled, timeouts, certificates),
    );
    agents.set(name, agent);
    return agent;
  }

  async function sendBy(route: Route, { method, url, headers, body, mayWrite }: HttpRequest): Promise<AttemptEvent> {
    const isTunnelled = url.startsWith('https:');
    try {
      const agent = await agentOf(route, isTunnelled);
      const sender = mayWrite ? (await import('./agent.ts')).heldBy(agent, mayWrite) : agent;
      const response = await sender.request({
        ...(route.kind === 'proxy' && !isTunnelled ? targetThrough(route, url, headers) : { ...target(url), headers }),
        method,
        body: body === null ? null : Buffer.from(body, 'utf8'),
        idempotent: false,
        signal: AbortSignal.timeout(timeouts.whole),
      });
      return { kind: 'answered', answer: await readAnswer(response) };
    } catch (error) {
      return eventOf(error);
    }
  }

  return {
    async send(exchange) {
      const [first = { kind: 'direct' }, ...others] = await routesTo(exchange.url);
      let event = await sendBy(first, exchange);
      for (const route of others) {
        // Another route may be tried only where no connection was established: then nothing was sent.
        if (event.kind !== 'notSent' || event.phase === 'team') return event;
        event = await sendBy(route, exchange);
      }
      if (event.kind === 'notSent' && event.phase !== 'team') found.clear();
      return event;
    },
    async close() {
      await Promise.all([...agents.values()].map(async (agent) => (await agent).destroy()));
    },
  };
}

function target(url: string): { readonly origin: string; readonly path: string } {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}

/** A plain HTTP proxy takes the whole address in the place of the path. */
function targetThrough(
  { origin, authorization }: Extract<Route, { kind: 'proxy' }>,
  url: string,
  headers: HttpRequest['headers'],
) {
  return {
    origin,
    path: url,
    headers: {
      ...headers,
      host: new URL(url).host,
      ...(authorization === null ? {} : { 'proxy-authorization': authorization }),
    },
  };
}

function eventOf(error: unknown): AttemptEvent {
  if (error instanceof ConnectFailure) return { kind: 'notSent', phase: error.phase };
  const code = errorCodeOf(error);
  // What undici refuses to make a request of never reached a connection.
  if (code === 'UND_ERR_INVALID_ARG') return { kind: 'notSent', phase: 'request' };
  const name = error instanceof Error ? error.name : '';
  const isTimeout =
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT' ||
    name === 'TimeoutError' ||
    name === 'AbortError';
  return { kind: 'lost', cause: isTimeout ? 'timeout' : 'connection' };
}

/** Reads the body to its end or its limit; a broken body is thrown, as a lost answer. */
async function readAnswer(response: Dispatcher.ResponseData): Promise<HttpAnswer> {
  const header = (name: string): string | null => {
    const value = response.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const answer = { status: response.statusCode, headers: answerHeaders(header) };
  const text = unpacked(await bytesOf(response.body), header('content-encoding')?.trim().toLowerCase() ?? null);
  if (text === null || isTooDeep(text)) return { ...answer, body: null, isJson: false };
  try {
    return { ...answer, body: JSON.parse(text) as unknown, isJson: true };
  } catch {
    return { ...answer, body: text, isJson: false };
  }
}

/** Null where there is more than the limit. */
async function bytesOf(body: Dispatcher.ResponseData['body']): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the body, and its connection with it.
    if (size > mostBytes) return null;
  }
  return Buffer.concat(chunks);
}

/** The text of a body; compression was not asked for, but some servers compress anyway. */
function unpacked(bytes: Buffer | null, encoding: string | null): string | null {
  if (bytes === null) return null;
  try {
    const limit = { maxOutputLength: mostBytes };
    const plain =
      encoding === null || encoding === 'identity'
        ? bytes
        : encoding === 'gzip' || encoding === 'x-gzip'
          ? zlib.gunzipSync(bytes, limit)
          : encoding === 'deflate'
            ? zlib.inflateSync(bytes, limit)
            : null;
    return plain && new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

function answerHeaders(header: (name: string) => string | null): HttpAnswerHeaders {
  const rate = (name: string) => header(`x-rate-limit-${name}`) ?? header(`x-ratelimit-${name}`);
  return {
    contentType: header('content-type'),
    retryAfter: header('retry-after'),
    rateLimit: rate('limit'),
    rateRemaining: rate('remaining'),
    rateReset: rate('reset'),
    location: header('location'),
  };
}
