/** Records each step of an order in journal and witness, in the only safe order; the run decides when. */
import type { HttpAnswer, AttemptEvent } from '../../shared/domain/sending/attempt-event.ts';
import { classifyAttempt, type ClassifiedAttempt } from '../../shared/domain/sending/classify-attempt.ts';
import { maskedAnswer } from '../../shared/domain/sending/mask.ts';
import { reduceRevision, type LookupFinding } from '../../shared/domain/sending/reduce-revision.ts';
import type { Revision, RevisionDraft } from '../../shared/domain/sending/revision.ts';
import type { OutcomeReason } from '../../shared/domain/model/ledger.ts';
import { echoDifferences } from '../../shared/wms/echo.ts';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';
import { encodeOrder, hashOfBody } from '../platform/encode-order.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { requestKeys } from '../platform/order-keys.ts';
import type { Attempt, AttemptEnd, Blocked, Clock, Journal, SendableOrder } from '../ports.ts';
import type { RecordedWrite, GroupCommitter } from './group-committer.ts';

/** Where a run's orders go, and the batch that they belong to. */
export interface AttemptTarget {
  readonly batchId: string;
  readonly fileName: string;
  readonly server: string;
  readonly createUrl: string;
  /** Who has the orders sent; null: nobody was chosen. */
  readonly operator: string | null;
}

export interface BegunAttempt {
  readonly attempt: Attempt;
  readonly revision: Revision;
  readonly body: string;
}

export interface EndedAttempt {
  readonly revision: Revision;
  readonly result: ClassifiedAttempt;
}

export class AttemptRecorder {
  readonly #journal: Journal;
  readonly #committer: GroupCommitter;
  readonly #clock: Clock;
  readonly #target: AttemptTarget;

  constructor(journal: Journal, committer: GroupCommitter, clock: Clock, target: AttemptTarget) {
    this.#journal = journal;
    this.#committer = committer;
    this.#clock = clock;
    this.#target = target;
  }

  /**
   * Freezes the order, or continues its revision, and records the attempt; resolves when both journal and witness have it
   * on the disk. Only then may a byte be sent.
   */
  begin(orderOrRevisionId: SendableOrder | number): Promise<BegunAttempt | Blocked> {
    return this.#committer.write((): RecordedWrite<BegunAttempt | Blocked> => {
      const { batchId, server, createUrl, fileName, operator } = this.#target;
      const frozen =
        typeof orderOrRevisionId === 'number'
          ? this.#continued(orderOrRevisionId)
          : this.#journal.freeze(batchId, server, createRevisionDraft(orderOrRevisionId));
      if (frozen === null || 'blocked' in frozen) return { value: frozen ?? { blocked: null } };
      const attempt = this.#journal.beginAttempt({
        revisionId: frozen.id,
        url: createUrl,
        state: reduceRevision(frozen, { type: 'began' }),
        operator,
      });
      if ('blocked' in attempt) return { value: attempt };
      const revision = this.#journal.revision(frozen.id) ?? frozen;
      const { body } = revision;
      if (body === null || hashOfBody(body) !== revision.bodyHash)
        throw new Error('The body of a revision is not the one that was frozen.');
      return {
        value: { attempt, revision, body },
        line: { attempt, fileName },
        undo: () =>
          void this.#journal.endAttempt(
            attempt.id,
            { resultClass: 'notWitnessed', status: null, headers: {}, answer: null },
            frozen,
          ),
      };
    });
  }

  /** Takes up an order that another computer left behind, unknown since `at`; resolves when it is on the disk. */
  adoptUnknown(order: SendableOrder, at: number): Promise<Revision> {
    const { batchId, server } = this.#target;
    return this.#committer.write(() => ({
      value: this.#journal.adoptUnknown(batchId, server, createRevisionDraft(order), at),
    }));
  }

  /** Records what became of the request; resolves when it is on the disk. */
  end({ attempt, body }: BegunAttempt, event: AttemptEvent): Promise<EndedAttempt> {
    const request = requestOf(body);
    const result = classifyAttempt(event, attempt.orderId);
    const record = recordOf(result.class, event, request);
    const echo = echoReasons(request, result);
    return this.#committer.write(() => {
      const current = this.#existing(attempt.revisionId);
      const state = reduceRevision(current, { type: 'ended', result, at: this.#clock.now(), echo });
      return { value: { revision: this.#journal.endAttempt(attempt.id, record, state), result } };
    });
  }

  /** Starts a look-up; null where the order is not unknown any more, or an operator chose to send it again in the meantime. */
  beginLookUp(revisionId: number): Promise<Revision | null> {
    return this.#committer.write(() => {
      const current = this.#journal.revision(revisionId);
      if (current?.state !== 'unknown' || this.#journal.latest(current.batchId, current.orderId)?.id !== revisionId)
        return { value: null };
      return { value: this.#journal.saveState(revisionId, reduceRevision(current, { type: 'lookupBegan' })) };
    });
  }

  /** The revision with its lost content, where the order is, byte for byte, what was sent; null where it is not. */
  restoreBody(revisionId: number, order: SendableOrder): Promise<Revision | null> {
    return this.#committer.write(() => ({ value: this.#journal.restoreBody(revisionId, createRevisionDraft(order)) }));
  }

  endLookUp(revisionId: number, finding: LookupFinding, wmsId: number | null): Promise<Revision> {
    return this.#committer.write(() => {
      const current = this.#existing(revisionId);
      return {
        value: this.#journal.saveState(revisionId, reduceRevision(current, { type: 'lookedUp', finding, wmsId })),
      };
    });
  }

  /** The revision that is to be sent again; frozen anew where it belongs to another name of the WMS. */
  #continued(revisionId: number): Revision | Blocked | null {
    const { batchId, server } = this.#target;
    const revision = this.#journal.revision(revisionId);
    if (revision === null || revision.server === server || revision.body === null) return revision;
    const { orderKey, orderId, rows, body, bodyHash } = revision;
    return this.#journal.freeze(batchId, server, { orderKey, orderId, rows, body, bodyHash });
  }

  #existing(revisionId: number): Revision {
    const revision = this.#journal.revision(revisionId);
    if (!revision) throw new Error(`Revision ${revisionId} is gone.`);
    return revision;
  }
}

/** The part of an order that a revision freezes. */
export function createRevisionDraft(order: SendableOrder): RevisionDraft {
  const { orderKey, orderId, rows, request } = order;
  const { body, hash } = encodeOrder(request);
  const keys = [...(order.keys ?? []), ...requestKeys(request, order.shop ?? firstShop)];
  const { amount } = order;
  return { orderKey, orderId, rows, body, bodyHash: hash, keys, ...(amount === undefined ? {} : { amount }) };
}

function requestOf(body: string): OrderRequest {
  return orderRequestSchema.parse(JSON.parse(body));
}

function recordOf(resultClass: string, event: AttemptEvent, request: OrderRequest): AttemptEnd {
  if (event.kind !== 'answered') return { resultClass, status: null, headers: {}, answer: null };
  return {
    resultClass,
    status: event.answer.status,
    headers: keptHeaders(event.answer),
    answer: maskedAnswer(event.answer.body, request),
  };
}

function keptHeaders({ headers }: HttpAnswer): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Where the answer's echo differs (decision 17): the order counts as accepted, but the operator should see it. */
function echoReasons(request: OrderRequest, { answer }: ClassifiedAttempt): readonly OutcomeReason[] {
  if (!answer) return [];
  return echoDifferences(request, answer.data).map(({ field, item, sent, answered }) => ({
    code: field === 'order_items' ? 'sending.echoItems' : 'sending.echo',
    params: { sent, answered },
    field: field === 'order_items' ? null : field,
    item,
  }));
}
