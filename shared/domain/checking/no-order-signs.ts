/**
 * Looks for signs that an order is none: a status that says cancelled or returned holds it; a note that speaks of it, a
 * word for it in any other column, or a row struck through, is only pointed out (docs/domain.md, «Statuses», decision 39).
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { QuestionAnswer } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import type { SettledRows } from '../model/settled.ts';
import type { SectionHead } from '../rows/row-groups.ts';
import { meaningKey } from '../settled/meanings.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { saysCancelled, mentionsCancelling } from '../values/cancelled-words.ts';
import { excerpt, readCellContent } from '../values/cell-text.ts';
import {
  isAbroad,
  isGoingStatus,
  isPickup,
  isSampleName,
  nameSaysCancelled,
  noteContradicts,
  noteSaysNotToSend,
  saysCorrected,
  statusSaysNotToSend,
  tickOf,
  type NotToSend,
} from '../values/not-to-send-words.ts';
import { parseStatus, statusName } from '../values/status.ts';
import type { CountDelta, FileStatistics } from './file-statistics.ts';
import type { FieldReaders } from './field-readers.ts';
import type { IssueCollector } from './issue-collector.ts';
import { signColumnsOf, type SignColumns } from './sign-columns.ts';
import { isAtUnreadyStage, unreadyStages } from './unready-stages.ts';
import { askColumns, RememberedText, type AskedColumn } from './remembered-text.ts';

const cancelledStatus = 6;
const field = 'fulfillment_status';
/** The answer that all cancelled orders of the file are sent like others. */
export const sendCancelled: QuestionAnswer = {
  fix: { kind: 'setRules', answer: 'sendCancelled', rules: { cancelledOrders: 'send' } },
};
/** The answer that all orders marked as not to be sent go like others. */
export const sendMarked: QuestionAnswer = {
  fix: { kind: 'setRules', answer: 'sendMarked', rules: { markedOrders: 'send' } },
};
/** How many different texts of status columns are remembered. */
const mostRemembered = 1000;
/** A longer text is an address or a story, not a mark. */
const mostMarkText = 200;
/** «ИСПРАВЛЕНО», «tuzatilgan (soni)». */
const longestMark = 60;
/** «Yetkazishga tayyor», «Передан в доставку». */
const mostGoingWords = 3;
/** «ОТМЕНЕН» in place of an address; a longer text is one. */
const longestPlaceMark = 16;

/** What stands in place of a customer's name, or beside it. */
function nameSays(name: string): 'draft' | 'cancelled' | null {
  if (isSampleName(name)) return 'draft';
  return mentionsCancelling(name) && nameSaysCancelled(name) ? 'cancelled' : null;
}

export interface NoOrderContext {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly statistics: FileStatistics;
  readonly signs: NoOrderSigns;
}

/** `foreign`: a known word that is no status of the WMS (paid, fulfilled), so that there is nothing to ask; `unknown`: nobody knows the word. */
type StatusSays = 'nothing' | 'cancelled' | 'foreign' | 'unknown' | 'other' | NotToSend;

type Mark = NotToSend | 'cancelled';

/** What a short cell says that stands for a status. */
function markOf(text: string): Mark | null {
  if (text === '') return null;
  return saysCancelled(text) ? 'cancelled' : statusSaysNotToSend(text);
}

/** What a cell in place of an address, or of the way of delivery, says. */
function wayMark(text: string): Mark | null {
  if (isPickup(text)) return 'pickup';
  return text.length > longestPlaceMark ? null : markOf(text);
}

/** «Возврат старого» may be of something else: words of cancelling are only pointed out where nothing is known. */
function unknownMark(text: string): Mark | null {
  const mark = text.length > longestMark ? null : markOf(text);
  return mark === 'cancelled' ? null : mark;
}

/** Rows in which words are counted. */
const countedRows = 300;

export class NoOrderSigns {
  readonly columns: SignColumns;
  readonly #table: EditedTable;
  readonly #mapped: ReadonlySet<number>;
  readonly #headings: readonly string[];
  readonly #struck: ReadonlySet<number>;
  readonly #known = new Map<string, StatusSays>();
  /** What is asked of each column's texts. */
  readonly #notes: readonly AskedColumn<boolean>[];
  readonly #ways: readonly AskedColumn<Mark | null>[];
  /** Columns of which nothing is known, without the customer's name. */
  readonly #unknown: readonly AskedColumn<Mark | null>[];
  readonly #places: readonly AskedColumn<boolean>[];
  readonly #names: readonly AskedColumn<'draft' | 'cancelled' | null>[];
  readonly #corrections: readonly AskedColumn<boolean>[];
  /** By status column the texts of orders that are not ready yet. */
  readonly #unready: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #addresses: readonly number[];
  readonly #firstDataIndex: number;
  /** How often each text stands in a column. */
  readonly #counts = new Map<number, Map<string, number>>();
  readonly #contradictions = new RememberedText(noteContradicts, mostRemembered);
  /** Columns that are no place for a word of cancelling or returning, and whether a text has one. */
  readonly mentions: readonly AskedColumn<boolean>[];
  readonly hasNone: boolean;

  /** Whether the mapped status column gives the WMS's status, by a person's choice or its own name. */
  readonly isStatusTrusted: boolean;

  /** @param settled which rows are left out by what a column of theirs holds */
  constructor(plan: ColumnPlan, table: EditedTable, isStatusTrusted: boolean, settled: readonly SettledRows[]) {
    this.isStatusTrusted = isStatusTrusted;
    this.columns = signColumnsOf(plan, table, settled);
    this.#table = table;
    this.#mapped = new Set(plan.mapping.columns.fulfillment_status);
    this.#headings = plan.columns.map(({ heading }) => heading);
    this.#struck = new Set(table.file.struckRows);
    const { statuses, notes, others, flags, ways, places, names } = this.columns;
    this.#unready = unreadyStages(plan, table.file, statuses);
    this.#addresses = plan.mapping.columns.address ?? [];
    this.#firstDataIndex = plan.firstDataIndex;
    this.#notes = askColumns(notes, (text) => text.length <= mostMarkText && noteSaysNotToSend(text), mostRemembered);
    this.#ways = askColumns(ways, wayMark);
    this.#unknown = askColumns(
      others.filter((column) => !names.includes(column)),
      unknownMark,
      mostRemembered,
    );
    this.#places = askColumns(places, (text) => text !== '' && isAbroad(text), mostRemembered);
    this.#names = askColumns(names, nameSays);
    this.#corrections = askColumns(
      [...notes, ...others, ...statuses],
      (text) => text !== '' && text.length <= longestMark && saysCorrected(text),
    );
    this.mentions = askColumns(others, mentionsCancelling);
    this.hasNone = [statuses, notes, others, flags].every(({ length }) => length === 0) && this.#struck.size === 0;
  }

  headingOf(column: number): string {
    return this.#headings[column] ?? '';
  }

  /** What the row says about sending, outside statuses; null: nothing. */
  markAt(index: number): { readonly column: number; readonly why: NotToSend | 'cancelled' } | null {
    for (const { column, kind } of this.columns.flags) {
      const text = this.#table.text(index, column);
      if (kind === 'why') {
        if (/\p{L}{2}/u.test(text) && tickOf(text) !== 'no') return { column, why: 'cancelled' };
        continue;
      }
      const tick = tickOf(text);
      if (kind === 'send' ? tick === 'no' : tick === 'yes')
        return { column, why: kind === 'send' ? 'notToSend' : kind };
    }
    const column = this.#columnThatSays(this.#notes, index);
    if (column !== null) return { column, why: 'notToSend' };
    const way = this.#markIn(this.#ways, index) ?? this.#markIn(this.#unknown, index);
    if (way !== null) return way;
    const place = this.#columnThatSays(this.#places, index);
    if (place !== null) return { column: place, why: 'abroad' };
    return this.#markIn(this.#names, index);
  }

  #markIn(
    columns: readonly AskedColumn<Mark | null>[],
    index: number,
  ): { readonly column: number; readonly why: Mark } | null {
    for (const { column, asked } of columns) {
      const why = asked.of(this.#table.text(index, column));
      if (why !== null) return { column, why };
    }
    return null;
  }

  #columnThatSays(columns: readonly AskedColumn<boolean>[], index: number): number | null {
    for (const { column, asked } of columns) if (asked.of(this.#table.text(index, column))) return column;
    return null;
  }

  /** What a note says that the order's date or items contradict. */
  contradictionIn(note: string): ReturnType<typeof noteContradicts> {
    return this.#contradictions.of(note);
  }

  /** Whether a remark, or a cell of which nothing is known, says that the row is the corrected one. */
  isCorrected(index: number): boolean {
    return this.#columnThatSays(this.#corrections, index) !== null;
  }

  isStruck(index: number): boolean {
    return this.#struck.size > 0 && this.#struck.has(this.#table.rowNumber(index));
  }

  /** Whether the row's status is one of orders that are not ready yet, and so is the row. */
  isUnreadyAt(index: number, column: number): boolean {
    if (this.#unready.size === 0) return false;
    const hasAddress = this.#addresses.some((one) => this.#table.text(index, one).trim() !== '');
    return isAtUnreadyStage(this.#unready, column, this.#table.text(index, column), hasAddress);
  }

  /** Whether at least half of the orders' filled cells in the column say so. */
  isOfMost(column: number, value: string): boolean {
    let counts = this.#counts.get(column);
    if (counts === undefined) {
      counts = new Map();
      const { file } = this.#table;
      const end = Math.min(file.rowCount, this.#firstDataIndex + countedRows);
      for (let index = this.#firstDataIndex; index < end; index++) {
        const key = meaningKey(file.text(index, column));
        if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      this.#counts.set(column, counts);
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return (counts.get(meaningKey(value)) ?? 0) * 2 >= all;
  }

  /** What a status cell says. A bare number counts only where the column was taken for the WMS's. */
  statusAt(index: number, column: number): StatusSays {
    const { kind, text } = this.#table.cell(index, column);
    if (kind === 'empty') return 'nothing';
    const isMapped = this.#mapped.has(column);
    const isRuled = this.columns.ruled.includes(column);
    const key = `${text}\n${isMapped ? 'mapped' : ''}${isRuled ? 'ruled' : ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const says = statusOf({ kind, text }, isMapped, isMapped && this.isStatusTrusted, isRuled);
    if (this.#known.size < mostRemembered) this.#known.set(key, says);
    return says;
  }
}

/**
 * A word or a few that no list has; a longer text, or a number, is hardly a status. Where rows of the column are left out by
 * their words, a new one of several words may go on otherwise than it begins («Yangi yildan keyin oladi»).
 */
function isUnknownStatus(text: string, isRuled: boolean): boolean {
  const isWord = text.length <= longestMark && /\p{L}{2}/u.test(text) && !/\d{3}/.test(text);
  return isWord && !(isGoingStatus(text) && !(isRuled && text.trim().split(/\s+/u).length > mostGoingWords));
}

function statusOf(
  cell: Parameters<typeof parseStatus>[0],
  isMapped: boolean,
  isTrusted: boolean,
  isRuled: boolean,
): StatusSays {
  if (readCellContent(cell, ['number']).kind === 'blank') return 'nothing';
  if (saysCancelled(cell.text)) return 'cancelled';
  // A column that gives the WMS's status is believed.
  const marked = isTrusted ? null : statusSaysNotToSend(cell.text);
  if (marked !== null) return marked;
  const parsed = parseStatus(cell);
  // A typing mistake in a word for it is asked about as the word is.
  if (parsed.kind === 'refusal') {
    if (parsed.remark.code === 'values.statusForeign') return 'foreign';
    if (parsed.remark.suggestion === statusName(cancelledStatus)) return 'cancelled';
    return parsed.remark.suggestion === undefined && !isTrusted && isUnknownStatus(cell.text, isRuled)
      ? 'unknown'
      : 'other';
  }
  return isMapped && parsed.kind === 'value' && parsed.value === cancelledStatus ? 'cancelled' : 'other';
}

/**
 * Reports the signs in the order's rows and counts them for the question about the file; whether it is held by a mark.
 * @param key the order's
 * @param rows indices of its rows that were not left out
 * @param head the line or title above it that heads orders by what becomes of them; null: there is none
 */
export function checkNoOrderSigns(
  context: NoOrderContext,
  key: string,
  rows: readonly number[],
  head: SectionHead | null,
  delta: CountDelta,
  collector: IssueCollector,
): boolean {
  const { signs, table } = context;
  const isHeld = checkMarks(context, key, rows, head, delta, collector);
  if (signs.hasNone) return isHeld;
  if (signs.columns.statuses.length > 0) checkStatuses(context, key, rows, delta, collector);
  for (const index of rows) {
    for (const column of signs.columns.notes) {
      const text = table.text(index, column);
      // Of an order that is held nobody is told that it goes like the others.
      if (text !== '' && !isHeld && mentionsCancelling(text))
        collector.addForRow(index, column, 'warning', 'orders.noteMentions', { value: excerpt(text) });
    }
    for (const { column, asked } of signs.mentions) {
      const text = table.rawValue(index, column);
      if (typeof text === 'string' && asked.of(text))
        collector.addForRow(index, column, 'warning', 'orders.cellMentions', { value: excerpt(text) });
    }
    if (signs.isStruck(index)) collector.addForRow(index, null, 'warning', 'orders.struckRow', {});
  }
  return isHeld;
}

/** Holds an order that the sheet marks as one that is not to be sent, and counts it for the question about the file. */
function checkMarks(
  { signs, rules, statistics, table }: NoOrderContext,
  key: string,
  rows: readonly number[],
  head: SectionHead | null,
  delta: CountDelta,
  collector: IssueCollector,
): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  let mark: { readonly index: number; readonly column: number | null; readonly why: NotToSend | 'cancelled' } | null =
    head === null || head.says === null ? null : { index: first, column: null, why: head.says };
  for (const index of rows) {
    if (mark !== null) break;
    const found = signs.markAt(index) ?? statusMarkAt(signs, index);
    if (found !== null) mark = { index, ...found };
  }
  if (mark === null) {
    if (head?.isUnknown === true) {
      const fix = { kind: 'leaveOut', orderKeys: [key] } as const;
      collector.addForRow(
        first,
        null,
        'warning',
        'orders.sectionUnknown',
        { value: excerpt(head.text) },
        { field, fix },
      );
    }
    return false;
  }
  if (delta > 0) statistics.markedOrderKeys.add(key);
  else statistics.markedOrderKeys.delete(key);
  if (rules.markedOrders !== 'ask') return false;
  const { index, column, why } = mark;
  const fix = { kind: 'leaveOut', orderKeys: [key] } as const;
  const value = excerpt(column === null ? (head?.text ?? '') : table.text(index, column));
  const answers = [{ fix }, sendMarked];
  collector.addForRow(index, column, 'error', 'orders.marked', { why, value }, { field, fix, answers });
  return true;
}

function statusMarkAt(signs: NoOrderSigns, index: number): { readonly column: number; readonly why: NotToSend } | null {
  for (const column of signs.columns.statuses) {
    if (signs.isUnreadyAt(index, column)) return { column, why: 'notReady' };
    const says = signs.statusAt(index, column);
    if (says !== 'nothing' && says !== 'cancelled' && says !== 'foreign' && says !== 'other' && says !== 'unknown')
      return { column, why: says };
  }
  return null;
}

/**
 * A word that nobody knows may say anything: it is pointed out once, with sending and leaving out all orders that have it. What
 * most orders say comes before they are sent.
 */
function reportUnknown(
  { table, signs, readers, rules }: NoOrderContext,
  { index, column }: { readonly index: number; readonly column: number },
  collector: IssueCollector,
): void {
  const value = table.text(index, column).trim();
  if (readers.fulfillment_status.isSettled(value)) return;
  const key = meaningKey(value);
  if (rules.goingStatuses.some((one) => meaningKey(one) === key)) return;
  const fix = { kind: 'leaveOutWhere', heading: signs.headingOf(column), column, value, out: true } as const;
  const goingStatuses = [...rules.goingStatuses, value];
  const send = { fix: { kind: 'setRules', answer: 'statusGoes', rules: { goingStatuses } } } as const;
  const answers = signs.isOfMost(column, value) ? [send, { fix }] : [{ fix }, send];
  const params = { value: excerpt(value) };
  collector.addForRow(index, column, 'warning', 'orders.statusUnknown', params, { field, fix, answers });
}

function checkStatuses(
  context: NoOrderContext,
  key: string,
  rows: readonly number[],
  delta: CountDelta,
  collector: IssueCollector,
): void {
  const { signs, rules, statistics } = context;
  const { statuses, unused } = signs.columns;
  const cancelled: { readonly index: number; readonly column: number }[] = [];
  let unknown: { readonly index: number; readonly column: number } | null = null;
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
      if (at === unused && (says === 'other' || says === 'unknown' || says === 'cancelled')) isUnused = true;
      if (says === 'unknown') unknown ??= { index, column: at };
    }
    if (column !== null) cancelled.push({ index, column });
    else if (isFilled) isOther = true;
  }
  if (isUnused) statistics.ordersWithUnusedStatus += delta;
  if (unknown !== null) reportUnknown(context, unknown, collector);
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
