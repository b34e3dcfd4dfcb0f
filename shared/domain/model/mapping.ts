/** The mapping: which columns and constants feed which field, and how it was guessed. */
import type { ColumnField, Field } from './fields.ts';
import type { Params } from './issues.ts';

/** Several columns join into one field, in this order, with a space (address: with «, ») between the non-blank cells. */
export interface Mapping {
  readonly columns: Partial<Readonly<Record<ColumnField, readonly number[]>>>;
  /** Fill blank cells and missing columns; parsed like cells. «tomorrow 14:00» and the like are resolved when the choice is made. */
  readonly constants: Partial<Readonly<Record<Field, string>>>;
}

/** What the app took a column for, and why. */
export interface ColumnGuess {
  readonly column: number;
  /** The heading as the file holds it; two heading rows are joined with « / ». */
  readonly heading: string;
  readonly field: ColumnField | null;
  /** 0 … 1; 1 only for an operator's or a profile's choice. */
  readonly confidence: number;
  /** Key in the catalogues: `reason.<code>`. */
  readonly reason: { readonly code: string; readonly params: Params };
  /** Other fields that it might be, best first. */
  readonly candidates: readonly { readonly field: ColumnField; readonly confidence: number }[];
}
