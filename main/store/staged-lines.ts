/**
 * Gathers the lines of a ledger's file beside the database, in a table of SQLite's temporary file, however many they are: nothing
 * of them is in the database before all of them are, and a process that dies leaves nothing of them behind.
 */
import { parseLedgerLine, type LedgerLine } from '../../shared/domain/sending/ledger-file.ts';
import { FailureError } from '../../shared/result.ts';
import type { Database } from './database.ts';

const [pageBytes, cacheKilobytes] = [32_768, 2_000];

/** Entries of a merge, to be gone through more than once. */
export interface MergedLines {
  /** What the lines say. @throws FailureError `ledger.broken` ({line} of the file) */
  readonly entries: () => Iterable<LedgerLine>;
  /** The lines themselves. */
  readonly texts: () => Iterable<string>;
}

export interface StagedLines extends MergedLines {
  /** @param lines with line breaks between them */
  add(lines: string): void;
}

/** Begins to gather; what was gathered before is gone. */
export function stageLines(database: Database): StagedLines {
  dropStagedLines(database);
  // Large pages: what is gathered is written and read once, one behind the other. They count where nothing was gathered before.
  database.exec(`PRAGMA temp.page_size = ${pageBytes}; PRAGMA temp.cache_size = -${cacheKilobytes}`);
  // Not a row a line: most of the time would go into that.
  database.exec('CREATE TEMP TABLE staged_lines (place INTEGER PRIMARY KEY, lines TEXT NOT NULL) STRICT');
  let pieces = 0;
  function* texts(): Generator<string> {
    for (let place = 0; place < pieces; place++) {
      const row = database.get('SELECT lines FROM temp.staged_lines WHERE place = ?', place);
      yield* String(row?.['lines']).split('\n');
    }
  }
  return {
    add(lines) {
      // SQLite would end the text at such a sign; a line is none with the other one, too.
      const whole = lines.replaceAll('\0', '\u0001');
      database.run('INSERT INTO temp.staged_lines (place, lines) VALUES (?, ?)', pieces, whole);
      pieces++;
    },
    texts,
    *entries() {
      // The first line of the file is its header.
      let number = 2;
      for (const text of texts()) {
        const line = parseLedgerLine(text);
        if (line === null) throw new FailureError('ledger.broken', { line: number });
        yield line;
        number++;
      }
    },
  };
}

export function dropStagedLines(database: Database): void {
  database.exec('DROP TABLE IF EXISTS temp.staged_lines');
}
