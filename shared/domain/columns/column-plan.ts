/** Decides which row holds the headings and which column is which field: choices first, guesses for the rest. */
import type { Choices } from '../model/choices.ts';
import type { Rules } from '../model/rules.ts';
import type { ColumnField } from '../model/fields.ts';
import { calledColumns } from './called-columns.ts';
import type { ColumnValues } from './column-values.ts';
import { guessColumns } from './guess-columns.ts';
import { findHeadingRow, isColumnNumbers, isPriceRow, joinedHeadings } from './heading-row.ts';
import { isWareColumn, type ColumnGuess, type Mapping } from '../model/mapping.ts';
import { itemGroupsOf, type ItemGroup } from './item-groups.ts';
import type { Profile } from '../model/profile.ts';
import type { SettledHeading } from '../model/settled.ts';
import { columnName, type Cell, type Table } from '../table/table.ts';
import { standInsOf, type StandIns } from './stand-ins.ts';
import { isKnownWare, readWareHeading, type KnownGoods } from './ware-heading.ts';
import { fold } from '../values/fold.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { isNoteText } from '../rows/note-words.ts';
import { isBlankText } from '../values/clean-text.ts';
import { isTotalText } from '../rows/total-words.ts';

export interface ColumnPlan {
  /** Index of the (first) heading row; null where none was found. */
  readonly headerIndex: number | null;
  /** Index of the first row below the headings. */
  readonly firstDataIndex: number;
  /** One per column, in order. */
  readonly columns: readonly ColumnGuess[];
  readonly mapping: Mapping;
  /** Columns that are read where a recipient's own hold nothing. */
  readonly standIns: StandIns;
  /** Columns of further items of each row. */
  readonly itemGroups: readonly ItemGroup[];
  /** Columns that are wares: their headings are the products, their cells the quantities. */
  readonly wares: readonly number[];
  /** What one piece of each costs, by column, where a row below the headings, or the heading itself, says so. */
  readonly warePrices: ReadonlyMap<number, string>;
  /** Columns decided by the operator or a profile (the guess's reason says by which). */
  readonly chosenColumns: ReadonlySet<number>;
}

/** Rows from the top that are searched for headings. */
const topRows = 30;
/** Rows below the headings that guesses are based on. */
const sampleRows = 500;

function textsOfRow(table: Table, index: number): string[] {
  const texts = Array.from({ length: table.columnCount }, () => '');
  table.forEachCell(index, (column, _kind, text) => {
    texts[column] = text;
  });
  return texts;
}

export interface FoundHeadings {
  /** Index of the (first) heading row; null where none was found. */
  readonly index: number | null;
  readonly headingRowCount: number;
  readonly texts: readonly string[];
}

/** Finds the headings: in the chosen row (Excel's number), else by searching from the top. */
export function findHeadings(table: Table, headerRow: number | null): FoundHeadings {
  const chosen = headerRow === null ? -1 : table.indexOfRow(headerRow);
  const from = Math.max(0, chosen);
  const rows = Array.from({ length: Math.min(topRows, table.rowCount - from) }, (_, offset) =>
    textsOfRow(table, from + offset),
  );
  const found = findHeadingRow(rows);
  if (chosen < 0 && !found)
    return { index: null, headingRowCount: 0, texts: withPartHeadings(table, textsOfRow(table, -1)) };
  // A chosen row that is blank holds no headings: search for them.
  const first = chosen < 0 && found ? found.index : 0;
  const isPair = found?.index === first && found.headingRowCount === 2;
  // A title above a blank row is not the upper of two heading rows.
  const isGap = isPair && table.rowNumber(from + first + 1) !== table.rowNumber(from + first) + 1;
  const offset = isGap && chosen < 0 ? first + 1 : first;
  const headingRowCount = isPair && !isGap ? 2 : 1;
  const texts =
    found && headingRowCount === 2
      ? joinedHeadings(found, rows[offset] ?? [], rows[offset + 1] ?? [])
      : (rows[offset] ?? []);
  return { index: from + offset, headingRowCount, texts: withPartHeadings(table, texts) };
}

/** Parts of cells have headings also where the sheet has none. */
function withPartHeadings({ parts }: Table, texts: readonly string[]): readonly string[] {
  if (parts.length === 0) return texts;
  const all = [...texts];
  for (const { firstColumn, headings } of parts) headings.forEach((heading, at) => (all[firstColumn + at] = heading));
  return all;
}

/** Skips a row of column numbers, or of the wares' prices: it belongs to the headings. */
function firstIndexBelowHeadings(table: Table, index: number): number {
  if (index >= table.rowCount) return index;
  const texts = textsOfRow(table, index);
  return isColumnNumbers(texts) || isPriceRow(texts) ? index + 1 : index;
}

/** The prices right above the first order, or in the headings, of the columns that are wares. */
function warePricesOf(
  table: Table,
  firstDataIndex: number,
  wares: readonly number[],
  headings: readonly string[],
): ReadonlyMap<number, string> {
  const above = wares.length === 0 || firstDataIndex === 0 ? [] : textsOfRow(table, firstDataIndex - 1);
  const texts = isPriceRow(above) ? above : [];
  return new Map(
    wares.flatMap((column) => {
      const text = (texts[column] ?? '').trim() || (readWareHeading(headings[column] ?? '').price ?? '');
      return text === '' ? [] : [[column, text] as const];
    }),
  );
}

/** Indices of the rows that guesses are based on, without sums and notes. */
function sampledRows(table: Table, firstDataIndex: number, headings: readonly string[]): number[] {
  const indices = Array.from(
    { length: Math.min(table.rowCount - firstDataIndex, sampleRows) },
    (_, offset) => firstDataIndex + offset,
  );
  const orders = indices.filter((index) => !isSumOrNote(table, index) && !isAloneOrHeading(table, index, headings));
  return orders.length === 0 ? indices : orders;
}

/** Whether the row looks like a sum or a note rather than an order. */
function isSumOrNote(table: Table, index: number): boolean {
  let filled = 0;
  let isTotal = false;
  let isNote = false;
  table.forEachCell(index, (_column, kind, text) => {
    filled++;
    isTotal ||= kind === 'text' && isTotalText(text);
    isNote ||= filled === 1 && kind === 'text' && isNoteText(text);
  });
  // An order's row is mostly filled, whatever words it contains.
  return (isTotal || isNote) && filled * 2 <= table.columnCount + 1;
}

/** A line of one cell between the orders of a wide table, or the headings or the columns' numbers once more. */
function isAloneOrHeading(table: Table, index: number, headings: readonly string[]): boolean {
  let filled = 0;
  let alike = 0;
  let numbered = 0;
  table.forEachCell(index, (column, _kind, text) => {
    filled++;
    if (text === headings[column]) alike++;
    if (text === String(column + 1)) numbered++;
  });
  return (
    (filled === 1 && table.columnCount >= fewestWide) ||
    (alike >= 2 && alike * 2 >= filled) ||
    (filled >= 4 && numbered === filled)
  );
}

const fewestWide = 5;

/** Where cells are taken apart their column itself gives nothing; where they are left as they are, their parts do not. */
function setAsideColumns(
  { parts }: Table,
  mixedCells: Rules['mixedCells'],
): ReadonlyMap<number, ColumnGuess['reason']> {
  const aside = new Map<number, ColumnGuess['reason']>();
  for (const { source, firstColumn, headings } of parts)
    if (mixedCells !== 'asIs') aside.set(source, { code: 'takenApart', params: { parts: headings.join(', ') } });
    else headings.forEach((_, at) => aside.set(firstColumn + at, { code: 'notTakenApart', params: {} }));
  return aside;
}

function* samplesOf(table: Table, indices: readonly number[], column: number): Generator<Cell> {
  for (const index of indices) yield table.cell(index, column);
}

interface Decision {
  readonly column: number;
  readonly field: ColumnField | null;
  readonly reason: ColumnGuess['reason'];
}

/** The batch's choices in joining order; those that its profile or an earlier answer makes too are attributed to these. */
function decisionsOf(
  guesses: readonly ColumnGuess[],
  choices: Choices,
  profile: Profile | null,
  answers: readonly SettledHeading[],
): Decision[] {
  const isOfProfile = (column: number, field: ColumnField | null) =>
    profile?.columns.some((known) => known.heading === guesses[column]?.heading && known.field === field) ?? false;
  const isAnswered = (column: number, field: ColumnField | null) =>
    answers.some((answer) => answer.field === field && fold(answer.heading) === fold(guesses[column]?.heading ?? ''));
  const plain = (code: string): ColumnGuess['reason'] => ({ code, params: {} });
  const known = choices.columns.find(({ field, by }) => by !== undefined && field !== null);
  const byTable = (field: ColumnField | null): ColumnGuess['reason'] =>
    field === null && known !== undefined
      ? { code: 'orders.ofShopItself', params: { other: guesses[known.column]?.called ?? '' } }
      : plain('orders.tableKnows');
  return choices.columns.map(({ column, field, by }) => ({
    column,
    field,
    reason: isOfProfile(column, field)
      ? plain('orders.profile')
      : isAnswered(column, field)
        ? plain('orders.answered')
        : by === undefined
          ? plain('orders.chosen')
          : byTable(field),
  }));
}

function decide(guess: ColumnGuess, decisions: readonly Decision[]): ColumnGuess {
  const decision = decisions.find(({ column }) => column === guess.column);
  if (decision)
    return {
      ...guess,
      field: decision.field,
      confidence: 1,
      reason: decision.reason,
      evidence: [],
    };
  if (guess.field === null || !decisions.some(({ field }) => field === guess.field)) return guess;
  // Another column was chosen for this field: the guess gives way.
  const candidates = [{ field: guess.field, confidence: guess.confidence }, ...guess.candidates];
  return {
    ...guess,
    field: null,
    reason: { code: 'orders.replaced', params: { field: guess.field } },
    candidates,
    evidence: [],
  };
}

/** A column that was second to the one which a person said is something else is no worse than that was. */
const leastOfSecond = 0.6;

/** Gives a field whose column was decided to be another one to the column that was second to it. */
function refilled(
  columns: readonly ColumnGuess[],
  guesses: readonly ColumnGuess[],
  decisions: readonly Decision[],
): readonly ColumnGuess[] {
  const isFree = ({ column }: ColumnGuess): boolean => !decisions.some((decision) => decision.column === column);
  const scoreOf = ({ candidates }: ColumnGuess, field: ColumnField): number =>
    candidates.find((candidate) => candidate.field === field)?.confidence ?? 0;
  let filled = columns;
  for (const { column, field, called } of guesses) {
    const now = filled[column]?.field;
    if (field === null || now === field || now == null || filled.some((one) => one.field === field)) continue;
    const second = filled
      .filter((one) => one.field === null && one.reason.code === 'otherColumn' && isFree(one))
      .toSorted((a, b) => scoreOf(b, field) - scoreOf(a, field))
      .find((one) => scoreOf(one, field) >= leastOfSecond);
    if (second === undefined) continue;
    const reason = { code: 'secondTo', params: { other: called } };
    filled = filled.map((one) => (one === second ? { ...one, field, confidence: scoreOf(one, field), reason } : one));
  }
  return filled;
}

/** Says of a further item's column that it is one; of the first item's that nothing rivals it. */
function ofItem(guess: ColumnGuess, groups: readonly ItemGroup[]): ColumnGuess {
  const at = groups.findIndex((group) => Object.values(group).includes(guess.column));
  if (at >= 0) return { ...guess, reason: { code: 'furtherItem', params: { number: at + 2 } } };
  const isFirst =
    guess.reason.code === 'betterOfTwo' && groups.some((group) => Object.keys(group).includes(guess.field ?? ''));
  return isFirst ? { ...guess, reason: { code: 'knownName', params: {} } } : guess;
}

function mappingOf(
  columns: readonly ColumnGuess[],
  decisions: readonly Decision[],
  constants: Mapping['constants'],
): Mapping {
  const byField: Partial<Record<ColumnField, number[]>> = {};
  const add = (field: ColumnField | null, column: number) => {
    if (field === null) return;
    const known = byField[field];
    if (!known) byField[field] = [column];
    else if (!known.includes(column)) known.push(column);
  };
  for (const { field, column } of decisions) if (column < columns.length) add(field, column);
  for (const { field, column } of columns) add(field, column);
  return { columns: byField, constants };
}

/** None once a person said which column the products or the quantities are. */
function waresOf(columns: readonly ColumnGuess[], mapping: Mapping['columns']): readonly number[] {
  const isSaid = (['product_name', 'product_code', 'client_product_id', 'quantity'] as const).some(
    (field) => mapping[field] !== undefined,
  );
  return isSaid ? [] : columns.flatMap((guess) => (isWareColumn(guess) ? [guess.column] : []));
}

interface JudgedTable {
  readonly headerRow: Choices['headerRow'];
  readonly mixedCells: Rules['mixedCells'];
  /** `YYYY-MM-DD`; null: dates were not compared with it. */
  readonly today: string | null;
  /** Headings that the product table knows as wares, in order. */
  readonly known: string;
  readonly headings: ReturnType<typeof findHeadings>;
  readonly firstDataIndex: number;
  /** Indices of the rows that guesses are based on. */
  readonly sampled: readonly number[];
  readonly guesses: readonly ColumnGuess[];
  /** What the cells below the headings were asked: the same whatever the day and the rules are. */
  readonly values: Map<number, ColumnValues>;
}

/** What was judged last: a table never changes, and is interpreted anew for every choice. */
const judgedTables = new WeakMap<Table, JudgedTable>();

function judge(
  table: Table,
  { headerRow, rules: { mixedCells } }: Choices,
  today: string | null,
  goods: KnownGoods | null,
): JudgedTable {
  const before = judgedTables.get(table);
  const isSame = before?.headerRow === headerRow;
  const headings = isSame ? before.headings : findHeadings(table, headerRow);
  const wares = new Set(goods === null || goods.isEmpty ? [] : headings.texts.filter((one) => isKnownWare(goods, one)));
  const known = [...wares].join('\n');
  if (isSame && before.mixedCells === mixedCells && before.today === today && before.known === known) return before;
  const values = isSame ? before.values : new Map<number, ColumnValues>();
  const firstDataIndex =
    headings.index === null ? 0 : firstIndexBelowHeadings(table, headings.index + headings.headingRowCount);
  const sampled = sampledRows(table, firstDataIndex, headings.texts);
  const guesses = guessColumns(headings.texts, (column) => samplesOf(table, sampled, column), {
    rowCount: table.rowCount - firstDataIndex,
    today,
    setAside: setAsideColumns(table, mixedCells),
    isWare: (heading) => wares.has(heading),
    kept: values,
    called: calledColumns(headings.texts, (column) => columnName(table, column)),
  });
  const judged = { headerRow, mixedCells, today, known, headings, firstDataIndex, sampled, guesses, values };
  judgedTables.set(table, judged);
  return judged;
}

/**
 * Finds the headings and decides every column: the batch's choice (the operator's, or one that its profile made), else
 * the guess. `profile` and `answers` are used only to say where a choice comes from. Guesses use the file as read, never the edits, so
 * that an edit does not change what a column is. `now`: milliseconds since 1970; null: dates are not compared with it.
 * `goods`: tell headings that are wares; null: not known.
 */
export function interpretColumns(
  table: Table,
  choices: Choices,
  profile: Profile | null = null,
  now: number | null = null,
  answers: readonly SettledHeading[] = [],
  goods: KnownGoods | null = null,
): ColumnPlan {
  const today = now === null ? null : localFromEpoch(now).slice(0, 10);
  const { headings, firstDataIndex, sampled, guesses } = judge(table, choices, today, goods);
  const decisions = decisionsOf(guesses, choices, profile, answers);
  const decided = guesses.map((guess) => decide(guess, decisions));
  const columns = refilled(decided, guesses, decisions);
  const mapping = mappingOf(columns, decisions, choices.constants);
  const byOperator = new Set(
    decisions.flatMap(({ column, reason }) => (reason.code === 'orders.chosen' ? [column] : [])),
  );
  const wares = waresOf(columns, mapping.columns);
  const itemGroups = itemGroupsOf(columns, mapping.columns, (column) => byOperator.has(column));
  return {
    headerIndex: headings.index,
    firstDataIndex,
    columns: itemGroups.length === 0 ? columns : columns.map((guess) => ofItem(guess, itemGroups)),
    mapping,
    standIns: standInsOf(columns, mapping.columns, sampled, (row, column) => isBlankText(table.text(row, column))),
    itemGroups,
    wares,
    warePrices: warePricesOf(table, firstDataIndex, wares, headings.texts),
    chosenColumns: new Set(decisions.map(({ column }) => column)),
  };
}
