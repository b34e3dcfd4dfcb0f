/** Handles a file that is our own report: its added columns are not sent, accepted rows are left out. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import { acceptedRowsOf, isPracticeReport, recogniseOwnReport } from '../../shared/domain/report/own-report.ts';
import type { Table } from '../../shared/domain/table/table.ts';

export interface ReopenedReport {
  /** The columns that the report added to the file's own, 0-based. */
  readonly added: ReadonlySet<number>;
  /** Notice about the file, at every opening. */
  readonly issue: Issue;
  /** The choices with the added columns as «not sent». */
  readonly applyToChoices: (choices: Choices) => Choices;
  /** The edit that leaves the accepted rows out; null: there are none, or they were practice. */
  readonly edit: Edit | null;
}

/** The choices with these columns as «not sent». */
function withoutColumns(choices: Choices, added: ReadonlySet<number>): Choices {
  const others = choices.columns.filter(({ column }) => !added.has(column));
  return { ...choices, columns: [...others, ...[...added].map((column) => ({ column, field: null }))] };
}

/** Null where the table is no report of ours. */
export function detectReopenedReport(table: Table, plan: ColumnPlan): ReopenedReport | null {
  const report = recogniseOwnReport(plan.columns.map(({ heading }) => heading));
  if (!report) return null;
  const added = new Set(report.columns.values());
  if (report.kind === 'failures')
    return {
      added,
      issue: { code: 'report.failures', severity: 'notice', scope: 'file', params: {} },
      applyToChoices: (choices) => withoutColumns(choices, added),
      edit: null,
    };
  const isPractice = isPracticeReport(table, report);
  const rows = isPractice ? [] : acceptedRowsOf(table, report, plan.firstDataIndex).map(({ row }) => row);
  return {
    added,
    issue: {
      code: isPractice ? 'report.ownPractice' : 'report.own',
      severity: 'notice',
      scope: 'file',
      params: isPractice ? {} : { count: rows.length },
    },
    applyToChoices: (choices) => withoutColumns(choices, added),
    edit: rows.length === 0 ? null : { kind: 'leaveOut', rows, out: true },
  };
}
