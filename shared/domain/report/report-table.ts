/** Builds the report's table and summary: the file's own rows and columns, followed by each order's outcome. */
import type { Language, Translator } from '../../messages/translator.ts';
import { translatorFor } from '../../messages/translators.ts';
import type { Field } from '../model/fields.ts';
import {
  zeroStateCounts,
  zeroVerdictCounts,
  type OrderState,
  type StateCounts,
  type Verdict,
  verdictOf,
} from '../model/order-states.ts';
import { orderIdOfKey } from '../orders/order-key.ts';
import { formatTashkentTime } from '../values/dates/tashkent-time.ts';

/** The outcome of a row's order. */
export interface RowOutcome {
  readonly state: OrderState;
  readonly wmsId: number | null;
  /** Sentences in the report's language. */
  readonly reasons: readonly string[];
  /** When the state was reached, milliseconds since 1970-01-01Z; null where nothing was sent. */
  readonly at: number | null;
  /** The order's sum in so'm, where it is known. */
  readonly amount?: number;
}

/** A value that was sent but differs from its cell: normalised, corrected, or from elsewhere. */
export interface SentDifference {
  readonly field: Field;
  /** For a person to read; times in Tashkent time. */
  readonly text: string;
}

export interface ReportSourceRow {
  /** As Excel shows it. */
  readonly row: number;
  /** The file's own cells by column, as a spreadsheet shows them. */
  readonly cells: readonly string[];
  /** The cells with edits applied, if there are any: for the file of failed rows. */
  readonly corrected?: readonly string[];
  /** Added by a person; `cells` hold what was typed. */
  readonly added?: true;
  /** Null for rows outside the orders: titles, totals, blank rows. */
  readonly orderKey: string | null;
}

/** Everything that a report is made from, apart from the rows. */
export interface ReportInput {
  /** One per column, '' where the file has none. */
  readonly headings: readonly string[];
  readonly outcomeOf: (orderKey: string) => RowOutcome;
  /** The order's region in the report's language; null where not known. Called once per order. */
  readonly regionOf?: (orderKey: string) => string | null;
  /** Sent values that differ from the row's cells; empty where the order was not sent. */
  readonly sentDifferencesOf?: (orderKey: string, row: number) => readonly SentDifference[];
  /** A sentence on why the row belongs to no order; null where there is none. */
  readonly rowReasonOf?: (row: number) => string | null;
  /** Address of the server as shown to the operator; '' where nothing was sent. */
  readonly server: string;
  readonly practice: boolean;
  /** The shop whose orders it reports; none: there is only one. */
  readonly shop?: string;
  readonly fileName: string;
  /** Milliseconds since 1970-01-01Z. */
  readonly createdAt: number;
  readonly language: Language;
}

export interface ReportRow {
  /** The file's columns, then {@link reportColumns}. */
  readonly cells: readonly string[];
  readonly verdict: Verdict | null;
}

export const reportColumns = ['verdict', 'state', 'wmsId', 'orderId', 'sent', 'reason', 'time'] as const;

/**
 * Whether an order can safely be sent again: it is not in the WMS, and nobody left it out. These make the sheet of failed
 * rows; an unknown order is never among them.
 */
export function mayBeSentAgain(state: OrderState): boolean {
  return (
    state === 'rejected' || state === 'duplicate' || state === 'withErrors' || state === 'waiting' || state === 'ready'
  );
}

/** Makes the report's rows. `columnCount`: that of the widest row, so that no cell is lost. */
export class ReportTable {
  readonly #input: ReportInput;
  readonly #columnCount: number;
  readonly #translate: Translator;

  constructor(input: ReportInput, columnCount: number) {
    this.#input = input;
    this.#columnCount = columnCount;
    this.#translate = translatorFor(input.language);
  }

  #ownCells(cells: readonly string[]): string[] {
    return Array.from({ length: this.#columnCount }, (_, column) => cells[column] ?? '');
  }

  /** The file's own headings. */
  ownHeadings(): string[] {
    return this.#ownCells(this.#input.headings);
  }

  /** All headings: the file's, then those of the added columns. */
  headings(): string[] {
    return [...this.ownHeadings(), ...reportColumns.map((name) => this.#translate(`reportFile.column.${name}`))];
  }

  row(source: ReportSourceRow): ReportRow {
    const own = this.#ownCells(source.cells);
    if (source.orderKey === null)
      return {
        cells: [
          ...own,
          ...reportColumns.map((name) => (name === 'reason' ? (this.#input.rowReasonOf?.(source.row) ?? '') : '')),
        ],
        verdict: null,
      };
    const { state, wmsId, reasons, at } = this.#input.outcomeOf(source.orderKey);
    const verdict = verdictOf(state);
    const added: Record<(typeof reportColumns)[number], string> = {
      verdict: this.#translate(`verdict.${verdict}`),
      state: this.#translate(`state.${state}`),
      wmsId: wmsId === null ? '' : String(wmsId),
      orderId: String(orderIdOfKey(source.orderKey) ?? ''),
      sent: (this.#input.sentDifferencesOf?.(source.orderKey, source.row) ?? [])
        .map(({ field, text }) => `${this.#translate(`field.${field}`)}: ${text}`)
        .join('; '),
      reason: [...(source.added ? [this.#translate('reportFile.addedRow')] : []), ...reasons].join(' '),
      time: at === null ? '' : formatTashkentTime(at),
    };
    return { cells: [...own, ...reportColumns.map((name) => added[name])], verdict };
  }

  /** The row for the sheet of failed rows, with edits applied; null where it does not belong there. */
  rowToSendAgain(source: ReportSourceRow): string[] | null {
    if (source.orderKey === null || !mayBeSentAgain(this.#input.outcomeOf(source.orderKey).state)) return null;
    return this.#ownCells(source.corrected ?? source.cells);
  }
}

export interface RegionCount {
  readonly region: string;
  readonly orders: number;
  readonly done: number;
  readonly amount: number;
}

export interface ReportSummary {
  readonly rows: number;
  /** Orders by state; they add up to `orders.total`. */
  readonly orders: StateCounts;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Sums in so'm by verdict; null where no order's sum is known. */
  readonly amounts: Readonly<Record<Verdict, number>> | null;
  readonly toSendAgain: number;
  /** Per region, largest sum first: orders, those done, and the sum of the latter in so'm. */
  readonly regions: readonly RegionCount[];
  /** The most frequent reasons, with the number of their orders. */
  readonly reasons: readonly { readonly text: string; readonly count: number }[];
  /** Columns of the widest row, headings included. */
  readonly columnCount: number;
}

const shownReasons = 20;
/** Most different reasons counted: beyond that they differ from order to order. */
const countedReasons = 5000;
const countedRegions = 200;

/** Counts rows and orders; an order's rows need not be adjacent. */
export class SummaryBuilder {
  readonly #input: ReportInput;
  readonly #seen = new Set<string>();
  readonly #orders = zeroStateCounts();
  readonly #verdicts: Record<Verdict, number> = zeroVerdictCounts();
  readonly #amounts: Record<Verdict, number> = zeroVerdictCounts();
  readonly #reasons = new Map<string, number>();
  readonly #regions = new Map<string, { orders: number; done: number; amount: number }>();
  #hasAmounts = false;
  #rows = 0;
  #toSendAgain = 0;
  #columnCount: number;

  constructor(input: ReportInput) {
    this.#input = input;
    this.#columnCount = input.headings.length;
  }

  add({ cells, orderKey }: ReportSourceRow): void {
    this.#rows++;
    this.#columnCount = Math.max(this.#columnCount, cells.length);
    if (orderKey === null || this.#seen.has(orderKey)) return;
    this.#seen.add(orderKey);
    const { state, reasons, amount } = this.#input.outcomeOf(orderKey);
    const verdict = verdictOf(state);
    this.#orders[state]++;
    this.#orders.total++;
    this.#verdicts[verdict]++;
    if (mayBeSentAgain(state)) this.#toSendAgain++;
    if (amount !== undefined) {
      this.#hasAmounts = true;
      this.#amounts[verdict] += amount;
    }
    this.#addRegion(orderKey, verdict, amount ?? 0);
    for (const reason of new Set(reasons)) {
      const count = this.#reasons.get(reason);
      if (count !== undefined || this.#reasons.size < countedReasons) this.#reasons.set(reason, (count ?? 0) + 1);
    }
  }

  #addRegion(orderKey: string, verdict: Verdict, amount: number): void {
    const region = this.#input.regionOf?.(orderKey);
    if (region === undefined || region === null) return;
    const known = this.#regions.get(region) ?? { orders: 0, done: 0, amount: 0 };
    known.orders++;
    if (verdict === 'done') {
      known.done++;
      known.amount += amount;
    }
    // There are few regions; unknown names may be many and would inform nobody.
    if (this.#regions.has(region) || this.#regions.size < countedRegions) this.#regions.set(region, known);
  }

  build(): ReportSummary {
    return {
      rows: this.#rows,
      orders: { ...this.#orders },
      verdicts: { ...this.#verdicts },
      amounts: this.#hasAmounts ? { ...this.#amounts } : null,
      toSendAgain: this.#toSendAgain,
      regions: [...this.#regions]
        .map(([region, counts]) => ({ region, ...counts }))
        .sort((a, b) => b.amount - a.amount || b.done - a.done || b.orders - a.orders),
      reasons: [...this.#reasons]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count)
        .slice(0, shownReasons),
      columnCount: this.#columnCount,
    };
  }
}
