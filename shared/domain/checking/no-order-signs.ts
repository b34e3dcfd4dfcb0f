/**
 * Looks for signs that an order is none: a status that says cancelled or returned holds it; a note that speaks of it, a
 * word for it in any other column, or a row struck through, is only pointed out (docs/domain.md, «Statuses», decision 39).
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import type { QuestionAnswer } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { saysCancelled, mentionsCancelling } from '../values/cancelled-words.ts';
import { excerpt, readCellContent } from '../values/cell-text.ts';
import { parseStatus, statusName } from '../values/status.ts';
import type { CountDelta, FileStatistics } from './file-statistics.ts';
import type { IssueCollector } from './issue-collector.ts';

/** The columns that are searched. */
export interface SignColumns {
  /** What the status is read from, and further columns under a heading of one. */
  readonly statuses: readonly number[];
  /** A status column that nothing was taken from, and nobody decided so; null: there is none. */
  readonly unused: number | null;
  readonly notes: readonly number[];
  /** Where somebody may write it beside its place: columns that nothing is known of, and the customer's name. */
  readonly others: readonly number[];
}

const cancelledStatus = 6;
const field = 'fulfillment_status';
/** The answer that all cancelled orders of the file are sent like others. */
export const sendCancelled: QuestionAnswer = {
  fix: { kind: 'setRules', answer: 'sendCancelled', rules: { cancelledOrders: 'send' } },
};
/** How many different texts of status columns are remembered. */
const mostRemembered = 1000;

export function signColumnsOf({ columns, mapping, chosenColumns }: ColumnPlan): SignColumns {
  const mapped = mapping.columns.fulfillment_status ?? [];
  const unmapped = columns.filter(({ field }) => field === null).map(({ column, heading }) => ({ column, heading }));
  const named = unmapped.map(({ column, heading }) => ({ column, name: readHeading(heading) }));
  const further = named
    .filter(({ name }) =>
      name.matches.some(({ field, strength }) => field === 'fulfillment_status' && strength !== 'weak'),
    )
    .map(({ column }) => column);
  const unknown = named
    .filter(({ column, name }) => !further.includes(column) && isUnknown(name))
    .map(({ column }) => column);
  return {
    statuses: [...mapped, ...further],
    unused: mapped.length > 0 ? null : (further.find((column) => !chosenColumns.has(column)) ?? null),
    notes: named.filter(({ name }) => name.unsentKind === 'note').map(({ column }) => column),
    others: [...unknown, ...(mapping.columns.full_name ?? [])],
  };
}

function isUnknown({ matches, unsentKind, part }: HeadingName): boolean {
  return unsentKind === undefined && part === undefined && !matches.some(({ strength }) => strength !== 'weak');
}

export interface NoOrderContext {
  readonly table: EditedTable;
  readonly rules: Rules;
  readonly statistics: FileStatistics;
  readonly signs: NoOrderSigns;
}

/** `foreign`: a known word that is no status of the WMS (paid, fulfilled), so that there is nothing to ask. */
type StatusSays = 'nothing' | 'cancelled' | 'foreign' | 'other';

export class NoOrderSigns {
  readonly columns: SignColumns;
  readonly #table: EditedTable;
  readonly #mapped: ReadonlySet<number>;
  readonly #struck: ReadonlySet<number>;
  readonly #known = new Map<string, StatusSays>();
  readonly #mentions = new Map<string, boolean>();

  constructor(plan: ColumnPlan, table: EditedTable) {
    this.columns = signColumnsOf(plan);
    this.#table = table;
    this.#mapped = new Set(plan.mapping.columns.fulfillment_status);
    this.#struck = new Set(table.file.struckRows);
  }

  get hasNone(): boolean {
    const { statuses, notes, others } = this.columns;
    return statuses.length === 0 && notes.length === 0 && others.length === 0 && this.#struck.size === 0;
  }

  isStruck(index: number): boolean {
    return this.#struck.size > 0 && this.#struck.has(this.#table.rowNumber(index));
  }

  /** Whether a word of cancelling or returning stands in a cell whose column is no place for it. */
  isMentionedAt(index: number, column: number): boolean {
    const { kind, text } = this.#table.cell(index, column);
    if (kind !== 'text') return false;
    const known = this.#mentions.get(text);
    if (known !== undefined) return known;
    const says = mentionsCancelling(text);
    if (this.#mentions.size < mostRemembered) this.#mentions.set(text, says);
    return says;
  }

  /** What a status cell says. A bare number counts only where the column was taken for the WMS's. */
  statusAt(index: number, column: number): StatusSays {
    const { kind, text } = this.#table.cell(index, column);
    if (kind === 'empty') return 'nothing';
    const isMapped = this.#mapped.has(column);
    const key = isMapped ? text : `${text}\n`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const says = statusOf({ kind, text }, isMapped);
    if (this.#known.size < mostRemembered) this.#known.set(key, says);
    return says;
  }
}

function statusOf(cell: Parameters<typeof parseStatus>[0], isMapped: boolean): StatusSays {
  if (readCellContent(cell, ['number']).kind === 'blank') return 'nothing';
  if (saysCancelled(cell.text)) return 'cancelled';
  const parsed = parseStatus(cell);
  // A typing mistake in a word for it is asked about as the word is.
  if (parsed.kind === 'refusal') {
    if (parsed.remark.code === 'values.statusForeign') return 'foreign';
    return parsed.remark.suggestion === statusName(cancelledStatus) ? 'cancelled' : 'other';
  }
  return isMapped && parsed.kind === 'value' && parsed.value === cancelledStatus ? 'cancelled' : 'other';
}

/**
 * Reports the signs in the order's rows and counts them for the question about the file.
 * @param key the order's
 * @param rows indices of its rows that were not left out
 */
export function checkNoOrderSigns(
  context: NoOrderContext,
  key: string,
  rows: readonly number[],
  delta: CountDelta,
  collector: IssueCollector,
): void {
  const { signs, table } = context;
  if (signs.hasNone) return;
  if (signs.columns.statuses.length > 0) checkStatuses(context, key, rows, delta, collector);
  for (const index of rows) {
    for (const column of signs.columns.notes) {
      const text = table.text(index, column);
      if (text !== '' && mentionsCancelling(text))
        collector.addForRow(index, column, 'warning', 'orders.noteMentions', { value: excerpt(text) });
    }
    for (const column of signs.columns.others) {
      if (signs.isMentionedAt(index, column))
        collector.addForRow(index, column, 'warning', 'orders.cellMentions', {
          value: excerpt(table.text(index, column)),
        });
    }
    if (signs.isStruck(index)) collector.addForRow(index, null, 'warning', 'orders.struckRow', {});
  }
}

function checkStatuses(
  { signs, rules, statistics }: NoOrderContext,
  key: string,
  rows: readonly number[],
  delta: CountDelta,
  collector: IssueCollector,
): void {
  const { statuses, unused } = signs.columns;
  const cancelled: { readonly index: number; readonly column: number }[] = [];
  let isOther = false;
  let isUnused = false;
  for (const index of rows) {
    let column: number | null = null;
    let isFilled = false;
    for (const at of statuses) {
      const says = signs.statusAt(index, at);
      if (says === 'nothing') continue;
      isFilled = true;
      if (says === 'cancelled') column ??= at;
      if (at === unused && says !== 'foreign') isUnused = true;
    }
    if (column !== null) cancelled.push({ index, column });
    else if (isFilled) isOther = true;
  }
  if (isUnused) statistics.ordersWithUnusedStatus += delta;
  const [first] = cancelled;
  if (first === undefined) return;
  if (isOther) {
    // Some of its items only: the rest of the order is to go, so it is not left out with the others.
    if (rules.cancelledOrders === 'ask')
      for (const { index, column } of cancelled)
        collector.addForRow(index, column, 'error', 'orders.cancelledRow', {}, { field });
    return;
  }
  if (delta > 0) statistics.cancelledOrderKeys.add(key);
  else statistics.cancelledOrderKeys.delete(key);
  if (rules.cancelledOrders !== 'ask') return;
  const fix = { kind: 'leaveOut', orderKeys: [key] } as const;
  const answers = [{ fix }, sendCancelled];
  collector.addForRow(first.index, first.column, 'error', 'orders.cancelledOrder', {}, { field, fix, answers });
}
