/** Writes reports and their summaries; runs in the engine worker, so that the window is not held up. */
import path from 'node:path';
import type { SentBeforeGroup } from '../../shared/contract/sending.ts';
import type { RowFilter } from '../../shared/contract/views.ts';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { sheetsBeside, type SheetBeside } from '../../shared/domain/model/sheets-beside.ts';
import { partName } from '../../shared/domain/model/file-part.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { recogniseOwnReport } from '../../shared/domain/report/own-report.ts';
import { summaryLines, type SummaryLine } from '../../shared/domain/report/report-summary.ts';
import {
  ReportTable,
  type EarlierFailure,
  type RegionCount,
  type ReportSourceRow,
  type ReportSummary,
} from '../../shared/domain/report/report-table.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import type { OpenBatches } from './open-batches.ts';
import type { Clock, ProgressListener } from '../ports.ts';
import type { Remote } from '../platform/remote.ts';
import { csvLine } from '../reporting/csv-text.ts';
import { defaultReportName, type ReportFormat } from '../reporting/report-name.ts';
import { writeCsvReport } from '../reporting/csv-report.ts';
import { RowPasses, type ReportSource } from '../reporting/report-source.ts';
import { writeRequestLog } from '../reporting/request-log.ts';
import { writeDayReport, writeXlsxReport } from '../reporting/xlsx-report.ts';
import type { BatchRecord as StoredBatch } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';

/**
 * Reads the rows of a file that may be a sheet of failures of ours: its added columns are not the shop's own, but say where
 * the row stood and why it failed.
 */
function createOwnCellReader(headings: readonly string[]): {
  readonly headings: readonly string[];
  readonly rows: (rows: Iterable<ReportSourceRow>) => Iterable<ReportSourceRow>;
} {
  const failures = recogniseOwnReport(headings);
  if (failures?.kind !== 'failures') return { headings, rows: (rows) => rows };
  const { columns } = failures;
  const added = new Set(columns.values());
  const ownOf = (cells: readonly string[]): string[] => cells.filter((_, column) => !added.has(column));
  return {
    headings: ownOf(headings),
    *rows(rows) {
      for (const { corrected, ...row } of rows) {
        const text = (name: keyof EarlierFailure): string => row.cells[columns.get(name) ?? -1] ?? '';
        yield {
          ...row,
          cells: ownOf(row.cells),
          ...(corrected === undefined ? {} : { corrected: ownOf(corrected) }),
          earlier: { row: text('row'), field: text('field'), reason: text('reason') },
        };
      }
    },
  };
}

/** The source that a report of the batch is written from. @param shop its name; null where there is only one */
export function createReportSource(
  batch: Batch,
  server: StoredBatch['server'],
  language: Language,
  now: number,
  shop: string | null,
  report = batch.report,
): ReportSource {
  const translate = translatorFor(language);
  const reader = createOwnCellReader(batch.headings());
  return {
    headings: reader.headings,
    outcomeOf: (orderKey) => report.outcomeOf(orderKey, translate),
    regionOf: (orderKey) => report.regionOf(orderKey, language),
    sentDifferencesOf: (orderKey, row) => report.sentOf(orderKey, row),
    rowReasonOf: (row) => report.reasonOf(row, translate),
    ...(shop === null ? {} : { shop }),
    operators: report.operators(),
    sheets: batch.summary().file.together,
    server: server?.url ?? '',
    practice: server?.practice ?? false,
    fileName: batch.fileName,
    part: partName(batch.choices),
    createdAt: now,
    language,
    rows: () => reader.rows(report.rows()),
    rowCount: batch.summary().file.rows,
  };
}

/** The name of the batch's shop, as a report says it; null where there is only one shop, or nobody knows. */
export function shopNameOf({ shop }: Batch, shops: readonly Shop[]): string | null {
  return shops.length < 2 ? null : (shops.find(({ id }) => id === shop)?.name ?? null);
}

/** Whether the file is to hold the requests and answers instead of the report: its ending says so. */
export function isRequestLog(file: string): boolean {
  return /\.jsonl$/iu.test(file);
}

/** The file name of a report over several files. @param shop its name; null: all shops, or the only one */
export function dayReportName(shop: string | null, language: Language, now: number): string {
  const day = translatorFor(language)('reportFile.day');
  return defaultReportName(shop === null ? day : `${shop} ${day}`, false, language, now);
}

/** Writes the report; the kind follows the file's ending. @throws FailureError `cli.reportKind`, and those of the writers */
export async function saveReport(file: string, source: ReportSource, onProgress?: ProgressListener): Promise<void> {
  const options = onProgress ? { onProgress } : {};
  if (/\.xlsx$/iu.test(file)) await writeXlsxReport(file, source, options);
  else if (/\.csv$/iu.test(file)) await writeCsvReport(file, source, options);
  else throw new FailureError('cli.reportKind', { file });
}

/** What a report says of the rest of the batch's file. */
export function restOfFile(
  batch: Batch,
  parts: Parameters<typeof sentParts>[0],
  own: RunServer | null,
): Required<Pick<ReportSource, 'otherParts' | 'sheetsBeside'>> {
  return {
    otherParts: sentParts(parts, own),
    sheetsBeside: sheetsBeside(batch.summary().file, parts, own?.practice === true),
  };
}

/**
 * The sheets of the batch's file that no line of a report over several files tells of.
 * @param told ids of the batches in the report: each says itself what became of its sheets
 */
export function sheetsNotTold(
  batch: Batch,
  parts: Parameters<typeof sentParts>[0],
  own: RunServer | null,
  told: ReadonlySet<string>,
): SheetBeside[] {
  const isPractice = own?.practice === true;
  const others = parts.map((part) => (told.has(part.id) ? { ...part, server: { practice: isPractice } } : part));
  return sheetsBeside(batch.summary().file, others, isPractice);
}

/**
 * Those parts of a file of which something was sent, with the server where it is another one than the report's. What went
 * to a practice WMS is none of a real one's report.
 * @param own the server of the report's batch; null: nothing was sent of it
 */
export function sentParts(
  parts: readonly Pick<StoredBatch, 'id' | 'choices' | 'counts' | 'server' | 'fileName'>[],
  own: RunServer | null,
): { batchId: string; part: string; counts: StateCounts }[] {
  return parts.flatMap(({ id, choices, counts, server, fileName }) => {
    if (counts === null || server === null || server.practice !== (own?.practice ?? false)) return [];
    const elsewhere = own !== null && !own.practice && server.identity !== own.identity ? server.url : '';
    const names = [partName(choices) || (elsewhere === '' ? fileName : ''), elsewhere];
    return [{ batchId: id, part: names.filter((name) => name !== '').join(' · '), counts }];
  });
}

const everything: RowFilter = { show: 'all', cause: null, search: '' };

export class ReportService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #clock: Clock;

  constructor(store: Remote<Store>, opened: OpenBatches, clock: Clock) {
    this.#store = store;
    this.#opened = opened;
    this.#clock = clock;
  }

  /** The file name that the report is offered under. */
  async defaultFileName(batchId: string, format: ReportFormat, language: Language): Promise<string> {
    const { batch } = await this.#opened.get(batchId);
    const server = (await this.#store.batches.get(batchId))?.server;
    const shop = shopNameOf(batch, await this.#store.shops.list());
    const isNamed = shop === null || batch.fileName.toLowerCase().includes(shop.toLowerCase());
    const fileName = isNamed ? batch.fileName : `${shop} ${batch.fileName}`;
    return defaultReportName(fileName, server?.practice ?? false, language, this.#clock.now(), format);
  }

  async write(batchId: string, file: string, language: Language): Promise<void> {
    if (isRequestLog(file)) {
      await writeRequestLog(file, (from, count) => this.#store.outcomes.loggedRequests(batchId, from, count));
      return;
    }
    const { batch } = await this.#opened.get(batchId);
    if (batch.rows(everything, 0, 1).total === 0) throw new FailureError('report.nothing');
    const server = (await this.#store.batches.get(batchId))?.server ?? null;
    const source = createReportSource(
      batch,
      server,
      language,
      this.#clock.now(),
      shopNameOf(batch, await this.#store.shops.list()),
    );
    await saveReport(file, { ...source, ...(await this.#restOfFile(batch)) }, (done, total) =>
      this.#opened.emit('report.progress', { batchId, done, total }),
    );
  }

  /** The file name that the report over several files is offered under. @param shop its name; null: all shops */
  nameOfDay(shop: string | null, language: Language): string {
    return dayReportName(shop, language, this.#clock.now());
  }

  /**
   * Writes one workbook over several files: a summary of them, and the rows of each with what became of them.
   * @param server identity of the server that counts for a file that was not sent
   */
  async writeOfDay(batchIds: readonly string[], file: string, server: string, language: Language): Promise<void> {
    await writeDayReport(file, await this.#sources(batchIds, server, language), language);
  }

  /** Writes a workbook for each shop, of its own files alone, and returns their names. */
  async writeByShop(
    batchIds: readonly string[],
    folder: string,
    server: string,
    language: Language,
  ): Promise<readonly string[]> {
    const all = await this.#sources(batchIds, server, language);
    const names: string[] = [];
    for (const shop of new Set(all.map(({ shop = '' }) => shop))) {
      const sources = all.filter((source) => (source.shop ?? '') === shop);
      const name = this.nameOfDay(shop === '' ? null : shop, language);
      await writeDayReport(path.join(folder, name), sources, language);
      names.push(name);
    }
    return names;
  }

  async #sources(batchIds: readonly string[], server: string, language: Language): Promise<readonly ReportSource[]> {
    const shops = await this.#store.shops.list();
    const sources: ReportSource[] = [];
    const told = new Set(batchIds);
    for (const batchId of batchIds) {
      const batch = await this.#opened.look(batchId, server);
      const sentTo = (await this.#store.batches.get(batchId))?.server ?? null;
      const source = createReportSource(batch, sentTo, language, this.#clock.now(), shopNameOf(batch, shops));
      const parts = await this.#store.batches.otherParts(batchId);
      sources.push({ ...source, sheetsBeside: sheetsNotTold(batch, parts, sentTo, told) });
    }
    return sources;
  }

  /** The summary as lines, for a page, a PDF or a message. */
  async summary(batchId: string, language: Language): Promise<readonly SummaryLine[]> {
    const { source, summary } = await this.#summed(batchId, language);
    return summaryLines(source, summary);
  }

  async regions(batchId: string, language: Language): Promise<readonly RegionCount[]> {
    return (await this.#summed(batchId, language)).summary.regions;
  }

  /** The other sheets or tables of the batch's file of which something was sent. */
  async otherParts(batchId: string): Promise<{ batchId: string; part: string; counts: StateCounts }[]> {
    const own = await this.#store.batches.get(batchId);
    return sentParts(await this.#store.batches.otherParts(batchId), own?.server ?? null);
  }

  async #restOfFile(batch: Batch): Promise<ReturnType<typeof restOfFile>> {
    const own = await this.#store.batches.get(batch.batchId);
    return restOfFile(batch, await this.#store.batches.otherParts(batch.batchId), own?.server ?? null);
  }

  async sentBefore(batchId: string): Promise<SentBeforeGroup[]> {
    return (await this.#opened.get(batchId)).batch.report.sentBefore();
  }

  async #summed(
    batchId: string,
    language: Language,
  ): Promise<{ readonly source: ReportSource; readonly summary: ReportSummary }> {
    const { batch } = await this.#opened.get(batchId);
    const own = createReportSource(
      batch,
      (await this.#store.batches.get(batchId))?.server ?? null,
      language,
      this.#clock.now(),
      shopNameOf(batch, await this.#store.shops.list()),
      batch.summaryReport,
    );
    const source = { ...own, ...(await this.#restOfFile(batch)) };
    return { source, summary: await new RowPasses(source, 1, {}).summary() };
  }

  /**
   * Makes a new batch of the rows whose orders were not done: with the same headings, the corrections so far, and why each
   * row failed.
   * @throws FailureError `report.allDone`
   */
  async createBatchOfFailed(batchId: string, language: Language): Promise<string> {
    const { batch } = await this.#opened.get(batchId);
    const source = createReportSource(batch, null, language, this.#clock.now(), null);
    const table = new ReportTable(source, source.headings.length);
    const lines = [csvLine(table.failedHeadings())];
    for await (const row of source.rows()) {
      const cells = table.failedRow(row);
      if (cells) lines.push(csvLine(cells));
    }
    if (lines.length === 1) throw new FailureError('report.allDone');
    const name = translatorFor(language)('failedFile.name', { file: batch.fileName.replace(/\.[^.]*$/u, '') });
    const created = await this.#store.batches.createFromBytes(
      new TextEncoder().encode(`\uFEFF${lines.join('')}`),
      `${name}.csv`,
    );
    if (batch.shop !== null) valueOrThrow(await this.#store.batches.setShop(created.id, batch.shop));
    return created.id;
  }
}
