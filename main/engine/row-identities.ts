/** Answers, for a row as Excel shows it, whose order it is and by what that is known (docs/domain.md, «Orders without a number»). */
import { customersOf } from '../../shared/domain/checking/order-customers.ts';
import type { OrderNumbersRule } from '../../shared/domain/model/rules.ts';
import { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from './batch-orders.ts';
import { keysWithOutsideId } from './outside-ids.ts';

export class RowIdentities {
  readonly #orders: BatchOrders;

  constructor(orders: BatchOrders) {
    this.#orders = orders;
  }

  /** The rule in force for order numbers: the one that was chosen, or the one that follows from the sheet. */
  get rule(): OrderNumbersRule {
    return this.#orders.book.input.rules.orderNumbers;
  }

  /** The number of the row's order; null where it has none. */
  orderIdOf(row: number): number | null {
    return this.#entryOf(row)?.orderId ?? null;
  }

  /** Whether the row's order was sent before, as it stands. */
  isSentBefore(row: number): boolean {
    return this.#entryOf(row)?.state === 'alreadySent';
  }

  /** By what the row's order is known, whether it is left out or not, but for its request. */
  keysOf(row: number): readonly string[] {
    const entry = this.#entryOf(row);
    return entry === undefined ? [] : keysWithOutsideId(this.#orders, entry);
  }

  /** By what an order of these rows alone would be known. */
  keysOfRowsAlone(rows: readonly number[]): readonly string[] {
    const alone = new OrderEntry('', null);
    alone.rows = rows.map((row) => this.#orders.input.table.indexOfRow(row));
    return this.#orders.contentKeysOf(alone);
  }

  /** The rows of the row's order by customer, the first row's first; empty where there is but one. */
  customersAt(row: number): readonly (readonly number[])[] {
    const { book, input } = this.#orders;
    const active = this.#entryOf(row)?.rows.filter((index) => !input.leftOut.has(index)) ?? [];
    return customersOf(book.readers, active).map((rows) => rows.map((index) => input.table.rowNumber(index)));
  }

  #entryOf(row: number): OrderEntry | undefined {
    return this.#orders.book.entryOfRow(this.#orders.input.table.indexOfRow(row));
  }
}
