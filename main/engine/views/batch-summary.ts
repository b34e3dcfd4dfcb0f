/** Builds the summary of a batch: its counts and sums, as every screen shows them. */
import type { BatchSummary } from '../../../shared/contract/views.ts';
import type { Choices } from '../../../shared/domain/model/choices.ts';
import type { Severity } from '../../../shared/domain/model/issues.ts';
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import type { BatchOrders } from '../batch-orders.ts';
import type { FilePart } from '../file-part.ts';

export interface BatchSummaryInput {
  readonly batchId: string;
  readonly version: number;
  readonly fileName: string;
  readonly file: SheetFile;
  readonly part: FilePart;
  readonly choices: Choices;
  readonly profileName: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The server that the orders go to, and the shop's name, are added by the batch's owner. */
export type BatchSummaryWithoutServer = Omit<BatchSummary, 'server' | 'shop'>;

export function createBatchSummary(orders: BatchOrders, facts: BatchSummaryInput): BatchSummaryWithoutServer {
  const { tally, plan, fileIssues } = orders;
  const { file } = facts;
  const issues: Record<Severity, number> = { ...tally.severities };
  for (const { severity } of fileIssues) issues[severity]++;
  return {
    batchId: facts.batchId,
    version: facts.version,
    file: {
      name: facts.fileName,
      format: file.format,
      encoding: file.encoding,
      delimiter: file.delimiter,
      sheet: file.table.sheet,
      ...facts.part,
      headerRow: plan.headerIndex === null ? null : file.table.rowNumber(plan.headerIndex),
      rows: Math.max(0, file.table.rowCount - plan.firstDataIndex),
      columns: file.table.columnCount,
    },
    choices: facts.choices,
    profileName: facts.profileName,
    counts: { ...tally.counts },
    changedAfterSending: tally.changedAfterSending,
    withWarnings: tally.withWarnings,
    readyAmount: tally.readyAmount,
    acceptedAmount: tally.acceptedAmount,
    issues,
    fileIssues: [...fileIssues],
    canUndo: facts.canUndo,
    canRedo: facts.canRedo,
  };
}
