/** Defines by which numbers and keys orders are known, also those that the shop gave none. */
import type { ListKind } from '../../shared/domain/identity/match-orders.ts';
import type { ResolvedOrder, UnnumberedOrder, NumberedOrder, RecognisedOrder } from '../ports.ts';

/** Numbers of our own for the outside order ids of each shop; practice servers share them (decision 11). */
export interface OrderNumberStore {
  /**
   * The number of each id; ids without one get the next free numbers, from `start` on, in one transaction. An id whose order
   * was sent already keeps the number that it was sent under; where that was given away since, it gets none.
   * @param goods by id the key of the id with its goods (shared/domain/identity/order-keys.ts, `outsideGoods`)
   */
  allocate(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    start: number,
    goods?: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, number>;
  /** The numbers that {@link allocate} would give, without storing them. */
  preview(
    server: string,
    shop: string,
    outsideIds: readonly string[],
    start: number,
    goods?: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, number>;
  /**
   * What a file without order numbers is offered: the first free number of the shop's range, or, where it has none, of today
   * and of this computer's random part.
   */
  startOfDay(server: string, shop: string): number;
  /** Whether orders of the server are known from other computers: then `goods` can tell which ids these are. */
  knowsOthers(server: string): boolean;
}

/** What tells that two files are of one kind: the shop, the headings, the profile; the name where nothing else does. */
export interface SourceOfOrders {
  readonly shop: string;
  readonly headings: readonly string[];
  /** Name of the profile in use. */
  readonly profile: string | null;
  readonly fileName: string;
}

/** Chooses new numbers, given those that are free here; absent: those are taken. Only within the thread of the store. */
export type ChosenNumbers = (free: Iterable<number>) => Iterable<number>;

/** By which keys orders are known, also those without a number; practice servers share them. */
export interface IdentityStore {
  /** The secret that keys are made with; it is in no export. */
  secret(): string;
  /**
   * What the orders of a batch are, by row: each is paired with an order that is known, or gets the next free number from
   * `start` on, in one transaction. @param options `keep`: false where nothing is to be stored
   */
  resolve(
    server: string,
    batchId: string,
    orders: readonly UnnumberedOrder[],
    options: {
      readonly start: number;
      readonly listKind: ListKind;
      readonly keep: boolean;
      readonly source: SourceOfOrders;
      readonly numbers?: ChosenNumbers;
    },
  ): ReadonlyMap<number, ResolvedOrder>;
  /**
   * Notes whether a person has said of every order of the batch that was held as `erased` what it is: then the next file
   * like it is not held any more. @param heldRows the rows of those that are not new, left out or not
   */
  answerGaps(server: string, batchId: string, source: SourceOfOrders, heldRows: readonly number[]): void;
  /**
   * The number of our own of an order in whose place the file has another one's: the batch's row keeps it, and so does an
   * order that says the same in another file (not of a shop that sends only new orders); else the next free one.
   */
  giveNumber(
    server: string,
    batchId: string,
    order: Pick<UnnumberedOrder, 'row' | 'keys'>,
    options: { readonly start: number; readonly listKind: ListKind; readonly numbers?: ChosenNumbers },
  ): number;
  /** Whether orders of the server have numbers of our own. */
  hasOwnNumbers(server: string): boolean;
  /**
   * Which of these orders went out under a number of our own before their shop gave them one, by their ids. Each number of
   * ours belongs to one number of the shop's from then on. @param options `keep`: false where nothing is to be stored
   */
  recognise(
    server: string,
    orders: readonly NumberedOrder[],
    options: { readonly listKind: ListKind; readonly keep: boolean },
  ): ReadonlyMap<number, RecognisedOrder>;
  /** The keys of these orders; none where they were sent before keys were kept. */
  keysOf(server: string, numbers: readonly number[]): ReadonlyMap<number, readonly string[]>;
  /** From now on the order is known by these keys as well. */
  learn(server: string, number: number, keys: readonly string[]): void;
}
