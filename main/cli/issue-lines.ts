/** Writes issues for a terminal: those that say the same in one line, with their rows. */
import type { Translator } from '../../shared/messages/translator.ts';
import type { IssueJson } from '../engine/views/check-json.ts';

const mostRowsNamed = 10;

/** Issues with the same sentence about the same column; the first one stands for them. */
export interface SimilarIssues {
  readonly first: IssueJson;
  /** The first rows that they are about, and how many there are. */
  readonly rows: (number | null)[];
  rowCount: number;
  lastRow: number | null;
}

/** @param most groups that are wanted: further ones are only counted */
export function groupSimilarIssues(
  issues: Iterable<IssueJson>,
  most: number,
): { readonly said: readonly SimilarIssues[]; readonly more: number } {
  const said: SimilarIssues[] = [];
  const known = new Map<string, SimilarIssues | null>();
  for (const issue of issues) {
    const key = JSON.stringify([
      issue.severity,
      issue.sheet,
      issue.column,
      issue.row === null ? issue.orderId : null,
      issue.message,
    ]);
    const alike = known.get(key);
    if (alike === undefined) {
      const group = said.length < most ? { first: issue, rows: [issue.row], rowCount: 1, lastRow: issue.row } : null;
      if (group !== null) said.push(group);
      known.set(key, group);
    } else if (alike !== null) addRow(alike, issue.row);
  }
  return { said, more: known.size - said.length };
}

/** Issues come by row: where a row was named before, it was the last one. */
function addRow(alike: SimilarIssues, row: number | null): void {
  if (row === alike.lastRow) return;
  alike.lastRow = row;
  alike.rowCount++;
  if (alike.rows.length < mostRowsNamed) alike.rows.push(row);
}

function positionText({ first, rows, rowCount }: SimilarIssues, translate: Translator): string {
  const { sheet, row, column, orderId } = first;
  if (row === null) return orderId === null ? '' : translate('place.order', { order: orderId });
  const place = rowCount === 1 ? onePlace(row, column, translate) : places(rows, rowCount, column, translate);
  return sheet === undefined ? place : translate('place.onSheet', { sheet, place });
}

function onePlace(row: number, column: string | null, translate: Translator): string {
  return column === null ? translate('place.row', { row }) : translate('place.cell', { row, column });
}

function places(
  first: readonly (number | null)[],
  count: number,
  column: string | null,
  translate: Translator,
): string {
  const rows = first.join(', ') + (count > first.length ? ' …' : '');
  return column === null ? translate('place.rows', { count, rows }) : translate('place.cells', { count, rows, column });
}

/** `Error · rows 3, 4 · sentence` */
export function issueLine(alike: SimilarIssues, translate: Translator): string {
  const { severity, message } = alike.first;
  const kind = `severity.${severity}`;
  return [translate.knows(kind) ? translate(kind) : severity, positionText(alike, translate), message]
    .filter((part) => part !== '')
    .join(' · ');
}
