/**
 * Decides which orders of a file are orders that are known already (docs/domain.md, «Orders without a number»). Equal
 * orders are interchangeable: they are paired one to one, by best agreement and never by position, so that a count of them
 * is kept. Whatever only resembles a known order is held for a person; only no sign at all makes an order new.
 */
import { keyOfKind, type KeyKind } from './order-keys.ts';

/** Whether a shop sends its whole list every time, or only what is new; `ask`: nobody said, and a whole list is assumed. */
export type ListKind = 'ask' | 'wholeList' | 'newOnly';

export interface FileOrder {
  /** Its first row as Excel shows it. */
  readonly row: number;
  readonly keys: readonly string[];
}

export interface KnownOrder {
  readonly number: number;
  readonly keys: ReadonlySet<string>;
  /** Whether a request for it went out, or another computer says so. */
  readonly wasSent: boolean;
  /** Whether another computer or an old report told of it: then it may be known by what was sent alone. */
  readonly isFromElsewhere: boolean;
}

/**
 * - `same`: the known order itself
 * - `repeat`: says what a known order says, in a file that holds only new ones
 * - `changed`: of the same customer as a known order that this file does not hold as it was
 * - `new`: no sign of it
 */
export type OrderMatch =
  { readonly kind: 'same' | 'repeat' | 'changed'; readonly number: number } | { readonly kind: 'new' };

/** A phone that stands under so many names is a shop's or a courier's, and no sign. */
const severalNames = 3;

/** What equal keys say together, the strongest first: which kinds must be equal, and whether that proves the same order. */
const strongPasses: readonly (readonly KeyKind[])[] = [
  ['stamp', 'file'],
  ['stamp', 'corrected'],
  ['file', 'corrected'],
  ['file'],
  ['corrected'],
  ['outsideId'],
  ['request'],
];
const weakPasses: readonly (readonly KeyKind[])[] = [
  ['stamp', 'phone'],
  ['phone', 'person'],
  ['person'],
  ['goods'],
  ['phone'],
];

/** Answers for each row of `orders`. Both lists in any order: the result does not depend on it, but for equal orders. */
export function matchOrders(
  orders: readonly FileOrder[],
  known: readonly KnownOrder[],
  listKind: ListKind,
): ReadonlyMap<number, OrderMatch> {
  const matches = new Map<number, OrderMatch>();
  if (known.length === 0) return new Map(orders.map(({ row }) => [row, { kind: 'new' }]));
  const candidates = new Candidates(known);
  const open = new Set(orders);
  const pair = (
    kinds: readonly KeyKind[],
    fits: (order: FileOrder, candidate: KnownOrder) => boolean,
    sentOnly = false,
  ) => {
    for (const order of open) {
      const candidate = candidates.take(order, kinds, fits, sentOnly);
      if (!candidate) continue;
      open.delete(order);
      matches.set(order.row, matchOf(candidate, kinds, listKind));
    }
  };
  // What went out comes before what was only given a number, perhaps before it was known that it went out: from another
  // computer, or under another name of the WMS. Two orders of one content differ as the file holds them: of our own, the
  // request alone does not tell which of them went out.
  if (known.some(({ wasSent }) => !wasSent))
    for (const kinds of strongPasses) {
      const isOfRequest = kinds.includes('request');
      const fits = (order: FileOrder, candidate: KnownOrder): boolean =>
        (!isOfRequest || candidate.isFromElsewhere) && !differsInTime(order, candidate);
      pair(kinds, fits, true);
    }
  for (const kinds of strongPasses) pair(kinds, (order, candidate) => !differsInTime(order, candidate));
  const telling = phonesThatTell(orders, known);
  for (const kinds of weakPasses)
    pair(kinds, (order, candidate) => {
      // A file of new orders alone says of an older one of the same customer nothing at all.
      if (listKind === 'newOnly' && candidate.wasSent) return false;
      if (kinds.length === 1 && kinds[0] === 'phone') {
        const phone = keyOfKind(order.keys, 'phone');
        // Of an order that never went out a phone alone says nothing.
        if (!candidate.wasSent || phone === undefined || !telling(phone)) return false;
      }
      return kinds.includes('stamp') || !differsInTime(order, candidate);
    });
  for (const { row } of open) matches.set(row, { kind: 'new' });
  return matches;
}

function matchOf(known: KnownOrder, kinds: readonly KeyKind[], listKind: ListKind): OrderMatch {
  const { number } = known;
  // What never went out is the same order still, corrected or not: its number keeps it from going out twice.
  if (!known.wasSent) return { kind: 'same', number };
  if (!strongPasses.includes(kinds)) return { kind: 'changed', number };
  // The moment at which it was made tells a row that came again from an order that was made again.
  const isSurelySame = kinds.includes('stamp');
  return { kind: listKind === 'newOnly' && !isSurelySame ? 'repeat' : 'same', number };
}

/** Known orders that no order of the file was paired with yet, by their keys: those that went out first, then by number. */
class Candidates {
  readonly #byKey = new Map<string, KnownOrder[]>();
  readonly #taken = new Set<KnownOrder>();
  /** How many at the front of a key's list are taken: of many equal orders each is looked at once. */
  readonly #heads = new Map<string, number>();

  constructor(known: readonly KnownOrder[]) {
    for (const order of known.toSorted((a, b) => Number(b.wasSent) - Number(a.wasSent) || a.number - b.number)) {
      for (const key of order.keys) {
        const list = this.#byKey.get(key);
        if (list) list.push(order);
        else this.#byKey.set(key, [order]);
      }
    }
  }

  /** The first that shares a key of each of these kinds with the order, and fits; it is taken then. `sentOnly`: that went out. */
  take(
    order: FileOrder,
    kinds: readonly KeyKind[],
    fits: (order: FileOrder, candidate: KnownOrder) => boolean,
    sentOnly: boolean,
  ): KnownOrder | null {
    const keys = kinds.map((kind) => keyOfKind(order.keys, kind));
    const [first, ...others] = keys;
    if (first === undefined || others.includes(undefined)) return null;
    const list = this.#byKey.get(first) ?? [];
    let head = this.#heads.get(first) ?? 0;
    while (head < list.length && this.#taken.has(list[head] as KnownOrder)) head++;
    this.#heads.set(first, head);
    for (let at = head; at < list.length; at++) {
      const candidate = list[at] as KnownOrder;
      if (sentOnly && !candidate.wasSent) return null;
      if (this.#taken.has(candidate) || !others.every((key) => candidate.keys.has(key ?? ''))) continue;
      if (!fits(order, candidate)) continue;
      this.#taken.add(candidate);
      return candidate;
    }
    return null;
  }
}

/** Whether both say when they were made, and say it otherwise: then they are two orders, however alike. */
function differsInTime(order: FileOrder, candidate: KnownOrder): boolean {
  const stamp = keyOfKind(order.keys, 'stamp');
  if (stamp === undefined || candidate.keys.has(stamp)) return false;
  return keyOfKind([...candidate.keys], 'stamp') !== undefined;
}

/** Which phones stand under few names, in the file and among the known orders. */
function phonesThatTell(orders: readonly FileOrder[], known: readonly KnownOrder[]): (phone: string) => boolean {
  const names = new Map<string, Set<string>>();
  const add = (keys: readonly string[]) => {
    const phone = keyOfKind(keys, 'phone');
    const person = keyOfKind(keys, 'person');
    if (phone === undefined || person === undefined) return;
    const list = names.get(phone);
    if (list) list.add(person);
    else names.set(phone, new Set([person]));
  };
  for (const { keys } of orders) add(keys);
  for (const { keys } of known) add([...keys]);
  return (phone) => (names.get(phone)?.size ?? 0) < severalNames;
}
