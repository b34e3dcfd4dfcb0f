/** Turns fixes into edits or choices; the fix of a cause becomes one edit over all of its cells. */
import type { Choices } from '../../../shared/domain/model/choices.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { IssueCause } from '../../../shared/domain/checking/issue-causes.ts';
import type { Fix, Issue, FilePartChoice } from '../../../shared/domain/model/issues.ts';
import { holdsDaysAlone, hoursColumn } from '../../../shared/domain/checking/standing-days.ts';
import { withColumnChoice } from '../../../shared/domain/columns/column-choice.ts';
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { columnHeaded, rowsWhere } from '../../../shared/domain/settled/rows-by-value.ts';
import type { SettledThing } from '../../../shared/domain/model/settled.ts';
import type { Product } from '../../../shared/domain/products/product.ts';
import { isEditable } from '../../../shared/domain/model/order-states.ts';
import { withRules } from '../../../shared/domain/model/rules.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { allIssuesOf } from '../views/order-marks.ts';

/** The change that applies a fix. */
export type ProposedChange =
  | {
      readonly kind: 'edit';
      readonly edit: Edit;
      /** Keys of orders that it leaves out because they stay as they were sent. */
      readonly staying?: readonly string[];
    }
  | { readonly kind: 'choices'; readonly choices: Choices }
  /** Another part of the file: it is read again. */
  | { readonly kind: 'reading'; readonly reading: FilePartChoice }
  /** These rows get a number of our own in this column: the store knows which. */
  | { readonly kind: 'number'; readonly rows: readonly number[]; readonly column: number }
  /** Something about the shop's files for good, with what it changes in this one. */
  | {
      readonly kind: 'settle';
      readonly thing: SettledThing;
      readonly settled: boolean;
      readonly edit: Edit | null;
      readonly choices: Choices | null;
    }
  /** Products for the server's table, which all of its batches share. */
  | { readonly kind: 'products'; readonly products: readonly Product[] };

/** Rows (as Excel shows them) of the orders with these keys; unknown keys are skipped. */
export function rowsOfOrders(book: OrderBook, orderKeys: readonly string[]): number[] {
  return orderKeys.flatMap((key) =>
    (book.entryByKey(key)?.rows ?? []).map((index) => book.input.table.rowNumber(index)),
  );
}

/** Leave out, put back, or toggle: leave out unless all of them are out already. */
export type LeaveOutMode = boolean | 'toggle';

/** The edit that leaves rows (Excel's numbers) out of their orders or puts them back; null: no rows. */
export function leaveOutEdit(book: OrderBook, rows: readonly number[], mode: LeaveOutMode): Edit | null {
  const { table, leftOut } = book.input;
  const out = mode === 'toggle' ? rows.some((row) => !leftOut.has(table.indexOfRow(row))) : mode;
  return rows.length === 0 ? null : { kind: 'leaveOut', rows: [...rows], out };
}

/**
 * The edit that leaves out the rows whose cell in the column holds the value, or puts them back; null: there are none. What
 * was sent, or is settled otherwise, stays as it is.
 */
export function leaveOutWhereEdit(book: OrderBook, column: number, value: string, out: boolean): Edit | null {
  const { leftOut, table } = book.input;
  const isMeant = ({ state }: OrderEntry): boolean =>
    state === 'ready' || state === 'withErrors' || (!out && state === 'leftOut');
  const { indices } = rowsWhere(book, book.entries().filter(isMeant), column, value);
  const rows = indices.filter((index) => leftOut.has(index) !== out).map((index) => table.rowNumber(index));
  return rows.length === 0 ? null : { kind: 'leaveOut', rows, out };
}

function settle(thing: SettledThing, settled: boolean, choices: Choices, book: OrderBook): ProposedChange {
  if (thing.kind === 'rows') {
    const column = columnHeaded(book, thing.heading);
    const edit = column === undefined ? null : leaveOutWhereEdit(book, column, thing.value, settled);
    return { kind: 'settle', thing, settled, edit, choices: null };
  }
  if (thing.kind === 'value' || settled) return { kind: 'settle', thing, settled, edit: null, choices: null };
  const column = columnHeaded(book, thing.heading);
  const others = choices.columns.filter((known) => known.column !== column);
  return { kind: 'settle', thing, settled, edit: null, choices: { ...choices, columns: others } };
}

function swapFields(choices: Choices, book: OrderBook, fix: Extract<Fix, { kind: 'swapFields' }>): Choices {
  const { columns } = book.input.plan.mapping;
  const firsts = columns[fix.first] ?? [];
  const seconds = columns[fix.second] ?? [];
  const others = choices.columns.filter(({ column }) => !firsts.includes(column) && !seconds.includes(column));
  const decided = [
    ...firsts.map((column) => ({ column, field: fix.second })),
    ...seconds.map((column) => ({ column, field: fix.first })),
  ];
  return { ...choices, columns: [...others, ...decided] };
}

/** A column of days brings the one column of hours beside it. */
function withHours(
  choices: Choices,
  { column, field, joins }: Extract<Fix, { kind: 'setColumn' }>,
  book: OrderBook,
): Choices {
  const { table, plan } = book.input;
  if (field !== 'scheduled_at' || joins === true || !holdsDaysAlone(table.file, column, plan)) return choices;
  const hours = hoursColumn(table.file, plan);
  return hours === null || hours === column ? choices : withColumnChoice(choices, hours, field);
}

/** The edit or the new choices that the fix asks for; null where there is nothing (left) to change. */
export function changeForFix(fix: Fix, choices: Choices, book: OrderBook): ProposedChange | null {
  switch (fix.kind) {
    case 'setCell':
      return { kind: 'edit', edit: { kind: 'cells', cells: [{ row: fix.row, column: fix.column, text: fix.text }] } };
    case 'setCells':
      if (fix.cells.length === 0) return null;
      return {
        kind: 'edit',
        edit: { kind: 'cells', cells: fix.cells.map(({ row, column }) => ({ row, column, text: fix.text })) },
      };
    case 'setConstant':
      return { kind: 'choices', choices: { ...choices, constants: { ...choices.constants, [fix.field]: fix.text } } };
    case 'swapFields':
      return { kind: 'choices', choices: swapFields(choices, book, fix) };
    case 'setColumn': {
      // An answer's column takes the place of the days that another one gave.
      const base =
        fix.joins === true || fix.field !== 'scheduled_at'
          ? choices
          : { ...choices, columns: choices.columns.filter(({ field }) => field !== fix.field) };
      const feeding =
        fix.joins === true && fix.field !== null ? (book.input.plan.mapping.columns[fix.field] ?? []) : [];
      const kept = feeding.reduce((before, column) => withColumnChoice(before, column, fix.field), base);
      const chosen = withHours(withColumnChoice(kept, fix.column, fix.field), fix, book);
      return {
        kind: 'choices',
        choices: fix.rules === undefined ? chosen : { ...chosen, rules: withRules(chosen.rules, fix.rules) },
      };
    }
    case 'setRules':
      return { kind: 'choices', choices: { ...choices, rules: withRules(choices.rules, fix.rules) } };
    case 'leaveOutWhere': {
      const edit = leaveOutWhereEdit(book, fix.column, fix.value, fix.out);
      return edit && { kind: 'edit', edit };
    }
    case 'settle':
      return settle(fix.thing, fix.settled, choices, book);
    case 'setReading':
      return { kind: 'reading', reading: fix.reading };
    case 'setProduct': {
      const { keyKind, key, productId, variationId, price } = fix;
      return { kind: 'products', products: [{ keyKind, key, productId, variationId, price }] };
    }
    case 'takeAsNew': {
      const rows = fix.orderKeys.flatMap((key) => {
        const first = book.entryByKey(key)?.rows[0];
        return first === undefined ? [] : [book.input.table.rowNumber(first)];
      });
      return rows.length === 0 ? null : { kind: 'edit', edit: { kind: 'takeAsNew', rows } };
    }
    case 'giveNumber':
      return fix.rows.length === 0 ? null : { kind: 'number', rows: fix.rows, column: fix.column };
    case 'leaveRowsOut':
      return fix.rows.length === 0
        ? null
        : { kind: 'edit', edit: { kind: 'leaveOut', rows: [...fix.rows], out: true } };
    case 'leaveAsSent': {
      const rows = rowsOfOrders(book, fix.orderKeys);
      if (rows.length === 0) return null;
      return { kind: 'edit', edit: { kind: 'leaveOut', rows, out: true }, staying: fix.orderKeys };
    }
    case 'leaveOut': {
      const rows = rowsOfOrders(book, fix.orderKeys);
      return rows.length === 0 ? null : { kind: 'edit', edit: { kind: 'leaveOut', rows, out: true } };
    }
  }
}

/** The issues of the causes that are wanted, those of a cause by row; `fixable`: only those that a person can still put right. */
export function issuesByCause(
  { book, tally }: BatchOrders,
  isWanted: (cause: IssueCause) => boolean,
  which: 'all' | 'fixable' = 'all',
): Map<IssueCause, Issue[]> {
  const found = new Map<IssueCause, Issue[]>();
  const gather = (issue: Issue): void => {
    const cause = tally.causes.ofIssue(issue);
    if (!isWanted(cause)) return;
    const known = found.get(cause);
    if (known) known.push(issue);
    else found.set(cause, [issue]);
  };
  for (const issue of tally.rowIssues.values()) gather(issue);
  for (const entry of book.entries()) {
    if (which === 'fixable' && !isEditable(entry.state)) continue;
    const { causes } = entry.found;
    if (causes.some(isWanted) || entry.sendHistoryIssues.length + entry.repeatIssues.length > 0)
      for (const issue of allIssuesOf(book, entry)) gather(issue);
  }
  for (const issues of found.values())
    issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return found;
}

/** One edit that applies the fix of each of the issues; null where one of them has none, or none in cells. */
export function fixAllEdit(issues: readonly Issue[]): Edit | null {
  const cells: { row: number; column: number; text: string }[] = [];
  for (const { fix } of issues) {
    if (fix?.kind === 'setCell') cells.push({ row: fix.row, column: fix.column, text: fix.text });
    else if (fix?.kind === 'setCells')
      cells.push(...fix.cells.map(({ row, column }) => ({ row, column, text: fix.text })));
    else return null;
  }
  return cells.length === 0 ? null : { kind: 'cells', cells };
}
