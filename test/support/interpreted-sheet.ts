/** A sheet with what its columns were taken for, for tests of what is read of its rows. */
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import { defaultRules, type Rules } from '../../shared/domain/model/rules.ts';
import { createFieldReaders, type FieldReaders } from '../../shared/domain/checking/field-readers.ts';
import { FileStatistics } from '../../shared/domain/checking/file-statistics.ts';
import { IssueCauses } from '../../shared/domain/checking/issue-causes.ts';
import { IssueCollector } from '../../shared/domain/checking/issue-collector.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import { OwnOrderNumbers } from '../../shared/domain/orders/own-order-numbers.ts';
import { EditedTable } from '../../shared/domain/table/edited-table.ts';
import { columnLetters, type Table } from '../../shared/domain/table/table.ts';
import { testNow } from './batch.ts';
import { tableOf, type TestCell } from './table.ts';

export interface InterpretedSheet {
  readonly table: EditedTable;
  readonly plan: ColumnPlan;
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly statistics: FileStatistics;
  readonly collector: IssueCollector;
}

/** The first row holds the headings; its cells may be the fields' own names. */
export function interpretedSheet(
  sheet: readonly (readonly TestCell[] | null)[] | Table,
  { rules: changed = {}, ...choices }: Partial<Omit<Choices, 'rules'>> & { readonly rules?: Partial<Rules> } = {},
): InterpretedSheet {
  const table = new EditedTable('rowCount' in sheet ? sheet : tableOf(sheet));
  const rules = { ...defaultRules, ...changed };
  const plan = interpretColumns(table.file, { ...noChoices, ...choices, rules });
  return {
    table,
    plan,
    rules,
    readers: createFieldReaders({
      table,
      rules,
      mapping: plan.mapping,
      now: testNow,
      dateOrder: 'dayFirst',
      areShortDaysDoubtful: false,
      ownNumbers: new OwnOrderNumbers(),
    }),
    statistics: new FileStatistics(),
    collector: new IssueCollector(table, '1', { checks: null, causes: new IssueCauses(), keepsIssues: true }),
  };
}

/** `C2 !orders.priceZero → text`: ✕ an error, ! a warning, · a notice; then what the fix would put in. */
export function issueText({ code, severity, row, column, fix }: Issue): string {
  const place = `${column === undefined ? 'row ' : columnLetters(column)}${row ?? ''}`;
  const mark = { error: '✕', warning: '!', notice: '·' }[severity];
  return `${place} ${mark}${code}${fix !== undefined && 'text' in fix ? ` → ${fix.text}` : ''}`;
}
