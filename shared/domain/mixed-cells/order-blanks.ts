/**
 * Makes rows of orders of blanks: labels with the customer's details («Получатель: …», «Телефон: …») above a table of wares,
 * once or one below the other (docs/domain.md, «Messages as rows»). The labels become columns behind the table's own and hold
 * their values in the first row of the blank's wares.
 */
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { othersRoles } from '../columns/heading-words.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import { itemFields, lookupFields, type ColumnField } from '../model/fields.ts';
import { knownFields } from '../sheets/known-fields.ts';
import { wholeSheet } from '../sheets/sheet-range.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { Cell, Table } from '../table/table.ts';
import { cleanText } from '../values/clean-text.ts';
import type { MessageRows } from './message-rows.ts';

interface PlacedCell extends Cell {
  readonly column: number;
}

/** A label with its value. */
interface Labelled {
  readonly label: string;
  readonly name: HeadingName;
  readonly value: Cell;
}

interface Blank {
  readonly labels: readonly Labelled[];
  /** Index of the row of headings below the labels. */
  readonly headingIndex: number;
  readonly headings: readonly PlacedCell[];
}

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];
const wareFields: ReadonlySet<ColumnField> = new Set([...itemFields, ...lookupFields]);
/** A longer sheet is none of blanks; looking at each of its rows would take long. */
const mostRows = 3000;
/** The first blank begins at the top. */
const topRows = 40;
const fewestLabels = 3;
const fewestHeadings = 2;
/** Three labels with their values beside each other. */
const mostCells = 6;
const longestLabel = 40;
const labelledCell = /^([^:：\n]{1,40})[:：]\s*(\S[^\n]*)$/u;
/** Rows that a sentence names. */
const namedRows = 10;

/** A table with the wares of all blanks, each under its own row's number; null where the table holds none. */
export function blankRows(table: Table): MessageRows | null {
  const blanks = blanksOf(table);
  const [first] = blanks;
  if (first === undefined || blanks.some((blank) => !hasSameHeadings(blank, first))) return null;
  const labels = placesOfLabels(blanks, table.columnCount);
  const ofBlank = new Map(blanks.map((blank) => [blank.headingIndex, blank]));
  const labelRows = new Set(blanks.flatMap(({ headingIndex }) => rowsOfLabels(table, headingIndex)));
  const columns = quantityColumns(first.headings);
  const builder = new TableBuilder();
  const left: number[] = [];
  let open: Blank | null = null;
  const add = (index: number, cells: readonly PlacedCell[]): void => {
    builder.startRow(table.rowNumber(index));
    for (const { column, kind, text } of cells) builder.addCell(column, kind, text);
  };
  for (let index = 0; index < table.rowCount; index++) {
    if (labelRows.has(index)) continue;
    const cells = cellsOf(table, index);
    const blank = ofBlank.get(index);
    if (blank !== undefined) {
      open = blank;
      if (blank === first)
        add(index, [
          ...cells,
          ...[...labels.values()].map(({ column, label }) => ({ column, kind: 'text', text: label }) as const),
        ]);
    } else if (index > first.headingIndex && isNotOrdered(cells, columns)) left.push(table.rowNumber(index));
    else {
      add(index, open === null ? cells : [...cells, ...valuesOf(open, labels)]);
      open = null;
    }
  }
  // A blank without wares would lose its customer.
  if (open !== null) return null;
  const { sheet, date1904, hiddenRows, struckRows } = table;
  return {
    table: builder.build({ sheet, date1904, hiddenRows, struckRows }),
    issues: [blanksIssue(blanks.length), ...leftIssues(left)],
  };
}

function cellsOf(table: Table, index: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  table.forEachCell(index, (column, kind, text) => {
    if (kind !== 'text' || cleanText(text).text !== '') cells.push({ column, kind, text });
  });
  return cells;
}

/** The labels of a row with their values, beside each other or in one cell; none where anything else stands in it. */
function labelsOf(cells: readonly PlacedCell[]): readonly Labelled[] {
  const [only] = cells;
  if (cells.length === 1 && only?.kind === 'text') {
    const [, label = '', value = ''] = labelledCell.exec(only.text.trim()) ?? [];
    return labelled(label, { kind: 'text', text: value });
  }
  if (cells.length % 2 !== 0 || cells.length > mostCells) return [];
  const found: Labelled[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]];
    const one = label?.kind === 'text' && value ? labelled(label.text, { kind: value.kind, text: value.text }) : [];
    if (one.length === 0) return [];
    found.push(...one);
  }
  return found;
}

function labelled(text: string, value: Cell): readonly Labelled[] {
  const label = text.trim().replace(/\s*[:：]$/u, '');
  if (label === '' || label.length > longestLabel || value.text === '' || isName(readHeading(value.text))) return [];
  const name = readHeading(label);
  return isName(name) && !name.matches.some(({ field }) => wareFields.has(field)) ? [{ label, name, value }] : [];
}

function isName({ matches, part, unsentKind }: HeadingName): boolean {
  const isSure = matches.some(({ strength }) => strength !== 'similar' && strength !== 'hinted');
  return isSure || part !== undefined || unsentKind !== undefined;
}

/** Indices of the rows of labels right above the headings, last first. */
function rowsOfLabels(table: Table, headingIndex: number): number[] {
  const rows: number[] = [];
  for (let index = headingIndex - 1; index >= 0 && labelsOf(cellsOf(table, index)).length > 0; index--)
    rows.push(index);
  return rows;
}

/** The blanks in the table's order; none where a label is of somebody whom the order does not go to. */
function blanksOf(table: Table): readonly Blank[] {
  const blanks: Blank[] = [];
  if (table.rowCount > mostRows) return [];
  for (let index = 1; index < (blanks.length === 0 ? Math.min(topRows, table.rowCount) : table.rowCount); index++) {
    const headings = cellsOf(table, index);
    if (!areWareHeadings(headings)) continue;
    const labels = rowsOfLabels(table, index)
      .toReversed()
      .flatMap((row) => labelsOf(cellsOf(table, row)));
    if (labels.length < fewestLabels || !isOfCustomer(labels)) return [];
    blanks.push({ labels, headingIndex: index, headings });
  }
  return blanks;
}

function areWareHeadings(cells: readonly PlacedCell[]): boolean {
  if (cells.length < fewestHeadings || cells.some(({ kind, text }) => kind !== 'text' || /\d{4}/.test(text)))
    return false;
  const fields = knownFields(cells.map(({ text }) => text));
  return (
    [...fields].filter((field) => wareFields.has(field)).length >= fewestHeadings &&
    !customerFields.some((field) => fields.has(field))
  );
}

function isOfCustomer(labels: readonly Labelled[]): boolean {
  const fields = labels.flatMap(({ name }) => name.matches.map(({ field }) => field));
  const isOthers = labels.some(({ name: { role } }) => role !== null && othersRoles.has(role));
  return !isOthers && fields.includes('full_name') && (fields.includes('phone') || fields.includes('address'));
}

function hasSameHeadings({ headings }: Blank, first: Blank): boolean {
  const keysOf = (cells: readonly PlacedCell[]): string =>
    cells.map(({ column, text }) => `${column} ${foldHeading(text).key}`).join('\n');
  return keysOf(headings) === keysOf(first.headings);
}

type LabelPlaces = ReadonlyMap<string, { readonly column: number; readonly label: string }>;

/** A label that comes again within a blank is another one. */
function keysOfLabels(labels: readonly Labelled[]): readonly string[] {
  const seen = new Map<string, number>();
  return labels.map(({ label }) => {
    const { key } = foldHeading(label);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return `${key} ${seen.get(key)}`;
  });
}

function placesOfLabels(blanks: readonly Blank[], firstColumn: number): LabelPlaces {
  const places = new Map<string, { readonly column: number; readonly label: string }>();
  for (const { labels } of blanks)
    for (const [at, key] of keysOfLabels(labels).entries())
      if (!places.has(key)) places.set(key, { column: firstColumn + places.size, label: labels[at]?.label ?? '' });
  return places;
}

function valuesOf({ labels }: Blank, places: LabelPlaces): readonly PlacedCell[] {
  return keysOfLabels(labels)
    .flatMap((key, at) => {
      const [place, value] = [places.get(key), labels[at]?.value];
      return place && value ? [{ column: place.column, ...value }] : [];
    })
    .toSorted((a, b) => a.column - b.column);
}

interface AmountColumns {
  readonly quantity: number;
  readonly totals: readonly number[];
}

/** The column of pieces, and those of sums; null without the former. */
function quantityColumns(headings: readonly PlacedCell[]): AmountColumns | null {
  const named = headings.map(({ column, text }) => ({ column, name: readHeading(text) }));
  const quantity = named.find(({ name }) => name.matches.some(({ field }) => field === 'quantity'));
  if (quantity === undefined) return null;
  const totals = named.filter(({ name }) => name.unsentKind === 'total').map(({ column }) => column);
  return { quantity: quantity.column, totals };
}

/** A ware of the price list that nobody ordered: neither pieces nor a sum. */
function isNotOrdered(cells: readonly PlacedCell[], columns: AmountColumns | null): boolean {
  if (columns === null || cells.length < 2 || !cells.some(({ text }) => /\d/.test(text))) return false;
  return !cells.some(({ column }) => column === columns.quantity || columns.totals.includes(column));
}

function blanksIssue(count: number): Issue {
  const asTable: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'notMessages', params: {}, reading: { range: wholeSheet } },
  };
  return { code: 'reading.blanks', severity: 'notice', scope: 'file', params: { count }, answers: [asTable] };
}

function leftIssues(left: readonly number[]): Issue[] {
  if (left.length === 0) return [];
  const rows = `${left.slice(0, namedRows).join(', ')}${left.length > namedRows ? ' …' : ''}`;
  return [{ code: 'reading.blankRowsLeft', severity: 'warning', scope: 'file', params: { count: left.length, rows } }];
}
