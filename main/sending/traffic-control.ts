/** Protects a server in trouble from a run: pace, circuit breaker, retries. Times are monotonic ms. */
import type { AttemptEvent } from '../../shared/domain/sending/attempt-event.ts';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type { AttemptClass, ClassifiedAttempt } from '../../shared/domain/sending/classify-attempt.ts';
import {
  msUntilAllowed,
  msUntilAllAllowed,
  observeRequest,
  type LimitObservation,
} from '../../shared/domain/sending/request-limit.ts';
import { allowanceWaitMs, requestedWaitMs, type RunEffect } from '../../shared/domain/sending/run-effect.ts';
import type { PaceHeard, PaceSaid } from '../platform/team-ports.ts';
import type { Clock } from '../ports.ts';
import { CircuitBreaker } from './run/circuit-breaker.ts';
import { backoff, Pace, RetryBudget } from './run/pace.ts';

/** How long a run goes on where the server asks for fewer requests and takes none, ms. */
const longestRefusal = 2 * 3_600_000;
/** The server let a request in. */
const letIn: ReadonlySet<AttemptClass> = new Set(['accepted', 'otherOrder', 'refused', 'taken', 'unclear']);

/** Failed look-ups of one order in one run, at most. */
const mostLookUps = 3;

export class TrafficControl {
  readonly pace: Pace;
  readonly #rules: SendingRules;
  readonly #breaker: CircuitBreaker;
  readonly #budget = new RetryBudget();
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #probe: () => Promise<boolean>;
  #memory: LimitObservation;
  #askedToWaitUntil = -Infinity;
  #isSlowed = false;
  #isSlowedAnywhere = false;
  /** Since when the server has asked for fewer requests and let none in; null: it does not. */
  #refusedSince: number | null = null;
  /** Tries and look-ups of this run, by revision. */
  readonly #tries = new Map<number, number>();
  readonly #lookUps = new Map<number, number>();

  /** @param memory what earlier requests showed of a limit that the server does not state */
  constructor(
    rules: SendingRules,
    clock: Clock,
    random: () => number,
    probe: () => Promise<boolean>,
    memory: LimitObservation,
  ) {
    this.#memory = memory;
    this.#rules = rules;
    this.pace = new Pace(rules.concurrency, random, {
      coolDown: rules.coolDown * 1000,
      longestWait: rules.longestWait * 1000,
    });
    this.#breaker = new CircuitBreaker(rules.breakerFailures, rules.breakerPause * 1000);
    this.#clock = clock;
    this.#random = random;
    this.#probe = probe;
  }

  /** Until when the server itself asked this run to wait; what others were asked is not in it. */
  get askedToWaitUntil(): number {
    return this.#askedToWaitUntil;
  }

  /** What the team's other computers should know; asked for fewer requests is said once. */
  said(now: number): Omit<PaceSaid, 'isSending'> {
    const { limit, windowStartedAt } = this.#memory;
    const isSlowed = this.#isSlowed;
    this.#isSlowed = false;
    return {
      heldFor: Math.max(0, this.#askedToWaitUntil - now),
      isSlowed,
      limit: limit && windowStartedAt !== null ? { ...limit, startedAgo: this.#clock.now() - windowStartedAt } : null,
    };
  }

  /**
   * Goes by what the team's other computers were told: nothing while one of them must wait; a share of the requests at once
   * where the server lately asked for fewer; and the limit that they observed, where this one observed none.
   */
  hear({ others, heldFor, isSlowed, limit }: PaceHeard, now: number): void {
    if (heldFor > 0) this.pace.holdFor(heldFor, now);
    this.#isSlowedAnywhere ||= isSlowed;
    this.pace.share(this.#isSlowedAnywhere ? others + 1 : 1);
    if (limit !== null && this.#memory.limit === null)
      this.#memory = {
        ...this.#memory,
        limit: { requests: limit.requests, windowMs: limit.windowMs },
        windowStartedAt: this.#memory.windowStartedAt ?? this.#clock.now() - limit.startedAgo,
      };
  }

  /** Whether the breaker is open: the server cannot be reached. */
  get isOffline(): boolean {
    return this.#breaker.openUntil !== null;
  }

  /** Until when nothing may be sent. Probes the server by a GET where the breaker is open. */
  async heldUntil(now: number, inFlight: number): Promise<number> {
    const { openUntil } = this.#breaker;
    if (openUntil === null) return this.pace.heldUntil;
    if (openUntil > now || inFlight > 0) return Math.max(openUntil, now + 1, this.pace.heldUntil);
    if (await this.#probe()) {
      this.#breaker.close();
      this.#budget.refill();
      return this.pace.heldUntil;
    }
    this.#breaker.open(this.#clock.monotonic());
    return this.#breaker.openUntil ?? now;
  }

  /** Records a creation's end, for what it shows of a limit. @param at when it was sent, ms since 1970-01-01Z */
  recordRequest(at: number, event: AttemptEvent, { class: name }: ClassifiedAttempt): void {
    if (letIn.has(name)) this.#refusedSince = null;
    else if (name === 'slowDown') this.#refusedSince ??= this.#clock.monotonic();
    const isSaid = event.kind === 'answered' && requestedWaitMs(event.answer.headers, this.#clock.now()) !== null;
    if (name !== 'notSent' && !(name === 'slowDown' && isSaid))
      this.#memory = observeRequest(this.#memory, at, name === 'slowDown');
  }

  /** Whether the server has refused every request for so long that the run should end. */
  isRefusedForLong(now: number): boolean {
    return this.#refusedSince !== null && now - this.#refusedSince >= longestRefusal;
  }

  /** Milliseconds that so many more orders will wait for a limit that was inferred; null where none is. */
  expectedWait(orders: number): number | null {
    const { limit } = this.#memory;
    return limit && msUntilAllAllowed(orders, this.#memory, limit, this.#clock.now());
  }

  applyResult(event: AttemptEvent, effect: RunEffect, now: number): void {
    if (effect.serverReached) this.#budget.recordAnswer();
    this.#breaker.record(effect.serverReached, now);
    if (!effect.slowDown) {
      const rest = event.kind === 'answered' ? allowanceWaitMs(event.answer.headers) : null;
      if (rest !== null) {
        this.pace.holdFor(rest, now);
        this.#askedToWaitUntil = Math.max(this.#askedToWaitUntil, now + rest);
      }
      return;
    }
    const said = event.kind === 'answered' ? requestedWaitMs(event.answer.headers, this.#clock.now()) : null;
    const asked =
      said ?? (effect.slowDown.code === 'run.tooMany' ? msUntilAllowed(this.#memory, this.#clock.now()) : null);
    this.pace.slowDown(effect.slowDown, asked, now);
    this.#askedToWaitUntil = this.pace.heldUntil;
    this.#isSlowed = true;
    this.#isSlowedAnywhere = true;
  }

  recordReached(now: number): void {
    this.#breaker.record(true, now);
  }

  /** When an order that never reached the server is tried again; null: not in this run. */
  retryAt(revisionId: number, now: number): number | null {
    const tries = count(this.#tries, revisionId);
    return tries < this.#rules.tries && this.#budget.trySpend()
      ? now + backoff(tries, this.#random, this.#longest)
      : null;
  }

  /** When a look-up that failed is tried again; null: not in this run. */
  lookupAt(revisionId: number, now: number): number | null {
    const lookUps = count(this.#lookUps, revisionId);
    return lookUps < mostLookUps ? now + backoff(lookUps, this.#random, this.#longest) : null;
  }

  get #longest(): number {
    return this.#rules.longestWait * 1000;
  }
}

function count(counts: Map<number, number>, revisionId: number): number {
  const next = (counts.get(revisionId) ?? 0) + 1;
  counts.set(revisionId, next);
  return next;
}
