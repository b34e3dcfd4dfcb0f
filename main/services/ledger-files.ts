/** Writes and reads the ledger as a file for another computer. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  parseLedgerFile,
  formatLedgerFile,
  type LedgerFile,
  type SharedLedgerEntry,
} from '../../shared/domain/sending/ledger-file.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';

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
