/** Builds what `check --json` prints of a batch; rows and columns as Excel shows them. */
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { rowName } from '../../../shared/domain/model/sheet-rows.ts';
import type { ColumnGuess } from '../../../shared/domain/model/mapping.ts';
import { columnLetters, columnName, positionInFile, type Table } from '../../../shared/domain/table/table.ts';
import { sentence, type Translator } from '../../../shared/messages/translator.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { allIssuesOf } from './order-marks.ts';

export interface CheckJson {
  /** Non-empty rows below the headings. */
  readonly rows: number;
  readonly mapping: readonly {
    readonly column: string;
    readonly heading: string;
    readonly field: string | null;
    readonly confidence: number;
    readonly reason: string;
  }[];
  readonly orders: {
    readonly total: number;
    readonly ready: number;
    readonly withErrors: number;
    readonly alreadySent: number;
    readonly duplicate: number;
  };
  /** Once: each is made when it is asked for. */
  readonly issues: Generator<IssueJson>;
}

export interface IssueJson {
  readonly code: string;
  readonly severity: string;
  readonly scope: string;
  /** Where several sheets are read as one table: the sheet on which row and column stand. */
  readonly sheet?: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly orderId: string | null;
  readonly message: string;
  readonly fix: unknown;
  /** All answers to a question about the file. */
  readonly answers?: readonly unknown[];
}

function mappingJson(
  { column, heading, field, confidence, reason }: ColumnGuess,
  table: Table,
  translate: Translator,
): CheckJson['mapping'][number] {
  return {
    column: columnName(table, column),
    heading,
    field,
    confidence,
    reason: sentence(translate, 'reason', reason.code, reason.params),
  };
}

/** The issue's sentence; where an option of the terminal resolves it, the option is named. */
export function issueMessage(issue: Issue, translate: Translator): string {
  const message = sentence(translate, 'issue', issue.code, issue.params);
  const option = `option.${issue.code}`;
  return translate.knows(option) ? `${message} ${translate(option, issue.params)}` : message;
}

/** The fix with rows as people call them and columns as letters, as everywhere in this JSON. */
function fixJson(issueFix: Issue['fix'], table: Table): unknown {
  if (issueFix === undefined) return null;
  const fix = withRowNames(issueFix, table);
  if (fix.kind === 'setCell' || fix.kind === 'setColumn') return { ...fix, column: columnName(table, fix.column) };
  if (fix.kind === 'setCells')
    return { ...fix, cells: fix.cells.map(({ row, column }) => ({ row, column: columnName(table, column) })) };
  return fix;
}

function withRowNames(fix: NonNullable<Issue['fix']>, { sheetNames }: Table) {
  if (sheetNames.length === 0) return fix;
  const nameOf = (row: number) => rowName(sheetNames, row);
  if (fix.kind === 'setCell') return { ...fix, row: nameOf(fix.row) };
  if (fix.kind === 'setCells')
    return { ...fix, cells: fix.cells.map(({ row, column }) => ({ row: nameOf(row), column })) };
  if (fix.kind === 'leaveRowsOut' || fix.kind === 'giveNumber') return { ...fix, rows: fix.rows.map(nameOf) };
  return fix;
}

function issueJson(issue: Issue, table: Table, translate: Translator): IssueJson {
  const place = positionInFile(table, issue.row ?? null, issue.column ?? null);
  return {
    code: issue.code,
    severity: issue.severity,
    scope: issue.scope,
    ...(table.joined === null && table.stacked.length === 0 ? {} : { sheet: place.sheet }),
    row: place.row,
    column: place.column === null ? null : columnLetters(place.column),
    field: issue.field ?? null,
    orderId: issue.orderId ?? null,
    message: issueMessage(issue, translate),
    fix: fixJson(issue.fix, table),
    ...(issue.answers === undefined ? {} : { answers: issue.answers.map(({ fix }) => fixJson(fix, table)) }),
  };
}

/** All issues: the file's first, then by row and column; made one after the other, as there may be a million. */
function* allIssues(orders: BatchOrders): Generator<Issue> {
  yield* orders.fileIssues;
  const { book, input } = orders;
  /** Issues of orders about rows further down, by row. */
  const waiting = new Map<number, Issue[]>();
  for (let index = book.firstDataIndex; index < input.table.rowCount; index++) {
    const row = input.table.rowNumber(index);
    const entry = book.entryOfRow(index);
    const rowIssue = entry === undefined ? book.rowIssue(index) : null;
    const found = entry?.rows[0] === index ? allIssuesOf(book, entry) : rowIssue === null ? [] : [rowIssue];
    for (const issue of found) {
      const at = Math.max(issue.row ?? row, row);
      const known = waiting.get(at);
      if (known) known.push(issue);
      else waiting.set(at, [issue]);
    }
    yield* (waiting.get(row) ?? []).sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    waiting.delete(row);
  }
  for (const issues of waiting.values()) yield* issues;
}

function* issuesJson(orders: BatchOrders, translate: Translator): Generator<IssueJson> {
  for (const issue of allIssues(orders)) yield issueJson(issue, orders.input.table.file, translate);
}

export function checkJson(orders: BatchOrders, translate: Translator): CheckJson {
  const { counts } = orders.tally;
  const table = orders.input.table.file;
  return {
    rows: table.rowCount - orders.book.firstDataIndex,
    mapping: orders.plan.columns.map((guess) => mappingJson(guess, table, translate)),
    orders: {
      total: counts.total,
      ready: counts.ready,
      withErrors: counts.withErrors,
      alreadySent: counts.alreadySent,
      duplicate: counts.duplicate,
    },
    issues: issuesJson(orders, translate),
  };
}
