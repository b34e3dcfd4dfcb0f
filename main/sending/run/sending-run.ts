/**
 * A run: a loop that takes what is next as long as the pace allows, and stops for whatever the design says it must stop
 * for. It keeps nothing that the journal does not have: a run that dies is gone on with by the next one.
 */
import pLimit, { type LimitFunction } from 'p-limit';
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import type { LearnedPace } from '../../../shared/domain/sending/estimate.ts';
import type { Classified } from '../../../shared/domain/sending/classify.ts';
import { outcomeOf, type Revision } from '../../../shared/domain/sending/revision.ts';
import { runEffectOf } from '../../../shared/domain/sending/run-effect.ts';
import type { RunEnd, RunSnapshot } from '../../../shared/domain/sending/run.ts';
import type { Clock, Journal, OrderSource } from '../../ports.ts';
import { Attempts, type Begun, type Ended } from '../attempts.ts';
import { noticingSleep } from './awake.ts';
import type { Recorder } from '../recorder.ts';
import { RunControl } from './run-control.ts';
import { RunFigures } from './run-figures.ts';
import { RunKey } from './run-key.ts';
import { RunLookUps } from './run-lookups.ts';
import { RunQueue, type Job } from './run-queue.ts';
import { RunTeller } from './run-teller.ts';
import type { Run, StartOptions } from '../sender.ts';
import { Traffic } from '../traffic.ts';
import { Wake } from './wake.ts';
import type { WmsClient } from '../wms/client.ts';

export interface RunParts {
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly client: WmsClient;
  readonly fileName: string;
  /** What earlier runs showed of the server. */
  readonly learned: LearnedPace;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

const nothing: OrderSource = { take: async () => [] };

export class SendingRun implements Run {
  readonly batchId: string;
  readonly finished: Promise<RunEnd>;
  readonly #options: StartOptions;
  readonly #parts: RunParts;
  readonly #attempts: Attempts;
  readonly #lookUps: RunLookUps;
  readonly #queue: RunQueue;
  readonly #figures: RunFigures;
  readonly #traffic: Traffic;
  readonly #control: RunControl;
  readonly #gate: LimitFunction;
  readonly #wake: Wake;
  readonly #startedAt: number;
  readonly #key: RunKey;
  readonly #teller: RunTeller;

  constructor(options: StartOptions, parts: RunParts) {
    const { clock, client, journal, recorder, fileName } = parts;
    const { batchId, server, rules } = options;
    this.batchId = batchId;
    this.#options = options;
    this.#parts = parts;
    this.#key = new RunKey(options.token, clock, options.renewToken);
    this.#startedAt = clock.now();
    this.#attempts = new Attempts(journal, recorder, clock, { batchId, fileName, server: server.identity, createUrl: client.createUrl });
    this.#queue = new RunQueue(options.lookUpOnly ? nothing : options.source);
    this.#figures = new RunFigures(clock.monotonic());
    this.#traffic = new Traffic(rules, clock, parts.random, () => client.probe(), parts.learned.memory);
    this.#lookUps = new RunLookUps({
      options,
      clock,
      journal,
      client,
      key: this.#key,
      attempts: this.#attempts,
      queue: this.#queue,
      traffic: this.#traffic,
      changed: (revision) => this.#changed(revision),
      heed: (event, result, now) => this.#heed(event, result, now),
    });
    this.#gate = pLimit(this.#traffic.pace.current);
    this.#wake = new Wake(clock);
    this.#teller = new RunTeller(clock, options.listener?.progress?.bind(options.listener), () => this.snapshot());
    this.#control = new RunControl(options.firstOnly === true, () => {
      this.#wake.call();
      this.#teller.tell(true);
    });
    this.finished = this.#run();
  }

  snapshot(): RunSnapshot {
    const { pace, isOffline } = this.#traffic;
    const { status, failure, currentPause } = this.#control;
    return {
      ...this.#figures.shown(this.#options.total ?? null, this.#parts.clock.monotonic(), (orders) => this.#traffic.waitFor(orders)),
      batchId: this.batchId,
      status,
      reason: failure ?? currentPause?.reason ?? (isOffline && status === 'running' ? { code: 'run.offline', params: {} } : null),
      pace: pace.current,
      concurrency: pace.cap,
      paceReason: pace.reason,
      startedAt: this.#startedAt,
    };
  }

  pause(): void {
    this.#control.pauseByOperator();
  }

  resume(): void {
    this.#control.resume();
  }

  stop(): Promise<RunEnd> {
    this.#control.stop();
    return this.finished;
  }

  setConcurrency(concurrency: number): void {
    this.#traffic.pace.setCap(concurrency);
    this.#wake.call();
  }

  provideToken(token: string): void {
    this.#key.give(token);
    if (this.#control.currentPause?.how === 'ask') this.#control.resume();
  }

  async #run(): Promise<RunEnd> {
    const began = this.#parts.clock.monotonic();
    let end: Pick<RunEnd, 'ended' | 'reason'>;
    try {
      this.#queueUnknown();
      end = await this.#loop();
    } catch (error) {
      this.#control.fail(error);
      await this.#quiet();
      end = { ended: 'stopped', reason: this.#control.failure };
    }
    await this.#parts.client.close();
    this.#control.setStatus(end.ended === 'finished' ? 'finished' : 'stopped');
    return { ...end, attempts: this.#figures.attempts, durationMs: Math.round(this.#parts.clock.monotonic() - began) };
  }

  /** Orders whose fate an earlier run did not learn: the quiet time goes on from where their attempts ended. */
  #queueUnknown(): void {
    for (const revision of this.#parts.journal.inState(this.batchId, ['unknown'])) this.#lookUps.schedule(revision);
  }

  async #loop(): Promise<Pick<RunEnd, 'ended' | 'reason'>> {
    for (;;) {
      this.#teller.tell(false);
      const end = await this.#standstill();
      if (end) return end;
      if (!this.#control.mayGoOn) continue;
      const expiry = this.#key.expiry();
      if (expiry) {
        this.#control.hold(expiry);
        continue;
      }
      const now = this.#parts.clock.monotonic();
      const heldUntil = await this.#traffic.heldUntil(now, this.#figures.inFlight);
      if (heldUntil <= now && this.#figures.inFlight < this.#allowed) {
        const job = await this.#queue.next(now, () => this.#mayLookUp());
        // A person may have paused or stopped the run in the meantime.
        if (job && !this.#control.mayGoOn) this.#queue.putBack(job);
        else if (job) this.#launch(job);
        if (job) continue;
        if (this.#figures.inFlight === 0 && this.#queue.isEmpty) return { ended: 'finished', reason: null };
      }
      if (this.#control.mayGoOn) await this.#wake.wait(this.#teller.atMost(this.#untilDue(now, heldUntil)));
    }
  }

  /** Waits out whatever keeps the run from going on; the run's end, where that is one. */
  async #standstill(): Promise<Pick<RunEnd, 'ended' | 'reason'> | null> {
    const { failure, isStopping, currentPause } = this.#control;
    if (failure || isStopping) {
      await this.#quiet();
      return { ended: 'stopped', reason: this.#control.failure };
    }
    if (!currentPause) return null;
    if (this.#figures.inFlight === 0) {
      const renewed = await this.#key.renewed(currentPause);
      if (renewed !== null) {
        this.provideToken(renewed);
        return null;
      }
      if (this.#options.onPause === 'end') return { ended: 'paused', reason: currentPause.reason };
      this.#control.setStatus(currentPause.how === 'ask' ? 'waitingForToken' : 'paused');
    }
    await this.#wake.wait(null);
    return null;
  }

  get #allowed(): number {
    return this.#control.isSingle ? 1 : this.#traffic.pace.current;
  }

  /** «Not there» needs a known order to be believed: where there is none yet, sending comes first. */
  #mayLookUp(): boolean {
    if (!this.#queue.hasSends && this.#figures.inFlight === 0) return true;
    return this.#parts.journal.latestAccepted(this.#options.server.identity) !== null;
  }

  /** Milliseconds until something can change by itself; null: only a request under way, or a person, changes it. */
  #untilDue(now: number, heldUntil: number): number | null {
    const { inFlight } = this.#figures;
    if (heldUntil > now) return inFlight > 0 && this.#traffic.isOffline ? null : heldUntil - now;
    if (inFlight >= this.#allowed) return null;
    const due = this.#queue.nextDue(() => this.#mayLookUp());
    return due === null ? null : Math.max(1, due - now);
  }

  #launch(job: Job): void {
    this.#figures.inFlight++;
    this.#gate.concurrency = Math.max(1, this.#allowed);
    void this.#gate(async () => {
      try {
        await (job.kind === 'lookUp' ? this.#lookUps.carryOut(job.revisionId) : this.#send(job.kind === 'new' ? job.order : job.revisionId));
      } catch (error) {
        this.#control.fail(error);
      } finally {
        this.#figures.inFlight--;
        this.#wake.call();
      }
    });
  }

  async #send(what: Parameters<Attempts['begin']>[0]): Promise<void> {
    const begun = await this.#attempts.begin(what);
    if ('blocked' in begun) return this.#figures.skip();
    this.#figures.attempts++;
    this.#changed(begun.revision);
    const { client, clock } = this.#parts;
    const event = await this.#figures.timed(() => noticingSleep(clock, () => client.create(begun.body, this.#key.token)), () => clock.monotonic());
    const ended = await this.#attempts.end(begun, event);
    this.#changed(ended.revision);
    this.#follow(begun, event, ended);
  }

  /** What an answer means for the rest of the run. */
  #follow({ attempt: { revisionId, startedAt } }: Begun, event: AttemptEvent, { revision, result }: Ended): void {
    const now = this.#parts.clock.monotonic();
    this.#traffic.sent(startedAt, event, result);
    this.#heed(event, result, now);
    if (result.class === 'accepted') {
      this.#traffic.pace.succeeded();
      this.#key.wentThrough();
    }
    if (result.class === 'slowDown') this.#figures.limited(now);
    if (revision.state === 'unknown') this.#lookUps.schedule(revision);
    if (revision.state === 'ready') this.#queue.addRetry(revisionId, now);
    if (revision.state === 'waiting') {
      const at = result.class === 'slowDown' ? now : this.#traffic.retryAt(revisionId, now);
      // Tries used up: it waits for the next run.
      if (at !== null) this.#queue.addRetry(revisionId, at);
      return;
    }
    this.#control.passed();
  }

  #heed(event: AttemptEvent, result: Classified, now: number): void {
    const effect = runEffectOf(result);
    this.#traffic.heed(event, effect, now);
    if (effect.pause) this.#control.hold(effect.pause);
  }

  #changed(revision: Revision): void {
    this.#figures.set(revision.orderId, revision.state, this.#parts.clock.monotonic());
    this.#options.listener?.outcome?.({ batchId: this.batchId, orderKey: revision.orderKey, outcome: outcomeOf(revision) });
    this.#teller.tell(false);
  }

  /** Awaits the requests under way. */
  async #quiet(): Promise<void> {
    while (this.#figures.inFlight > 0) await this.#wake.wait(null);
  }
}
