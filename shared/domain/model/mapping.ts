/** The mapping: which columns and constants give which field, and how a column was guessed. */
import type { ColumnField, Field } from './fields.ts';
import type { Params } from './issues.ts';

/** Several columns of one field are joined in this order, non-blank cells separated by a space (address: «, »). */
export interface Mapping {
  readonly columns: Partial<Readonly<Record<ColumnField, readonly number[]>>>;
  /** Used for blank cells and missing columns; parsed like cells. «tomorrow 14:00» is resolved when it is chosen. */
  readonly constants: Partial<Readonly<Record<Field, string>>>;
}

/** The reason of a column that is a ware, with its quantities. */
export const wareColumn = 'wareColumn';

/** Whether the column's heading is a ware and its cells are quantities. */
export function isWareColumn({ field, reason }: Pick<ColumnGuess, 'field' | 'reason'>): boolean {
  return field === null && reason.code === wareColumn;
}

/** What a column was mapped to, and why. */
export interface ColumnGuess {
  readonly column: number;
  /** The heading as the file holds it; two heading rows are joined with « / ». */
  readonly heading: string;
  /** What it is called in sentences: its heading, with or as its letters where that would not tell it from others. */
  readonly called: string;
  readonly field: ColumnField | null;
  /** 0 … 1; 1 only for an operator's or a profile's choice. */
  readonly confidence: number;
  /** Key in the catalogues: `reason.<code>`. */
  readonly reason: { readonly code: string; readonly params: Params };
  /** What else spoke for the field or against it, weightiest first; keys as of the reason. */
  readonly evidence: readonly { readonly code: string; readonly params: Params }[];
  /** Other possible fields, best first. */
  readonly candidates: readonly { readonly field: ColumnField; readonly confidence: number }[];
}
