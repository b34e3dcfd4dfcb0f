/** An issue: something about a cell, a row, an order or the whole file that the operator should know or must put right. */
import type { ColumnField, Field } from './fields.ts';
import type { ProductKeyKind } from '../products/product.ts';
import type { RulesChange } from './rules.ts';

export type Severity = 'error' | 'warning' | 'notice';
export type IssueScope = 'cell' | 'row' | 'order' | 'file';

/** Values that a message puts into its sentence: `{name}` in the catalogue. Plain data, so that it can cross to the window. */
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
  /** A value for every row in which the field's cell is blank, or for a field without a column. */
  | { readonly kind: 'setConstant'; readonly field: Field; readonly text: string }
  /** Exchange the fields of two columns. */
  | { readonly kind: 'swapFields'; readonly first: Field; readonly second: Field }
  /** One value in the named cells: settles values that differ inside one order. */
  | {
      readonly kind: 'setCells';
      readonly cells: readonly { readonly row: number; readonly column: number }[];
      readonly text: string;
    }
  | { readonly kind: 'leaveOut'; readonly orderKeys: readonly string[] }
  /** A column becomes a field, or is not sent (null); some answers change rules with it. `joins`: beside the columns that feed the field already. */
  | {
      readonly kind: 'setColumn';
      readonly column: number;
      readonly heading: string;
      readonly field: ColumnField | null;
      readonly rules?: RulesChange | undefined;
      readonly joins?: boolean | undefined;
    }
  /** Another part of the file is read; `answer.<answer>` in the catalogues says which, with these params. */
  | { readonly kind: 'setReading'; readonly answer: string; readonly params: Params; readonly reading: FilePartChoice }
  /** Other rules; `answer.<answer>` in the catalogues says what they mean. */
  | { readonly kind: 'setRules'; readonly answer: string; readonly rules: RulesChange }
  /** This code or name is that product, for all files that go to this server; it goes into the product table. */
  | {
      readonly kind: 'setProduct';
      readonly keyKind: ProductKeyKind;
      readonly key: string;
      readonly productId: number;
      readonly variationId: number | null;
      readonly price: number | null;
      /** The product of the table that it resembles; null where the ids were typed. */
      readonly like: string | null;
    };

/** One of the ways to settle an issue. */
export interface QuestionAnswer {
  readonly fix: Fix;
  /**
   * What a person may type in the place of what the fix holds: the text of a constant (a date, «tomorrow 14:00»), the
   * start of the order numbers, a time of day, one text for several cells.
   */
  readonly inputKind?: 'date' | 'number' | 'time' | 'text' | undefined;
}

export interface Issue {
  /** Key of the sentence in the message catalogues: `issue.<code>`. Dotted, lower case, lasting. */
  readonly code: string;
  readonly severity: Severity;
  readonly scope: IssueScope;
  /** Row as Excel shows it. */
  readonly row?: number;
  /** 0-based. */
  readonly column?: number;
  readonly field?: ColumnField;
  /** The order id as read, or as it stands in the file where it cannot be read. */
  readonly orderId?: string;
  readonly params: Params;
  readonly fix?: Fix;
  /** Where there are several ways: all of them, the proposed one (`fix`) first. Without an answer, an error blocks. */
  readonly answers?: readonly QuestionAnswer[];
}

/** Fields whose wrong values repeat and are put right value by value; wrong phones or dates are each another. */
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
 * rows», «Phone too short: 3 rows»). A cause is the code, the field, and for fields whose values repeat the value that
 * was found (params.value).
 */
export function causeOf({ code, field, params }: Issue): string {
  return JSON.stringify([
    code,
    field ?? '',
    field !== undefined && groupedByValue.has(field) ? (params['value'] ?? '') : '',
  ]);
}
