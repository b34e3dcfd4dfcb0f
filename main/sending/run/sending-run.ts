/**
 * Sends the orders of a batch: a loop that takes the next job as long as the pace allows, and pauses or ends where it must.
 * It keeps nothing that the journal does not have: the next run continues one that died.
 */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import type { LearnedPace } from '../../../shared/domain/sending/estimate.ts';
import type { ClassifiedAttempt } from '../../../shared/domain/sending/classify-attempt.ts';
import { orderOutcomeOf, type Revision } from '../../../shared/domain/sending/revision.ts';
import { runEffectOf } from '../../../shared/domain/sending/run-effect.ts';
import type { RunEnd, RunSnapshot } from '../../../shared/domain/sending/run.ts';
import type { Clock, Journal, OrderSource } from '../../ports.ts';
import type { TeamRun } from '../../platform/team-ports.ts';
import { AttemptRecorder, type BegunAttempt, type EndedAttempt } from '../attempt-recorder.ts';
import { AcceptanceGuards } from './acceptance-guards.ts';
import { detectSuspend } from './detect-suspend.ts';
import type { GroupCommitter } from '../group-committer.ts';
import { RequestGate } from './request-gate.ts';
import { RunControl } from './run-control.ts';
import { RunStatistics } from './run-statistics.ts';
import { RunAccessKey } from './run-access-key.ts';
import { LookupScheduler } from './lookup-scheduler.ts';
import { RunQueue, type Job } from './run-queue.ts';
import { SharedPace } from './shared-pace.ts';
import { ProgressThrottle } from './progress-throttle.ts';
import type { Run, RunOptions } from '../sender.ts';
import { TrafficControl } from '../traffic-control.ts';
import { AsyncSignal } from './async-signal.ts';
import { orWhileAbsent, TeamOrders } from './team-orders.ts';
import type { WmsClient } from '../wms/client.ts';

export interface RunDependencies {
  readonly journal: Journal;
  readonly recorder: GroupCommitter;
  readonly clock: Clock;
  readonly client: WmsClient;
  readonly fileName: string;
  /** Who started the run; null: nobody was chosen. */
  readonly operator: string | null;
  /** What earlier runs learned about the server. */
  readonly learnedPace: LearnedPace;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** The run's part of the team's ledger; null: this computer is in no team, or it is practice. */
  readonly team: TeamRun | null;
  /** Id of the batch's shop. */
  readonly shop: string | null;
}

/** Milliseconds after which a team's ledger that was out of reach is asked again. */
const teamPause = 1_000;

const emptySource: OrderSource = { take: async () => [] };

export class SendingRun implements Run {
  readonly batchId: string;
  readonly finished: Promise<RunEnd>;
  readonly #options: RunOptions;
  readonly #parts: RunDependencies;
  readonly #attempts: AttemptRecorder;
  readonly #lookups: LookupScheduler;
  readonly #queue: RunQueue;
  readonly #statistics: RunStatistics;
  readonly #traffic: TrafficControl;
  readonly #control: RunControl;
  readonly #gate: RequestGate;
  readonly #signal: AsyncSignal;
  readonly #startedAt: number;
  readonly #accessKey: RunAccessKey;
  readonly #guards: AcceptanceGuards;
  readonly #progress: ProgressThrottle;
  readonly #team: TeamOrders | null;
  readonly #sharedPace: SharedPace | null;

  constructor(options: RunOptions, parts: RunDependencies) {
    const { clock, client, journal, recorder, fileName } = parts;
    const { batchId, server, rules } = options;
    this.batchId = batchId;
    this.#options = options;
    this.#parts = parts;
    this.#accessKey = new RunAccessKey(options.accessKey, clock, options.renewAccessKey);
    this.#guards = new AcceptanceGuards(options.account);
    this.#startedAt = clock.now();
    this.#attempts = new AttemptRecorder(journal, recorder, clock, {
      batchId,
      fileName,
      server: server.identity,
      createUrl: client.createUrl,
      operator: parts.operator,
    });
    this.#team = parts.team === null ? null : this.#teamOrders(parts.team);
    const source = this.#team?.claiming(options.source) ?? options.source;
    this.#queue = new RunQueue(options.lookUpOnly ? emptySource : source);
    this.#statistics = new RunStatistics(clock.monotonic());
    this.#traffic = new TrafficControl(
      rules,
      clock,
      parts.random,
      () => client.probe(),
      parts.learnedPace.limitObservation,
    );
    this.#sharedPace = parts.team && new SharedPace(parts.team, this.#traffic, clock);
    this.#lookups = new LookupScheduler({
      options,
      clock,
      journal,
      client,
      accessKey: this.#accessKey,
      attempts: this.#attempts,
      queue: this.#queue,
      traffic: this.#traffic,
      onRevisionChange: (revision) => this.#changed(revision),
      applyResult: (event, result, now) => this.#applyResult(event, result, now),
    });
    this.#signal = new AsyncSignal(clock);
    this.#progress = new ProgressThrottle(clock, options.listener?.onProgress?.bind(options.listener), () =>
      this.snapshot(),
    );
    this.#control = new RunControl(options.firstOnly === true, () => {
      this.#signal.notify();
      this.#progress.emit(true);
    });
    this.#gate = new RequestGate(() => this.#allowed);
    this.finished = this.#run();
  }

  snapshot(): RunSnapshot {
    const { pace, isOffline } = this.#traffic;
    const { status, failure, currentPause } = this.#control;
    return {
      ...this.#statistics.snapshot(this.#options.total ?? null, this.#parts.clock.monotonic(), (orders) =>
        this.#traffic.expectedWait(orders),
      ),
      inFlight: this.#gate.inFlight,
      batchId: this.batchId,
      status,
      reason:
        failure ??
        currentPause?.reason ??
        (status === 'running' ? this.#team?.obstacle : null) ??
        (isOffline && status === 'running' ? { code: 'run.offline', params: {} } : null),
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
    this.#guards.account.accept();
    this.#control.resume();
  }

  stop(): Promise<RunEnd> {
    this.#control.stop();
    return this.finished;
  }

  setConcurrency(concurrency: number): void {
    this.#traffic.pace.setCap(concurrency);
    this.#signal.notify();
  }

  provideAccessKey(accessKey: string): void {
    this.#accessKey.replace(accessKey);
    if (this.#control.currentPause?.kind === 'askForAccessKey') this.#control.resume();
  }

  async #run(): Promise<RunEnd> {
    const began = this.#parts.clock.monotonic();
    let end: Pick<RunEnd, 'status' | 'reason'>;
    try {
      this.#queueUnknown();
      await this.#sharedPace?.begin();
      end = await this.#loop();
    } catch (error) {
      this.#control.fail(error);
      await this.#waitForRequests();
      end = { status: 'stopped', reason: this.#control.failure };
    }
    await this.#sharedPace?.end();
    await this.#team?.giveBack();
    await this.#parts.client.close();
    this.#control.setStatus(end.status === 'finished' ? 'finished' : 'stopped');
    return {
      ...end,
      attempts: this.#statistics.attempts,
      durationMs: Math.round(this.#parts.clock.monotonic() - began),
    };
  }

  /** Queues look-ups of orders that earlier runs left unknown: their quiet time counts from the end of their attempts. */
  #queueUnknown(): void {
    for (const revision of this.#parts.journal.listInStates(this.batchId, ['unknown']))
      this.#lookups.schedule(revision);
  }

  async #loop(): Promise<Pick<RunEnd, 'status' | 'reason'>> {
    for (;;) {
      this.#progress.emit(false);
      const end = await this.#waitWhilePaused();
      if (end) return end;
      if (!this.#control.canProceed) continue;
      const expiry = this.#accessKey.takeExpiryPause();
      if (expiry) {
        this.#control.hold(expiry);
        continue;
      }
      const now = this.#parts.clock.monotonic();
      if (this.#traffic.isRefusedForLong(now)) {
        this.#control.giveUp({ code: 'run.tooManyForLong', params: {} });
        continue;
      }
      if (!(await this.#teamAllows())) continue;
      this.#sharedPace?.tick(now);
      const heldUntil = await this.#traffic.heldUntil(now, this.#gate.inFlight);
      if (heldUntil <= now && this.#gate.isOpen) {
        const job = await orWhileAbsent(
          this.#queue.next(now, () => this.#mayLookUp()),
          'absent',
        );
        if (job === 'absent') {
          await this.#signal.wait(teamPause);
          continue;
        }
        // A person may have paused or stopped the run in the meantime.
        if (job && !this.#control.canProceed) this.#queue.putBack(job);
        else if (job) this.#launch(job);
        if (job) continue;
        if (this.#gate.inFlight === 0 && this.#queue.isEmpty) return { status: 'finished', reason: null };
      }
      if (this.#control.canProceed) await this.#signal.wait(this.#progress.limitWait(this.#untilDue(now, heldUntil)));
    }
  }

  /** Waits while the run is paused; returns the end where the run ends. */
  async #waitWhilePaused(): Promise<Pick<RunEnd, 'status' | 'reason'> | null> {
    const { failure, isStopping, currentPause } = this.#control;
    if (failure || isStopping) {
      await this.#waitForRequests();
      return { status: 'stopped', reason: this.#control.failure };
    }
    if (!currentPause) return null;
    if (this.#gate.inFlight === 0) {
      const renewed = await this.#accessKey.renew(currentPause);
      if (renewed !== null) {
        this.provideAccessKey(renewed);
        return null;
      }
      if (this.#options.onPause === 'end') return { status: 'paused', reason: currentPause.reason };
      await this.#team?.giveBack();
      this.#control.setStatus(currentPause.kind === 'askForAccessKey' ? 'waitingForKey' : 'paused');
    }
    await this.#signal.wait(null);
    return null;
  }

  get #allowed(): number {
    return this.#control.isOneAtATime || this.#guards.account.isUnproven ? 1 : this.#traffic.pace.current;
  }

  /** Look-ups need a known order as a control: where there is none yet, sending comes first. */
  #mayLookUp(): boolean {
    if (!this.#queue.hasOrdersToSend && this.#gate.inFlight === 0) return true;
    return this.#parts.journal.latestAccepted(this.#options.server.identity) !== null;
  }

  /** Milliseconds until something is due; null: only a request under way or a person can change anything. */
  #untilDue(now: number, heldUntil: number): number | null {
    if (heldUntil > now) return this.#gate.inFlight > 0 && this.#traffic.isOffline ? null : heldUntil - now;
    if (!this.#gate.isOpen) return null;
    const due = this.#queue.nextDue(() => this.#mayLookUp());
    return due === null ? null : Math.max(1, due - now);
  }

  #launch(job: Job): void {
    const perform = async (): Promise<void> => {
      try {
        await (job.kind === 'lookUp'
          ? this.#lookups.perform(job.revisionId)
          : this.#send(job.kind === 'new' ? job.order : job.revisionId));
      } catch (error) {
        this.#control.fail(error);
      }
    };
    void this.#gate.run(perform).then(() => this.#signal.notify());
  }

  async #send(what: Parameters<AttemptRecorder['begin']>[0]): Promise<void> {
    const may = await orWhileAbsent(this.#team?.admit(what) ?? Promise.resolve('yes'), 'later');
    if (may === 'later') {
      await this.#parts.clock.sleep(teamPause);
      this.#queue.putBack(
        typeof what === 'number' ? { kind: 'again', revisionId: what } : { kind: 'new', order: what },
      );
    }
    if (may !== 'yes') return;
    const begun = await this.#attempts.begin(what);
    if ('blocked' in begun) {
      if (begun.blocked) this.#options.listener?.onBlocked?.(begun.blocked);
      this.#statistics.recordSkipped();
      return;
    }
    this.#statistics.attempts++;
    this.#changed(begun.revision);
    const { client, clock } = this.#parts;
    try {
      const event = await this.#statistics.timeRequest(
        () =>
          detectSuspend(clock, () =>
            client.create(begun.body, this.#accessKey.accessKey, this.#team?.mayWrite(begun.revision.orderId)),
          ),
        () => clock.monotonic(),
      );
      const ended = await this.#attempts.end(begun, event);
      this.#changed(ended.revision);
      this.#afterSend(begun, event, ended);
    } catch (error) {
      await this.#interrupted(begun);
      throw error;
    }
  }

  /** The run fails with this order in hand: nobody knows what became of it. */
  async #interrupted(begun: BegunAttempt): Promise<void> {
    try {
      if (this.#parts.journal.revision(begun.revision.id)?.state !== 'sending') return;
      const { revision } = await this.#attempts.end(begun, { kind: 'lost', cause: 'interrupted' });
      this.#changed(revision);
    } catch {
      // It cannot be written now: the next run of the batch finds it.
    }
  }

  /** Applies what an answer means for the rest of the run. */
  #afterSend(
    { attempt: { revisionId, startedAt } }: BegunAttempt,
    event: AttemptEvent,
    { revision, result }: EndedAttempt,
  ): void {
    const now = this.#parts.clock.monotonic();
    // The WMS has no part in it: it is tried again as soon as the team's ledger lets it.
    if (event.kind === 'notSent' && event.phase === 'team') return this.#queue.addRetry(revisionId, now);
    this.#traffic.recordRequest(startedAt, event, result);
    this.#applyResult(event, result, now);
    if (result.class === 'accepted') {
      this.#traffic.pace.recordSuccess();
      this.#accessKey.markAccepted();
      this.#guards.check(result, revision.orderId, (reason) => this.#control.hold({ kind: 'waitForPerson', reason }));
    }
    if (result.class === 'slowDown') this.#statistics.recordRateLimit(now);
    if (revision.state === 'unknown') this.#lookups.schedule(revision);
    if (revision.state === 'ready') this.#queue.addRetry(revisionId, now);
    if (revision.state === 'waiting') {
      const at = result.class === 'slowDown' ? now : this.#traffic.retryAt(revisionId, now);
      // Tries used up: it waits for the next run.
      if (at !== null) this.#queue.addRetry(revisionId, at);
      return;
    }
    this.#control.orderSettled();
  }

  #applyResult(event: AttemptEvent, result: ClassifiedAttempt, now: number): void {
    const effect = runEffectOf(result);
    this.#traffic.applyResult(event, effect, now);
    if (effect.pause) this.#control.hold(effect.pause);
  }

  #changed(revision: Revision): void {
    this.#team?.settled(revision);
    this.#statistics.setState(revision.orderId, revision.state, this.#parts.clock.monotonic());
    this.#options.listener?.onOutcome?.({
      batchId: this.batchId,
      orderKey: revision.orderKey,
      outcome: orderOutcomeOf(revision),
    });
    this.#progress.emit(false);
  }

  #teamOrders(team: TeamRun): TeamOrders {
    const { journal, clock, fileName, shop } = this.#parts;
    return new TeamOrders({
      ...{ team, journal, clock, fileName, shop, batchId: this.batchId },
      onBlocked: (entry) => {
        this.#options.listener?.onBlocked?.(entry);
        this.#statistics.recordSkipped();
      },
      onTakenOver: async (order, ambiguousFor) => {
        const revision = await this.#attempts.adoptUnknown(order, clock.now() - Math.max(0, ambiguousFor));
        this.#changed(revision);
        this.#lookups.schedule(revision, Math.max(0, -ambiguousFor));
      },
    });
  }

  /** Whether the team's ledger lets the run go on; where it does not, waits a moment. */
  async #teamAllows(): Promise<boolean> {
    if (this.#team === null || !this.#queue.hasOrdersToSend || (await this.#team.mayGoOn())) return true;
    this.#progress.emit(true);
    const reason = this.#options.onPause === 'end' ? this.#team.reasonToEnd : null;
    if (reason !== null && this.#options.goesAlone === true && this.#team.goAlone()) return false;
    if (reason !== null) this.#control.giveUp(reason);
    else if (this.#control.canProceed) await this.#signal.wait(teamPause);
    return false;
  }

  /** Awaits the requests under way. */
  async #waitForRequests(): Promise<void> {
    while (this.#gate.inFlight > 0) await this.#signal.wait(null);
  }
}
