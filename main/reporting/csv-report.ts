/** Writes the report as a csv file: UTF-8 with a byte order mark, `;` between the fields, no formula that a program would run. */
import type { Writable } from 'node:stream';
import { ReportTable, type ReportSummary } from '../../shared/domain/report/report-table.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { csvLine } from './csv-text.ts';
import { replaceFile } from './file-replacement.ts';
import { type ReportSource, RowPasses, type WriteOptions } from './report-source.ts';

/** Characters per chunk that is written. */
const chunkLength = 64 * 1024;

/** Writes lines in chunks and waits where the disk is slower than the rows. */
class LineWriter {
  readonly #stream: Writable;
  #pending = '';

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  add(line: string): Promise<void> | void {
    this.#pending += line;
    if (this.#pending.length >= chunkLength) return this.flush();
  }

  async flush(): Promise<void> {
    const chunk = this.#pending;
    this.#pending = '';
    if (!this.#stream.write(chunk)) await new Promise((resolve) => this.#stream.once('drain', resolve));
  }
}

/**
 * Writes the report; a practice report says so on its first line.
 * @throws FailureError `reporting.cancelled`, and those of {@link replaceFile}
 */
export async function writeCsvReport(
  path: string,
  source: ReportSource,
  options: WriteOptions = {},
): Promise<ReportSummary> {
  return replaceFile(path, async (stream) => {
    const passes = new RowPasses(source, 2, options);
    const summary = await passes.summary();
    const table = new ReportTable(source, summary.columnCount);
    const lines = new LineWriter(stream);
    await lines.add('\ufeff');
    if (source.practice) await lines.add(csvLine([translatorFor(source.language)('reportFile.practice')]));
    await lines.add(csvLine(table.headings()));
    await passes.forEachRow((row) => lines.add(csvLine(table.row(row).cells)));
    await lines.flush();
    return summary;
  });
}
