/** `ledger`: which orders were sent, taken from one computer to another, or filled again from old reports. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { readLedgerFile, sharedEntries, writeLedgerFile, type SharedLedgerEntry } from '../../shared/domain/ledger-file.ts';
import { acceptedInReport, isPracticeReport, ownReportOf, rowsSheetOf } from '../../shared/domain/own-report.ts';
import { FailureError, valueOf } from '../../shared/result.ts';
import { parseServerAddress, serverIdentity } from '../../shared/wms/addresses.ts';
import { readSheetFile } from '../reading/read-file.ts';
import type { Merged, Store } from '../store/store.ts';
import { exitStatus } from './exit-status.ts';
import { withStore } from './home-store.ts';
import type { CommandContext } from './context.ts';

export const ledgerActs = ['export', 'merge', 'refill'] as const;

export interface LedgerOptions {
  /** The server of a report's orders. */
  readonly url?: string;
}

async function textOf(file: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch {
    throw new FailureError('ledger.cannotRead', { file: path.basename(file) });
  }
}

async function exported(store: Store, file: string): Promise<number> {
  const entries = sharedEntries(store.ledger.list());
  // Its name stands for all of it.
  await fs.writeFile(`${file}.partial`, writeLedgerFile(entries), { flush: true });
  await fs.rename(`${file}.partial`, file);
  return entries.length;
}

/** Headings of our reports stand in the first row, below the line that says «practice» where there is one. */
const mostHeadingRows = 2;

/** What a report says was accepted, by the server that is named: a report knows it only as a person would. */
async function entriesOfReport(file: string, url: string | undefined, foreign: CommandContext['foreign']): Promise<readonly SharedLedgerEntry[]> {
  if (url === undefined) throw new FailureError('ledger.noServer');
  const server = serverIdentity(valueOf(parseServerAddress(url)));
  const first = await readSheetFile({ path: file }, { foreign, firstRows: 1 });
  const rowsSheet = rowsSheetOf(first.sheets);
  const { table } = await readSheetFile({ path: file }, { foreign, ...(rowsSheet === null ? {} : { sheet: rowsSheet }) });
  for (let row = 0; row < Math.min(mostHeadingRows, table.rowCount); row++) {
    const report = ownReportOf(Array.from({ length: table.columnCount }, (_, column) => table.text(row, column)));
    if (!report) continue;
    if (isPracticeReport(table, report)) throw new FailureError('ledger.practiceReport', { file: path.basename(file) });
    const at = Math.round((await fs.stat(file)).mtimeMs);
    const orders = new Map(acceptedInReport(table, report, row + 1).map(({ orderId, wmsId }) => [orderId, wmsId]));
    return [...orders].map(([orderId, wmsId]) => ({ server, orderId, state: 'accepted', bodyHash: null, fileName: path.basename(file), wmsId, at }));
  }
  throw new FailureError('ledger.noReport', { file: path.basename(file) });
}

export async function ledger({ home, translate, terminal, foreign }: CommandContext, act: string, file: string, options: LedgerOptions): Promise<number> {
  const said = (merged: Merged): void => terminal.print(translate('cli.ledger.merged', { ...merged }));
  return withStore(home, async (store) => {
    switch (act) {
      case 'export':
        terminal.print(translate('cli.ledger.exported', { count: await exported(store, file), file }));
        return exitStatus.well;
      case 'merge':
        said(store.ledger.merge(valueOf(readLedgerFile(await textOf(file)))));
        return exitStatus.well;
      case 'refill':
        said(store.ledger.merge(await entriesOfReport(file, options.url, foreign)));
        return exitStatus.well;
      default:
        throw new FailureError('ledger.act', { act, acts: ledgerActs.join(', ') });
    }
  });
}
