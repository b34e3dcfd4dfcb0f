/**
 * Rows that hold no order for sure: signatures, remarks, page numbers, lines that head a day or a courier, formulas and
 * defaults copied further down than there are orders. Where it is not sure, a row is none of these: a person sees to it.
 */
import type { ColumnField } from '../model/fields.ts';
import type { Cell } from '../table/table.ts';
import { isSheetError } from '../values/cell-text.ts';
import { cleanText, isBlankText } from '../values/clean-text.ts';
import { readDate } from '../values/dates/date-text.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { isCancelledOrdersHeading, isOrderHeading, isNoteText } from './note-words.ts';
import type { FieldReaders } from '../checking/field-readers.ts';
import { isTotalProduct } from './total-words.ts';

export const customerFields = ['full_name', 'phone', 'address'] as const satisfies readonly ColumnField[];
export const productFields = [
  'client_product_id',
  'client_product_variation_id',
  'product_code',
  'product_name',
] as const satisfies readonly ColumnField[];
export const amountFields = ['quantity', 'price', 'discount', 'final_price'] as const satisfies readonly ColumnField[];
const tellingFields: readonly ColumnField[] = ['order_id', ...customerFields, ...productFields];
const placeAndProductFields = ['address', 'region', 'city', ...productFields] as const satisfies readonly ColumnField[];
/** Fields that words alone never fill. */
const digitFields = ['phone', 'scheduled_at', 'quantity', 'price'] as const satisfies readonly ColumnField[];

const digits = /^\d+$/;
/** What a formula shows where it found nothing, and a box that nobody ticked. */
const nothingFound = /^(?:0(?:[.,]0+)?|FALSE|ЛОЖЬ)$/u;

/** Whether the cell holds nothing that somebody gave: it is blank, or what a copied formula shows. */
export function holdsNothing(cell: Cell): boolean {
  if (cell.kind === 'empty') return true;
  // What was not calculated may hold anything.
  if (cell.kind === 'uncalculated') return false;
  const { text } = cleanText(cell.text);
  return isBlankText(text) || nothingFound.test(text) || isSheetError(cell);
}

export class NoteRows {
  readonly #table: EditedTable;
  readonly #readers: FieldReaders;
  readonly #fieldOf: ReadonlyMap<number, ColumnField>;
  /** Whether the columns tell an order: it is known where its customer and its product stand. */
  readonly #isTelling: boolean;

  constructor(table: EditedTable, readers: FieldReaders, plan: ColumnPlan) {
    this.#table = table;
    this.#readers = readers;
    this.#fieldOf = new Map(
      plan.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])),
    );
    this.#isTelling = [customerFields, productFields].every((fields) =>
      fields.some((field) => readers[field].hasSource),
    );
  }

  /** `texts`: the row's, by column; a row whose order number can be read is not asked about. */
  isNote(index: number, texts: readonly string[]): boolean {
    // What a person adds is meant for an order.
    if (!this.#isTelling || this.#table.isAdded(index) || this.isItem(index)) return false;
    const columns = filledColumns(texts);
    const [first] = columns;
    const text = first === undefined ? '' : (texts[first] ?? '');
    if (first === undefined || isOrderHeading(text) || isCancelledOrdersHeading(text)) return false;
    if (!this.#holds(index, [...tellingFields, ...amountFields])) return true;
    if (
      this.#fieldOf.get(first) === 'order_id' &&
      (this.#isAlone(columns) ? isPhrase(text) : this.#isWordsOnly(index, text))
    )
      return true;
    return isNoteText(text) && this.#mayBeSignature(index, first, text);
  }

  /** Whether the row is a line that heads orders which are not to be sent, as it seems. */
  isCancelledHead(index: number, texts: readonly string[]): boolean {
    const columns = filledColumns(texts);
    return (
      this.#isTelling &&
      !this.#table.isAdded(index) &&
      this.#isAlone(columns) &&
      isCancelledOrdersHeading(texts[columns[0] ?? 0] ?? '')
    );
  }

  /** Whether only the first of these columns, if any, is one that orders are made of. */
  #isAlone([, ...others]: readonly number[]): boolean {
    return others.every((column) => !this.#fieldOf.has(column));
  }

  #holds(index: number, fields: readonly ColumnField[]): boolean {
    return fields.some(
      (field) => this.#readers[field].columns.length > 0 && !holdsNothing(this.#readers[field].cell(index)),
    );
  }

  #isValue(index: number, field: ColumnField): boolean {
    return this.#readers[field].read(index).kind === 'value';
  }

  /** Whether the row holds a product, with a quantity or a price where there are columns of them. */
  isItem(index: number): boolean {
    const isProduct = productFields.some((field) => {
      const text = this.#readers[field].text(index);
      return this.#isValue(index, field) && (digits.test(text) || (!isNoteText(text) && !isTotalProduct(text)));
    });
    return (
      isProduct &&
      (!amountFields.some((field) => this.#readers[field].column !== null) ||
        amountFields.some((field) => this.#isValue(index, field)))
    );
  }

  /** Words in the place of the order number, and neither phone, date nor number where orders have them. */
  #isWordsOnly(index: number, text: string): boolean {
    if (/\d/.test(text) || [...digitFields, 'client_product_id' as const].some((field) => this.#isValue(index, field)))
      return false;
    const isBlank = (field: ColumnField) =>
      !this.#holds(index, [field]) || isNoteText(this.#readers[field].text(index));
    const isWords = (field: ColumnField) => !isBlank(field) && !/\d/.test(this.#readers[field].text(index));
    return placeAndProductFields.every(isBlank) || digitFields.some(isWords);
  }

  /** Whether the row may be a signature, which has a name and a phone as orders do, but nowhere to go. */
  #mayBeSignature(index: number, first: number, text: string): boolean {
    const field = this.#fieldOf.get(first);
    const hasPhone = this.#isValue(index, 'phone');
    const hasAddress = this.#holds(index, ['address']);
    if (field === 'order_id' || /:\s*$/.test(text)) return !hasPhone || !hasAddress;
    // A column that is not sent may say the courier or the shop of each order.
    return !hasPhone && (field !== undefined || !hasAddress);
  }
}

function filledColumns(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
}

/** What stands alone in a row in the place of the order number: words or a date, not a code. */
function isPhrase(text: string): boolean {
  const { text: clean } = cleanText(text);
  if (!/\d/.test(clean) || isNoteText(clean)) return true;
  const { kind } = readDate(clean);
  return kind === 'date' || kind === 'numeric' || (clean.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;
}
