/** Asks the WMS whether it has an order whose answer was lost (docs/domain.md, decision 13). */
import type { AttemptEvent } from '../../shared/domain/sending/attempt-event.ts';
import type { LookupFinding } from '../../shared/domain/sending/reduce-revision.ts';
import type { Revision } from '../../shared/domain/sending/revision.ts';
import { compareEcho } from '../../shared/wms/echo.ts';
import { findInLookup, readOrderView, type LookupAnswer, type WmsRecord } from '../../shared/wms/lookup.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';

export interface LookupResult {
  readonly finding: LookupFinding;
  readonly wmsId: number | null;
  /** Why there is no finding: no access, too many requests, no connection. */
  readonly obstacle: AttemptEvent | null;
}

export interface LookupPort {
  findByOrderId(orderId: number): Promise<AttemptEvent>;
  /** Asks for the whole of an order that a look-up found. */
  fetchByWmsId(wmsId: number): Promise<AttemptEvent>;
  /** An order of this server that is known to be there. */
  knownOrderId(): number | null;
  now(): number;
}

/** How long a positive control is valid, in ms. */
const controlHolds = 60_000;

/** Values, beside the id, that a found order must share with ours before it counts as ours. */
const leastCompared = 3;

export class OrderLookup {
  readonly #lookup: LookupPort;
  #controlledAt = -Infinity;

  constructor(lookup: LookupPort) {
    this.#lookup = lookup;
  }

  async find(revision: Revision): Promise<LookupResult> {
    const event = await this.#lookup.findByOrderId(revision.orderId);
    const answer = readAnswer(event, revision.orderId);
    if (answer === null) return { finding: 'failed', wmsId: null, obstacle: event };
    switch (answer.kind) {
      case 'notOffered':
        return { finding: 'notOffered', wmsId: null, obstacle: null };
      case 'notThere':
        return this.#absent();
      case 'found':
        return { finding: await this.#findingOf(answer, revision), wmsId: answer.wmsId, obstacle: null };
    }
  }

  /** Lists often show few values of an order; then the whole order is requested. */
  async #findingOf(answer: Extract<LookupAnswer, { kind: 'found' }>, revision: Revision): Promise<LookupFinding> {
    if (answer.copies > 1) return 'several';
    const finding = compared(answer.record, revision);
    if (finding !== 'unproven' || answer.wmsId === null) return finding;
    const event = await this.#lookup.fetchByWmsId(answer.wmsId);
    const isShown = event.kind === 'answered' && event.answer.status >= 200 && event.answer.status < 300;
    const shown = isShown ? readOrderView(event.answer.body) : null;
    return shown?.order_id === revision.orderId ? compared(shown, revision) : 'unproven';
  }

  /** «Not there» is trusted only if a look-up just now found an order that is known to be there. */
  async #absent(): Promise<LookupResult> {
    if (this.#lookup.now() - this.#controlledAt < controlHolds)
      return { finding: 'absent', wmsId: null, obstacle: null };
    const known = this.#lookup.knownOrderId();
    if (known === null) return { finding: 'absentUntrusted', wmsId: null, obstacle: null };
    const event = await this.#lookup.findByOrderId(known);
    const answer = readAnswer(event, known);
    if (answer === null) return { finding: 'failed', wmsId: null, obstacle: event };
    if (answer.kind !== 'found') return { finding: 'absentUntrusted', wmsId: null, obstacle: null };
    this.#controlledAt = this.#lookup.now();
    return { finding: 'absent', wmsId: null, obstacle: null };
  }
}

/**
 * How long an unknown order is left alone before it is looked up, in milliseconds. The wall clock may have been changed
 * since: the wait is never longer than the whole quiet time. An id that was refused as taken needs no wait.
 */
export function remainingQuietTime(
  { taken, ambiguousAt }: Pick<Revision, 'taken' | 'ambiguousAt'>,
  quiet: number,
  now: number,
): number {
  return taken || ambiguousAt === null ? 0 : Math.min(quiet, Math.max(0, ambiguousAt + quiet - now));
}

/** Reads the answer to a look-up; null where the server gave no usable answer now. */
function readAnswer(event: AttemptEvent, orderId: number): LookupAnswer | null {
  if (event.kind !== 'answered') return null;
  const { status, body, isJson } = event.answer;
  if (status >= 200 && status < 300) return isJson ? findInLookup(body, orderId) : { kind: 'notOffered' };
  const isTemporary =
    status === 401 ||
    status === 403 ||
    status === 408 ||
    status === 421 ||
    status === 425 ||
    status === 429 ||
    status >= 500;
  return isTemporary ? null : { kind: 'notOffered' };
}

function compared(record: WmsRecord, revision: Revision): LookupFinding {
  const request = revision.body === null ? null : orderRequestSchema.safeParse(JSON.parse(revision.body));
  if (!request?.success) return 'unproven';
  const { compared: values, differences } = compareEcho(request.data, record);
  // The warehouse may have processed the order since: its status is no part of what was sent.
  if (differences.some(({ field }) => field !== 'fulfillment_status')) return 'differs';
  return values >= leastCompared ? 'matches' : 'unproven';
}
