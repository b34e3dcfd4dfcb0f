/** Reads the lines above the wares of an order blank: labels with their values, and texts that say by their look what they are. */
import { othersRoles } from '../columns/heading-words.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import { itemFields, lookupFields, type ColumnField } from '../model/fields.ts';
import { isOrderHeading } from '../rows/note-words.ts';
import { formatCell } from '../table/cell-display.ts';
import type { Cell, Table } from '../table/table.ts';
import { cleanText } from '../values/clean-text.ts';
import { matchRegion } from '../regions/match-region.ts';
import { readMessage, type PartMeaning } from './message-text.ts';

export interface PlacedCell extends Cell {
  readonly column: number;
}

/** What a line says: a label with its value; or, without a label, a text that is read as a message. */
export interface Detail {
  readonly label: string | null;
  readonly name: HeadingName | null;
  readonly value: Cell;
}

export interface Line {
  readonly index: number;
  readonly details: readonly Detail[];
  /** Of a line without labels: its cells, each told by its look, by what they are; null where one of them is not told. */
  readonly cells: ReadonlyMap<PartMeaning, Cell> | null;
}

export const wareFields: ReadonlySet<ColumnField> = new Set([...itemFields, ...lookupFields]);
/** What a text without a label must say so that its line is no title, category or remark. */
const telling: ReadonlySet<PartMeaning> = new Set<PartMeaning>([
  'order_id',
  'full_name',
  'phone',
  'address',
  'scheduled_at',
]);
/** What belongs to whoever was named before. */
const personal: ReadonlySet<ColumnField> = new Set<ColumnField>(['phone', 'address', 'region', 'city', 'zip']);
/** Three labels with their values beside each other. */
const mostCells = 6;
const longestLabel = 40;
const labelledCell = /^([^:：\n]{1,40})[:：]\s*(\S[^\n]*)$/u;

/** The row's cells that hold something. */
export function cellsOf(table: Table, index: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  table.forEachCell(index, (column, kind, text) => {
    if (kind !== 'text' || cleanText(text).text !== '') cells.push({ column, kind, text });
  });
  return cells;
}

/** «1) », «2. »: the place in a list. */
const counter = /^\d{1,3}[.)]\s+/u;
export const withoutCounter = (text: string): string => text.trim().replace(counter, '');

/**
 * What the row says of a customer or an order; null where it says nothing of them. `amounts`: columns whose sums belong to
 * all wares below.
 */
export function lineOf(table: Table, index: number, amounts: ReadonlySet<number> = new Set()): Line | null {
  const filled = cellsOf(table, index);
  const labelled = labelsOf(filled);
  if (labelled.length > 0) return { index, details: labelled, cells: null };
  const words = filled.filter(({ column, text }) => !amounts.has(column) || !/^[\d\s.,]+$/u.test(text));
  const cells = words.length === 1 ? words : filled;
  const shown = cells.map((cell) => withoutCounter(formatCell(cell, table.date1904)));
  const text = shown.join('\n');
  const read = readMessage(text);
  if (!read.parts.some(({ meaning }) => telling.has(meaning))) return null;
  return {
    index,
    details: [{ label: null, name: null, value: { kind: 'text', text } }],
    cells: cells.length > 1 ? eachByLook(cells, shown) : null,
  };
}

/** The cells of a row by what each is by its look; null where one is not told, or two are the same. */
function eachByLook(cells: readonly PlacedCell[], shown: readonly string[]): ReadonlyMap<PartMeaning, Cell> | null {
  const found = new Map<PartMeaning, Cell>();
  for (const [at, { kind, text: held }] of cells.entries()) {
    const text = shown[at] ?? '';
    const { parts, rest } = readMessage(text);
    const [part] = parts;
    const meaning = matchRegion(text).kind === 'known' ? 'region' : part?.meaning;
    if (meaning === undefined || parts.length > 1 || rest !== '' || found.has(meaning)) return null;
    found.set(meaning, meaning === 'order_id' ? { kind: 'text', text: part?.text ?? text } : { kind, text: held });
  }
  return found;
}

/** The labels of a row with their values, beside each other or in one cell; none where anything else stands in it. */
export function labelsOf(cells: readonly PlacedCell[]): readonly Detail[] {
  const [only] = cells;
  if (cells.length === 1 && only?.kind === 'text') {
    const [, label = '', value = ''] = labelledCell.exec(only.text.trim()) ?? [];
    return labelled(`${label}:`, { kind: 'text', text: value });
  }
  if (cells.length % 2 !== 0 || cells.length > mostCells) return [];
  const found: Detail[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]];
    const one = label?.kind === 'text' && value ? labelled(label.text, { kind: value.kind, text: value.text }) : [];
    if (one.length === 0) return [];
    found.push(...one);
  }
  return found;
}

/** A label with its value; a name that is not known counts where a colon stands behind it. */
function labelled(text: string, value: Cell): readonly Detail[] {
  const label = text.trim().replace(/\s*[:：]$/u, '');
  if (label === '' || label.length > longestLabel || value.text === '' || /\d/u.test(label)) return [];
  const valueName = readHeading(value.text);
  if (isNamed(valueName) && valueName.role === null) return [];
  const name = readHeading(label);
  const isLabel = isNamed(name) || name.role !== null || label !== text.trim();
  return isLabel && !name.matches.some(({ field }) => wareFields.has(field)) ? [{ label, name, value }] : [];
}

function isNamed({ matches, part, unsentKind }: HeadingName): boolean {
  const isSure = matches.some(({ strength }) => strength !== 'similar' && strength !== 'hinted');
  return isSure || part !== undefined || unsentKind !== undefined;
}

/**
 * The details with what follows another person's label named as that person's («Менеджер / Телефон»), up to the label of
 * the customer, or of a name.
 */
export function withOwners(details: readonly Detail[]): readonly Detail[] {
  let owner: string | null = null;
  return details.flatMap((detail) => {
    const { label, name } = detail;
    // A text below another person's label may be that person's phone or address.
    if (label === null || name === null)
      return [owner === null ? detail : { ...detail, label: owner, name: readHeading(owner) }];
    if (name.role !== null && othersRoles.has(name.role)) owner = label;
    else if (name.role !== null || fieldsOf(name).includes('full_name')) owner = null;
    else if (owner !== null && fieldsOf(name).some((field) => personal.has(field))) {
      const own = `${owner} / ${label}`;
      return [{ ...detail, label: own, name: readHeading(own) }];
    }
    return [detail];
  });
}

export function isOthers({ name }: Detail): boolean {
  return name !== null && name.role !== null && othersRoles.has(name.role);
}

const fieldsOf = ({ matches }: HeadingName): readonly ColumnField[] => matches.map(({ field }) => field);

/** What the blank's details are: the meanings of labels and of the parts of texts, without another person's. */
export function meaningsOf(details: readonly Detail[]): readonly (ColumnField | PartMeaning)[] {
  const own = details.filter((detail) => !isOthers(detail));
  const ofLabels = own.flatMap(({ name, value }) => {
    if (name === null) return [];
    const [first] = fieldsOf(name);
    const part = name.part === undefined ? [] : ([name.part.endsWith('Name') ? 'full_name' : 'address'] as const);
    // «Заказчик: Ким Елена, г. Бухара, тел. …» says more than its label.
    const inValue = first === 'full_name' ? readMessage(value.text).parts.map(({ meaning }) => meaning) : [];
    return [...(first === undefined ? part : [first]), ...inValue.filter((meaning) => meaning !== 'full_name')];
  });
  return [...ofLabels, ...readMessage(looseText(own)).parts.map(({ meaning }) => meaning)];
}

/** The texts without labels, as one; the line of the order first. */
export function looseText(details: readonly Detail[]): string {
  const texts = details.flatMap(({ label, value }) => (label === null ? [value.text] : []));
  return texts.toSorted((a, b) => Number(isOrderHeading(b)) - Number(isOrderHeading(a))).join('\n');
}

/** Whether the line begins an order: «Заказ № 2801 от 24.11.2026». */
export function isOrderLine({ details: [first] }: Line): boolean {
  if (first === undefined) return false;
  if (first.label === null) return isOrderHeading(first.value.text);
  return first.name?.matches.some(({ field }) => field === 'order_id') === true;
}
