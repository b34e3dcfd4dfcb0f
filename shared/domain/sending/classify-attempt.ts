/**
 * Classifies the end of an attempt: the table of docs/reliability.md («What happened, and what follows») as a total
 * function. It ignores the order's history, which the reducer considers (reduce-revision.ts).
 */
import { fieldErrorIssue, generalMessageIssue, isOrderIdTaken, readRefusal, type Refusal } from '../../wms/refusal.ts';
import { contradictsItself, orderAnswerSchema, type OrderAnswer } from '../../wms/order-create.ts';
import type { OutcomeReason } from '../model/ledger.ts';
import type { HttpAnswer, AttemptEvent } from './attempt-event.ts';

export const attemptClasses = [
  'accepted',
  'otherOrder',
  'unreadable',
  'notSent',
  'lost',
  'serverTrouble',
  'slowDown',
  'unauthorized',
  'forbidden',
  'wrongAddress',
  'refused',
  'taken',
  'unclear',
] as const;
export type AttemptClass = (typeof attemptClasses)[number];

export interface ClassifiedAttempt {
  readonly class: AttemptClass;
  readonly status: number | null;
  /** The server's id for the order, where the class is `accepted`; else null. */
  readonly wmsId: number | null;
  /** The parsed answer, where the class is `accepted`, for comparing the echo; else null. */
  readonly answer: OrderAnswer | null;
  readonly reasons: readonly OutcomeReason[];
}

export function outcomeReason(code: string, params: OutcomeReason['params'] = {}): OutcomeReason {
  return { code, params, field: null, item: null };
}

/** Classifies the end of an attempt to create the order `orderId`. */
export function classifyAttempt(event: AttemptEvent, orderId: number): ClassifiedAttempt {
  switch (event.kind) {
    case 'notSent':
      return classifiedAs('notSent', null, [outcomeReason(`sending.notSent.${event.phase}`)]);
    case 'lost':
      return classifiedAs('lost', null, [outcomeReason(`sending.lost.${event.cause}`)]);
    case 'answered':
      return classifyAnswer(event.answer, orderId);
  }
}

/** Statuses of something that is not the WMS: another page or service, or a proxy in between. */
const wrongAddress: ReadonlySet<number> = new Set([404, 405, 406, 407, 415]);

function classifyAnswer(answer: HttpAnswer, orderId: number): ClassifiedAttempt {
  const { status } = answer;
  if (status >= 200 && status < 300) return classifySuccess(answer, orderId);
  if (status === 401) return classifiedAs('unauthorized', status, [outcomeReason('sending.unauthorized')]);
  if (status === 403) return classifiedAs('forbidden', status, [outcomeReason('sending.forbidden')]);
  if (wrongAddress.has(status))
    return classifiedAs('wrongAddress', status, [outcomeReason('sending.wrongAddress', { status })]);
  if (status === 421 || status === 425 || status === 429)
    return classifiedAs('slowDown', status, [outcomeReason('sending.slowDown', { status })]);
  if (status === 408 || status > 500)
    return classifiedAs('serverTrouble', status, [outcomeReason('sending.serverTrouble', { status })]);
  if (status >= 400) return classifyRefusal(answer);
  // 3xx, and 1xx, which an HTTP client never passes on.
  return classifiedAs('unreadable', status, [outcomeReason('sending.unreadable', { status })]);
}

/** Decision 14: 2xx, a positive integer data.id, our data.order_id, no errors; anything else proves nothing. */
function classifySuccess(answer: HttpAnswer, orderId: number): ClassifiedAttempt {
  const { status } = answer;
  const parsed = answer.isJson ? orderAnswerSchema.safeParse(answer.body) : null;
  if (!parsed?.success) return classifiedAs('unreadable', status, [outcomeReason('sending.unreadable', { status })]);
  if (contradictsItself(parsed.data))
    return classifiedAs('unreadable', status, [outcomeReason('sending.contradictory', { status })]);
  const { id, order_id: answered } = parsed.data.data;
  if (answered !== orderId)
    return classifiedAs('otherOrder', status, [outcomeReason('sending.otherOrder', { answered, wmsId: id })]);
  return { class: 'accepted', status, wmsId: id, answer: parsed.data, reasons: [] };
}

function classifyRefusal(answer: HttpAnswer): ClassifiedAttempt {
  const { status } = answer;
  const refusal = readRefusal(status, answer.body);
  // A 500 is a refusal only where it lists errors; otherwise the order may have been created.
  if (status === 500 && refusal?.source !== 'errors') {
    return classifiedAs('serverTrouble', status, [
      outcomeReason('sending.serverTrouble', { status }),
      ...reasonsOf(refusal),
    ]);
  }
  const reasons = reasonsOf(refusal);
  if (refusal && isOrderIdTaken(refusal)) return classifiedAs('taken', status, reasons);
  const listsFaults = refusal !== null && refusal.source !== 'message';
  if (refusal && (refusal.fieldErrors.length > 0 || (listsFaults && (status === 422 || status === 500))))
    return classifiedAs('refused', status, reasons);
  return classifiedAs('unclear', status, [outcomeReason('sending.unclear', { status }), ...reasons]);
}

function reasonsOf(refusal: Refusal | null): readonly OutcomeReason[] {
  if (!refusal) return [];
  return [
    ...refusal.fieldErrors.map((error): OutcomeReason => ({
      ...fieldErrorIssue(error),
      field: error.field,
      item: error.item,
    })),
    ...refusal.generalMessages.map((message): OutcomeReason => ({
      ...generalMessageIssue(message),
      field: null,
      item: null,
    })),
  ];
}

function classifiedAs(name: AttemptClass, status: number | null, reasons: readonly OutcomeReason[]): ClassifiedAttempt {
  return { class: name, status, wmsId: null, answer: null, reasons };
}
