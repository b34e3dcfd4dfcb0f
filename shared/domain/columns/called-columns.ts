/** What columns are called in sentences and answers, so that a person can tell any two of them apart. */
import { fold } from '../values/fold.ts';

/**
 * Per column its heading; with its letters where another is headed alike («Телефон (C)»), its letters where it has none.
 * `lettersOf`: the name of a column's place, as `columnName` gives it.
 */
export function calledColumns(headings: readonly string[], lettersOf: (column: number) => string): string[] {
  const folded = headings.map((heading) => fold(heading));
  return headings.map((heading, column) => {
    if (heading.trim() === '') return lettersOf(column);
    const isAlike = folded.some((other, at) => at !== column && other === folded[column]);
    return isAlike ? `${heading.trim()} (${lettersOf(column)})` : heading;
  });
}
