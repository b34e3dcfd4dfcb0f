/** Which part of a file a batch is: one of its sheets or several as one, one of the tables on it. */
import type { Choices } from './choices.ts';

type Part = Pick<Choices, 'sheet' | 'together' | 'range'>;

/** Most sheets that a part's name lists. */
const namedSheets = 3;

/** The part's name for people: the sheet or sheets, and the range where one was chosen; '' where nobody chose. */
export function partName({ sheet, together, range }: Part): string {
  const sheets = together.length > 0 ? sheetsName(together) : sheet;
  return [sheets, range === null || range === 'all' ? null : range].filter((name) => name !== null).join(' · ');
}

/** Several sheets by their names; many by the first and the last, with their number. */
export function sheetsName(sheets: readonly string[]): string {
  return sheets.length > namedSheets
    ? `${sheets[0] ?? ''} … ${sheets.at(-1) ?? ''} (${sheets.length})`
    : sheets.join(' + ');
}

/** Whether both are the same part of the file. */
export function isSamePart(one: Part, other: Part): boolean {
  return partKey(one) === partKey(other);
}

function partKey({ sheet, together, range }: Part): string {
  return JSON.stringify([together.length > 0 ? together.toSorted() : sheet, range === 'all' ? null : range]);
}

/** The choice of these sheets: one is read alone, several as one. */
export function partOfSheets(names: readonly string[]): Pick<Choices, 'sheet' | 'together'> {
  const [first = null, another] = new Set(names);
  return { sheet: first, together: another === undefined ? [] : [...new Set(names)] };
}

interface ListedSheet {
  readonly name: string;
  readonly alike: boolean;
  readonly earlier: boolean;
}

/** The sheets that are offered beside the one that was read: those that list the same, but for earlier ones. */
export function sheetsOffered(sheets: readonly ListedSheet[]): readonly string[] {
  return sheets.filter(({ alike, earlier }) => alike && !earlier).map(({ name }) => name);
}
