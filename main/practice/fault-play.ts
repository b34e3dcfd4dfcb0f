/** Plays each fault on a connection. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { orderFields } from '../../shared/domain/model/fields.ts';
import { type PracticeAnswer, exceptionAnswer, htmlAnswer, jsonAnswer, unauthorizedAnswer } from './http-answers.ts';
import type { FaultName } from './faults.ts';
import { seededChance } from './seeded-chance.ts';
import { isObject, attributeLabel } from './validation.ts';

/** A creation's request with its answer still open. */
export interface FaultContext {
  readonly response: ServerResponse;
  readonly orderId: number;
  readonly seed: number;
  readonly lateMs: number;
  /** Makes the server refuse new connections for a while. */
  startOutage(): void;
  /** Checks the order and, where it is valid, stores it. To be called once at most. */
  commitOrder(): PracticeAnswer;
  /** Runs `act` after `ms`, unless the server stops before. */
  schedule(ms: number, act: () => void): void;
}

export function writeAnswer(response: ServerResponse, answer: PracticeAnswer): void {
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

type Play = (exchange: FaultContext) => void;

/** Creates nothing and answers this. */
function answers(answer: PracticeAnswer): Play {
  return ({ response }) => writeAnswer(response, answer);
}

/** Creates the order (where it is valid) and hands its answer to `act`. */
function afterCreation(act: (exchange: FaultContext, answer: PracticeAnswer) => void): Play {
  return (exchange) => act(exchange, exchange.commitOrder());
}

function withData(
  answer: PracticeAnswer,
  change: (data: Record<string, unknown>) => Record<string, unknown>,
): PracticeAnswer {
  const body: unknown = JSON.parse(answer.body);
  if (!isObject(body) || !isObject(body['data'])) return answer;
  return { ...answer, body: JSON.stringify({ ...body, data: change(body['data']) }) };
}

/** The field that an order is refused for: always the same one. */
function refusedField(exchange: FaultContext): string {
  const candidates = orderFields.filter((field) => field !== 'order_id');
  return candidates[Math.floor(seededChance(exchange.seed, 'field', exchange.orderId) * candidates.length)] ?? 'phone';
}

const internalError = exceptionAnswer(500, 'An internal server error occurred.');
const badGateway = htmlAnswer(
  502,
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
);
const gatewayTimeout = htmlAnswer(
  504,
  '<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>',
);
const maintenance = htmlAnswer(
  503,
  '<html><head><title>Texnik ishlar</title></head><body><h1>Texnik ishlar olib borilmoqda</h1></body></html>',
);
const signInPage = htmlAnswer(
  200,
  '<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body><form><button>Kirish</button></form></body></html>',
);
const requestTimeout = exceptionAnswer(408, 'Request Timeout', { connection: 'close' });
export const tooManyRequestsAnswer = exceptionAnswer(429, 'Too many requests from this IP, please try again later.');

/** Seconds that «429» and «503-wait» ask to wait. */
const rateReset = 2;

const hugeBytes = 8 * 1024 * 1024;
const bombBytes = 32 * 1024 * 1024;

function sendSlowly({ response, schedule }: FaultContext, answer: PracticeAnswer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
  response.flushHeaders();
  const send = (at: number) => {
    if (response.destroyed) return;
    response.write(bytes.subarray(at, at + 1));
    if (at + 1 === bytes.length) response.end();
    else schedule(1000, () => send(at + 1));
  };
  schedule(1000, () => send(0));
}

/** Writes the first half of an answer, then calls `act`. */
function afterHalfAnswer(act: (response: ServerResponse) => void): Play {
  return afterCreation(({ response }, answer) => {
    const bytes = Buffer.from(answer.body);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => act(response));
  });
}

function sendBomb({ response }: FaultContext, answer: PracticeAnswer): void {
  const packed = gzipSync(Buffer.concat([Buffer.from(answer.body), Buffer.alloc(bombBytes, ' ')]), { level: 9 });
  response.writeHead(answer.status, { ...answer.headers, 'content-encoding': 'gzip', 'content-length': packed.length });
  response.end(packed);
}

const plays: Readonly<Record<FaultName, Play>> = {
  'reset-before': ({ response }) => response.socket?.resetAndDestroy(),
  'end-before': ({ response }) => response.socket?.destroy(),
  'lost-answer': afterCreation(({ response }) => response.socket?.destroy()),
  'reset-in': afterHalfAnswer((response) => response.socket?.resetAndDestroy()),
  'reset-after': afterCreation(({ response }) => response.socket?.resetAndDestroy()),
  'late-commit': ({ response, commitOrder, schedule, lateMs }) => {
    response.socket?.destroy();
    schedule(lateMs, () => commitOrder());
  },
  stall: () => {},
  'stall-in': afterHalfAnswer(() => {}),
  'stall-after': afterCreation(() => {}),
  'slow-body': afterCreation(sendSlowly),
  truncated: afterHalfAnswer((response) => response.socket?.destroy()),
  '401': answers(unauthorizedAnswer),
  '403': answers(exceptionAnswer(403, 'You are not allowed to perform this action.')),
  '404': answers(exceptionAnswer(404, 'Page not found.')),
  '408': answers(requestTimeout),
  '408-after': afterCreation(({ response }) => writeAnswer(response, requestTimeout)),
  '409': answers(exceptionAnswer(409, 'Conflict')),
  '421': answers(exceptionAnswer(421, 'Misdirected Request')),
  '425': answers(exceptionAnswer(425, 'Too Early')),
  '429': answers({
    ...tooManyRequestsAnswer,
    headers: {
      ...tooManyRequestsAnswer.headers,
      'x-rate-limit-limit': '50',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(rateReset),
    },
  }),
  '429-bare': answers(tooManyRequestsAnswer),
  '500': answers(internalError),
  '500-after': afterCreation(({ response }) => writeAnswer(response, internalError)),
  '500-errors': (exchange) => {
    const field = refusedField(exchange);
    writeAnswer(
      exchange.response,
      jsonAnswer(500, { message: 'error.', errors: { [field]: [`${attributeLabel(field)} is invalid.`] } }),
    );
  },
  '502': answers(badGateway),
  '502-after': afterCreation(({ response }) => writeAnswer(response, badGateway)),
  '503': answers(maintenance),
  '503-wait': answers({ ...maintenance, headers: { ...maintenance.headers, 'retry-after': String(rateReset) } }),
  '503-after': afterCreation(({ response }) => writeAnswer(response, maintenance)),
  '504-after': afterCreation(({ response }) => writeAnswer(response, gatewayTimeout)),
  redirect: answers(htmlAnswer(307, '<html><body>Moved</body></html>', { location: '/v1/order/create' })),
  'redirect-after': afterCreation(({ response }) =>
    writeAnswer(response, htmlAnswer(302, '<html><body>Found</body></html>', { location: '/' })),
  ),
  'html-200': answers(signInPage),
  'html-after': afterCreation(({ response }) => writeAnswer(response, signInPage)),
  'other-id': afterCreation(({ response }, answer) =>
    writeAnswer(
      response,
      withData(answer, (data) => ({ ...data, order_id: Number(data['order_id']) + 1 })),
    ),
  ),
  'no-id': afterCreation(({ response }, answer) =>
    writeAnswer(
      response,
      withData(answer, (data) => ({ ...data, id: undefined })),
    ),
  ),
  'wrong-type': afterCreation(({ response }, answer) =>
    writeAnswer(response, { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } }),
  ),
  huge: afterCreation(({ response }, answer) =>
    writeAnswer(response, { ...answer, body: answer.body + ' '.repeat(hugeBytes) }),
  ),
  'gzip-bomb': afterCreation(sendBomb),
  invalid: (exchange) => {
    const field = refusedField(exchange);
    writeAnswer(exchange.response, jsonAnswer(422, [{ field, message: `${attributeLabel(field)} is invalid.` }]));
  },
  outage: afterCreation(({ response, startOutage }, answer) => {
    startOutage();
    writeAnswer(response, { ...answer, headers: { ...answer.headers, connection: 'close' } });
  }),
};

export function playFault(name: FaultName, exchange: FaultContext): void {
  plays[name](exchange);
}
