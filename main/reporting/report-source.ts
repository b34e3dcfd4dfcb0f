/** Defines where a report's rows come from, and iterates them without holding them all. */
import {
  type ReportInput,
  type ReportSourceRow,
  type ReportSummary,
  SummaryBuilder,
} from '../../shared/domain/report/report-table.ts';
import { FailureError } from '../../shared/result.ts';
import type { ProgressListener } from '../ports.ts';

export interface ReportSource extends ReportInput {
  /** The rows below the headings in sheet order, from the start at each call and the same each time. */
  readonly rows: () => AsyncIterable<ReportSourceRow> | Iterable<ReportSourceRow>;
  /** Approximate number of rows, for the progress. */
  readonly rowCount: number;
}

export interface WriteOptions {
  readonly onProgress?: ProgressListener;
  /** Cancels the writing; the old file stays as it was. */
  readonly signal?: AbortSignal;
}

/** Rows between two pauses, in which the event loop and the compression get their turn. */
const stride = 500;

/** Iterates the rows several times and reports all passes as one progress. */
export class RowPasses {
  readonly #source: ReportSource;
  readonly #options: WriteOptions;
  readonly #total: number;
  #done = 0;

  constructor(source: ReportSource, passes: number, options: WriteOptions) {
    this.#source = source;
    this.#options = options;
    this.#total = source.rowCount * passes;
  }

  /** @throws FailureError `reporting.cancelled` when the signal aborts */
  async forEachRow(visit: (row: ReportSourceRow) => void | Promise<void>): Promise<void> {
    const { signal, onProgress } = this.#options;
    let count = 0;
    for await (const row of this.#source.rows()) {
      const pending = visit(row);
      if (pending) await pending;
      if (++count % stride !== 0) continue;
      if (signal?.aborted) throw new FailureError('reporting.cancelled');
      onProgress?.(Math.min(this.#done + count, this.#total), this.#total);
      await new Promise(setImmediate);
    }
    if (signal?.aborted) throw new FailureError('reporting.cancelled');
    this.#done += count;
    onProgress?.(Math.min(this.#done, this.#total), this.#total);
  }

  async summary(): Promise<ReportSummary> {
    const builder = new SummaryBuilder(this.#source);
    await this.forEachRow((row) => builder.add(row));
    return builder.build();
  }
}
