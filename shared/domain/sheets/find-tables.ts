/**
 * Finds the tables of a sheet that has several: side by side with an empty column between or under the same headings again,
 * or below each other under headings of their own. One of them is read; the operator sees which and can change it.
 */
import { noChoices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { findHeadingRow } from '../columns/heading-row.ts';
import { findHeadings, interpretColumns } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import type { Table } from '../table/table.ts';
import { knownFields } from './known-fields.ts';
import { cutTable, type SheetRange } from './sheet-range.ts';

export interface FoundTable {
  readonly range: SheetRange;
  /** Non-empty rows below its headings. */
  readonly rows: number;
  readonly headings: readonly string[];
  /** Fields named by its headings. */
  readonly fields: ReadonlySet<ColumnField>;
}

/** Rows examined for empty columns. */
const rowsForColumnGroups = 500;
/** Rows of a block that are searched for its headings; more at the top of the sheet. */
const headRows = 6;
const topRows = 30;
/** Most blocks examined: a sheet of many days has an empty row between every two. */
const mostBlocks = 1000;
/** Rows searched for headings directly below another table. */
const watchedRows = 5000;
const fewestKnown = 2;

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];

interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

/** All tables in reading order; fewer than two where the sheet is one table. */
export function findTables(table: Table): readonly FoundTable[] {
  const groups = columnGroups(table);
  const beside = groups.length < 2 ? [] : ownTables(table, groups);
  if (beside.length < 2) return tablesBelow(table, { first: 0, last: Math.max(0, table.columnCount - 1) });
  return beside.flatMap((columns) => {
    const part = cutTable(table, {
      firstRow: 1,
      lastRow: table.rowNumber(table.rowCount - 1),
      firstColumn: columns.first,
      lastColumn: columns.last,
    });
    return tablesBelow(part, columns, true);
  });
}

/** The table to read by default: the first with the most known headings. */
export function likeliestTable(tables: readonly FoundTable[]): FoundTable | undefined {
  return tables.reduce<FoundTable | undefined>(
    (best, table) => (best === undefined || table.fields.size > best.fields.size ? table : best),
    undefined,
  );
}

/** Spans of adjacent non-empty columns, from the headings on. */
function columnGroups(table: Table): ColumnSpan[] {
  const { index: headerIndex, headingRowCount } = findHeadings(table, null);
  if (headerIndex === null) return [];
  const lowest = headerIndex + headingRowCount - 1;
  const headings = textsOf(table, lowest, { first: 0, last: table.columnCount - 1 });
  const filled = new Uint8Array(table.columnCount);
  for (let index = headerIndex; index < Math.min(table.rowCount, headerIndex + rowsForColumnGroups); index++)
    table.forEachCell(index, (column) => (filled[column] = 1));
  const groups: ColumnSpan[] = [];
  for (let column = 0; column < filled.length; column++) {
    if (filled[column] === 0) continue;
    const first = column;
    while (filled[column + 1] === 1) column++;
    if (column > first) groups.push(...repeatedSpans(headings, { first, last: column }));
  }
  return groups;
}

/** Headings that a table directly beside its like has in common with it. */
const fewestRepeated = 5;

/** The span, divided where its headings begin anew: tables side by side without a column between them. */
function repeatedSpans(headings: readonly string[], { first, last }: ColumnSpan): ColumnSpan[] {
  const spans: { readonly first: number; readonly keys: Set<string> }[] = [{ first, keys: new Set() }];
  for (let column = first; column <= last; column++) {
    const key = headings[column]?.trim().toLowerCase() ?? '';
    if (key !== '' && spans.at(-1)?.keys.has(key) === true) spans.push({ first: column, keys: new Set() });
    if (key !== '') spans.at(-1)?.keys.add(key);
  }
  const [own] = spans;
  // Of further items of a row only the wares come again.
  const areAlike = spans.every(({ keys }) => {
    const shared = [...keys].filter((key) => own?.keys.has(key));
    return shared.length >= fewestRepeated && customerFields.some((field) => knownFields(shared).has(field));
  });
  if (!areAlike || spans.length < 2) return [{ first, last }];
  return spans.map((span, at) => ({ first: span.first, last: (spans[at + 1]?.first ?? last + 1) - 1 }));
}

interface Group {
  readonly columns: ColumnSpan;
  readonly fields: ReadonlySet<ColumnField>;
  /** Number of its non-blank headings. */
  readonly headings: number;
  /** Rows below its headings, among those examined. */
  readonly rows: number;
  /** All of its headings, folded. */
  readonly keys: ReadonlySet<string>;
  /** Its headings of orders, folded: «Buyurtma» alone names no field surely. */
  readonly orderHeadings: readonly string[];
}

function groupOf(table: Table, columns: ColumnSpan): Group {
  const rows = Array.from({ length: Math.min(table.rowCount, rowsForColumnGroups) }, (_, index) =>
    textsOf(table, index, columns),
  ).filter((texts) => texts.some((text) => text !== ''));
  const found = findHeadingRow(rows.slice(0, topRows));
  const texts = found === undefined ? [] : (rows[found.index + found.headingRowCount - 1] ?? []);
  return {
    columns,
    fields: knownFields(texts),
    headings: texts.filter((text) => text !== '').length,
    rows: found === undefined ? 0 : rows.length - found.index - found.headingRowCount,
    keys: new Set(texts.filter((text) => text !== '').map((text) => foldHeading(text).key)),
    orderHeadings: texts.filter((text) => readHeading(text).about.has('order')).map((text) => foldHeading(text).key),
  };
}

/** An order may have two of them, each under words of its own: whose it is, from where and to where. */
const personalFields: ReadonlySet<ColumnField> = new Set([
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'zip',
  'country',
]);

/**
 * Whether two column groups are separate tables: they share headings, as columns of one table hardly do. Two people or
 * places under different words («ФИО заказчика», «ФИО получателя») are two columns of one.
 */
function areApart(one: Group, other: Group): boolean {
  const isSameWord = [...one.keys].some((key) => other.keys.has(key));
  const shared = [...one.fields].filter((field) => other.fields.has(field));
  const common = isSameWord ? shared : shared.filter((field) => !personalFields.has(field));
  if (common.length >= 2 || common.includes('order_id')) return true;
  if (one.orderHeadings.some((heading) => other.orderHeadings.includes(heading))) return true;
  const [smaller] = [one, other].toSorted((a, b) => a.headings - b.headings);
  // A single shared heading counts only where the lengths differ or all headings of the smaller group are known.
  return common.length === 1 && (one.rows !== other.rows || smaller?.fields.size === smaller?.headings);
}

function ownTables(table: Table, groups: readonly ColumnSpan[]): readonly ColumnSpan[] {
  const tables = groups
    .map((columns) => groupOf(table, columns))
    .filter(({ fields, rows }) => rows > 0 && fields.size >= fewestKnown);
  return tables
    .filter((one) => tables.some((other) => other !== one && areApart(one, other)))
    .map(({ columns }) => columns);
}

/** The tables one below the other within these columns; `alone`: also a single one. */
function tablesBelow(table: Table, columns: ColumnSpan, alone = false): FoundTable[] {
  if (table.rowCount === 0) return [];
  const starts = [0];
  let headings = headingsFrom(table, 0, columns, topRows)?.key;
  let blocks = 0;
  for (let index = 1; index < table.rowCount && blocks < mostBlocks; index++) {
    const isBlock = table.rowNumber(index) - table.rowNumber(index - 1) > 1;
    if (!isBlock && (index > watchedRows || !mayBeHeadings(table, index, columns))) continue;
    if (isBlock) blocks++;
    const found = headingsFrom(table, index, columns, isBlock ? headRows : 1);
    // Repeated headings continue the same table.
    if (!found || found.key === headings) continue;
    // Without headings above, the rows above are titles.
    if (headings !== undefined) starts.push(withTitles(table, index, starts.at(-1) ?? 0));
    headings = found.key;
  }
  if (starts.length < 2 && !alone) return [];
  const parts = starts
    .map((start, at) => foundTableAt(table, start, (starts[at + 1] ?? table.rowCount) - 1, columns))
    .filter((part) => part.rows > 0);
  return parts.length < 2 && !alone ? [] : parts;
}

/**
 * The headings at the beginning of the block of rows from `start` on: at least two known names, no values, and a row
 * directly below. A block ends at an empty row.
 */
function headingsFrom(
  table: Table,
  start: number,
  columns: ColumnSpan,
  within: number,
): { readonly key: string } | undefined {
  const rows = [textsOf(table, start, columns)];
  // One more, for the row that must be below the headings.
  const most = within + 1;
  for (
    let index = start + 1;
    index < Math.min(table.rowCount, start + most) && table.rowNumber(index) === table.rowNumber(index - 1) + 1;
    index++
  )
    rows.push(textsOf(table, index, columns));
  const found = findHeadingRow(rows);
  if (found === undefined || found.index >= within || rows.length <= found.index + found.headingRowCount)
    return undefined;
  const texts = rows[found.index + found.headingRowCount - 1] ?? [];
  const filled = texts.filter((text) => text !== '');
  const known = knownFields(texts).size;
  if (known < fewestKnown || known * 2 < filled.length || filled.some((text) => /\d{4,}/.test(text))) return undefined;
  return { key: texts.map((text) => text.trim().toLowerCase()).join('\n') };
}

/** Quick pre-test: whether the row's first cells are words, unlike an order's row with its numbers. */
function mayBeHeadings(table: Table, index: number, { first }: ColumnSpan): boolean {
  const begin = table.cellIndex(index, first);
  if (begin >= 0 && (table.kindAt(begin) !== 'text' || /\d/.test(String(table.rawValueAt(begin))))) return false;
  let filled = 0;
  let words = 0;
  table.forEachCell(index, (_column, kind, text) => {
    if (filled++ < fewestKnown && kind === 'text' && !/\d/.test(text)) words++;
  });
  return words >= fewestKnown;
}

/** Moves the start up over titles above a table (with an empty row between or not), but not into another table. */
function withTitles(table: Table, start: number, from: number): number {
  let first = start;
  for (let index = start - 1; index > from && filledCells(table, index) === 1; index--) {
    if (table.rowNumber(index) - table.rowNumber(index - 1) > 1) first = index;
  }
  return first;
}

function filledCells(table: Table, index: number): number {
  let count = 0;
  table.forEachCell(index, () => count++);
  return count;
}

function foundTableAt(table: Table, start: number, end: number, columns: ColumnSpan): FoundTable {
  const range = {
    firstRow: table.rowNumber(start),
    lastRow: table.rowNumber(end),
    firstColumn: columns.first,
    lastColumn: columns.last,
  };
  const part = cutTable(table, { ...range, lastRow: table.rowNumber(Math.min(end, start + rowsForColumnGroups)) });
  const plan = interpretColumns(part, noChoices);
  const headings = plan.columns.map(({ heading }) => heading).filter((heading) => heading.trim() !== '');
  return { range, rows: Math.max(0, end - start + 1 - plan.firstDataIndex), headings, fields: knownFields(headings) };
}

function textsOf(table: Table, index: number, { first, last }: ColumnSpan): string[] {
  const texts = Array.from({ length: last - first + 1 }, () => '');
  table.forEachCell(index, (column, _kind, text) => {
    if (column >= first && column <= last) texts[column - first] = text;
  });
  return texts;
}
