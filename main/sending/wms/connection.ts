/**
 * One server's connections: no retries, no redirects, no replays, and short keep-alive. What failed before a connection
 * stood is told apart from everything after, because only there it is certain that nothing was received.
 */
import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { defaultSendingRules, type SendingRules } from '../../../shared/domain/profile.ts';
import type { Answer, AnswerHeaders, AttemptEvent, ConnectPhase } from '../../../shared/domain/sending/attempt-event.ts';

/** All in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly whole: number;
}

export const usualTimeouts: Timeouts = timeoutsOf(defaultSendingRules);

export function timeoutsOf({ connectTimeout, answerTimeout, wholeTimeout }: SendingRules): Timeouts {
  return { connect: connectTimeout * 1000, headers: answerTimeout * 1000, whole: wholeTimeout * 1000 };
}

/** An answer's body, unpacked, is read up to here. */
const mostBytes = 1 << 20;

/**
 * A server may close an idle connection just as a request goes out on it, and that looks like a lost answer: so none is
 * kept idle for longer than this (milliseconds).
 */
const keepAlive = 1000;

/** Marks an error of the phases before a connection stands. */
class ConnectFailure extends Error {
  readonly phase: ConnectPhase;
  constructor(phase: ConnectPhase, cause: unknown) {
    super(`No connection: ${phase}`, { cause });
    this.phase = phase;
  }
}

export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Connection {
  /** Sends once, and says what happened; never rejects. */
  send(exchange: Exchange): Promise<AttemptEvent>;
  close(): Promise<void>;
}

export function openConnection(timeouts: Timeouts = usualTimeouts): Connection {
  const agent = new Agent({
    connect: notingConnector(timeouts.connect),
    pipelining: 1,
    keepAliveTimeout: keepAlive,
    keepAliveMaxTimeout: keepAlive,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.headers,
  });
  return {
    async send({ method, url, headers, body }) {
      try {
        const response = await agent.request({
          ...target(url),
          method,
          headers,
          body: body === null ? null : Buffer.from(body, 'utf8'),
          idempotent: false,
          signal: AbortSignal.timeout(timeouts.whole),
        });
        return { kind: 'answered', answer: await readAnswer(response) };
      } catch (error) {
        return eventOf(error);
      }
    },
    close: () => agent.destroy(),
  };
}

function target(url: string): { readonly origin: string; readonly path: string } {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}

function notingConnector(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, allowH2: false });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error) callback(new ConnectFailure(phaseOf(error, options.protocol === 'https:'), error), null);
      else if (socket) callback(null, socket);
    });
  };
}

const nameErrors: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
const timeoutErrors: ReadonlySet<string> = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
const unreachableErrors: ReadonlySet<string> = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM']);

function phaseOf(error: unknown, isTls: boolean): ConnectPhase {
  const code = codeOf(error);
  if (nameErrors.has(code)) return 'name';
  if (code === 'ECONNREFUSED') return 'refused';
  if (timeoutErrors.has(code)) return 'timeout';
  if (unreachableErrors.has(code)) return 'unreachable';
  return isTls ? 'tls' : 'unreachable';
}

/** Where several addresses of a name were tried, the first one's error speaks for them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function eventOf(error: unknown): AttemptEvent {
  if (error instanceof ConnectFailure) return { kind: 'notSent', phase: error.phase };
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : '';
  const isTimeout = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT' || name === 'TimeoutError' || name === 'AbortError';
  return { kind: 'lost', cause: isTimeout ? 'timeout' : 'connection' };
}

/** Reads the body to its end or its limit; what breaks off is thrown, as a lost answer. */
async function readAnswer(response: Dispatcher.ResponseData): Promise<Answer> {
  const header = (name: string): string | null => {
    const value = response.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const answer = { status: response.statusCode, headers: answerHeaders(header) };
  const text = unpacked(await bytesOf(response.body), header('content-encoding'));
  if (text === null) return { ...answer, body: null, isJson: false };
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

/** The text of a body; packed ones were not asked for, but some servers pack all the same. */
function unpacked(bytes: Buffer | null, encoding: string | null): string | null {
  if (bytes === null) return null;
  try {
    const limit = { maxOutputLength: mostBytes };
    const plain = encoding === null || encoding === 'identity' ? bytes : encoding === 'gzip' ? zlib.gunzipSync(bytes, limit) : encoding === 'deflate' ? zlib.inflateSync(bytes, limit) : null;
    return plain && new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

function answerHeaders(header: (name: string) => string | null): AnswerHeaders {
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
