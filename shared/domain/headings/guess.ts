/** Guesses which field each column is, from its heading and its values (docs/domain.md, «Headings»). */
import type { ColumnGuess } from '../mapping.ts';
import type { Cell } from '../table.ts';

/**
 * One guess per heading, in order. `samples(column)` gives the column's cells below the headings, one per row (blank
 * ones too), the same rows for every column; the first 500 are looked at. `rowCount`: rows below the headings.
 */
export function guessColumns(headings: readonly string[], _samples: (column: number) => Iterable<Cell>, _context: { readonly rowCount: number }): ColumnGuess[] {
  return headings.map((heading, column) => ({ column, heading, field: null, confidence: 0, reason: { code: 'headings.unknown', params: {} }, candidates: [] }));
}
