/**
 * Selects what of a file becomes a batch's table: which sheet, which table on it, and whether a sheet of orders and one of
 * their items are joined. What nobody chose is detected and reported, with the alternatives (docs/reading.md).
 */
import { interpretColumns } from '../../shared/domain/columns/column-plan.ts';
import { blankRows } from '../../shared/domain/mixed-cells/order-blanks.ts';
import { messageRows, ordersOfChat, type MessageRows } from '../../shared/domain/mixed-cells/message-rows.ts';
import { takeApart, type PlannedTable } from '../../shared/domain/mixed-cells/take-apart.ts';
import { sheetsOffered, sheetsName } from '../../shared/domain/model/file-part.ts';
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import { ownReportRowsSheet } from '../../shared/domain/report/own-report.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import { exchangeAxes } from '../../shared/domain/sheets/exchange-axes.ts';
import { findTables, likeliestTable, type FoundTable } from '../../shared/domain/sheets/find-tables.ts';
import { joinSheetsCooperatively } from '../../shared/domain/sheets/join-sheets.ts';
import { findSheetPair, type SheetPair } from '../../shared/domain/sheets/order-sheets.ts';
import { areOneList, stackTables } from '../../shared/domain/sheets/stack-tables.ts';
import { productsBeside } from '../../shared/domain/products/products-beside.ts';
import { preferredSheet } from '../../shared/domain/sheets/sheet-preference.ts';
import {
  cutTable,
  parseSheetRange,
  formatSheetRange,
  tablesTogether,
  wholeSheet,
  type SheetRange,
} from '../../shared/domain/sheets/sheet-range.ts';
import type { TableLayout } from '../../shared/domain/table/cell-places.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import type { FilePart } from '../engine/file-part.ts';
import { runCooperatively } from '../platform/cooperative.ts';
import { readSheetFile, type FileToRead, type ReadOptions } from '../reading/read-file.ts';
import { otherSheetsIssues } from '../reading/sheet-notices.ts';
import { besideEarlier, currentOf, nameOf, peekOf, sheetsOf } from './file-sheets.ts';
import { joinAnswers, ordersOfTables } from './joined-tables.ts';
import { joinAlikeSheets, readSheets } from './sheets-together.ts';
import { countedOnIssue, namedHeadings, tableQuestion } from './table-questions.ts';

export type ReadControl = Pick<ReadOptions, 'onProgress' | 'signal' | 'foreign'>;

export interface FileToOpen {
  readonly file: FileToRead;
  readonly choices: Choices;
  /** Whether nobody chose anything yet. */
  readonly isNew: boolean;
}

export interface SelectedTable {
  /** The file with the selected table. */
  readonly file: SheetFile;
  readonly choices: Choices;
  readonly part: FilePart;
  readonly layout: TableLayout;
}

interface ShapedTable extends SelectedTable {
  /** A column of texts that say several things each. */
  readonly mixedColumn: number | null;
}

/** Whether to join the sheets where the choices leave it open: the answer for files like this one. */
export type RememberedJoin = (joined: Table) => Promise<Rules['joinSheets']>;

interface JoinControl {
  readonly remembered: RememberedJoin;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

async function readAs(
  file: FileToRead,
  { sheet, encoding, delimiter }: Choices,
  reading: ReadControl,
): Promise<SheetFile> {
  return readSheetFile(file, {
    ...reading,
    preferred: preferredSheet,
    ...(sheet === null ? {} : { sheet }),
    ...(encoding === null ? {} : { encoding }),
    ...(delimiter === null ? {} : { delimiter }),
  });
}

/**
 * Reads the file as the choices say, and takes cells that hold several things apart. `now`: milliseconds since 1970.
 * @throws FailureError those of {@link readSheetFile}
 */
export async function readSelectedTable(
  file: FileToOpen,
  remembered: RememberedJoin,
  reading: ReadControl & { readonly now: number },
): Promise<SelectedTable> {
  const selected = withMessages(await selectTable(file, remembered, reading));
  const { file: found, choices, part, layout, mixedColumn } = selected;
  const apart = takeApart(found.table, (table) => planOf(table, choices), mixedColumn);
  if (apart === null) return { file: found, choices, part, layout };
  const { table, issues } = apart;
  return { file: { ...found, table, issues: [...found.issues, ...issues] }, choices, part, layout };
}

/** Only the file decides what is read as messages or taken apart: what is chosen later must not move the columns. */
function planOf(table: Table, { headerRow }: Choices): PlannedTable {
  const { headerIndex, firstDataIndex, mapping } = interpretColumns(table, { ...noChoices, headerRow });
  return { headerIndex, firstDataIndex, columns: mapping.columns };
}

/** Fields that a table of orders has at least. */
const fewestFields = 3;
/** What is wrong with a table's cells says nothing about lines of a message. */
const ofCells = /^reading\.(?:short|long)Rows?$/u;

/** A pasted message or chat, or a form, as rows; anything else as it is. */
function withMessages(selected: ShapedTable): ShapedTable {
  const { file, choices } = selected;
  if ((selected.layout !== 'sheet' && selected.layout !== 'tables') || isChosen(choices)) return selected;
  if (Object.keys(planOf(file.table, choices).columns).length >= fewestFields) return selected;
  const messages = file.format === 'chat' ? ordersOfChat(file.table) : messageRows(file.table, file.delimiter);
  return messages === null ? selected : withRows(selected, messages, 'messages');
}

/** The selection with other rows than the sheet's. */
function withRows(
  selected: Omit<SelectedTable, 'layout'>,
  { table, issues, mixedColumn }: MessageRows,
  layout: TableLayout,
): ShapedTable {
  const { file } = selected;
  const said = [...issues, ...file.issues.filter(({ code }) => !ofCells.test(code))];
  return { ...selected, file: { ...file, table, issues: said }, layout, mixedColumn: mixedColumn ?? null };
}

/** Whether a person chose where the table stands. */
const isChosen = ({ range, headerRow, together }: Choices): boolean =>
  range !== null || headerRow !== null || together.length > 0;

/**
 * Names of the sheet that is read by itself, and of the others that list the same and are not of earlier orders.
 * @throws FailureError as {@link readSelectedTable}
 */
export async function findAlikeSheets(
  file: FileToRead,
  choices: Choices,
  reading: ReadControl & { readonly now: number },
): Promise<readonly string[]> {
  const chosen = { ...choices, sheet: null, together: [] };
  const { file: read, part } = await selectTable({ file, choices: chosen, isNew: true }, async () => 'off', reading);
  const sheet = nameOf(read, read.sheetIndex);
  const beside = sheetsOffered(part.sheets);
  return part.sheets.map(({ name }) => name).filter((name) => name === sheet || beside.includes(name));
}

async function selectTable(
  { file, choices, isNew }: FileToOpen,
  remembered: RememberedJoin,
  reading: ReadControl & { readonly now: number },
): Promise<ShapedTable> {
  const { now } = reading;
  const join = { remembered, signal: reading.signal, now };
  if (choices.together.length > 0) {
    const read = await readSheets(choices.together, (sheet) => readAs(file, { ...choices, sheet }, reading));
    const [first, another] = read;
    if (another && first) return sheetsAsOne(read, first, choices, now);
    if (first) return onOneSheet(first, { ...choices, sheet: first.table.sheet, together: [] }, null, join);
  }
  const read = await readAs(file, choices, reading);
  // In our own report the sheet with the rows is read, unless somebody chose another one.
  const ownSheet = isNew && choices.sheet === null ? ownReportRowsSheet(read.sheets) : null;
  if (ownSheet !== null) {
    const chosen = { ...choices, sheet: ownSheet };
    return onOneSheet(await readAs(file, chosen, reading), chosen, null, join);
  }
  const pair = pairOf(read, choices);
  if (pair === null) {
    const current = isNew && choices.sheet === null ? currentOf(read, reading.now) : null;
    if (current === null) return onOneSheet(besideEarlier(read, choices.insteadOf), choices, null, join);
    // The sheet is kept with the choices: on another day the file must not be another one.
    const chosen = { ...choices, sheet: nameOf(read, current), insteadOf: nameOf(read, read.sheetIndex) };
    return onOneSheet(besideEarlier(await readAs(file, chosen, reading), chosen.insteadOf), chosen, null, join);
  }
  const wish =
    choices.rules.joinSheets !== 'ask'
      ? choices.rules.joinSheets
      : await remembered((await runCooperatively(joinSheetsCooperatively(pair), reading.signal)).table);
  const decided = { ...choices, rules: { ...choices.rules, joinSheets: wish } };
  if (wish !== 'on') return onOneSheet(read, decided, pair, join);
  return (
    (await joinedSheets(read, pair, decided, (sheet) => readAs(file, { ...choices, sheet }, reading), reading)) ??
    (await onOneSheet(read, decided, null, join))
  );
}

/** The pair that the sheet which was read belongs to. */
function pairOf(read: SheetFile, choices: Choices): SheetPair | null {
  if (read.otherSheets.length === 0) return null;
  const sheets = [peekOf(read), ...read.otherSheets].toSorted((a, b) => a.sheetIndex - b.sheetIndex);
  const pair = findSheetPair(sheets);
  const isOfPair = pair !== null && [pair.orders.sheetIndex, pair.items.sheetIndex].includes(read.sheetIndex);
  return isOfPair || (pair !== null && choices.sheet === null && choices.rules.joinSheets === 'on') ? pair : null;
}

/** Several sheets that a person wants as one list. */
function sheetsAsOne(read: readonly SheetFile[], first: SheetFile, choices: Choices, now: number): ShapedTable {
  const { table, issues } = joinAlikeSheets(read, choices, now);
  const together = table.sheetNames;
  const indices = read.map(({ sheetIndex }) => sheetIndex);
  const others = first.otherSheets.filter(({ sheetIndex }) => !indices.includes(sheetIndex));
  return {
    file: {
      ...first,
      table,
      otherSheets: [],
      issues: [...issues, ...otherSheetsIssues(sheetsName(together), indices, first.sheets, others)],
    },
    choices: { ...choices, sheet: table.sheet, together: [...together], range: null },
    part: { sheets: sheetsOf(first, now), together: [...together], tables: [], range: null, pair: null },
    layout: 'list',
    mixedColumn: null,
  };
}

/** Both sheets as one table; null where the whole sheets do not belong together after all. */
async function joinedSheets(
  read: SheetFile,
  pair: SheetPair,
  choices: Choices,
  readSheet: (name: string) => Promise<SheetFile>,
  { signal, now }: Pick<ReadControl, 'signal'> & { readonly now: number },
): Promise<ShapedTable | null> {
  const whole = (index: number): SheetFile | Promise<SheetFile> =>
    index === read.sheetIndex ? read : readSheet(nameOf(read, index));
  const [orders, items] = [await whole(pair.orders.sheetIndex), await whole(pair.items.sheetIndex)];
  const wholePair = findSheetPair([peekOf(orders), peekOf(items)]);
  if (wholePair === null) return null;
  const joined = await runCooperatively(joinSheetsCooperatively(wholePair), signal);
  const names = { orders: orders.table.sheet, items: items.table.sheet };
  const answers = joinAnswers();
  const said: Issue = { code: 'reading.sheetsJoined', severity: 'notice', scope: 'file', params: names, answers };
  const aboutSheets = ({ code }: Issue): boolean =>
    ['reading.otherSheets', 'reading.unseenSheets', 'reading.preferredSheet'].includes(code);
  const hereOf = new Map([...(joined.table.joined?.rows ?? [])].map(([here, there]) => [there, here]));
  const others = items.otherSheets.filter(({ sheetIndex }) => sheetIndex !== orders.sheetIndex);
  const issues = [
    said,
    ...joined.issues,
    ...items.issues.filter((issue) => !aboutSheets(issue)),
    ...orders.issues.filter((issue) => !aboutSheets(issue)).map((issue) => inJoined(issue, joined.table, hereOf)),
    ...otherSheetsIssues(
      sheetsName([names.orders, names.items]),
      [orders.sheetIndex, items.sheetIndex],
      items.sheets,
      others,
    ),
  ];
  return {
    file: { ...items, table: joined.table, otherSheets: [], issues },
    choices,
    part: { sheets: sheetsOf(read, now), together: [], tables: [], range: null, pair: { ...names, joined: true } },
    layout: 'pair',
    mixedColumn: null,
  };
}

/** Moves an issue of the orders' sheet to its position in the joined table; without one it becomes an issue of the file. */
function inJoined({ row, column, ...issue }: Issue, { joined }: Table, hereOf: ReadonlyMap<number, number>): Issue {
  const at = joined === null || column === undefined ? -1 : joined.columns.indexOf(column);
  const here = row === undefined ? undefined : hereOf.get(row);
  if (issue.scope === 'file' || joined === null || at < 0 || here === undefined) return { ...issue, scope: 'file' };
  return { ...issue, row: here, column: joined.firstColumn + at };
}

/** One sheet: its blanks, its columns as rows, its only table, the one that was chosen, or the likeliest. */
async function onOneSheet(
  read: SheetFile,
  choices: Choices,
  pair: SheetPair | null,
  join: JoinControl,
): Promise<ShapedTable> {
  const ofPair = pair && { orders: nameOf(read, pair.orders.sheetIndex), items: nameOf(read, pair.items.sheetIndex) };
  const asked = pair !== null && choices.rules.joinSheets === 'ask' ? [joinQuestion(read, pair)] : [];
  const whole: FilePart = {
    ...{ sheets: sheetsOf(read, join.now), together: [], tables: [], range: null },
    pair: ofPair && { ...ofPair, joined: false },
  };
  const blanks = isChosen(choices) ? null : blankRows(read.table);
  const shape = blanks ?? (isChosen(choices) ? null : exchangeAxes(read.table));
  if (shape !== null)
    return withRows(
      { file: { ...read, otherSheets: [], issues: [...asked, ...read.issues] }, choices, part: whole },
      shape,
      blanks === null ? 'axes' : 'blanks',
    );
  const tables = findTables(read.table);
  const chosen = rangeToRead(tables, choices);
  const part: FilePart = {
    ...whole,
    tables: tables.map(({ range, rows, headings }) => ({
      range: formatSheetRange(range),
      rows,
      headings: headings.slice(0, namedHeadings),
    })),
    range: chosen === null ? null : chosen === tablesTogether ? chosen : formatSheetRange(chosen),
  };
  const stacked =
    chosen === tablesTogether ? stackTables(tables.map(({ range }) => ({ whole: read.table, range, sheet: 0 }))) : null;
  const table =
    stacked?.table ?? (chosen === null || chosen === tablesTogether ? read.table : cutTable(read.table, chosen));
  const issues =
    chosen === null
      ? read.issues
      : read.issues.filter(({ row, scope }) => scope === 'file' || row === undefined || table.indexOfRow(row) >= 0);
  const lists =
    pair !== null || isChosen(choices)
      ? null
      : await ordersOfTables(read.table, tables, choices.rules.joinSheets, join.remembered, join.signal);
  if (lists?.isJoined === true) {
    const { table: joined } = lists.joined;
    // What is said of a row of the orders, which are no rows any more, is said of the file.
    const said = read.issues.map((issue): Issue =>
      issue.row !== undefined && joined.indexOfRow(issue.row) < 0 ? { ...issue, scope: 'file' } : issue,
    );
    return {
      file: { ...read, table: joined, otherSheets: [], issues: [...lists.issues, ...said] },
      choices: { ...choices, rules: { ...choices.rules, joinSheets: 'on' } },
      part: { ...part, range: null },
      layout: 'tablePair',
      mixedColumn: null,
    };
  }
  const ofTables = lists?.issues ?? (choices.range === null && chosen !== null ? [tableQuestion(tables, chosen)] : []);
  const counted = (stacked?.countedOn ?? []).map((one) => countedOnIssue(one, table));
  const file = {
    ...{ ...read, table, otherSheets: [], productsBeside: productsBeside(read.otherSheets) },
    issues: [...asked, ...ofTables, ...counted, ...issues],
  };
  return { file, choices, part, layout: stacked === null ? 'sheet' : 'tables', mixedColumn: null };
}

/** The range to read, or all tables as one; null: the whole sheet. */
function rangeToRead(
  tables: readonly FoundTable[],
  { range, headerRow }: Choices,
): SheetRange | typeof tablesTogether | null {
  if (range === tablesTogether) return tables.length > 1 ? range : null;
  if (range !== null) return range === wholeSheet ? null : (parseSheetRange(range) ?? null);
  if (tables.length < 2) return null;
  if (headerRow === null && areOneList(tables)) return tablesTogether;
  const withHeading =
    headerRow === null
      ? undefined
      : tables.find((table) => table.range.firstRow <= headerRow && headerRow <= table.range.lastRow);
  return (withHeading ?? likeliestTable(tables))?.range ?? null;
}

function joinQuestion(read: SheetFile, { orders, items, itemOrderIdCount, matchedIdCount }: SheetPair): Issue {
  const answers = joinAnswers();
  const params = {
    orders: nameOf(read, orders.sheetIndex),
    items: nameOf(read, items.sheetIndex),
    sheet: read.table.sheet,
    ids: itemOrderIdCount,
    known: matchedIdCount,
  };
  return {
    code: 'reading.joinQuestion',
    severity: 'error',
    scope: 'file',
    params,
    ...(answers[0] ? { fix: answers[0].fix } : {}),
    answers,
  };
}
