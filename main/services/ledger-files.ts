/** Writes and reads the ledger as a file for another computer, and reads entries from old reports. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  parseLedgerFile,
  formatLedgerFile,
  type LedgerFile,
  type SharedLedgerEntry,
} from '../../shared/domain/sending/ledger-file.ts';
import {
  acceptedRowsOf,
  isPracticeReport,
  recogniseOwnReport,
  ownReportRowsSheet,
} from '../../shared/domain/report/own-report.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { readSheetFile, type ReadOptions } from '../reading/read-file.ts';

/** Writes the entries that may leave this computer, and returns how many they are. */
export async function exportLedger(entries: readonly SharedLedgerEntry[], file: string): Promise<number> {
  // A file with this name must always be complete.
  await fs.writeFile(`${file}.partial`, formatLedgerFile(entries, digestOf), { flush: true });
  await fs.rename(`${file}.partial`, file);
  return entries.length;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads another computer's ledger file. @throws FailureError `ledger.cannotRead`, and those of {@link parseLedgerFile} */
export async function loadLedgerFile(file: string): Promise<LedgerFile> {
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch {
    throw new FailureError('ledger.cannotRead', { file: path.basename(file) });
  }
  return valueOrThrow(parseLedgerFile(text, digestOf));
}

/** Our reports have their headings in the first row, or below the line that says «practice». */
const mostHeadingRows = 2;

/**
 * The orders that a report says were accepted. The server is given, since a report does not identify it.
 * @param server its identity
 * @throws FailureError `ledger.practiceReport`, `ledger.noReport`, and those of {@link readSheetFile}
 */
export async function readLedgerFromReport(
  file: string,
  server: string,
  reading: Pick<ReadOptions, 'foreign'> = {},
): Promise<readonly SharedLedgerEntry[]> {
  const first = await readSheetFile({ path: file }, { ...reading, firstRows: 1 });
  const rowsSheet = ownReportRowsSheet(first.sheets);
  const { table } = await readSheetFile(
    { path: file },
    { ...reading, ...(rowsSheet === null ? {} : { sheet: rowsSheet }) },
  );
  for (let row = 0; row < Math.min(mostHeadingRows, table.rowCount); row++) {
    const report = recogniseOwnReport(
      Array.from({ length: table.columnCount }, (_, column) => table.text(row, column)),
    );
    if (!report) continue;
    if (isPracticeReport(table, report)) throw new FailureError('ledger.practiceReport', { file: path.basename(file) });
    const at = Math.round((await fs.stat(file)).mtimeMs);
    const orders = new Map(acceptedRowsOf(table, report, row + 1).map(({ orderId, wmsId }) => [orderId, wmsId]));
    return [...orders].map(([orderId, wmsId]) => ({
      server,
      orderId,
      state: 'accepted',
      bodyHash: null,
      fileName: path.basename(file),
      wmsId,
      at,
      keys: [],
    }));
  }
  throw new FailureError('ledger.noReport', { file: path.basename(file) });
}
