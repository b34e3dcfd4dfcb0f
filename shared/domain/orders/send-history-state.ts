/** Decides an order's state from its check and its send history: this batch's journal and the ledger (docs/domain.md, decision 12). */
import type { Fix, Issue, Params, Severity } from '../model/issues.ts';
import type { LedgerEntry, OrderOutcome } from '../model/ledger.ts';
import type { ShopName } from '../model/shop.ts';
import { changedAfterSendingCodes } from '../model/sent-changes.ts';
import type { OrderState } from '../model/order-states.ts';
import { mayBeCorrected } from '../sending/reduce-revision.ts';
import { formatTashkentTime } from '../values/dates/tashkent-time.ts';
import type { OrderEntry } from './order-entry.ts';

export interface OrderSendHistory {
  /** The ledger's entry for the id, from other batches and computers. */
  readonly ledger: LedgerEntry | undefined;
  /** The outcome in this batch's journal. */
  readonly outcome: OrderOutcome | undefined;
  /** SHA-256 (hex) of the order's current request body; null where there is no request. */
  bodyHash(): string | null;
  /** Whether the file's cells, or the corrected ones, say what was sent, whatever choices and rules add to them. */
  saysWhatWasSent(): boolean;
  /** The known order that it resembles, of an order without a number; or that went out under a number of our own. */
  readonly resembles?: Resemblance | undefined;
  /** Id of the shop whose order it is; none: nobody said. */
  readonly shop?: string | null;
  /** Whether the file calls it cancelled, which nobody knew of when it was sent. */
  readonly isCancelledSince: () => boolean;
}

/** What an order has in common with one that is known under another number (shared/domain/identity/match-orders.ts). */
export interface Resemblance {
  /** `same`: the shop gave it its number after it had gone out under ours; `erased`: nothing is left to compare it with. */
  readonly kind: 'same' | 'repeat' | 'changed' | 'erased';
  /** The known order; undefined where its entry is gone. */
  readonly ledger: LedgerEntry | undefined;
  readonly number: number;
}

export interface StateFromSendHistory {
  readonly state: OrderState;
  /** Issues about an earlier sending. */
  readonly issues: readonly Issue[];
}

const none: readonly Issue[] = [];

/** What is said with the name of the computer, where it is another one of the team. */
const ofTeam: ReadonlySet<string> = new Set([
  'orders.beingSent',
  'orders.leftBehind',
  'orders.sentUnknown',
  'orders.alreadySent',
  'orders.idTaken',
  'orders.sentBefore',
  'orders.cancelledAfterSending',
]);

const decidedByPerson: ReadonlySet<string> = new Set([
  'orders.sentBefore',
  'orders.cancelledAfterSending',
  'orders.leftBehind',
]);

function sendHistoryIssue(
  entry: OrderEntry,
  row: number,
  severity: Severity,
  code: string,
  ledger: LedgerEntry,
): readonly Issue[] {
  const { by } = ledger;
  const params: Params = {
    fileName: ledger.fileName,
    at: formatTashkentTime(ledger.at),
    ...(by === undefined ? {} : { by }),
  };
  const said = by !== undefined && ofTeam.has(code) ? `${code}By` : code;
  const isDecided = !decidedByPerson.has(code);
  const fix: Fix = { kind: 'leaveAsSent', orderKeys: [entry.key] };
  return [{ code: said, severity, scope: 'order', row, orderId: entry.key, params, ...(isDecided ? {} : { fix }) }];
}

/** The shop that the number was used by, where it is another one than the order's. */
export function otherShopOf({ shop }: LedgerEntry, own: string | null | undefined): ShopName | null {
  return shop === undefined || own === null || own === undefined || shop.id === own ? null : shop;
}

function numberOfOtherShop(entry: OrderEntry, row: number, ledger: LedgerEntry, { name }: ShopName): Issue {
  const params: Params = { shop: name, fileName: ledger.fileName, at: formatTashkentTime(ledger.at) };
  return { code: 'orders.numberOfOtherShop', severity: 'error', scope: 'order', row, orderId: entry.key, params };
}

/** The state by the check alone. */
/** The state of an order that was never sent, and resembles none that was. */
export function stateWithoutHistory(entry: OrderEntry): OrderState {
  return entry.leftOut ? 'leftOut' : entry.sendable ? 'ready' : 'withErrors';
}

/** Whether the journal's state still holds: it cannot change by editing, or the content is what was sent. */
function isOutcomeCurrent(entry: OrderEntry, outcome: OrderOutcome, history: OrderSendHistory): boolean {
  switch (outcome.state) {
    case 'ready':
      return false;
    case 'accepted':
    case 'sending':
    case 'verifying':
    case 'unknown':
      return true;
    case 'waiting':
      // Another batch sent it in the meantime: what keeps it from going out is its state, or it would wait for ever.
      if (history.ledger !== undefined && outcome.sendAnyway !== true) return false;
      return !entry.leftOut && history.bodyHash() === outcome.bodyHash;
    case 'rejected':
    case 'duplicate':
      return !entry.leftOut && history.bodyHash() === outcome.bodyHash;
    case 'review':
      // Where the WMS may have the order already, a correction alone does not make it ready: a person must decide.
      if (!entry.leftOut && !mayBeCorrected(outcome)) return true;
      return !entry.leftOut && history.bodyHash() === outcome.bodyHash;
  }
}

/** Decides the order's state; `row` is its first row as Excel shows it. */
export function decideStateFromSendHistory(
  entry: OrderEntry,
  row: number,
  history: OrderSendHistory,
): StateFromSendHistory {
  const { ledger, outcome, resembles } = history;
  if (outcome !== undefined && isOutcomeCurrent(entry, outcome, history)) return { state: outcome.state, issues: none };
  const state = stateWithoutHistory(entry);
  if (resembles !== undefined && ledger === undefined && state !== 'leftOut') return resembling(entry, row, resembles);
  if (ledger === undefined || state === 'leftOut') return { state, issues: none };
  // «Send anyway» overrides everything but a request in flight.
  if (outcome?.sendAnyway === true && ledger.state !== 'sending') return { state, issues: none };
  const otherShop = otherShopOf(ledger, history.shop);
  // Two shops' orders are never the same one, whatever they have in common.
  if (otherShop !== null) return { state: 'withErrors', issues: [numberOfOtherShop(entry, row, ledger, otherShop)] };
  // Whoever sends it takes it over, and has it looked up before.
  if (ledger.isLeftBehind === true && state === 'ready')
    return { state, issues: sendHistoryIssue(entry, row, 'warning', 'orders.leftBehind', ledger) };
  switch (ledger.state) {
    case 'sending':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.beingSent', ledger) };
    case 'unknown':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.sentUnknown', ledger) };
    case 'taken':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.idTaken', ledger) };
    case 'accepted':
      if (history.saysWhatWasSent() || (entry.sendable && history.bodyHash() === ledger.bodyHash)) {
        if (!history.isCancelledSince())
          return { state: 'alreadySent', issues: sendHistoryIssue(entry, row, 'notice', 'orders.alreadySent', ledger) };
        return {
          state: 'duplicate',
          issues: sendHistoryIssue(entry, row, 'error', 'orders.cancelledAfterSending', ledger),
        };
      }
      // Two customers' rows are no one's order: left as it was sent, the other one's would be lost.
      if (entry.found.causes.some(({ code }) => code === 'orders.twoCustomers')) return { state, issues: none };
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.sentBefore', ledger) };
  }
}

function resembling(entry: OrderEntry, row: number, resembles: Resemblance): StateFromSendHistory {
  const { kind, ledger, number } = resembles;
  if (kind !== 'same' || ledger?.state !== 'accepted') return heldAs(entry, row, resembles);
  const [issue] = sendHistoryIssue(entry, row, 'notice', 'orders.sentUnderOurNumber', ledger);
  if (issue === undefined) return { state: 'alreadySent', issues: none };
  // Another order, alike in everything, cannot be told from it: a person can.
  const takeAsNew: Fix = { kind: 'takeAsNew', orderKeys: [entry.key] };
  return { state: 'alreadySent', issues: [{ ...issue, params: { ...issue.params, number }, fix: takeAsNew }] };
}

const heldCodes = {
  // Held as what it may be, where nothing accepted is left to say that it is the same.
  same: 'orders.possibleRepeat',
  repeat: 'orders.possibleRepeat',
  changed: 'orders.changedAfterSending',
  erased: 'orders.maybeSentBefore',
} as const;

/** Held until a person says whether it is a new order, or the one that it resembles. */
function heldAs(entry: OrderEntry, row: number, { kind, ledger, number }: Resemblance): StateFromSendHistory {
  const params: Params = {
    number,
    fileName: ledger?.fileName ?? '',
    at: ledger === undefined ? '' : formatTashkentTime(ledger.at),
  };
  // What was sent stands; that it is another order is a person's word.
  const orderKeys = [entry.key];
  const leaveAsSent: Fix =
    kind === 'repeat'
      ? { kind: 'leaveOut', orderKeys }
      : { kind: 'leaveAsSent', orderKeys, ...(kind === 'erased' ? { erased: true } : {}) };
  const takeAsNew: Fix = { kind: 'takeAsNew', orderKeys };
  const answers = [{ fix: leaveAsSent }, { fix: takeAsNew }];
  const issue: Issue = {
    code: heldCodes[kind],
    severity: 'error',
    scope: 'order',
    row,
    orderId: entry.key,
    params,
    fix: leaveAsSent,
    answers,
  };
  return { state: 'duplicate', issues: [issue] };
}

/** Whether the order was accepted before with other content, and a person has not decided about it. */
export function isChangedAfterSending({ state, sendHistoryIssues }: OrderEntry): boolean {
  return state === 'duplicate' && sendHistoryIssues.some(({ code }) => changedAfterSendingCodes.has(code));
}
