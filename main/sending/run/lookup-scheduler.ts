/** Schedules the look-ups of a run: asks the WMS for orders whose answer was lost, after the quiet time. */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import { classifyAttempt, type ClassifiedAttempt } from '../../../shared/domain/sending/classify-attempt.ts';
import type { Revision } from '../../../shared/domain/sending/revision.ts';
import type { Clock, Journal } from '../../ports.ts';
import type { AttemptRecorder } from '../attempt-recorder.ts';
import { OrderLookup, remainingQuietTime } from '../order-lookup.ts';
import type { RunAccessKey } from './run-access-key.ts';
import type { RunQueue } from './run-queue.ts';
import type { RunOptions } from '../sender.ts';
import type { TrafficControl } from '../traffic-control.ts';
import type { WmsClient } from '../wms/client.ts';

export interface LookupSchedulerOptions {
  readonly options: RunOptions;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly client: WmsClient;
  readonly accessKey: RunAccessKey;
  readonly attempts: AttemptRecorder;
  readonly queue: RunQueue;
  readonly traffic: TrafficControl;
  /** To be called when an order changed its state. */
  onRevisionChange(revision: Revision): void;
  /** Applies what an answer means for the run as a whole. */
  applyResult(event: AttemptEvent, result: ClassifiedAttempt, now: number): void;
}

export class LookupScheduler {
  readonly #parts: LookupSchedulerOptions;
  readonly #lookup: OrderLookup;

  constructor(parts: LookupSchedulerOptions) {
    const { options, clock, journal, client, accessKey } = parts;
    this.#parts = parts;
    this.#lookup = new OrderLookup({
      findByOrderId: (orderId) => client.lookUp(options.rules.lookupPath, orderId, accessKey.accessKey),
      fetchByWmsId: (wmsId) => client.view(wmsId, accessKey.accessKey),
      knownOrderId: () => journal.latestAccepted(options.server.identity),
      now: () => clock.monotonic(),
    });
  }

  /** @param later ms after the quiet time, where a request may still be under way */
  schedule(revision: Revision, later = 0): void {
    const { clock, queue, options } = this.#parts;
    const { lookup, quietTime } = options.rules;
    if (!lookup && !revision.taken) return;
    queue.addLookup(
      revision.id,
      clock.monotonic() + remainingQuietTime(revision, quietTime * 1000, clock.now()) + later,
    );
  }

  async perform(revisionId: number): Promise<void> {
    const { attempts, clock, queue, options, traffic, onRevisionChange } = this.#parts;
    const revision = await attempts.beginLookUp(revisionId);
    if (!revision) return;
    onRevisionChange(revision);
    const offered = options.rules.lookup;
    const { finding, wmsId, obstacle } = offered
      ? await this.#lookup.find(await this.#withBody(revision))
      : { finding: 'notOffered' as const, wmsId: null, obstacle: null };
    const settled = await attempts.endLookUp(revisionId, finding, wmsId);
    onRevisionChange(settled);
    const now = clock.monotonic();
    // An order whose content the database lost can be sent only from the batch, in the next run.
    if (settled.state === 'ready' && settled.body !== null && !options.lookUpOnly) queue.addRetry(revisionId, now);
    if (obstacle) this.#scheduleRetry(settled, obstacle, now);
    else if (offered) traffic.recordReached(now);
  }

  /** Where the database lost what was sent, the batch may still have it: exactly those bytes, or nothing. */
  async #withBody(revision: Revision): Promise<Revision> {
    if (revision.body !== null) return revision;
    const order = await this.#parts.options.source.currentOrder?.(revision.orderId);
    return (order && (await this.#parts.attempts.restoreBody(revision.id, order))) ?? revision;
  }

  #scheduleRetry(revision: Revision, obstacle: AttemptEvent, now: number): void {
    const { applyResult, queue, traffic } = this.#parts;
    const result = classifyAttempt(obstacle, revision.orderId);
    applyResult(obstacle, result, now);
    const isAsked = result.class === 'unauthorized' || result.class === 'forbidden' || result.class === 'slowDown';
    const at = isAsked ? now : traffic.lookupAt(revision.id, now);
    if (at !== null) queue.addLookup(revision.id, at);
  }
}
