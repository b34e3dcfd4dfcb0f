/** Builds the views of columns and fields for the window's mapping screen. */
import type { ColumnView, FieldView } from '../../../shared/contract/views.ts';
import { fields, requiredFields, type ColumnField, type Field } from '../../../shared/domain/model/fields.ts';
import { missingFields } from '../../../shared/domain/questions/file-issues.ts';
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts';
import { formatCell, formatFieldValue } from '../../../shared/domain/table/cell-display.ts';
import type { ColumnPlan } from '../../../shared/domain/columns/column-plan.ts';
import { isStatusNumber, sendsStatusWords, statusColumnOf } from '../../../shared/domain/checking/delivery.ts';
import type { ItemLine } from '../../../shared/domain/checking/item-lines.ts';
import type { FieldReader } from '../../../shared/domain/checking/field-reader.ts';
import type { ColumnGuess } from '../../../shared/domain/model/mapping.ts';
import type { Rules } from '../../../shared/domain/model/rules.ts';
import { fold } from '../../../shared/domain/values/fold.ts';
import type { Cell, Table } from '../../../shared/domain/table/table.ts';
import { columnName, positionInFile } from '../../../shared/domain/table/table.ts';
import type { BatchOrders } from '../batch-orders.ts';

const sampleCount = 3;
/** Rows of the sheet's top that are shown for choosing the heading row, and how many below it at least. */
const topRows = 12;
const rowsBelowHeading = 3;

/** A cell and the index of its row. */
type SampleCell = Cell & { readonly index: number };

interface Samples {
  filled: number;
  readonly cells: SampleCell[];
}

/** One pass over the file: a few different cells of each column from rows of orders, and how many are filled in all rows. */
function collectSamples({ plan, book, input }: BatchOrders): readonly Samples[] {
  const table = input.table.file;
  const samples: Samples[] = plan.columns.map(() => ({ filled: 0, cells: [] }));
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    const isOrder = book.entryOfRow(index) !== undefined;
    table.forEachCell(index, (column, kind, text) => {
      const sample = samples[column];
      if (sample === undefined) return;
      sample.filled++;
      if (isOrder && sample.cells.length < sampleCount && !sample.cells.some((cell) => cell.text === text))
        sample.cells.push({ kind, text, index });
    });
  }
  return samples;
}

type Conversion = Pick<ColumnView['samples'][number], 'becomes' | 'refusal'>;

/**
 * @param cell with the index of its row
 * @param row where it stands, as Excel shows it; of several sheets in the table (shared/domain/model/sheet-rows.ts)
 */
function conversionOf(cell: SampleCell, row: number, field: ColumnField, book: OrderBook): Conversion {
  const { readers } = book;
  const asItIs: Conversion = { becomes: cell.text, refusal: null };
  if (field === 'fulfillment_status' && !isStatusNumber(cell.text)) {
    const { plan, rules } = book.input;
    if (!sendsStatusWords(rules, statusColumnOf(plan, readers))) return asItIs;
  }
  const isPercent = field === 'discount' && book.input.rules.discountIs === 'percent';
  const reader: FieldReader<unknown> = isPercent ? readers.discountPercent : readers[field];
  const parsed = reader.parse(cell);
  if (parsed.kind === 'refusal') {
    const { code, params } = parsed.remark;
    return { becomes: null, refusal: { row, code, params } };
  }
  if (parsed.kind !== 'value') return { becomes: '', refusal: null };
  if (field === 'product_code' || field === 'product_name')
    return { becomes: productsOf(cell, field, String(parsed.value), book), refusal: null };
  if (!isPercent) return { becomes: formatFieldValue(parsed.value), refusal: null };
  const [line, another] = linesOf(cell.index, book);
  const discount = another === undefined ? line?.money.discount : undefined;
  return discount == null ? asItIs : { becomes: String(discount.value), refusal: null };
}

/** The items of the row, as they are sent. */
function linesOf(index: number, book: OrderBook): readonly ItemLine[] {
  const entry = book.entryOfRow(index);
  return entry === undefined ? [] : book.inspect(entry).parsedOrder.lines.filter((line) => line.index === index);
}

const unmapped: ReadonlySet<string> = new Set(['orders.productUnmapped', 'orders.productUnmappedSuggested']);
const idsOf = (product: number, variation: number | null): string => [product, variation ?? []].flat().join(' / ');

/**
 * What the product table makes of a code or name: of the text itself, else of its row, which a code beside the name, a size
 * or the products listed in the cell decide. Null: the table lacks it; the text as it is: nothing is looked up by it.
 */
function productsOf(
  { index, text }: SampleCell,
  field: 'product_code' | 'product_name',
  value: string,
  book: OrderBook,
): string | null {
  const { products, table, plan } = book.input;
  const known = products.find(field === 'product_code' ? 'code' : 'name', value);
  if (known !== undefined) return idsOf(known.productId, known.variationId);
  const entry = book.entryOfRow(index);
  if (entry === undefined) return text;
  const { column } = book.readers[field];
  const row = table.rowNumber(index);
  const isLacking = book
    .issuesOf(entry)
    .some((issue) => unmapped.has(issue.code) && issue.row === row && issue.column === column);
  if (isLacking) return null;
  const lines = linesOf(index, book);
  // Of several products in columns each has its own.
  const isByTable =
    plan.itemGroups.length === 0 && lines.length > 0 && lines.every(({ product }) => product?.origin === 'products');
  return isByTable
    ? lines.map(({ product, variation }) => idsOf(product?.value ?? 0, variation?.value ?? null)).join(' + ')
    : text;
}

/** Every column of the sheet, with samples of what the file holds and what that becomes. */
function columnViews(orders: BatchOrders): ColumnView[] {
  const { plan, book, input } = orders;
  const table = input.table.file;
  const samples = collectSamples(orders);
  const rowOf = (index: number, column: number): number => {
    const row = table.rowNumber(index);
    // A row of several sheets keeps its number in the table, which names its sheet, too.
    return table.joined === null ? row : (positionInFile(table, row, column).row ?? row);
  };
  return plan.columns.map((guess) => {
    const sample = samples[guess.column];
    return {
      column: guess.column,
      letters: columnName(table, guess.column),
      heading: guess.heading,
      field: guess.field,
      confidence: guess.confidence,
      reason: { code: guess.reason.code, params: guess.reason.params },
      evidence: guess.evidence.map(({ code, params }) => ({ code, params })),
      candidates: candidatesOf(guess, input.answeredElsewhere?.get(fold(guess.heading)) ?? noFields),
      chosen: plan.chosenColumns.has(guess.column) && !byTheTable.has(guess.reason.code),
      samples: (sample?.cells ?? []).map((cell) => ({
        text: formatCell(cell, table.date1904),
        ...(guess.field === null ? notSent : conversionOf(cell, rowOf(cell.index, guess.column), guess.field, book)),
      })),
      filledCount: sample?.filled ?? 0,
    };
  });
}

/** Why a column is what it is where the product table decided it, and no person did. */
const byTheTable: ReadonlySet<string> = new Set(['orders.tableKnows', 'orders.ofShopItself']);
const notSent: Conversion = { becomes: null, refusal: null };
const noFields: ReadonlySet<ColumnField> = new Set();

/** What the column may be; what other shops answered for its heading comes before all else, and decides nothing. */
function candidatesOf({ candidates }: ColumnGuess, elsewhere: ReadonlySet<ColumnField>): ColumnView['candidates'] {
  const own = candidates.map(({ field, confidence }) => ({ field, confidence, elsewhere: elsewhere.has(field) }));
  const others = [...elsewhere].filter((field) => !own.some((candidate) => candidate.field === field));
  return [
    ...own.filter((candidate) => candidate.elsewhere),
    ...others.map((field) => ({ field, confidence: 0, elsewhere: true })),
    ...own.filter((candidate) => !candidate.elsewhere),
  ];
}

/** Every field of an order, and what feeds it. */
function fieldViews(book: OrderBook, rules: Rules): FieldView[] {
  const { plan } = book.input;
  const required: ReadonlySet<Field> = new Set(requiredFields);
  const missing: ReadonlySet<Field> = new Set(missingFields(book));
  return fields.map((field) => ({
    field,
    required: required.has(field),
    missing: missing.has(field),
    columns: [...(plan.mapping.columns[field] ?? [])],
    constant: plan.mapping.constants[field] ?? null,
    profileDefault: field === 'country' ? rules.country : null,
  }));
}

/** The sheet's first rows as texts, for choosing the heading row. */
function topRowsOf(table: Table, plan: ColumnPlan): { row: number; cells: string[] }[] {
  const count = Math.max(topRows, plan.firstDataIndex + rowsBelowHeading);
  // The headings of several sheets that are read as one are the first one's.
  const end = table.stacked[1]?.firstIndex ?? table.rowCount;
  return Array.from({ length: Math.min(count, end) }, (_, index) => ({
    row: table.rowNumber(index),
    cells: Array.from({ length: table.columnCount }, (__, column) =>
      formatCell(table.cell(index, column), table.date1904),
    ),
  }));
}

/** What the mapping screen shows. */
export interface FileColumns {
  columns: ColumnView[];
  fields: FieldView[];
  top: { row: number; cells: string[] }[];
}

/** @param table of the file, without edits */
export function fileColumns(orders: BatchOrders, table: Table, rules: Rules): FileColumns {
  return { columns: columnViews(orders), fields: fieldViews(orders.book, rules), top: topRowsOf(table, orders.plan) };
}
