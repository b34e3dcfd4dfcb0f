/**
 * Makes rows of orders of blanks: lines with the customer's details above a table of wares, once or one below the other,
 * under headings at the top or repeated (docs/domain.md, «Messages as rows»). Labels («Получатель: …») become columns behind
 * the table's own; texts without labels stand together in one more column, which is then taken apart. Both hold their
 * values in the first row of the blank's wares.
 */
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { wholeSheet } from '../sheets/sheet-range.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { PartColumns, Table } from '../table/table.ts';
import {
  cellsOf,
  isOrderLine,
  looseText,
  meaningsOf,
  withOwners,
  type Detail,
  type Line,
  type PlacedCell,
} from './blank-lines.ts';
import { sheetRows, wareHeadIndex, type SheetRow } from './blank-rows.ts';
import type { MessageRows } from './message-rows.ts';
import type { PartMeaning } from './message-text.ts';
import { partHeading } from './take-apart.ts';

interface Blank {
  readonly lines: readonly Line[];
  /** What its lines say, other persons' details named as theirs. */
  readonly details: readonly Detail[];
}

/** A longer sheet is none of blanks; looking at each of its rows would take long. */
const mostRows = 3000;
/** What a blank says of its customer at least; several of them show by their likeness that they are blanks. */
const fewestDetails = 3;
const fewestOfSeveral = 2;
/** Rows that a sentence names. */
const namedRows = 10;

/** A table with the wares of all blanks, each under its own row's number; null where the table holds none. */
export function blankRows(table: Table): MessageRows | null {
  if (table.rowCount > mostRows) return null;
  const headIndex = wareHeadIndex(table);
  if (headIndex < 0) return null;
  const sheet = blanksOf(table, headIndex);
  if (sheet === null) return null;
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
  return { source, firstColumn: source + 1, headings, keys: [...keys], reader: 'message', isSure: false };
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

const indicesOf = (rows: readonly SheetRow[], kind: SheetRow['kind']): number[] =>
  rows.flatMap((row) => (row.kind === kind ? [row.index] : []));

/** Gives each blank its lines; `unused`: lines that are no blank's. */
function asWalked(
  rows: readonly SheetRow[],
  headIndex: number,
  blanks: ReadonlyMap<number, readonly Line[]>,
  unused: readonly Line[],
): Walked {
  const notes = [...indicesOf(rows, 'note'), ...unused.map(({ index }) => index)];
  return {
    blanks: new Map(
      [...blanks].map(([index, lines]) => [
        index,
        { lines, details: withOwners(lines.flatMap(({ details }) => details)) },
      ]),
    ),
    repeated: indicesOf(rows, 'headings').filter((index) => index > headIndex),
    notOrdered: new Set(indicesOf(rows, 'notOrdered')),
    notes: new Set(notes.filter((index) => index > headIndex)),
  };
}

/** Each blank's lines stand above its wares; null where wares or customers would be left without the other. */
function linesThenWares(table: Table, rows: readonly SheetRow[], headIndex: number): Walked | null {
  const blanks = new Map<number, readonly Line[]>();
  const unused: Line[] = [];
  let open: Line[] = [];
  for (const row of rows) {
    if (row.kind === 'line') open.push(row.line);
    // A table below that has no customer.
    else if (row.kind === 'headings' && row.index > headIndex && open.length === 0) return null;
    else if (row.kind === 'ware' && open.length > 0) {
      const lines = ownLines(table, open);
      unused.push(...open.slice(0, open.length - lines.length));
      blanks.set(row.index, lines);
      open = [];
    } else if (row.kind === 'ware' && blanks.size === 0) return null;
  }
  // A blank without wares would lose its customer.
  return open.some((line) => namesSomebody([line])) ? null : asWalked(rows, headIndex, blanks, [...unused, ...open]);
}

/** Each piece of the sheet between blank rows is a blank, wherever its lines stand; null where one is none. */
function blanksBetweenGaps(table: Table, rows: readonly SheetRow[], headIndex: number): Walked | null {
  const blanks = new Map<number, readonly Line[]>();
  const unused: Line[] = [];
  let lines: Line[] = [];
  let firstWare: number | null = null;
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'line') lines.push(row.line);
    if (row.kind === 'ware') firstWare ??= row.index;
    const below = rows[at + 1];
    if (below !== undefined && table.rowNumber(below.index) - table.rowNumber(row.index) === 1) continue;
    if (firstWare !== null) blanks.set(firstWare, lines);
    else if (namesSomebody(lines)) return null;
    else unused.push(...lines);
    [lines, firstWare] = [[], null];
  }
  return asWalked(rows, headIndex, blanks, unused);
}

function namesSomebody(lines: readonly Line[]): boolean {
  return meaningsOf(withOwners(lines.flatMap(({ details }) => details))).includes('full_name');
}

/** The blanks of the sheet, in whichever way they all have a customer; null where it has none. */
function blanksOf(table: Table, headIndex: number): Walked | null {
  const rows = sheetRows(table, headIndex);
  if (rows === null) return null;
  for (const read of [linesThenWares, blanksBetweenGaps]) {
    const found = read(table, rows, headIndex);
    if (found !== null && areOfCustomers([...found.blanks.values()])) return found;
  }
  return null;
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

function areOfCustomers(blanks: readonly Blank[]): boolean {
  if (blanks.length === 0) return false;
  const fewest = blanks.length > 1 ? fewestOfSeveral : fewestDetails;
  return blanks.every(({ lines, details }) => {
    const meanings = meaningsOf(details);
    const names = details.filter(({ name }) => name?.matches.some(({ field }) => field === 'full_name')).map(labelKey);
    const told = lines.filter(
      (line) => line.details.some(({ label }) => label === null) && meaningsOf(line.details).includes('full_name'),
    );
    const isNumbered = blanks.length > 1 && lines.some(isOrderLine);
    return (
      ((new Set(meanings).size >= fewest && namesCustomer(lines)) || isNumbered) &&
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
