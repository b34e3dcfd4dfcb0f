/**
 * Makes rows of orders of blanks: lines with the customer's details above a table of wares, once or one below the other,
 * under headings at the top or repeated (docs/domain.md, «Messages as rows»). Labels («Получатель: …») become columns behind
 * the table's own; texts without labels stand together in one more column, which is then taken apart. Both hold their
 * values in the first row of the blank's wares.
 */
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { readHeading } from '../columns/name-match.ts';
import type { ColumnField } from '../model/fields.ts';
import { isOrderHeading } from '../rows/note-words.ts';
import { isTotalText } from '../rows/total-words.ts';
import { knownFields } from '../sheets/known-fields.ts';
import { wholeSheet } from '../sheets/sheet-range.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { PartColumns, Table } from '../table/table.ts';
import {
  cellsOf,
  isOrderLine,
  labelsOf,
  lineOf,
  looseText,
  meaningsOf,
  wareFields,
  withOwners,
  type Detail,
  type Line,
  type PlacedCell,
} from './blank-lines.ts';
import type { MessageRows } from './message-rows.ts';
import type { PartMeaning } from './message-text.ts';
import { phoneInText } from './part-kinds.ts';
import { partHeading } from './take-apart.ts';

interface Blank {
  readonly lines: readonly Line[];
  /** What its lines say, other persons' details named as theirs. */
  readonly details: readonly Detail[];
}

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];
const productFields: readonly ColumnField[] = ['client_product_id', 'product_code', 'product_name'];
const amountFields: readonly ColumnField[] = ['quantity', 'price', 'final_price'];
/** A longer sheet is none of blanks; looking at each of its rows would take long. */
const mostRows = 3000;
/** The first blank begins at the top. */
const topRows = 40;
/** What a blank says of its customer at least; several of them show by their likeness that they are blanks. */
const fewestDetails = 3;
const fewestOfSeveral = 2;
const fewestHeadings = 2;
/** Rows that a sentence names. */
const namedRows = 10;

/** A table with the wares of all blanks, each under its own row's number; null where the table holds none. */
export function blankRows(table: Table): MessageRows | null {
  if (table.rowCount > mostRows) return null;
  const headIndex = wareHeadIndex(table);
  if (headIndex < 0) return null;
  const sheet = walked(table, headIndex);
  const [first] = sheet?.blanks.values() ?? [];
  if (sheet === null || first === undefined || !areOfCustomers([...sheet.blanks.values()])) return null;
  const blanks = [...sheet.blanks.values()];
  const labels = placesOfLabels(blanks, table.columnCount);
  const textColumn = table.columnCount + labels.size;
  const parts = partsByLook(blanks, textColumn);
  const hasTexts = blanks.some(({ details }) => looseText(details) !== '');
  const used = new Set([...sheet.repeated, ...blanks.flatMap(({ lines }) => lines.map(({ index }) => index))]);
  const builder = new TableBuilder();
  const left: number[] = [];
  const notes: number[] = [];
  for (let index = 0; index < table.rowCount; index++) {
    if (used.has(index)) continue;
    if (sheet.notOrdered.has(index) || sheet.notes.has(index)) {
      (sheet.notes.has(index) ? notes : left).push(table.rowNumber(index));
      continue;
    }
    builder.startRow(table.rowNumber(index));
    for (const { column, kind, text } of cellsOf(table, index)) builder.addCell(column, kind, text);
    if (index === headIndex) {
      for (const { column, label } of labels.values()) builder.addCell(column, 'text', label);
      parts?.headings.forEach((heading, at) => builder.addCell(parts.firstColumn + at, 'text', heading));
    }
    const blank = sheet.blanks.get(index);
    for (const { column, kind, text } of blank === undefined ? [] : valuesOf(blank, labels, textColumn, parts))
      builder.addCell(column, kind, text);
  }
  const { sheet: name, date1904, hiddenRows, struckRows } = table;
  return {
    table: builder.build({ sheet: name, parts: parts ? [parts] : [], date1904, hiddenRows, struckRows }),
    issues: [
      blanksIssue(blanks.length),
      ...leftIssues('reading.blankRowsLeft', left),
      ...leftIssues('reading.blankNotes', notes),
    ],
    ...(hasTexts && parts === null ? { mixedColumn: textColumn } : {}),
  };
}

/**
 * The columns for cells that were told by their look, behind one that holds the texts of their lines; null where any line
 * must be read as one text.
 */
function partsByLook(blanks: readonly Blank[], source: number): PartColumns | null {
  const keys = new Set<PartMeaning>();
  let isCyrillic = false;
  for (const { lines } of blanks) {
    const ofBlank = lines.flatMap(({ cells, details }) =>
      details.some(({ label }) => label === null) ? [...(cells?.keys() ?? ['rest' as const])] : [],
    );
    if (ofBlank.includes('rest') || new Set(ofBlank).size < ofBlank.length) return null;
    for (const key of ofBlank) if (key !== 'rest') keys.add(key);
    isCyrillic ||= /\p{Script=Cyrillic}{3}/u.test(looseText(lines.flatMap(({ details }) => details)));
  }
  const headings = [...keys].map((key) => partHeading(key, isCyrillic));
  if (keys.size === 0 || headings.includes('')) return null;
  return { source, firstColumn: source + 1, headings, keys: [...keys], reader: 'message' };
}

/** Index of the first row of headings of wares, none of a customer among them; -1 where there is none. */
function wareHeadIndex(table: Table): number {
  for (let index = 1; index < Math.min(topRows, table.rowCount); index++)
    if (areWareHeadings(cellsOf(table, index))) return index;
  return table.rowCount > 0 && areWareHeadings(cellsOf(table, 0)) ? 0 : -1;
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

interface Walked {
  /** By the index of the row of their first ware. */
  readonly blanks: ReadonlyMap<number, Blank>;
  /** Indices of headings that come again. */
  readonly repeated: readonly number[];
  /** Indices of wares of the price list that nobody ordered: neither pieces nor a sum. */
  readonly notOrdered: ReadonlySet<number>;
  /** Indices of rows below the headings that hold neither wares nor details. */
  readonly notes: ReadonlySet<number>;
}

/** Finds which lines stand above which wares; null where wares or customers would be left without the other. */
function walked(table: Table, headIndex: number): Walked | null {
  const headings = cellsOf(table, headIndex);
  const key = keyOfHeadings(headings);
  const columns = wareColumns(headings);
  const blanks = new Map<number, Blank>();
  const repeated: number[] = [];
  const notOrdered = new Set<number>();
  const notes: number[] = [];
  let open = linesAbove(table, headIndex);
  // Below the sum of a blank's wares stand only words.
  let isClosed = false;
  for (let index = headIndex + 1; index < table.rowCount; index++) {
    const cells = cellsOf(table, index);
    if (areWareHeadings(cells)) {
      // Other columns, or a table below that has no customer.
      if (keyOfHeadings(cells) !== key || open.length === 0) return null;
      repeated.push(index);
    } else if (cells.some(({ text }) => isTotalText(text))) isClosed = true;
    else if (labelsOf(cells).length > 0 || !isWare(cells, columns)) {
      const line = lineOf(table, index);
      if (line !== null) open.push(line);
      else if (!isPartOfWare(cells, columns) || (isClosed && cells.length === 1)) notes.push(index);
    } else if (isNotOrdered(cells, columns)) notOrdered.add(index);
    else if (open.length > 0) {
      const lines = ownLines(table, open);
      notes.push(...open.slice(0, open.length - lines.length).map((line) => line.index));
      blanks.set(index, { lines, details: withOwners(lines.flatMap(({ details }) => details)) });
      open = [];
      isClosed = false;
    } else if (blanks.size === 0) return null;
  }
  // A blank without wares would lose its customer.
  if (open.some(({ details }) => meaningsOf(withOwners(details)).includes('full_name'))) return null;
  const below = [...notes, ...open.map((line) => line.index)].filter((index) => index > headIndex);
  return { blanks, repeated, notOrdered, notes: new Set(below) };
}

/** The lines right above the headings. */
function linesAbove(table: Table, headIndex: number): Line[] {
  const lines: Line[] = [];
  for (let index = headIndex - 1; index >= 0; index--) {
    const line = lineOf(table, index);
    if (line === null) break;
    lines.unshift(line);
  }
  return lines;
}

/**
 * Of the lines above a blank's wares those that are its own: from the wares up as many pieces between blank rows as name a
 * customer, with the line of the order above them. What stands further up belongs to the blank before, or is the shop's.
 */
function ownLines(table: Table, lines: readonly Line[]): readonly Line[] {
  const isGap = (at: number): boolean =>
    at === 0 || table.rowNumber(lines[at]?.index ?? 0) - table.rowNumber(lines[at - 1]?.index ?? 0) > 1;
  let from = lines.length;
  while (from > 0 && !namesCustomer(lines.slice(from))) {
    from--;
    while (from > 0 && !isGap(from)) from--;
  }
  // «BUYURTMA BLANKASI», right above labels that name the customer.
  const isTitle = (line: Line | undefined): boolean =>
    line !== undefined && line.details[0]?.label === null && !isOrderLine(line);
  const isAboveLabels = (at: number): boolean =>
    lines.slice(at + 1).every(({ details }) => details.every(({ label }) => label !== null));
  while (isTitle(lines[from]) && isAboveLabels(from) && namesCustomer(lines.slice(from + 1))) from++;
  const order = lines.slice(0, from).findLastIndex(isOrderLine);
  return lines.slice(order >= 0 && !lines.slice(from).some(isOrderLine) ? order : from);
}

function namesCustomer(lines: readonly Line[]): boolean {
  const meanings = meaningsOf(withOwners(lines.flatMap(({ details }) => details)));
  return meanings.includes('full_name') && (meanings.includes('phone') || meanings.includes('address'));
}

function keyOfHeadings(cells: readonly PlacedCell[]): string {
  return cells.map(({ column, text }) => `${column} ${foldHeading(text).key}`).join('\n');
}

interface WareColumns {
  readonly products: ReadonlySet<number>;
  readonly amounts: ReadonlySet<number>;
  readonly quantity: number | null;
  readonly totals: ReadonlySet<number>;
}

function wareColumns(headings: readonly PlacedCell[]): WareColumns {
  const named = headings.map(({ column, text }) => ({ column, name: readHeading(text) }));
  const of = (fields: readonly ColumnField[]): number[] =>
    named.filter(({ name }) => name.matches.some(({ field }) => fields.includes(field))).map(({ column }) => column);
  const totals = named.filter(({ name }) => name.unsentKind === 'total').map(({ column }) => column);
  const [quantity = null] = of(['quantity']);
  return {
    products: new Set(of(productFields)),
    amounts: new Set([...of(amountFields), ...totals]),
    quantity,
    totals: new Set(totals),
  };
}

const amountText = /^\d{1,9}(?:[ \u00A0.,]\d{3})*(?:[.,]\d{1,2})?(?:\s*\p{L}{1,5}\.?)?$/u;

/** Whether something in the row can only be of a ware: an amount, or a product. */
function isPartOfWare(cells: readonly PlacedCell[], { products, amounts }: WareColumns): boolean {
  return cells.some(({ column, text }) => products.has(column) || (amounts.has(column) && /\d/u.test(text)));
}

/** Whether the row is a ware: a product with an amount, and nothing of an order or a customer. */
function isWare(cells: readonly PlacedCell[], { products, amounts }: WareColumns): boolean {
  if (cells.some(({ text }) => isOrderHeading(text) || text.search(phoneInText) >= 0)) return false;
  const hasAmount = cells.some(({ column, text }) => amounts.has(column) && amountText.test(text.trim()));
  return hasAmount && (products.size === 0 || cells.some(({ column }) => products.has(column)));
}

function isNotOrdered(cells: readonly PlacedCell[], { quantity, totals }: WareColumns): boolean {
  return quantity !== null && !cells.some(({ column }) => column === quantity || totals.has(column));
}

function areOfCustomers(blanks: readonly Blank[]): boolean {
  const fewest = blanks.length > 1 ? fewestOfSeveral : fewestDetails;
  return blanks.every(({ lines, details }) => {
    const meanings = meaningsOf(details);
    const names = details.filter(({ name }) => name?.matches.some(({ field }) => field === 'full_name')).map(labelKey);
    const told = lines.filter(
      (line) => line.details.some(({ label }) => label === null) && meaningsOf(line.details).includes('full_name'),
    );
    return (
      new Set(meanings).size >= fewest &&
      namesCustomer(lines) &&
      // A name that comes again, under its label or by its look, is another customer's.
      new Set(names).size === names.length &&
      told.length < 2
    );
  });
}

const labelKey = ({ label }: Detail): string => foldHeading(label ?? '').key;

type LabelPlaces = ReadonlyMap<string, { readonly column: number; readonly label: string }>;

/** The labelled details by their keys; a label that comes again within a blank is another one. */
function byKeys(details: readonly Detail[]): ReadonlyMap<string, Detail> {
  const seen = new Map<string, number>();
  const found = new Map<string, Detail>();
  for (const detail of details) {
    if (detail.label === null) continue;
    const key = labelKey(detail);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    found.set(`${key} ${seen.get(key)}`, detail);
  }
  return found;
}

function placesOfLabels(blanks: readonly Blank[], firstColumn: number): LabelPlaces {
  const places = new Map<string, { readonly column: number; readonly label: string }>();
  for (const { details } of blanks)
    for (const [key, { label }] of byKeys(details))
      if (!places.has(key)) places.set(key, { column: firstColumn + places.size, label: label ?? '' });
  return places;
}

/** The blank's cells behind the table's own. */
function valuesOf(
  { lines, details }: Blank,
  places: LabelPlaces,
  textColumn: number,
  parts: PartColumns | null,
): readonly PlacedCell[] {
  const labelled = [...byKeys(details)].flatMap(([key, { value }]) => {
    const place = places.get(key);
    return place ? [{ column: place.column, ...value }] : [];
  });
  const text = looseText(details);
  const told = lines.flatMap(({ cells }) => [...(parts === null || cells === null ? [] : cells)]);
  return [
    ...labelled,
    ...(text === '' ? [] : [{ column: textColumn, kind: 'text', text } as const]),
    ...told.map(([key, cell]) => ({ column: (parts?.firstColumn ?? 0) + (parts?.keys.indexOf(key) ?? 0), ...cell })),
  ].toSorted((a, b) => a.column - b.column);
}

function blanksIssue(count: number): Issue {
  const asTable: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'notMessages', params: {}, reading: { range: wholeSheet } },
  };
  return { code: 'reading.blanks', severity: 'notice', scope: 'file', params: { count }, answers: [asTable] };
}

/** Rows that were left out: wares without a quantity are pointed out, what is no ware is only said. */
function leftIssues(code: 'reading.blankRowsLeft' | 'reading.blankNotes', left: readonly number[]): Issue[] {
  if (left.length === 0) return [];
  const rows = `${left.slice(0, namedRows).join(', ')}${left.length > namedRows ? ' …' : ''}`;
  const severity = code === 'reading.blankRowsLeft' ? 'warning' : 'notice';
  return [{ code, severity, scope: 'file', params: { count: left.length, rows } }];
}
