/** How each fault is played on a connection. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { orderFields } from '../../shared/domain/model/fields.ts';
import { type Answer, exception, html, json, unauthorized } from './answers.ts';
import type { FaultName } from './faults.ts';
import { chance } from './random.ts';
import { isObject, labelOf } from './validation.ts';

/** A creation's request with its answer still open. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly orderId: number;
  readonly seed: number;
  readonly lateMs: number;
  /** Takes no new connection for a while. */
  goDown(): void;
  /** Checks the order and, where it is right, takes it in. To be called once at most. */
  commit(): Answer;
  /** Runs `act` after `ms`, unless the server stops before. */
  later(ms: number, act: () => void): void;
}

export function write(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

type Play = (exchange: Exchange) => void;

/** Nothing is created, and this is answered. */
function answers(answer: Answer): Play {
  return ({ response }) => write(response, answer);
}

/** The order is created (where it is right), and its answer is handed to `act`. */
function after(act: (exchange: Exchange, answer: Answer) => void): Play {
  return (exchange) => act(exchange, exchange.commit());
}

function withData(answer: Answer, change: (data: Record<string, unknown>) => Record<string, unknown>): Answer {
  const body: unknown = JSON.parse(answer.body);
  if (!isObject(body) || !isObject(body['data'])) return answer;
  return { ...answer, body: JSON.stringify({ ...body, data: change(body['data']) }) };
}

/** The same order is always refused for the same value. */
function refusedField(exchange: Exchange): string {
  const candidates = orderFields.filter((field) => field !== 'order_id');
  return candidates[Math.floor(chance(exchange.seed, 'field', exchange.orderId) * candidates.length)] ?? 'phone';
}

const internalError = exception(500, 'An internal server error occurred.');
const badGateway = html(502, '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>');
const gatewayTimeout = html(504, '<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>');
const maintenance = html(503, '<html><head><title>Texnik ishlar</title></head><body><h1>Texnik ishlar olib borilmoqda</h1></body></html>');
const signInPage = html(200, '<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body><form><button>Kirish</button></form></body></html>');
const requestTimeout = exception(408, 'Request Timeout', { connection: 'close' });
export const tooMany = exception(429, 'Too many requests from this IP, please try again later.');

/** Seconds that «429» and «503-wait» ask to wait. */
const rateReset = 2;

const hugeBytes = 8 * 1024 * 1024;
const bombBytes = 32 * 1024 * 1024;

function sendSlowly({ response, later }: Exchange, answer: Answer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
  response.flushHeaders();
  const send = (at: number) => {
    if (response.destroyed) return;
    response.write(bytes.subarray(at, at + 1));
    if (at + 1 === bytes.length) response.end();
    else later(1000, () => send(at + 1));
  };
  later(1000, () => send(0));
}

/** The first half of an answer; then `act`. */
function half(act: (response: ServerResponse) => void): Play {
  return after(({ response }, answer) => {
    const bytes = Buffer.from(answer.body);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => act(response));
  });
}

function sendBomb({ response }: Exchange, answer: Answer): void {
  const packed = gzipSync(Buffer.concat([Buffer.from(answer.body), Buffer.alloc(bombBytes, ' ')]), { level: 9 });
  response.writeHead(answer.status, { ...answer.headers, 'content-encoding': 'gzip', 'content-length': packed.length });
  response.end(packed);
}

const plays: Readonly<Record<FaultName, Play>> = {
  'reset-before': ({ response }) => response.socket?.resetAndDestroy(),
  'end-before': ({ response }) => response.socket?.destroy(),
  'lost-answer': after(({ response }) => response.socket?.destroy()),
  'reset-in': half((response) => response.socket?.resetAndDestroy()),
  'reset-after': after(({ response }) => response.socket?.resetAndDestroy()),
  'late-commit': ({ response, commit, later, lateMs }) => {
    response.socket?.destroy();
    later(lateMs, () => commit());
  },
  'stall': () => {},
  'stall-in': half(() => {}),
  'stall-after': after(() => {}),
  'slow-body': after(sendSlowly),
  'truncated': half((response) => response.socket?.destroy()),
  '401': answers(unauthorized),
  '403': answers(exception(403, 'You are not allowed to perform this action.')),
  '404': answers(exception(404, 'Page not found.')),
  '408': answers(requestTimeout),
  '408-after': after(({ response }) => write(response, requestTimeout)),
  '409': answers(exception(409, 'Conflict')),
  '421': answers(exception(421, 'Misdirected Request')),
  '425': answers(exception(425, 'Too Early')),
  '429': answers({ ...tooMany, headers: { ...tooMany.headers, 'x-rate-limit-limit': '50', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(rateReset) } }),
  '429-bare': answers(tooMany),
  '500': answers(internalError),
  '500-after': after(({ response }) => write(response, internalError)),
  '500-errors': (exchange) => {
    const field = refusedField(exchange);
    write(exchange.response, json(500, { message: 'error.', errors: { [field]: [`${labelOf(field)} is invalid.`] } }));
  },
  '502': answers(badGateway),
  '502-after': after(({ response }) => write(response, badGateway)),
  '503': answers(maintenance),
  '503-wait': answers({ ...maintenance, headers: { ...maintenance.headers, 'retry-after': String(rateReset) } }),
  '503-after': after(({ response }) => write(response, maintenance)),
  '504-after': after(({ response }) => write(response, gatewayTimeout)),
  'redirect': answers(html(307, '<html><body>Moved</body></html>', { location: '/v1/order/create' })),
  'redirect-after': after(({ response }) => write(response, html(302, '<html><body>Found</body></html>', { location: '/' }))),
  'html-200': answers(signInPage),
  'html-after': after(({ response }) => write(response, signInPage)),
  'other-id': after(({ response }, answer) => write(response, withData(answer, (data) => ({ ...data, order_id: Number(data['order_id']) + 1 })))),
  'no-id': after(({ response }, answer) => write(response, withData(answer, (data) => ({ ...data, id: undefined })))),
  'wrong-type': after(({ response }, answer) => write(response, { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } })),
  'huge': after(({ response }, answer) => write(response, { ...answer, body: answer.body + ' '.repeat(hugeBytes) })),
  'gzip-bomb': after(sendBomb),
  'invalid': (exchange) => {
    const field = refusedField(exchange);
    write(exchange.response, json(422, [{ field, message: `${labelOf(field)} is invalid.` }]));
  },
  'outage': after(({ response, goDown }, answer) => {
    goDown();
    write(response, { ...answer, headers: { ...answer.headers, connection: 'close' } });
  }),
};

export function playFault(name: FaultName, exchange: Exchange): void {
  plays[name](exchange);
}
