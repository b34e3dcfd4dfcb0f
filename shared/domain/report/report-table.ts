/** Builds the report's table and summary: the file's own rows and columns, followed by each order's outcome. */
import type { SheetBeside } from '../model/sheets-beside.ts';
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
import { rowName } from '../model/sheet-rows.ts';
import { orderIdOfKey } from '../orders/order-key.ts';
import { formatTashkentTime } from '../values/dates/tashkent-time.ts';

/** Why an order has its state. Texts are in the report's language. */
export interface ReportReason {
  readonly text: string;
  /** What the value is called, with the file's own heading where that says otherwise; '' where it is of no value. */
  readonly field: string;
  /** The row that it is about, as Excel shows it; null: all rows of the order. */
  readonly row: number | null;
}

/** The outcome of a row's order. */
export interface RowOutcome {
  readonly state: OrderState;
  readonly wmsId: number | null;
  readonly reasons: readonly ReportReason[];
  /** When the state was reached, milliseconds since 1970-01-01Z; null where nothing was sent. */
  readonly at: number | null;
  /** Who had it sent, and who settled it or had it sent again; blank or absent: nobody was chosen. */
  readonly operator?: string;
  /** Whether the WMS has it with other content. */
  readonly changed?: true;
  /** The order's sum in so'm; null: a price is missing; absent: nobody looked. */
  readonly amount?: number | null;
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
  /** What a sheet of failures that was opened as a file says of the row. */
  readonly earlier?: EarlierFailure;
}

/** Where a row stood before it failed, and why it did: the cells of {@link failedColumns}. */
export interface EarlierFailure {
  readonly row: string;
  readonly field: string;
  readonly reason: string;
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
  /** Other sheets or tables of the file of which something was sent: each has a report of its own. */
  readonly otherParts?: readonly { readonly part: string; readonly counts: StateCounts }[];
  /** Other sheets of the file with orders of which nothing was sent. */
  readonly sheetsBeside?: readonly SheetBeside[];
  /** The part of the file that it is, where one was chosen, for people. */
  readonly part?: string;
  /** The sheets that were read as one; none or absent: it was one sheet. */
  readonly sheets?: readonly string[];
  /** The shop whose orders it reports; none: there is only one. */
  readonly shop?: string;
  /** Who had its orders sent: there is a column for it; none or absent: nobody was ever chosen. */
  readonly operators?: readonly string[];
  readonly fileName: string;
  /** Milliseconds since 1970-01-01Z. */
  readonly createdAt: number;
  readonly language: Language;
}

export interface ReportRow {
  /** The file's columns, then {@link reportColumnsOf}. */
  readonly cells: readonly string[];
  readonly verdict: Verdict | null;
}

export const reportColumns = [
  'verdict',
  'state',
  'wmsId',
  'orderId',
  'sent',
  'row',
  'field',
  'reason',
  'time',
  'operator',
] as const;
type ReportColumn = (typeof reportColumns)[number];
/** The columns that the sheet of failures has behind the file's own: it can go back to the shop as it is. */
export const failedColumns = ['row', 'field', 'reason'] as const satisfies readonly ReportColumn[];

/** The columns that a report adds to the file's own: who had an order sent only where somebody was chosen. */
export function reportColumnsOf({ operators = [] }: Pick<ReportInput, 'operators'>): readonly ReportColumn[] {
  return operators.length > 0 ? reportColumns : reportColumns.filter((name) => name !== 'operator');
}

/** Whether the order's rows make the sheet of failures: those that the report counts as not done, and no others. */
export function isFailure(state: OrderState): boolean {
  return verdictOf(state) === 'notDone';
}

/** The reason with its value's name in front, unless it names the value itself. */
function namedReason({ text, field }: ReportReason): string {
  return field === '' || text.toLowerCase().includes(field.toLowerCase()) ? text : `${field}: ${text}`;
}

/** Makes the report's rows. `columnCount`: that of the widest row, so that no cell is lost. */
export class ReportTable {
  readonly #input: ReportInput;
  readonly #columnCount: number;
  readonly #translate: Translator;
  readonly #added: readonly ReportColumn[];

  constructor(input: ReportInput, columnCount: number) {
    this.#input = input;
    this.#added = reportColumnsOf(input);
    this.#columnCount = columnCount;
    this.#translate = translatorFor(input.language);
  }

  #nameOf(row: number): string {
    return String(rowName(this.#input.sheets ?? [], row));
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
    return [...this.ownHeadings(), ...this.#added.map((name) => this.#translate(`reportFile.column.${name}`))];
  }

  row(source: ReportSourceRow): ReportRow {
    const own = this.#ownCells(source.cells);
    if (source.orderKey === null) {
      const said = { row: this.#nameOf(source.row), reason: this.#input.rowReasonOf?.(source.row) ?? '' };
      return {
        cells: [...own, ...this.#added.map((name) => (name === 'row' || name === 'reason' ? said[name] : ''))],
        verdict: null,
      };
    }
    const { state, wmsId, reasons, at, operator = '', changed } = this.#input.outcomeOf(source.orderKey);
    const verdict = verdictOf(state);
    const added: Record<ReportColumn, string> = {
      ...this.#failure(source, reasons),
      verdict: this.#translate(`verdict.${verdict}`),
      state: this.#translate(changed ? 'standing.changed.one' : `state.${state}`),
      wmsId: wmsId === null ? '' : String(wmsId),
      orderId: String(orderIdOfKey(source.orderKey) ?? ''),
      sent: (this.#input.sentDifferencesOf?.(source.orderKey, source.row) ?? [])
        .map(({ field, text }) => `${this.#translate(`field.${field}`)}: ${text}`)
        .join('; '),
      time: at === null ? '' : formatTashkentTime(at),
      operator,
    };
    return { cells: [...own, ...this.#added.map((name) => added[name])], verdict };
  }

  /** The headings of the sheet of failures: the file's, then {@link failedColumns}. */
  failedHeadings(): string[] {
    return [...this.ownHeadings(), ...failedColumns.map((name) => this.#translate(`reportFile.column.${name}`))];
  }

  /** The row of the sheet of failures, with edits applied; null where it does not belong there. */
  failedRow(source: ReportSourceRow): string[] | null {
    if (source.orderKey === null) return null;
    const { state, reasons } = this.#input.outcomeOf(source.orderKey);
    if (!isFailure(state)) return null;
    const failure = this.#failure(source, reasons);
    return [...this.#ownCells(source.corrected ?? source.cells), ...failedColumns.map((name) => failure[name])];
  }

  /** Where the row stands, which of its values are wrong, and why; of another row's fault it says which row. */
  #failure({ row, added, earlier }: ReportSourceRow, reasons: readonly ReportReason[]): EarlierFailure {
    const own = reasons.filter((reason) => reason.row === null || reason.row === row);
    const others = reasons.filter((reason) => reason.row !== null && reason.row !== row);
    const texts =
      own.length > 0
        ? own.map((reason) => (own.length > 1 ? namedReason(reason) : reason.text))
        : others.map((reason) =>
            this.#translate('reportFile.otherRow', { row: this.#nameOf(reason.row ?? row), text: namedReason(reason) }),
          );
    const said = texts.length > 0 || earlier === undefined ? texts : [earlier.reason];
    const fields = texts.length > 0 || earlier === undefined ? own.map(({ field }) => field) : [earlier.field];
    return {
      row: added ? '' : (earlier?.row ?? this.#nameOf(row)),
      field: [...new Set(fields.filter((field) => field !== ''))].join('; '),
      reason: [...(added ? [this.#translate('reportFile.addedRow')] : []), ...new Set(said)].join(' '),
    };
  }
}

export interface RegionCount {
  readonly region: string;
  readonly orders: number;
  readonly done: number;
  readonly amount: number;
  /** Those of `done` whose sum is not in `amount`, as a price is missing. */
  readonly unpriced: number;
}

export interface ReportSummary {
  readonly rows: number;
  /** Orders by state; they add up to `orders.total`. */
  readonly orders: StateCounts;
  /** How many of the duplicates are in the WMS with other content. */
  readonly changed: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Sums in so'm by verdict; null where no order's sum is known. */
  readonly amounts: Readonly<Record<Verdict, number>> | null;
  /** Orders by verdict whose sum is in none of `amounts`, as a price is missing. */
  readonly unpriced: Readonly<Record<Verdict, number>>;
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
  readonly #unpriced: Record<Verdict, number> = zeroVerdictCounts();
  readonly #reasons = new Map<string, number>();
  readonly #regions = new Map<string, { orders: number; done: number; amount: number; unpriced: number }>();
  #hasAmounts = false;
  #rows = 0;
  #changed = 0;
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
    const outcome = this.#input.outcomeOf(orderKey);
    const { state, reasons, amount } = outcome;
    const verdict = verdictOf(state);
    this.#orders[state]++;
    this.#orders.total++;
    this.#verdicts[verdict]++;
    if (outcome.changed) this.#changed++;
    if (amount === null) this.#unpriced[verdict]++;
    else if (amount !== undefined) {
      this.#hasAmounts = true;
      this.#amounts[verdict] += amount;
    }
    this.#addRegion(orderKey, verdict, amount);
    for (const reason of new Set(reasons.map(namedReason))) {
      const count = this.#reasons.get(reason);
      if (count !== undefined || this.#reasons.size < countedReasons) this.#reasons.set(reason, (count ?? 0) + 1);
    }
  }

  #addRegion(orderKey: string, verdict: Verdict, amount: number | null | undefined): void {
    const region = this.#input.regionOf?.(orderKey);
    if (region === undefined || region === null) return;
    const known = this.#regions.get(region) ?? { orders: 0, done: 0, amount: 0, unpriced: 0 };
    known.orders++;
    if (verdict === 'done') {
      known.done++;
      known.amount += amount ?? 0;
      if (amount === null) known.unpriced++;
    }
    // There are few regions; unknown names may be many and would inform nobody.
    if (this.#regions.has(region) || this.#regions.size < countedRegions) this.#regions.set(region, known);
  }

  build(): ReportSummary {
    return {
      rows: this.#rows,
      orders: { ...this.#orders },
      changed: this.#changed,
      verdicts: { ...this.#verdicts },
      amounts: this.#hasAmounts ? { ...this.#amounts } : null,
      unpriced: { ...this.#unpriced },
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
