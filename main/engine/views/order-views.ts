/** Builds the view of one order for the window's panel: what the WMS will get, beside the rows that it comes from. */
import type { OrderView } from '../../../shared/contract/views.ts';
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { settleOffers } from '../../../shared/domain/settled/settle-offers.ts';
import { sentValues } from '../../../shared/domain/checking/order-values.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { isChangedAfterSending } from '../../../shared/domain/orders/send-history-state.ts';
import { isLocked } from '../edits/edit-check.ts';
import { allIssuesOf } from './order-marks.ts';

/** The cells by which a new row belongs to the order; null where rows do not say their order's number. */
export function orderIdCells(
  { readers, input }: OrderBook,
  entry: OrderEntry,
): { readonly column: number; readonly text: string }[] | null {
  const { order_id: reader } = readers;
  if (entry.orderId === null || reader.column === null) return null;
  const named = entry.rows.find((index) => reader.read(index).kind === 'value');
  if (named === undefined) return null;
  const [column, another] = reader.columns;
  if (column !== undefined && another === undefined) return [{ column, text: reader.text(named) }];
  return reader.columns.map((one) => ({ column: one, text: input.table.text(named, one) }));
}

/** The view without attempts and what differs from what was sent, which the caller adds from the journal. */
export function orderView(orders: BatchOrders, entry: OrderEntry, taken: ReadonlySet<string>): OrderView {
  const { book, input } = orders;
  const checked = book.inspect(entry);
  const outcome = orders.outcomeOf(entry);
  const ledger = orders.earlierOf(entry);
  return {
    key: entry.key,
    orderId: entry.orderId === null ? book.readers.order_id.text(entry.rows[0] ?? 0) : entry.key,
    rows: entry.rows.map((index) => input.table.rowNumber(index)),
    state: entry.state,
    editable: !isLocked(entry, taken),
    canAddItem: !isLocked(entry, taken) && orderIdCells(book, entry) !== null,
    issues: [...allIssuesOf(book, entry)],
    settleOffers: input.shop === null || isLocked(entry, taken) ? [] : settleOffers(book, entry),
    amount: entry.amount,
    wmsId: orders.wmsIdOf(entry),
    values: sentValues(checked.parsedOrder, book.readers, input.table),
    body: checked.request === null ? null : JSON.stringify(checked.request, null, 2),
    attempts: [],
    changedAfterSending: isChangedAfterSending(entry),
    at: outcome?.at ?? null,
    earlierSending:
      ledger === undefined || orders.mayBeErased(entry)
        ? null
        : {
            orderId: ledger.orderId,
            fileName: ledger.fileName,
            at: ledger.at,
            wmsId: ledger.wmsId,
            openedBy: null,
            compared: false,
            changes: null,
          },
  };
}
