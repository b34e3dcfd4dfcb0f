/** Writes issues for a terminal: those that say the same in one line, with their rows. */
import type { Translator } from '../../shared/messages/translator.ts';
import type { IssueJson } from '../engine/views/check-json.ts';

const mostRowsNamed = 10;

/** Issues with the same sentence about the same column; the first one stands for them. */
type SimilarIssues = readonly [IssueJson, ...IssueJson[]];

export function groupSimilarIssues(issues: readonly IssueJson[]): readonly SimilarIssues[] {
  const said = new Map<string, [IssueJson, ...IssueJson[]]>();
  for (const issue of issues) {
    const key = JSON.stringify([
      issue.severity,
      issue.sheet,
      issue.column,
      issue.row === null ? issue.orderId : null,
      issue.message,
    ]);
    const alike = said.get(key);
    if (alike) alike.push(issue);
    else said.set(key, [issue]);
  }
  return [...said.values()];
}

function positionText(alike: SimilarIssues, translate: Translator): string {
  const [{ sheet, row, column, orderId }] = alike;
  if (row === null) return orderId === null ? '' : translate('place.order', { order: orderId });
  const rows = [...new Set(alike.map((issue) => issue.row))];
  const place = rows.length === 1 ? onePlace(row, column, translate) : places(rows, column, translate);
  return sheet === undefined ? place : translate('place.onSheet', { sheet, place });
}

function onePlace(row: number, column: string | null, translate: Translator): string {
  return column === null ? translate('place.row', { row }) : translate('place.cell', { row, column });
}

function places(all: readonly (number | null)[], column: string | null, translate: Translator): string {
  const rows = all.slice(0, mostRowsNamed).join(', ') + (all.length > mostRowsNamed ? ' …' : '');
  return column === null
    ? translate('place.rows', { count: all.length, rows })
    : translate('place.cells', { count: all.length, rows, column });
}

/** `Error · rows 3, 4 · sentence` */
export function issueLine(alike: SimilarIssues, translate: Translator): string {
  const [{ severity, message }] = alike;
  const kind = `severity.${severity}`;
  return [translate.knows(kind) ? translate(kind) : severity, positionText(alike, translate), message]
    .filter((part) => part !== '')
    .join(' · ');
}
