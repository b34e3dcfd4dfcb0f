/**
 * Finds orders that seem to be there twice, under two numbers: the same phone, products and day, in this file or in another
 * one that went out in the last days. Kept up to date while orders come and go; each knows the one that stays, so that one
 * press leaves out the others alone.
 */
import { checkLevelOf } from '../../shared/domain/model/checks.ts';
import type { Fix, Issue, Params } from '../../shared/domain/model/issues.ts';
import { isEditable } from '../../shared/domain/model/order-states.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { rowName } from '../../shared/domain/model/sheet-rows.ts';
import type { OrderBook } from '../../shared/domain/orders/order-book.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { EarlierOrder } from '../ports.ts';
import type { RecentOrders } from './recent-orders.ts';
import type { OrderTally } from './tally.ts';

const none: readonly Issue[] = [];
const noOrders: ReadonlySet<OrderEntry> = new Set();
/** Keys below this are small integers. */
const keysBelow = 2 ** 30;
/** More orders that are alike are as good as surely a routine (a company's account, a subscription): they are told once. */
const mostAlike = 50;
/** So many are asked for their names: a phone under several names is a shop's or a courier's, and no sign. */
const mostNamed = 10;
const severalNames = 3;

/** Orders that are alike, at least one of them. */
interface Alike {
  readonly signature: number;
  readonly orders: Set<OrderEntry>;
  /** Of so many that they are told once: the order that tells of them; null where none is open, or they are few. */
  teller: OrderEntry | null;
}

/** The order that stays, and the next one. */
type Pair = readonly [stays: OrderEntry, next: OrderEntry] | null;

export class RepeatedOrders {
  readonly #book: OrderBook;
  readonly #recent: RecentOrders;
  readonly #level: 'off' | 'warning' | 'error';
  /** By the lower part of the signature, which is faster to find than the whole: the order, or all that are alike. */
  readonly #alike = new Map<number, OrderEntry | Alike>();
  /** By the whole signature: those whose lower part another signature has, too. */
  readonly #clashing = new Map<number, OrderEntry | Alike>();
  readonly #onFreed: (entry: OrderEntry) => void;

  /** @param onFreed called for an order that is held no more because of another one's change */
  constructor(book: OrderBook, recent: RecentOrders, onFreed: (entry: OrderEntry) => void) {
    this.#book = book;
    this.#recent = recent;
    this.#level = checkLevelOf('sameOrder', book.input.rules.checks);
    this.#onFreed = onFreed;
  }

  /** To be called before the order is counted: says whether it is there twice, also of the others that are alike. */
  add(entry: OrderEntry, tally: OrderTally): void {
    entry.repeatIssues = none;
    if (!this.#mayRepeat(entry)) return;
    this.#recent.see(entry.signature);
    const [map, key] = this.#placeOf(entry.signature);
    const known = map.get(key);
    if (known === undefined) {
      map.set(key, entry);
      this.#tell(entry, null);
      return;
    }
    const group = 'orders' in known ? known : { signature: entry.signature, orders: new Set([known]), teller: null };
    const { orders } = group;
    const before = pairOf(orders);
    orders.add(entry);
    map.set(key, group);
    if (orders.size > mostAlike) {
      group.teller ??= firstOpen(orders);
      if (orders.size === mostAlike + 1) this.#update(without(orders, entry), group, tally);
    } else if (!haveSameIssues(before, orders)) this.#update(without(orders, entry), group, tally);
    this.#tell(entry, group);
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
    else if (orders.size > mostAlike) {
      if (known.teller !== entry) return;
      known.teller = firstOpen(orders);
      if (known.teller !== null) this.#update([known.teller], known, tally);
    } else {
      known.teller = null;
      if (!haveSameIssues(before, orders)) this.#update(orders, known, tally);
    }
  }

  /** What other files sent of this signature is known now. */
  updateAlike(signature: number, tally: OrderTally): void {
    const [map, key] = this.#placeOf(signature);
    const known = map.get(key);
    if (known === undefined || known.signature !== signature || this.#level === 'off') return;
    if ('orders' in known) this.#update(known.orders, known, tally);
    else this.#update([known], null, tally);
  }

  /** Where rows have no numbers, equal ones are counted instead (shared/domain/identity/match-orders.ts). */
  #mayRepeat({ signature, orderId }: OrderEntry): boolean {
    if (signature === 0 || orderId === null || this.#level === 'off') return false;
    return this.#book.input.rules.orderNumbers.kind !== 'everyRow';
  }

  #placeOf(signature: number): readonly [map: Map<number, OrderEntry | Alike>, key: number] {
    if (this.#clashing.size > 0 && this.#clashing.has(signature)) return [this.#clashing, signature];
    const key = signature % keysBelow;
    const known = this.#alike.get(key);
    return known === undefined || known.signature === signature ? [this.#alike, key] : [this.#clashing, signature];
  }

  #update(entries: Iterable<OrderEntry>, group: Alike | null, tally: OrderTally): void {
    for (const entry of entries) {
      tally.countOrder(entry, -1);
      this.#tell(entry, group);
      tally.countOrder(entry, 1);
      this.#onFreed(entry);
    }
  }

  /** Sets the order's issues, and whether they hold it. */
  #tell(entry: OrderEntry, group: Alike | null): void {
    const inFile = group === null ? none : this.#issuesInFile(entry, group);
    const elsewhere = this.#issuesOfOtherFiles(entry, group?.orders ?? noOrders);
    entry.repeatIssues = elsewhere.length === 0 ? inFile : [...inFile, ...elsewhere];
    const isHeld = [...entry.repeatIssues, ...entry.sendHistoryIssues].some(({ severity }) => severity === 'error');
    if (isHeld && entry.state === 'ready') entry.state = 'withErrors';
    else if (!isHeld && entry.state === 'withErrors' && entry.sendable) entry.state = 'ready';
  }

  #issuesInFile(entry: OrderEntry, { orders, teller }: Alike): readonly Issue[] {
    if (isDone(entry) || (orders.size > mostAlike && entry !== teller) || this.#hasSeveralNames(orders)) return none;
    if (orders.size > mostAlike) {
      const params = { most: mostAlike, first: entry.key, firstRow: this.#rowNameOf(entry) };
      // A routine is told, and held by no profile: whoever leaves so many out does it with open eyes.
      return [{ ...this.#issue(entry, 'orders.manyAlike', params), severity: 'warning' }];
    }
    const pair = pairOf(orders);
    if (pair === null) return none;
    const [stays, next] = pair;
    const later = entry === stays ? next : entry;
    const params = {
      first: stays.key,
      firstRow: this.#rowNameOf(stays),
      later: later.key,
      laterRow: this.#rowNameOf(later),
    };
    return [{ ...this.#issue(entry, 'orders.sameOrderTwice', params), fix: leavingOut(later) }];
  }

  #issuesOfOtherFiles(entry: OrderEntry, inFile: ReadonlySet<OrderEntry>): readonly Issue[] {
    const sent = this.#recent.ordersAlike(entry.signature);
    if (sent.length === 0 || isDone(entry) || entry.state === 'duplicate' || inFile.size > mostAlike) return none;
    // What stands in this file as well is told of it.
    const others = sent.filter(({ orderId }) => this.#book.entryByKey(orderKeyOf(orderId)) === undefined);
    const [latest] = others;
    if (latest === undefined || this.#hasSeveralNames(inFile.size === 0 ? new Set([entry]) : inFile, others))
      return none;
    const params = {
      row: this.#rowNameOf(entry),
      earlier: latest.orderId,
      earlierRow: rowName(latest.sheets, latest.row),
      fileName: latest.fileName,
      at: formatTashkentTime(latest.at),
    };
    return [{ ...this.#issue(entry, 'orders.sameOrderSent', params), fix: leavingOut(entry) }];
  }

  #issue(entry: OrderEntry, code: string, params: Params): Issue {
    const severity = this.#level === 'error' ? 'error' : 'warning';
    return { code, severity, scope: 'order', row: this.#rowOf(entry), orderId: entry.key, params };
  }

  #hasSeveralNames(orders: ReadonlySet<OrderEntry>, sent: readonly EarlierOrder[] = []): boolean {
    if (orders.size + sent.length < severalNames) return false;
    const names = new Set<string>();
    let asked = 0;
    for (const entry of orders) {
      if (asked++ === mostNamed) break;
      names.add(this.#nameOf(entry));
    }
    for (const { name } of sent.slice(0, mostNamed)) names.add(name);
    return names.size >= severalNames;
  }

  #nameOf({ rows }: OrderEntry): string {
    return fold(this.#book.readers.full_name.text(rows[0] ?? 0));
  }

  #rowOf(entry: OrderEntry): number {
    return this.#book.input.table.rowNumber(entry.rows[0] ?? 0);
  }

  #rowNameOf(entry: OrderEntry): number | string {
    return this.#book.input.table.rowName(entry.rows[0] ?? 0);
  }
}

function leavingOut({ key }: OrderEntry): Fix {
  return { kind: 'leaveOut', orderKeys: [key] };
}

function without(orders: ReadonlySet<OrderEntry>, entry: OrderEntry): readonly OrderEntry[] {
  return [...orders].filter((one) => one !== entry);
}

/** In the order in which they were added: where they go out one after the other, each next one is found at once. */
function firstOpen(orders: ReadonlySet<OrderEntry>): OrderEntry | null {
  for (const entry of orders) if (!isDone(entry)) return entry;
  return null;
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
