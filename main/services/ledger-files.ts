/** Writes and reads the ledger as a file for another computer. */
import { createHash } from 'node:crypto';
import {
  parseLedgerFile,
  formatLedgerFile,
  type LedgerFile,
  type SharedLedgerEntry,
} from '../../shared/domain/sending/ledger-file.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { readTextFile } from '../platform/files.ts';
import { replaceFile } from '../reporting/file-replacement.ts';

/** Writes the entries that may leave this computer, and returns how many they are. @throws FailureError those of {@link replaceFile} */
export async function exportLedger(entries: readonly SharedLedgerEntry[], file: string): Promise<number> {
  const text = formatLedgerFile(entries, digestOf);
  await replaceFile(file, async (stream) => void stream.write(text));
  return entries.length;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Bytes of a ledger file: some 600,000 orders. */
const largest = 256 * 1024 * 1024;

/** Reads another computer's ledger file. @throws FailureError those of {@link parseLedgerFile} and {@link readTextFile} */
export async function loadLedgerFile(file: string): Promise<LedgerFile> {
  return valueOrThrow(parseLedgerFile(await readTextFile(file, largest), digestOf));
}
