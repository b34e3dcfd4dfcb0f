/**
 * Recognises rows that certainly hold no order: signatures, remarks, page numbers, headings of a day or a courier,
 * formulas and defaults copied further down than there are orders. A doubtful row is none of these: a person decides.
 */
import type { ColumnField } from '../model/fields.ts';
import type { Cell } from '../table/table.ts';
import { isSheetError } from '../values/cell-text.ts';
import { cleanText, isBlankText } from '../values/clean-text.ts';
import { readDate } from '../values/dates/date-text.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { isOrderHeading, isNoteText } from './note-words.ts';
import type { FieldReaders } from '../checking/field-readers.ts';
import { headsFresh, sectionSays } from './section-heads.ts';
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
/** What a formula shows that found nothing, and an unticked box. */
const nothingFound = /^(?:0(?:[.,]0+)?|FALSE|ЛОЖЬ)$/u;

/** Whether the cell holds nothing that a person entered: blank, or the result of a copied formula. */
export function holdsNothing(cell: Cell): boolean {
  if (cell.kind === 'empty') return true;
  // A formula without a stored result may be anything.
  if (cell.kind === 'uncalculated') return false;
  const { text } = cleanText(cell.text);
  return isBlankText(text) || nothingFound.test(text) || isSheetError(cell);
}

export class NoteRows {
  readonly #table: EditedTable;
  readonly #readers: FieldReaders;
  readonly #fieldOf: ReadonlyMap<number, ColumnField>;
  /** Whether the mapping suffices to recognise orders: customer and product columns are known. */
  readonly #isTelling: boolean;
  readonly #hasCustomers: boolean;

  constructor(table: EditedTable, readers: FieldReaders, plan: ColumnPlan) {
    this.#table = table;
    this.#readers = readers;
    this.#fieldOf = new Map(
      plan.columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])),
    );
    const isKnown = (fields: readonly ColumnField[]): boolean => fields.some((field) => readers[field].hasSource);
    this.#hasCustomers = isKnown(customerFields);
    this.#isTelling = this.#hasCustomers && isKnown(productFields);
  }

  /** Whether the row is a note. `texts`: the row's, by column. Not for rows with a readable order number. */
  isNote(index: number, texts: readonly string[]): boolean {
    // An added row is meant for an order.
    if (!this.#hasCustomers || this.#table.isAdded(index) || this.isItem(index)) return false;
    const columns = filledColumns(texts);
    const [first] = columns;
    const text = first === undefined ? '' : (texts[first] ?? '');
    if (first === undefined || isOrderHeading(text) || sectionSays(text) !== null) return false;
    // While the products' column is not known, a signature is one by its words.
    if (!this.#isTelling) return isNoteText(text) && !this.#holds(index, [...customerFields, ...amountFields]);
    if (!this.#holds(index, [...tellingFields, ...amountFields])) return true;
    if (
      this.#fieldOf.get(first) === 'order_id' &&
      (this.#isAlone(columns) ? isPhrase(text) : this.#isWordsOnly(index, text))
    )
      return true;
    return isNoteText(text) && this.#mayBeSignature(index, first, text);
  }

  /** Whether the row heads a list of orders: of those that are not to be sent, or of those that are; null: it heads none. */
  headAt(index: number, texts: readonly string[]): 'unsentHead' | 'freshHead' | null {
    const columns = filledColumns(texts);
    if (!this.#isTelling || this.#table.isAdded(index) || !this.#isAlone(columns)) return null;
    const text = texts[columns[0] ?? 0] ?? '';
    if (sectionSays(text) !== null) return 'unsentHead';
    return headsFresh(text) && !this.#holds(index, amountFields) ? 'freshHead' : null;
  }

  /** Whether at most the first of these columns is mapped to an order's fields. */
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

  /** Whether the row holds a product, with a quantity or price where such columns exist. */
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

  /** Whether there are words in the order number's place, and no phone, date or number where orders have them. */
  #isWordsOnly(index: number, text: string): boolean {
    if (/\d/.test(text) || [...digitFields, 'client_product_id' as const].some((field) => this.#isValue(index, field)))
      return false;
    const isBlank = (field: ColumnField) =>
      !this.#holds(index, [field]) || isNoteText(this.#readers[field].text(index));
    const isWords = (field: ColumnField) => !isBlank(field) && !/\d/.test(this.#readers[field].text(index));
    return placeAndProductFields.every(isBlank) || digitFields.some(isWords);
  }

  /** Whether the row may be a signature: name and phone as in an order, but no address. */
  #mayBeSignature(index: number, first: number, text: string): boolean {
    const field = this.#fieldOf.get(first);
    const hasPhone = this.#isValue(index, 'phone');
    const hasAddress = this.#holds(index, ['address']);
    if (field === 'order_id' || /:\s*$/.test(text)) return !hasPhone || !hasAddress;
    // A column that is not sent may hold each order's courier or shop.
    return !hasPhone && (field !== undefined || !hasAddress);
  }
}

function filledColumns(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
}

/** Whether a text in the order number's place is words or a date, not a code. */
function isPhrase(text: string): boolean {
  const { text: clean } = cleanText(text);
  // «Yetkazish 17:00»: no number has an hour in it.
  if (!/\d/.test(clean) || isNoteText(clean) || /(?<!\d)\d{1,2}:[0-5]\d(?!\d)/.test(clean)) return true;
  const { kind } = readDate(clean);
  return kind === 'date' || kind === 'numeric' || kind === 'onlyTime' || (clean.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;
}
