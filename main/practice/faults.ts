/** Lists the faults that the practice WMS can be asked for, and chooses the one for a request. */
import { failure, type Result, success } from '../../shared/result.ts';
import { seededChance } from './seeded-chance.ts';

/** Every fault with what it does, for `--help`. All of them apply to POST /v1/order/create only. */
export const faultDescriptions = {
  'reset-before': 'resets the connection; nothing is created',
  'end-before': 'closes the connection without an answer; nothing is created',
  'lost-answer': 'creates the order, then closes the connection without an answer',
  'reset-in': 'creates the order, resets the connection in the middle of the answer',
  'reset-after': 'creates the order, then resets the connection',
  'late-commit': 'closes the connection at once and creates the order some seconds later',
  stall: 'never answers; nothing is created',
  'stall-in': 'creates the order, falls silent in the middle of the answer',
  'stall-after': 'creates the order, never answers',
  'slow-body': 'creates the order, answers one byte a second',
  truncated: 'creates the order, breaks off in the middle of the answer',
  '401': 'access key not accepted; nothing is created',
  '403': 'account may not create orders; nothing is created',
  '404': 'page not found; nothing is created',
  '408': 'request timeout; nothing is created',
  '408-after': 'creates the order, answers request timeout',
  '409': 'conflict, without a word on what is wrong; nothing is created',
  '421': 'misdirected; nothing is created',
  '425': 'too early; nothing is created',
  '429': 'too many requests, with X-Rate-Limit-Reset; nothing is created',
  '429-bare': 'too many requests, without a word on how long; nothing is created',
  '500': 'internal error; nothing is created',
  '500-after': 'creates the order, answers internal error',
  '500-errors': 'refuses the order with status 500, as older builds do',
  '502': 'bad gateway; nothing is created',
  '502-after': 'creates the order, answers bad gateway',
  '503': 'maintenance page; nothing is created',
  '503-wait': 'maintenance, with Retry-After; nothing is created',
  '503-after': 'creates the order, answers with a maintenance page',
  '504-after': 'creates the order, answers gateway timeout',
  redirect: 'redirects to the same address (307); nothing is created',
  'redirect-after': 'creates the order, redirects to a page (302)',
  'html-200': 'a web page with status 200, as a sign-in page of a public network; nothing is created',
  'html-after': 'creates the order, answers with a web page and status 200',
  'other-id': 'creates the order, answers with another order id',
  'no-id': 'creates the order, answers without its id',
  'wrong-type': 'creates the order, calls the answer plain text',
  huge: 'creates the order, answers with 8 MiB',
  'gzip-bomb': 'creates the order, answers with 32 MiB packed into a few kilobytes',
  invalid: 'refuses the order: one of its values is found wrong',
  outage: 'takes the order as it should, then no connection for some seconds',
} as const satisfies Record<string, string>;

export type FaultName = keyof typeof faultDescriptions;

/** In {@link faultDescriptions}' order, except that JavaScript puts names that are numbers first. */
export const faultNames = Object.keys(faultDescriptions) as readonly FaultName[];

export type FaultChances = Readonly<Partial<Record<FaultName, number>>>;

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultDescriptions, name);
}

/**
 * Reads `NAME=P` (P from 0 to 1; `NAME` alone is 1), as given on a command line.
 * Fails with `practice.unknownFault`, `practice.faultChance`, `practice.faultSum`.
 */
export function parseFaults(texts: readonly string[]): Result<FaultChances> {
  const chances: Partial<Record<FaultName, number>> = {};
  for (const text of texts) {
    const [name = '', probability = '1', ...rest] = text.split('=');
    if (!isFaultName(name)) return failure('practice.unknownFault', { name, names: faultNames.join(', ') });
    const parsed = /^(?:\d+|\d*\.\d+)$/u.test(probability) && rest.length === 0 ? Number(probability) : Number.NaN;
    if (!(parsed >= 0 && parsed <= 1)) return failure('practice.faultChance', { name });
    chances[name] = parsed;
  }
  const sum = Object.values(chances).reduce((total, probability) => total + probability, 0);
  return sum > 1 + 1e-9 ? failure('practice.faultSum', { sum: Math.round(sum * 100) }) : success(chances);
}

export interface FaultPlan {
  readonly chances: FaultChances;
  readonly script: ((orderId: number, attempt: number) => FaultName | undefined) | undefined;
  readonly seed: number;
}

/** The fault of a request: by script, else by chance. @param attempt 1 for the first request of this order id, 2 … */
export function chooseFault(plan: FaultPlan, orderId: number, attempt: number): FaultName | undefined {
  const scripted = plan.script?.(orderId, attempt);
  if (scripted !== undefined) return scripted;
  let rest = seededChance(plan.seed, 'fault', orderId, attempt);
  for (const name of faultNames) {
    const probability = plan.chances[name] ?? 0;
    if (rest < probability) return name;
    rest -= probability;
  }
  return undefined;
}
