/**
 * Finds orders that seem to stand in a file twice, under two numbers: the same phone, products and day. Kept up to date
 * while orders come and go; each knows the one that stays, so that one press leaves out the others alone.
 */
import type { Issue } from '../../shared/domain/model/issues.ts';
import { isEditable } from '../../shared/domain/model/order-states.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { OrderBook } from '../../shared/domain/orders/order-book.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import type { OrderTally } from './tally.ts';

const none: readonly Issue[] = [];
/** Keys below this are small integers. */
const keysBelow = 2 ** 30;
/** More orders that are alike are a routine (a company's account, a subscription), and no sign of a repeat. */
const mostAlike = 50;
/** So many are asked for their names: a phone under several names is a shop's or a courier's, and no sign. */
const mostNamed = 10;
const severalNames = 3;

/** Orders that are alike, at least one of them. */
interface Alike {
  readonly signature: number;
  readonly orders: Set<OrderEntry>;
}

/** The order that stays, and the next one. */
type Pair = readonly [stays: OrderEntry, next: OrderEntry] | null;

export class RepeatedOrders {
  readonly #book: OrderBook;
  /** By the lower part of the signature, which is faster to find than the whole: the order, or all that are alike. */
  readonly #alike = new Map<number, OrderEntry | Alike>();
  /** By the whole signature: those whose lower part another signature has, too. */
  readonly #clashing = new Map<number, OrderEntry | Alike>();

  constructor(book: OrderBook) {
    this.#book = book;
  }

  /** To be called before the order is counted: says whether it is there twice, also of the others that are alike. */
  add(entry: OrderEntry, tally: OrderTally): void {
    entry.repeatIssues = none;
    if (!this.#mayRepeat(entry)) return;
    const [map, key] = this.#placeOf(entry.signature);
    const known = map.get(key);
    if (known === undefined) {
      map.set(key, entry);
      return;
    }
    const group = 'orders' in known ? known : { signature: entry.signature, orders: new Set([known]) };
    const alike = group.orders;
    const before = pairOf(alike);
    alike.add(entry);
    map.set(key, group);
    const others = haveSameIssues(before, alike) ? [] : [...alike].filter((one) => one !== entry);
    this.#update(others, alike, tally);
    entry.repeatIssues = this.#issuesOf(entry, alike);
  }

  /** To be called when the order is counted no more. */
  remove(entry: OrderEntry, tally: OrderTally): void {
    if (!this.#mayRepeat(entry)) return;
    const [map, key] = this.#placeOf(entry.signature);
    const known = map.get(key);
    if (known === entry) map.delete(key);
    if (known === undefined || !('orders' in known)) return;
    const { orders } = known;
    const before = pairOf(orders);
    orders.delete(entry);
    if (orders.size === 0) map.delete(key);
    else if (!haveSameIssues(before, orders)) this.#update(orders, orders, tally);
  }

  /** Where rows have no numbers, equal ones are counted instead (shared/domain/identity/match-orders.ts). */
  #mayRepeat({ signature, orderId }: OrderEntry): boolean {
    return signature !== 0 && orderId !== null && this.#book.input.rules.orderNumbers.kind !== 'everyRow';
  }

  #placeOf(signature: number): readonly [map: Map<number, OrderEntry | Alike>, key: number] {
    if (this.#clashing.size > 0 && this.#clashing.has(signature)) return [this.#clashing, signature];
    const key = signature % keysBelow;
    const known = this.#alike.get(key);
    return known === undefined || known.signature === signature ? [this.#alike, key] : [this.#clashing, signature];
  }

  #update(entries: Iterable<OrderEntry>, alike: ReadonlySet<OrderEntry>, tally: OrderTally): void {
    for (const entry of entries) {
      tally.countOrder(entry, -1);
      entry.repeatIssues = this.#issuesOf(entry, alike);
      tally.countOrder(entry, 1);
    }
  }

  #issuesOf(entry: OrderEntry, alike: ReadonlySet<OrderEntry>): readonly Issue[] {
    const pair = pairOf(alike);
    if (pair === null || isDone(entry) || this.#hasSeveralNames(alike)) return none;
    const [stays, next] = pair;
    const later = entry === stays ? next : entry;
    const params = { first: stays.key, firstRow: this.#rowOf(stays), later: later.key, laterRow: this.#rowOf(later) };
    const fix = { kind: 'leaveOut', orderKeys: [later.key] } as const;
    const row = this.#rowOf(entry);
    return [
      { code: 'orders.sameOrderTwice', severity: 'warning', scope: 'order', row, orderId: entry.key, params, fix },
    ];
  }

  #hasSeveralNames(orders: ReadonlySet<OrderEntry>): boolean {
    if (orders.size < severalNames) return false;
    return new Set([...orders].slice(0, mostNamed).map((entry) => this.#nameOf(entry))).size >= severalNames;
  }

  #nameOf({ rows }: OrderEntry): string {
    return fold(this.#book.readers.full_name.text(rows[0] ?? 0));
  }

  #rowOf(entry: OrderEntry): number {
    return this.#book.input.table.rowNumber(entry.rows[0] ?? 0);
  }
}

function isDone({ state }: OrderEntry): boolean {
  return state === 'alreadySent' || !isEditable(state);
}

/** What is done stays before what is not, then what stands above. */
function staysBefore(first: OrderEntry, second: OrderEntry): boolean {
  if (isDone(first) !== isDone(second)) return isDone(first);
  return (first.rows[0] ?? 0) < (second.rows[0] ?? 0);
}

function pairOf(orders: ReadonlySet<OrderEntry>): Pair {
  if (orders.size > mostAlike) return null;
  let [stays, next] = orders;
  if (stays === undefined || next === undefined) return null;
  if (staysBefore(next, stays)) [stays, next] = [next, stays];
  for (const order of orders) {
    if (order === stays || order === next) continue;
    if (staysBefore(order, stays)) [stays, next] = [order, stays];
    else if (staysBefore(order, next)) next = order;
  }
  return [stays, next];
}

function haveSameIssues(before: Pair, orders: ReadonlySet<OrderEntry>): boolean {
  if (orders.size <= mostNamed) return false;
  const pair = pairOf(orders);
  return before?.[0] === pair?.[0] && before?.[1] === pair?.[1];
}
