/** The look-ups of a run: orders whose answer was lost are asked for in the WMS, after the quiet time. */
import type { AttemptEvent } from '../../../shared/domain/sending/attempt-event.ts';
import { classify, type Classified } from '../../../shared/domain/sending/classify.ts';
import type { Revision } from '../../../shared/domain/sending/revision.ts';
import type { Clock, Journal } from '../../ports.ts';
import type { Attempts } from '../attempts.ts';
import { Lookups, quietLeft } from '../lookup.ts';
import type { RunKey } from './run-key.ts';
import type { RunQueue } from './run-queue.ts';
import type { StartOptions } from '../sender.ts';
import type { Traffic } from '../traffic.ts';
import type { WmsClient } from '../wms/client.ts';

export interface RunLookUpParts {
  readonly options: StartOptions;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly client: WmsClient;
  readonly key: RunKey;
  readonly attempts: Attempts;
  readonly queue: RunQueue;
  readonly traffic: Traffic;
  /** An order changed its state. */
  changed(revision: Revision): void;
  /** What an answer means for the run as a whole. */
  heed(event: AttemptEvent, result: Classified, now: number): void;
}

export class RunLookUps {
  readonly #parts: RunLookUpParts;
  readonly #lookups: Lookups;

  constructor(parts: RunLookUpParts) {
    const { options, clock, journal, client, key } = parts;
    this.#parts = parts;
    this.#lookups = new Lookups({
      ask: (orderId) => client.lookUp(options.rules.lookupPath, orderId, key.token),
      show: (wmsId) => client.view(wmsId, key.token),
      known: () => journal.latestAccepted(options.server.identity),
      now: () => clock.monotonic(),
    });
  }

  schedule(revision: Revision): void {
    const { clock, queue, options } = this.#parts;
    const { lookup, quietTime } = options.rules;
    if (!lookup && !revision.taken) return;
    queue.addLookUp(revision.id, clock.monotonic() + quietLeft(revision, quietTime * 1000, clock.now()));
  }

  async carryOut(revisionId: number): Promise<void> {
    const { attempts, clock, queue, options, traffic, changed } = this.#parts;
    const revision = await attempts.beginLookUp(revisionId);
    if (!revision) return;
    changed(revision);
    const offered = options.rules.lookup;
    const { finding, wmsId, obstacle } = offered ? await this.#lookups.find(await this.#whole(revision)) : { finding: 'notOffered' as const, wmsId: null, obstacle: null };
    const settled = await attempts.endLookUp(revisionId, finding, wmsId);
    changed(settled);
    const now = clock.monotonic();
    // What the database lost can go out only as the batch offers it: in the next run.
    if (settled.state === 'ready' && settled.body !== null && !options.lookUpOnly) queue.addRetry(revisionId, now);
    if (obstacle) this.#later(settled, obstacle, now);
    else if (offered) traffic.reached(now);
  }

  /** Where the database lost what was sent, the file may still give it: exactly those bytes, or nothing. */
  async #whole(revision: Revision): Promise<Revision> {
    if (revision.body !== null) return revision;
    const order = await this.#parts.options.source.content?.(revision.orderId);
    return (order && (await this.#parts.attempts.restore(revision.id, order))) ?? revision;
  }

  #later(revision: Revision, obstacle: AttemptEvent, now: number): void {
    const { heed, queue, traffic } = this.#parts;
    const result = classify(obstacle, revision.orderId);
    heed(obstacle, result, now);
    const isAsked = result.class === 'unauthorized' || result.class === 'forbidden' || result.class === 'slowDown';
    const at = isAsked ? now : traffic.lookUpAt(revision.id, now);
    if (at !== null) queue.addLookUp(revision.id, at);
  }
}
