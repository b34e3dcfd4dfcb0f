/** What the end of an attempt means for the run as a whole: pausing, slowing down, counting towards the breaker. */
import type { Classified } from './classify.ts';
import type { RunReason } from './run.ts';

export interface RunEffect {
  /** `ask`: a new access key is needed; `hold`: a person must look. In-flight requests are awaited either way. */
  readonly pause: { readonly how: 'ask' | 'hold'; readonly reason: RunReason } | null;
  /** Halve the pace, because of this. */
  readonly slowDown: RunReason | null;
  /** Whether the server could be reached. */
  readonly reached: boolean;
}

const onward: RunEffect = { pause: null, slowDown: null, reached: true };

export function runEffectOf(result: Classified): RunEffect {
  const { status } = result;
  switch (result.class) {
    case 'accepted':
    case 'refused':
    case 'taken':
    case 'unclear':
      return onward;
    case 'unauthorized':
      return { ...onward, pause: { how: 'ask', reason: reason('run.unauthorized') } };
    case 'forbidden':
      return { ...onward, pause: { how: 'ask', reason: reason('run.forbidden') } };
    case 'wrongAddress':
      return { ...onward, pause: { how: 'hold', reason: reason('run.wrongAddress', { status: status ?? 0 }) } };
    case 'unreadable':
      return { ...onward, pause: { how: 'hold', reason: reason('run.notTheWms', { status: status ?? 0 }) } };
    case 'otherOrder':
      return { ...onward, pause: { how: 'hold', reason: reason('run.otherOrder') } };
    case 'slowDown':
      return { ...onward, slowDown: reason('run.tooMany') };
    case 'serverTrouble':
      return { ...onward, slowDown: status === 503 || status === 408 || status === 504 ? reason('run.serverBusy') : null };
    case 'lost':
      return { pause: null, slowDown: lostByTimeout(result) ? reason('run.serverSlow') : null, reached: false };
    case 'notSent':
      return { pause: null, slowDown: null, reached: false };
  }
}

function lostByTimeout(result: Classified): boolean {
  return result.reasons.some(({ code }) => code === 'sending.lost.timeout');
}

function reason(code: string, params: RunReason['params'] = {}): RunReason {
  return { code, params };
}

/**
 * How long the server asks to be left alone, in milliseconds; null where it does not say.
 * Retry-After is seconds or an HTTP date. X-Rate-Limit-Reset is seconds to go (Yii), or a time in epoch seconds (Laravel).
 * Never more than an hour: a wait that long is better shown than trusted.
 */
export function askedWait(headers: { readonly retryAfter: string | null; readonly rateReset: string | null }, now: number): number | null {
  const waits = [retryAfter(headers.retryAfter, now), rateReset(headers.rateReset, now)].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.min(3_600_000, Math.max(...waits));
}

/**
 * How long until the server takes one more, where its answer says that the allowance is used up; null where it says
 * nothing of that. An allowance that comes back little by little gives one request in that time; one that comes back all
 * at once says so when it refuses.
 */
export function allowanceWait({ rateLimit, rateRemaining, rateReset: reset }: { readonly rateLimit: string | null; readonly rateRemaining: string | null; readonly rateReset: string | null }): number | null {
  const [limit, remaining, seconds] = [rateLimit, rateRemaining, reset].map((text) => (text !== null && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null));
  if (limit === undefined || limit === null || limit < 1 || remaining !== 0 || seconds === undefined || seconds === null) return null;
  return Math.min(3_600_000, Math.ceil((seconds * 1000) / limit));
}

function retryAfter(text: string | null, now: number): number | null {
  if (text === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text) * 1000;
  // An HTTP date; anything else that a lenient reader would take for a date is nothing.
  const date = /^\s*[A-Z][a-z]{2,8}, .*GMT\s*$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function rateReset(text: string | null, now: number): number | null {
  if (text === null || !/^\s*\d{1,10}\s*$/.test(text)) return null;
  const seconds = Number(text);
  // No window is a year long: a number that large is a date.
  return seconds > 31_536_000 ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
}
