/** Decides what the end of an attempt means for the whole run: pausing, slowing down, counting towards the breaker. */
import type { ClassifiedAttempt } from './classify-attempt.ts';
import type { RunReason } from './run.ts';

export interface RunEffect {
  /** Requests in flight are awaited either way. */
  readonly pause: { readonly kind: 'askForAccessKey' | 'waitForPerson'; readonly reason: RunReason } | null;
  /** Reason to halve the pace; null: keep it. */
  readonly slowDown: RunReason | null;
  /** Whether the server could be reached. */
  readonly serverReached: boolean;
}

const noEffect: RunEffect = { pause: null, slowDown: null, serverReached: true };

export function runEffectOf(result: ClassifiedAttempt): RunEffect {
  const { status } = result;
  switch (result.class) {
    case 'accepted':
    case 'refused':
    case 'taken':
    case 'unclear':
      return noEffect;
    case 'unauthorized':
      return { ...noEffect, pause: { kind: 'askForAccessKey', reason: reason('run.unauthorized') } };
    case 'forbidden':
      return { ...noEffect, pause: { kind: 'askForAccessKey', reason: reason('run.forbidden') } };
    case 'wrongAddress':
      return {
        ...noEffect,
        pause: { kind: 'waitForPerson', reason: reason('run.wrongAddress', { status: status ?? 0 }) },
      };
    case 'unreadable': {
      const code = result.reasons.some((known) => known.code === 'sending.contradictory')
        ? 'contradictory'
        : 'notTheWms';
      return { ...noEffect, pause: { kind: 'waitForPerson', reason: reason(`run.${code}`, { status: status ?? 0 }) } };
    }
    case 'otherOrder':
      return { ...noEffect, pause: { kind: 'waitForPerson', reason: reason('run.otherOrder') } };
    case 'slowDown':
      return { ...noEffect, slowDown: reason('run.tooMany') };
    case 'serverTrouble':
      return {
        ...noEffect,
        slowDown: status === 503 || status === 408 || status === 504 ? reason('run.serverBusy') : null,
      };
    case 'lost':
      return { pause: null, slowDown: lostByTimeout(result) ? reason('run.serverSlow') : null, serverReached: false };
    case 'notSent':
      return { pause: null, slowDown: null, serverReached: false };
  }
}

function lostByTimeout(result: ClassifiedAttempt): boolean {
  return result.reasons.some(({ code }) => code === 'sending.lost.timeout');
}

function reason(code: string, params: RunReason['params'] = {}): RunReason {
  return { code, params };
}

/**
 * How long the server asks us to wait, in milliseconds; null where it does not say. Retry-After is seconds or an HTTP
 * date; X-Rate-Limit-Reset is seconds to go (Yii) or a time in epoch seconds (Laravel). At most an hour: a longer wait is
 * better shown than trusted.
 */
export function requestedWaitMs(
  headers: { readonly retryAfter: string | null; readonly rateReset: string | null },
  now: number,
): number | null {
  const waits = [retryAfter(headers.retryAfter, now), rateReset(headers.rateReset, now)].filter(
    (wait) => wait !== null,
  );
  return waits.length === 0 ? null : Math.min(3_600_000, Math.max(...waits));
}

/**
 * Milliseconds until the server accepts one more request, where its answer says that the allowance is used up; else
 * null. An allowance that refills gradually gives one request in that time; one that refills at once says so when it
 * refuses.
 */
export function allowanceWaitMs({
  rateLimit,
  rateRemaining,
  rateReset: reset,
}: {
  readonly rateLimit: string | null;
  readonly rateRemaining: string | null;
  readonly rateReset: string | null;
}): number | null {
  const [limit, seconds] = [wholeNumber(rateLimit), wholeNumber(reset)];
  const isTold = limit >= 1 && wholeNumber(rateRemaining) === 0 && seconds >= 0;
  return isTold ? Math.min(3_600_000, Math.ceil((seconds * 1000) / limit)) : null;
}

/** NaN: the header is not there, or holds no whole number. */
function wholeNumber(text: string | null): number {
  return Number(text?.match(/^\s*\d{1,10}\s*$/)?.[0]);
}

function retryAfter(text: string | null, now: number): number | null {
  const seconds = wholeNumber(text);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  // Only HTTP dates: `Date.parse` accepts much else.
  const date = Date.parse(String(text?.match(/^\s*[A-Z][a-z]{2,8}, .*GMT\s*$/)?.[0]));
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function rateReset(text: string | null, now: number): number | null {
  const seconds = wholeNumber(text);
  if (Number.isNaN(seconds)) return null;
  // More than a year of seconds must be a point in time.
  return seconds > 31_536_000 ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
}
