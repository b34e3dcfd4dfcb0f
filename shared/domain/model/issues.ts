/** The issue: something about a cell, row, order or the whole file that the operator should know or must correct. */
import type { ColumnField, Field } from './fields.ts';
import type { ProductKeyKind } from '../products/product.ts';
import type { RulesChange } from './rules.ts';

export type Severity = 'error' | 'warning' | 'notice';
export type IssueScope = 'cell' | 'row' | 'order' | 'file';

/** Values for the `{name}` places of a sentence in the catalogues. Plain data, so that it can cross to the window. */
export type Params = Readonly<Record<string, string | number>>;

/** Another sheet of the file, or another table on it (choices.ts). */
export interface FilePartChoice {
  readonly sheet?: string | null | undefined;
  readonly range?: string | null | undefined;
}

/**
 * A change that would settle the issue. It is data: the engine turns it into an edit, the window into a button.
 * Rows are Excel's numbers, columns 0-based.
 */
export type Fix =
  | { readonly kind: 'setCell'; readonly row: number; readonly column: number; readonly text: string }
  /** Sets the constant for rows in which the field's cell is blank, or for a field without a column. */
  | { readonly kind: 'setConstant'; readonly field: Field; readonly text: string }
  /** Swaps the fields of two columns. */
  | { readonly kind: 'swapFields'; readonly first: Field; readonly second: Field }
  /** Puts one text into several cells: settles differing values within an order. */
  | {
      readonly kind: 'setCells';
      readonly cells: readonly { readonly row: number; readonly column: number }[];
      readonly text: string;
    }
  | { readonly kind: 'leaveOut'; readonly orderKeys: readonly string[] }
  /** Maps a column to a field, or to none (null); may change rules too. `joins`: in addition to the field's columns. */
  | {
      readonly kind: 'setColumn';
      readonly column: number;
      readonly heading: string;
      readonly field: ColumnField | null;
      readonly rules?: RulesChange | undefined;
      readonly joins?: boolean | undefined;
    }
  /** Reads another part of the file; `answer.<answer>` in the catalogues says which, with these params. */
  | { readonly kind: 'setReading'; readonly answer: string; readonly params: Params; readonly reading: FilePartChoice }
  /** Changes rules; `answer.<answer>` in the catalogues says what that means. */
  | { readonly kind: 'setRules'; readonly answer: string; readonly rules: RulesChange }
  /** Adds a code or name to the product table, for all files that go to this server. */
  | {
      readonly kind: 'setProduct';
      readonly keyKind: ProductKeyKind;
      readonly key: string;
      readonly productId: number;
      readonly variationId: number | null;
      readonly price: number | null;
      /** Key of the similar product whose ids are taken; null where the ids were typed. */
      readonly like: string | null;
    };

/** One way to settle an issue. */
export interface QuestionAnswer {
  readonly fix: Fix;
  /**
   * What a person may type instead of the fix's own value: a constant (a date, «tomorrow 14:00»), the first order number,
   * a time of day, one text for several cells.
   */
  readonly inputKind?: 'date' | 'number' | 'time' | 'text' | undefined;
}

export interface Issue {
  /** Key of the sentence: `issue.<code>` in the catalogues, such as `orders.sentBefore`. Codes are stable. */
  readonly code: string;
  readonly severity: Severity;
  readonly scope: IssueScope;
  /** Row as Excel shows it. */
  readonly row?: number;
  /** 0-based. */
  readonly column?: number;
  readonly field?: ColumnField;
  /** The order id as read, or its text in the file where it cannot be read. */
  readonly orderId?: string;
  readonly params: Params;
  readonly fix?: Fix;
  /** Where there are several ways: all of them, the proposed one (`fix`) first. An unanswered error holds orders back. */
  readonly answers?: readonly QuestionAnswer[];
}

/** Fields whose wrong values repeat and are corrected value by value; every wrong phone or date is different. */
const groupedByValue: ReadonlySet<ColumnField> = new Set([
  'region',
  'city',
  'country',
  'fulfillment_status',
  'client_product_id',
  'client_product_variation_id',
  'product_code',
  'product_name',
]);

/**
 * The cause of an issue: issues with equal causes are one line in the window's list («Region not known «Тошкентт»: 37
 * rows», «Phone too short: 3 rows»). It is made of the code, the field, and for fields whose values repeat the value
 * found (`params.value`).
 */
export function causeOf({ code, field, params }: Issue): string {
  return JSON.stringify([
    code,
    field ?? '',
    field !== undefined && groupedByValue.has(field) ? (params['value'] ?? '') : '',
  ]);
}
