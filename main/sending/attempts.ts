/** One order's steps through journal, witness and network; the run decides when, this does it in the only safe order. */
import { createHash } from 'node:crypto';
import type { Answer, AttemptEvent } from '../../shared/domain/sending/attempt-event.ts';
import { classify, type Classified } from '../../shared/domain/sending/classify.ts';
import { maskedAnswer } from '../../shared/domain/sending/mask.ts';
import { reduce, type LookupFinding } from '../../shared/domain/sending/reduce.ts';
import type { Revision, RevisionDraft } from '../../shared/domain/sending/revision.ts';
import type { OutcomeReason } from '../../shared/domain/model/ledger.ts';
import { echoDifferences } from '../../shared/wms/echo.ts';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';
import type { Attempt, AttemptEnd, Blocked, Clock, Journal, SendableOrder } from '../ports.ts';
import type { Recorded, Recorder } from './recorder.ts';

/** Where a run's orders go, and under which batch they are kept. */
export interface Destination {
  readonly batchId: string;
  readonly fileName: string;
  readonly server: string;
  readonly createUrl: string;
}

export interface Begun {
  readonly attempt: Attempt;
  readonly revision: Revision;
  readonly body: string;
}

export interface Ended {
  readonly revision: Revision;
  readonly result: Classified;
}

export class Attempts {
  readonly #journal: Journal;
  readonly #recorder: Recorder;
  readonly #clock: Clock;
  readonly #destination: Destination;

  constructor(journal: Journal, recorder: Recorder, clock: Clock, destination: Destination) {
    this.#journal = journal;
    this.#recorder = recorder;
    this.#clock = clock;
    this.#destination = destination;
  }

  /**
   * Freezes the order, or takes up its revision, and records the attempt; resolves when both journal and witness have it
   * on the disk. Only then may a byte go out.
   */
  begin(what: SendableOrder | number): Promise<Begun | Blocked> {
    return this.#recorder.write((): Recorded<Begun | Blocked> => {
      const { batchId, server, createUrl, fileName } = this.#destination;
      const frozen = typeof what === 'number' ? this.#journal.revision(what) : this.#journal.freeze(batchId, server, draftOf(what));
      if (frozen === null || 'blocked' in frozen) return { value: frozen ?? { blocked: null } };
      const attempt = this.#journal.begin({ revisionId: frozen.id, url: createUrl, state: reduce(frozen, { type: 'began' }) });
      if ('blocked' in attempt) return { value: attempt };
      const revision = this.#journal.revision(frozen.id) ?? frozen;
      const { body } = revision;
      if (body === null || hashOf(body) !== revision.bodyHash) throw new Error('The body of a revision is not the one that was frozen.');
      return {
        value: { attempt, revision, body },
        line: { attempt, fileName },
        takeBack: () => void this.#journal.end(attempt.id, { happened: 'notWitnessed', status: null, headers: {}, answer: null }, frozen),
      };
    });
  }

  /** Records what became of the request; resolves when it is on the disk. */
  end({ attempt, body }: Begun, event: AttemptEvent): Promise<Ended> {
    const request = requestOf(body);
    const result = classify(event, attempt.orderId);
    const record = recordOf(result.class, event, request);
    const echo = echoReasons(request, result);
    return this.#recorder.write(() => {
      const current = this.#existing(attempt.revisionId);
      const state = reduce(current, { type: 'ended', result, at: this.#clock.now(), echo });
      return { value: { revision: this.#journal.end(attempt.id, record, state), result } };
    });
  }

  /** Null where the order is not unknown any more, or an operator chose to send it again in the meantime. */
  beginLookUp(revisionId: number): Promise<Revision | null> {
    return this.#recorder.write(() => {
      const current = this.#journal.revision(revisionId);
      if (current?.state !== 'unknown' || this.#journal.latest(current.batchId, current.orderId)?.id !== revisionId) return { value: null };
      return { value: this.#journal.save(revisionId, reduce(current, { type: 'lookupBegan' })) };
    });
  }

  /** The revision with its lost content, where the order is, byte for byte, what was sent; null where it is not. */
  restore(revisionId: number, order: SendableOrder): Promise<Revision | null> {
    return this.#recorder.write(() => ({ value: this.#journal.restore(revisionId, draftOf(order)) }));
  }

  endLookUp(revisionId: number, finding: LookupFinding, wmsId: number | null): Promise<Revision> {
    return this.#recorder.write(() => {
      const current = this.#existing(revisionId);
      return { value: this.#journal.save(revisionId, reduce(current, { type: 'lookedUp', finding, wmsId })) };
    });
  }

  #existing(revisionId: number): Revision {
    const revision = this.#journal.revision(revisionId);
    if (!revision) throw new Error(`Revision ${revisionId} is gone.`);
    return revision;
  }
}

/** What is frozen of an order. */
export function draftOf(order: SendableOrder): RevisionDraft {
  const body = JSON.stringify(orderRequestSchema.parse(order.request));
  return { orderKey: order.orderKey, orderId: order.orderId, rows: order.rows, body, bodyHash: hashOf(body) };
}

function hashOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

function requestOf(body: string): OrderRequest {
  return orderRequestSchema.parse(JSON.parse(body));
}

function recordOf(happened: string, event: AttemptEvent, request: OrderRequest): AttemptEnd {
  if (event.kind !== 'answered') return { happened, status: null, headers: {}, answer: null };
  return { happened, status: event.answer.status, headers: keptHeaders(event.answer), answer: maskedAnswer(event.answer.body, request) };
}

function keptHeaders({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Decision 17: accepted all the same, but the operator should see it. */
function echoReasons(request: OrderRequest, { answer }: Classified): readonly OutcomeReason[] {
  if (!answer) return [];
  return echoDifferences(request, answer.data).map(({ field, item, sent, answered }) => ({
    code: field === 'order_items' ? 'sending.echoItems' : 'sending.echo',
    params: { sent, answered },
    field: field === 'order_items' ? null : field,
    item,
  }));
}
