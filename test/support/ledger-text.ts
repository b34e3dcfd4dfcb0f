/** Ledger and office files as texts: written and read by the code that writes and reads the files. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLedgerLines } from '../../main/services/ledger-files.ts';
import { LineReader } from '../../main/platform/line-reader.ts';
import type { Store } from '../../main/store/store.ts';
import {
  entryOfLine,
  formatLedgerHeader,
  formatLedgerLines,
  parseLedgerLine,
  type SharedLedgerEntry,
} from '../../shared/domain/sending/ledger-file.ts';
import { failure, FailureError, success, type Result } from '../../shared/result.ts';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entries as a ledger file. */
export function ledgerText(entries: readonly SharedLedgerEntry[]): string {
  const lines = formatLedgerLines(entries);
  return `${formatLedgerHeader(entries.length, digestOf(lines))}${lines}`;
}

/** Runs `act` with a file of this text, and tells what came of it. */
export async function withFile<T>(text: string | Buffer, act: (file: string) => Promise<T>): Promise<Result<T>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-importer-'));
  try {
    const file = path.join(folder, 'ledger.jsonl');
    writeFileSync(file, text);
    return success(await act(file));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return failure(error.failure.code, error.failure.params);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a ledger file of this text holds. */
export function readLedgerText(
  text: string,
): Promise<Result<{ readonly entries: readonly SharedLedgerEntry[]; readonly isProven: boolean }>> {
  return withFile(text, async (file) => {
    const entries: SharedLedgerEntry[] = [];
    const reader = await LineReader.open(file, () => new FailureError('ledger.broken'));
    try {
      const isProven = await readLedgerLines(reader, async (lines) => {
        for (const line of lines.split('\n')) {
          const read = parseLedgerLine(line);
          if (read === null) throw new FailureError('ledger.broken', { line: entries.length + 2 });
          entries.push(entryOfLine(read));
        }
      });
      return { entries, isProven };
    } finally {
      await reader.close();
    }
  });
}

/** Everything that may leave the store's computer. */
export function sharedEntries({ ledger }: Pick<Store, 'ledger'>): readonly SharedLedgerEntry[] {
  const entries: SharedLedgerEntry[] = [];
  for (let piece = ledger.sharedLines(null); ; piece = ledger.sharedLines(piece.next)) {
    for (const line of piece.lines.split('\n')) {
      const read = line === '' ? null : parseLedgerLine(line);
      if (read) entries.push(entryOfLine(read));
    }
    if (piece.next === null) return entries;
  }
}
