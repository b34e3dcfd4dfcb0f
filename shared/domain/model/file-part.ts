/** Which part of a file a batch is: one of its sheets, one of the tables on it. */
import type { Choices } from './choices.ts';

/** The part's name for people: the sheet, and the range where one was chosen; '' where nobody chose. */
export function partName({ sheet, range }: Pick<Choices, 'sheet' | 'range'>): string {
  return [sheet, range === null || range === 'all' ? null : range].filter((name) => name !== null).join(' · ');
}
