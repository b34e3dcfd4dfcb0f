/**
 * Takes cells that hold several things apart (docs/domain.md, «Cells that hold more than one thing»): the parts stand in
 * columns of their own after the sheet's, under headings that say what they are, and are judged and edited like others.
 */
import type { ColumnField } from '../model/fields.ts';
import { columnFields } from '../model/fields.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Issue } from '../model/issues.ts';
import { othersRoles } from '../columns/heading-words.ts';
import { readHeading } from '../columns/name-match.ts';
import { structuredProducts } from '../values/structured-products.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { PartColumns, Table } from '../table/table.ts';
import { readMessage, type MessagePart, type MessageText, type PartMeaning } from './message-text.ts';
import { readCountedPrice } from './counted-price.ts';
import { readCountedWare } from './counted-ware.ts';
import { partsOfHeading, readHeadedParts } from './headed-parts.ts';
import { readNamedId } from './named-id.ts';
import { readNamedPhone } from './named-phone.ts';
import { mayBeNumberedDay, readNumberedDay } from './numbered-day.ts';
import { areOrdersAndWares, readOrderOrWare } from './order-or-ware.ts';
import { readReducedPrice } from './reduced-price.ts';
import { doubtfulPart, mixedHeading } from './part-doubts.ts';
import { doubtIssues, restIssues } from './part-issues.ts';
import { readSizedCount } from './sized-count.ts';

/** What is known of the table before its cells are taken apart. */
export interface PlannedTable {
  /** Index of the (first) heading row; null where there is none. */
  readonly headerIndex: number | null;
  readonly firstDataIndex: number;
  readonly columns: Mapping['columns'];
}

/** Cells by which a column is judged. */
const sampledCells = 60;
/** Share of a column's cells that must have several labelled parts; or parts told by their look, which err more easily. */
const labelledShare = 0.6;
const looseShare = 0.8;
/** A part by its look must leave no more of its cell than this share. */
const mostLeft = 0.5;

/** What a column is taken apart for: without it no order can be sent. */
const worthTaking: ReadonlySet<PartMeaning> = new Set<PartMeaning>([
  'full_name',
  'phone',
  'address',
  'scheduled_at',
  'client_product_id',
  'product_name',
  'product_code',
]);

const allFields: ReadonlySet<string> = new Set(columnFields);
const isField = (meaning: PartMeaning): meaning is ColumnField => allFields.has(meaning);

const headings: Readonly<Partial<Record<PartMeaning | 'rest', readonly [latin: string, cyrillic: string]>>> = {
  order_id: ['Buyurtma raqami', 'Номер заказа'],
  full_name: ['F.I.Sh.', 'Ф.И.О.'],
  phone: ['Telefon', 'Телефон'],
  address: ['Manzil', 'Адрес'],
  region: ['Viloyat', 'Область'],
  scheduled_at: ['Yetkazish vaqti', 'Дата доставки'],
  product_name: ['Mahsulot', 'Товар'],
  client_product_id: ['Mahsulot ID', 'ID товара'],
  quantity: ['Soni', 'Количество'],
  product_code: ['Mahsulot kodi', 'Артикул'],
  price: ['Narxi', 'Цена'],
  discount: ['Chegirma', 'Скидка'],
  wareDetail: ['Oʻlchami', 'Размер'],
  total: ['Jami', 'Итого'],
  landmark: ['Moʻljal', 'Ориентир'],
  rest: ['Izoh', 'Примечание'],
};

/** Quick test whether a cell may hold a quantity with a price or a size, or a price and what comes off. */
const mayBeCounted =
  /^[\s([]*\d[^]{0,12}?(?:[x×х*✕@]|по)[^]*\d{3}|^\s*[#\p{L}]{0,5}[-_]?\d[^]*=\s*\d|^\s*\d{1,4}\s*\p{L}{0,4}\.?\s*[([][^]*\p{L}/iu;
const shortestMixed = 10;

/** Quick test whether a cell may hold several things: words beside a label, a phone, a date or an id. */
const mayBeMixed = /\p{L}{3}[^]*(?:[:：]|\d[^]{0,24}\d)|\d[^]{4,24}\d[^]*\p{L}{3}|[([]\s*(?:id|ид)/iu;

function mayBeSeveral(text: string): boolean {
  return (
    (text.length >= shortestMixed && (mayBeMixed.test(text) || mayBeNumberedDay.test(text))) || mayBeCounted.test(text)
  );
}

function filledCells(table: Table, index: number): number {
  let filled = 0;
  table.forEachCell(index, (_column, _kind, text) => {
    if (text.trim() !== '') filled++;
  });
  return filled;
}

/** The columns that may hold several things, with their first cells' texts; lines between the orders do not count. */
function likelyColumns(
  table: Table,
  headerIndex: number | null,
  firstDataIndex: number,
  mixed: number | null,
): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>();
  const end = Math.min(table.rowCount, firstDataIndex + sampledCells);
  const rows = Array.from({ length: Math.max(0, end - firstDataIndex) }, (_, at) => firstDataIndex + at);
  const wide = rows.filter((index) => filledCells(table, index) > 1);
  // Where most rows have several cells, one with a single cell is a line between the orders.
  for (const index of wide.length * 2 > rows.length ? wide : rows) {
    table.forEachCell(index, (column, kind, text) => {
      // A heading that comes again is none of the column's values.
      if (kind !== 'text' || (headerIndex !== null && text === table.text(headerIndex, column))) return;
      const known = texts.get(column);
      if (known) known.push(text);
      else texts.set(column, [text]);
    });
  }
  // What is said of another person («Исполнитель: ООО …, тел. …») is no customer's.
  const isOthers = (column: number): boolean => {
    const role = headerIndex === null ? null : readHeading(table.text(headerIndex, column)).role;
    return role !== null && othersRoles.has(role);
  };
  return new Map(
    [...texts].filter(
      ([column, cells]) =>
        column === mixed ||
        (!isOthers(column) &&
          (cells.filter(mayBeSeveral).length >= cells.length * labelledShare ||
            areOrdersAndWares(cells) ||
            (headerIndex !== null && partsOfHeading(table.text(headerIndex, column)) !== null))),
    ),
  );
}

const meaningsOf = ({ parts }: MessageText): ReadonlySet<PartMeaning> => new Set(parts.map(({ meaning }) => meaning));

function isLabelled({ parts }: MessageText): boolean {
  const labelled = parts.filter(({ label }) => label !== null);
  return new Set(labelled.map(({ meaning }) => meaning)).size >= 2 && labelled.some(({ meaning }) => isField(meaning));
}

/** Whether parts are told by their look; `isSure`: what cannot be anything else is among them. */
function toldOf(read: MessageText, text: string): { readonly isTold: boolean; readonly isSure: boolean } {
  const meanings = meaningsOf(read);
  const isTold = meanings.size >= 2 && read.rest.length <= text.length * mostLeft;
  return {
    isTold,
    isSure: isTold && (meanings.has('phone') || meanings.has('scheduled_at') || meanings.has('client_product_id')),
  };
}

/** By name: how the cells of a column are read. `keys`: what its heading lists. */
const readers: Readonly<Record<PartColumns['reader'], (text: string, keys: readonly string[]) => MessageText>> = {
  message: readMessage,
  headed: readHeadedParts,
  namedId: readNamedId,
  namedPhone: readNamedPhone,
  countedPrice: readCountedPrice,
  countedId: (text) => readCountedWare(text, 'client_product_id'),
  countedCode: (text) => readCountedWare(text, 'product_code'),
  reducedPrice: readReducedPrice,
  sizedCount: readSizedCount,
  numberedDay: readNumberedDay,
  orderOrWare: readOrderOrWare,
};

/** Of parts in a fixed form. */
const plainReaders = [
  'headed',
  'namedId',
  'namedPhone',
  'countedPrice',
  'countedId',
  'countedCode',
  'reducedPrice',
  'sizedCount',
  'numberedDay',
] as const;
/** Fixed forms whose cells may also hold one part alone, as a number or a text. */
const readsFirstAlone: ReadonlySet<PartColumns['reader']> = new Set([
  'namedPhone',
  'reducedPrice',
  'sizedCount',
  'orderOrWare',
]);
/** This share of cells that are told by their look must have a phone or a date: one without is between them. */
const bothShare = 0.5;
/** What must stand nowhere else, so that the parts tell each other. */
const amountsOf: Partial<Readonly<Record<PartColumns['reader'], readonly ColumnField[]>>> = {
  countedPrice: ['quantity', 'price'],
  countedId: ['client_product_id', 'product_code', 'product_name', 'quantity', 'price'],
  countedCode: ['client_product_id', 'product_code', 'product_name', 'quantity', 'price'],
  reducedPrice: ['price', 'discount'],
  sizedCount: ['quantity'],
  orderOrWare: ['order_id'],
};

/** What only the heading tells: whether numbers are the WMS's ids, or count wares. */
const headingSays: Partial<Readonly<Record<PartColumns['reader'], (heading: string) => boolean>>> = {
  headed: (heading) => partsOfHeading(heading) !== null,
  countedId: (heading) => /(?<![\p{L}\d])(?:id|ид|айди)(?![\p{L}\d])/iu.test(heading),
  sizedCount: (heading) => readHeading(heading).matches.some(({ field }) => field === 'quantity'),
};

function isRead(reader: (typeof plainReaders)[number], texts: readonly string[], listed: readonly string[]): boolean {
  const fewest = readsFirstAlone.has(reader) ? 1 : 2;
  let left = texts.length;
  let read = 0;
  let both = 0;
  for (const text of texts) {
    const count = readers[reader](text, listed).parts.length;
    if (count >= fewest) read++;
    if (count > 1) both++;
    // Mostly a few cells show that the column cannot reach the share: the rest need not be read.
    if (read + --left < texts.length * looseShare) return false;
  }
  return both > 0 && (reader !== 'namedPhone' || both >= texts.length * bothShare);
}

/** How a column's cells are read; null where they are not mixed. */
function readerOf(texts: readonly string[], heading: string): PartColumns['reader'] | null {
  if (texts.length === 0) return null;
  const listed = partsOfHeading(heading) ?? [];
  if (areOrdersAndWares(texts)) return 'orderOrWare';
  const plain = plainReaders.find(
    (reader) => headingSays[reader]?.(heading) !== false && isRead(reader, texts, listed),
  );
  if (plain !== undefined) return plain;
  // A program's cart lists products, though its parts have names.
  if (texts.every((text) => structuredProducts(text) !== null)) return null;
  let [labelled, told, sure] = [0, 0, 0];
  for (const [index, text] of texts.entries()) {
    const read = readMessage(text);
    const { isTold, isSure } = toldOf(read, text);
    if (isLabelled(read)) labelled++;
    // «Aziz Karimov, Navoiy koʻchasi 5» between cells with a phone lacks it.
    if (isLabelled(read) || isTold) told++;
    if (isLabelled(read) || isSure) sure++;
    const left = texts.length - index - 1;
    // Mostly a few cells show that the column cannot reach either share: the rest need not be read.
    if (labelled + left < texts.length * labelledShare && told + left < texts.length * looseShare) return null;
  }
  const isLoose = told >= texts.length * looseShare && sure >= texts.length * bothShare;
  return labelled >= texts.length * labelledShare || isLoose ? 'message' : null;
}

/** A column of parts that is made. */
interface Made {
  readonly key: string;
  readonly heading: string;
  readonly cells: Map<number, string>;
}

interface Apart {
  readonly source: number;
  readonly reader: PartColumns['reader'];
  readonly made: readonly Made[];
  /** Rows (indices) of which something is in no part. */
  readonly rests: ReadonlyMap<number, string>;
  /** Rows of which a part may be something else, with its key. */
  readonly doubts: ReadonlyMap<number, string>;
  /** Whether at least half of the cells came apart beyond doubt, and the heading says nothing else of them. */
  readonly isSure: boolean;
}

/** The parts go under one heading by what they mean, and whose they are where the label says so. */
function keyOf({ meaning, label }: MessagePart): string {
  const role = label === null ? null : readHeading(label).role;
  return role === null || role === 'customer' ? meaning : `${meaning} ${role}`;
}

const restKey = 'rest';

/** The parts of one cell by their keys; `left`: what has no place, in one text. */
function dealtOut(
  { parts, rest }: MessageText,
  hasPlace: (part: MessagePart) => boolean,
): { readonly texts: ReadonlyMap<string, string>; readonly left: string } {
  const texts = new Map<string, string>();
  const left = rest === '' ? [] : [rest];
  for (const part of parts) {
    if (!hasPlace(part)) {
      left.push(part.label === null ? part.text : `${part.label}: ${part.text}`);
      continue;
    }
    const before = texts.get(keyOf(part));
    // A second phone is named by the reader of phones, further products are items.
    const between = part.meaning === 'product_name' ? '\n' : ', ';
    texts.set(keyOf(part), before === undefined ? part.text : `${before}${between}${part.text}`);
  }
  return { texts, left: left.join('; ') };
}

/**
 * What a cell that was taken apart gives to the columns of its parts once it is typed anew: a text for each of these, blank
 * where the new text has no such part. Null where something of it has no column, or it is no text of several things: then
 * only the person can say where it belongs.
 */
export function partsOfTyped({ keys, reader }: PartColumns, text: string): readonly string[] | null {
  if (text.trim() === '') return keys.map(() => '');
  const read = readers[reader](text, keys);
  const { texts, left } = dealtOut(read, (part) => keys.includes(keyOf(part)));
  // A name typed alone would take its phone away.
  const fewest = reader !== 'namedPhone' && readsFirstAlone.has(reader) ? 1 : 2;
  if (read.parts.length < fewest || (left !== '' && !keys.includes(restKey))) return null;
  return keys.map((key) => (key === restKey ? left : (texts.get(key) ?? '')));
}

/** The heading under which parts of a meaning stand; '' where there is none. */
export function partHeading(meaning: PartMeaning, isCyrillic: boolean): string {
  return headings[meaning]?.[isCyrillic ? 1 : 0] ?? '';
}

function headingOf(part: MessagePart, isCyrillic: boolean): string {
  const own = part.label?.trim() ?? '';
  const known = headings[part.meaning];
  if (own !== '' && (known === undefined || keyOf(part) !== part.meaning)) return own;
  return known?.[isCyrillic ? 1 : 0] ?? own;
}

function takeColumnApart(
  table: Table,
  source: number,
  reader: PartColumns['reader'],
  plan: PlannedTable,
  sample: readonly string[],
  isSure: boolean,
  listed: readonly ColumnField[] | null,
): Apart | null {
  const isCyrillic =
    sample.join('').replace(/[^\p{Script=Cyrillic}]/gu, '').length * 2 >
    sample.join('').replace(/[^\p{L}]/gu, '').length;
  const elsewhere = new Set(
    Object.entries(plan.columns).flatMap(([field, columns]) =>
      columns.some((column) => column !== source) ? [field] : [],
    ),
  );
  const hasProduct = ['client_product_id', 'product_code', 'product_name'].some((field) => elsewhere.has(field));
  const isTaken = (meaning: PartMeaning): boolean =>
    elsewhere.has(meaning) || (meaning === 'product_name' && hasProduct) || (meaning === 'product_code' && hasProduct);
  const amounts = reader === 'headed' ? (listed ?? []) : amountsOf[reader];
  if (amounts?.some((field) => elsewhere.has(field)) === true) return null;
  const made = new Map<string, Made>();
  const rests = new Map<number, string>();
  const doubts = new Map<number, string>();
  const heading = mixedHeading(plan.headerIndex === null ? '' : table.text(plan.headerIndex, source));
  const found = new Set<PartMeaning>();
  let [clean, cells] = [0, 0];
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    const { kind, text } = table.cell(index, source);
    if (kind !== 'text' && !(kind === 'number' && readsFirstAlone.has(reader))) continue;
    const read = readers[reader](text, listed ?? []);
    if (read.parts.length < 2 && !isSure && !readsFirstAlone.has(reader)) continue;
    for (const part of read.parts) {
      if (isTaken(part.meaning)) continue;
      if (isField(part.meaning)) found.add(part.meaning);
      const key = keyOf(part);
      if (!made.has(key)) made.set(key, { key, heading: headingOf(part, isCyrillic), cells: new Map() });
    }
    const { texts, left } = dealtOut(read, (part) => !isTaken(part.meaning));
    for (const [key, own] of texts) made.get(key)?.cells.set(index, own);
    // The ware's name stands beside its id.
    if (left !== '' && reader !== 'orderOrWare') rests.set(index, left);
    const own = { ...read, parts: read.parts.filter(({ meaning }) => !isTaken(meaning)) };
    const doubtful = doubtfulPart(reader, own, text, heading);
    const part = own.parts.find(({ meaning }) => meaning === doubtful);
    if (part !== undefined) doubts.set(index, keyOf(part));
    else if (own.parts.length > 0 && !rests.has(index)) clean++;
    if (own.parts.length > 0) cells++;
  }
  const own = Object.entries(plan.columns).flatMap(([field, columns]) => (columns.includes(source) ? [field] : []));
  // A quantity with a price is nothing else, whatever the column was taken for.
  const isCounted = amounts !== undefined;
  const isGain = isCounted || [...found].some((field) => worthTaking.has(field) && !own.includes(field));
  const keepsOwn =
    isCounted || own.every((field) => [...found].includes(field as ColumnField) || !isSent(field, reader));
  if (!isSure && (!isGain || !keepsOwn)) return null;
  if (rests.size > 0)
    made.set(restKey, { key: restKey, heading: headings.rest?.[isCyrillic ? 1 : 0] ?? '', cells: rests });
  const isSureOf = !heading.isOfOther && clean * 2 >= cells;
  return { source, reader, made: [...made.values()], rests, doubts, isSure: isSureOf };
}

/** Whether what the column was taken for is more than a guess from its mixed values: products' names stay names. */
function isSent(field: string, reader: PartColumns['reader']): boolean {
  return field !== 'address' && field !== 'order_id' && !(field === 'product_name' && reader === 'message');
}

export interface TakenApart {
  readonly table: Table;
  /** Parts of cells that no column holds. */
  readonly issues: readonly Issue[];
}

/**
 * The table with the parts of its mixed cells as columns of their own; null where it has none. `mixed`: a column that is
 * known to hold texts of several things.
 */
export function takeApart(
  table: Table,
  planOf: (table: Table) => PlannedTable,
  mixed: number | null = null,
): TakenApart | null {
  const planned = planOf(table);
  const likely = likelyColumns(table, planned.headerIndex, planned.firstDataIndex, mixed);
  const aparts: Apart[] = [];
  for (const [source, texts] of likely) {
    const heading = planned.headerIndex === null ? '' : table.text(planned.headerIndex, source);
    const reader = source === mixed ? 'message' : readerOf(texts, heading);
    const apart =
      reader === null
        ? null
        : takeColumnApart(table, source, reader, planned, texts, source === mixed, partsOfHeading(heading));
    if (apart !== null) aparts.push(apart);
  }
  if (aparts.length === 0) return null;
  const taken = withParts(table, aparts, planned.headerIndex);
  return {
    table: taken,
    issues: aparts.flatMap((apart) => [...restIssues(table, apart), ...doubtIssues(taken, apart)]),
  };
}

function withParts(table: Table, aparts: readonly Apart[], headerIndex: number | null): Table {
  const parts: PartColumns[] = [];
  let next = table.columnCount;
  for (const { source, reader, made, isSure } of aparts) {
    const headingsMade = made.map(({ heading }) => heading);
    parts.push({ source, reader, firstColumn: next, headings: headingsMade, keys: made.map(({ key }) => key), isSure });
    next += made.length;
  }
  const columns = aparts.flatMap(({ made }) => made);
  const builder = new TableBuilder();
  for (let index = 0; index < table.rowCount; index++) {
    builder.startRow(table.rowNumber(index));
    table.forEachCell(index, (column, kind, text) => builder.addCell(column, kind, text));
    columns.forEach(({ heading, cells }, at) => {
      const text = index === headerIndex ? heading : cells.get(index);
      if (text !== undefined) builder.addCell(table.columnCount + at, 'text', text);
    });
  }
  const { sheet, joined, stacked, date1904, merged, hiddenRows, hiddenColumns, struckRows } = table;
  const all = [...table.parts, ...parts];
  return builder.build({ sheet, joined, stacked, parts: all, date1904, merged, hiddenRows, hiddenColumns, struckRows });
}
