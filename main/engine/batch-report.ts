/** Reads a batch for its report: the file's own rows, and what became of each order. Changes nothing. */
import type { SentBeforeGroup } from '../../shared/contract/sending.ts';
import { formatCell } from '../../shared/domain/table/cell-display.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { isChangedAfterSending } from '../../shared/domain/orders/send-history-state.ts';
import { matchRegion } from '../../shared/domain/regions/match-region.ts';
import { regionName } from '../../shared/domain/regions/regions.ts';
import type {
  ReportReason,
  ReportSourceRow,
  RowOutcome,
  SentDifference,
} from '../../shared/domain/report/report-table.ts';
import type { Language, Translator } from '../../shared/messages/translator.ts';
import type { BatchOrders } from './batch-orders.ts';
import { issueMessage } from './views/check-json.ts';
import { allIssuesOf } from './views/order-marks.ts';
import { refusedOrderKeys } from './refused-orders.ts';
import { sentBefore } from './sent-before.ts';
import { sentDifferences } from './sent-differences.ts';

const nothingSent: ReadonlyMap<number, readonly SentDifference[]> = new Map();

interface ReadOrder {
  /** As it was typed; null: not given. */
  readonly region: string | null;
  /** In so'm; null: a price or a quantity is not known. */
  readonly amount: number | null;
  readonly differences: ReadonlyMap<number, readonly SentDifference[]>;
}

export class BatchReport {
  readonly #orders: BatchOrders;
  /** Each order is read once, however often its rows are iterated. */
  readonly #read = new Map<OrderEntry, ReadOrder>();

  readonly #forSummary: boolean;

  /** `forSummary`: {@link sentOf} will not be called, so what was sent is not computed. */
  constructor(orders: BatchOrders, forSummary = false) {
    this.#orders = orders;
    this.#forSummary = forSummary;
  }

  /**
   * The rows below the headings with the file's own cells as a spreadsheet shows them (a day as a day, so that it is one
   * where the report is opened again), in its order; behind them those that a person added.
   */
  *rows(): Generator<ReportSourceRow> {
    const { book, input } = this.#orders;
    const { table } = input;
    for (let index = book.firstDataIndex; index < table.rowCount; index++) {
      const orderKey = book.entryOfRow(index)?.key ?? null;
      if (table.isAdded(index)) {
        if (orderKey !== null)
          yield { row: table.rowNumber(index), cells: table.rowTexts(index), added: true, orderKey };
        continue;
      }
      const cells = Array.from({ length: table.file.columnCount }, () => '');
      const { date1904 } = table.file;
      table.file.forEachCell(index, (column, kind, text) => {
        cells[column] = formatCell({ kind, text }, date1904);
      });
      const corrected = table.isRowEdited(index)
        ? { corrected: cells.map((_, column) => formatCell(table.cell(index, column), date1904)) }
        : {};
      yield { row: table.rowNumber(index), cells, ...corrected, orderKey };
    }
  }

  /** Who had orders of the file sent, by name; none where nobody was chosen. */
  operators(): readonly string[] {
    return this.#orders.senders();
  }

  /** What became of the order, with its reasons as sentences. */
  outcomeOf(orderKey: string, translate: Translator): RowOutcome {
    const entry = this.#orders.book.entryByKey(orderKey);
    if (entry === undefined) return { state: 'withErrors', wmsId: null, reasons: [], at: null };
    const outcome = this.#orders.outcomeOf(entry);
    const earlier =
      entry.state === 'alreadySent' || entry.state === 'duplicate' ? this.#orders.ledgerOf(entry) : undefined;
    return {
      state: entry.state,
      // A duplicate is named by the id of the order that it repeats.
      wmsId: this.#orders.wmsIdOf(entry) ?? earlier?.wmsId ?? null,
      reasons: this.#reasonsOf(entry).map((issue) => this.#reasonOf(issue, translate)),
      at: outcome?.at ?? earlier?.at ?? null,
      ...(isChangedAfterSending(entry) ? { changed: true } : {}),
      ...(entry.leftOut ? {} : { amount: entry.amount > 0 ? entry.amount : this.#readOf(entry).amount }),
      operator: [...new Set([outcome?.sentBy, outcome?.decidedBy].filter((name) => name))].join(', '),
    };
  }

  /** Why the row (as Excel shows it) belongs to no order; null where it has no issue. */
  reasonOf(row: number, translate: Translator): string | null {
    const { book, input } = this.#orders;
    const issue = book.rowIssue(input.table.indexOfRow(row));
    return issue === null ? null : issueMessage(issue, translate);
  }

  /** The region that the order goes to: its usual name where it is known, else as it was typed; null: not given. */
  regionOf(orderKey: string, language: Language): string | null {
    const entry = this.#orders.book.entryByKey(orderKey);
    const typed = entry === undefined ? null : this.#readOf(entry).region;
    if (typed === null) return null;
    const match = matchRegion(typed);
    if (match.kind !== 'known') return typed;
    // The list of regions has keyboard apostrophes; a page has typographic ones.
    return regionName(match.region, language).replaceAll("'", 'ʻ');
  }

  /** What was sent for this row (as Excel shows it) where the row's own cells differ from it. */
  sentOf(orderKey: string, row: number): readonly SentDifference[] {
    const entry = this.#orders.book.entryByKey(orderKey);
    return entry === undefined ? [] : (this.#readOf(entry).differences.get(row) ?? []);
  }

  /** Keys of the orders that the WMS refused and that may go out again as they are: for this cause, or for any (null). */
  refusedOrderKeys(cause: string | null): string[] {
    return refusedOrderKeys(this.#orders, cause);
  }

  /** The orders that were sent before, by the earlier file; duplicates first, then the most orders. */
  sentBefore(): SentBeforeGroup[] {
    return sentBefore(this.#orders);
  }

  #readOf(entry: OrderEntry): ReadOrder {
    const known = this.#read.get(entry);
    if (known !== undefined) return known;
    const { parsedOrder, amount } = this.#orders.book.inspect(entry);
    const read = {
      amount,
      region: parsedOrder.deliveryAddress.region?.value ?? null,
      differences: this.#forSummary ? nothingSent : sentDifferences(this.#orders, entry, parsedOrder),
    };
    this.#read.set(entry, read);
    return read;
  }

  #reasonOf(issue: Issue, translate: Translator): ReportReason {
    const { field, row, column, scope } = issue;
    const name = field === undefined ? '' : translate(`field.${field}`);
    const heading = column === undefined ? '' : (this.#orders.plan.columns[column]?.heading.trim() ?? '');
    const isNamed = heading === '' || heading.toLowerCase() === name.toLowerCase();
    return {
      text: issueMessage(issue, translate),
      field: isNamed ? name : name === '' ? `«${heading}»` : `${name} («${heading}»)`,
      row: scope === 'cell' || scope === 'row' ? (row ?? null) : null,
    };
  }

  /** Why the order has its state: its errors, and for an order that was sent the result of its attempt. */
  #reasonsOf(entry: OrderEntry): readonly Issue[] {
    if (entry.state !== 'withErrors') return entry.sendHistoryIssues;
    const isError = ({ severity }: Issue): boolean => severity === 'error';
    // An order without issues of its own is held back by what is wrong with the file.
    return [
      ...allIssuesOf(this.#orders.book, entry).filter(isError),
      ...(entry.found.causes.length === 0 ? this.#orders.fileIssues.filter(isError) : []),
    ];
  }
}
