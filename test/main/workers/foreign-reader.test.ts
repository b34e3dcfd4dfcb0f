/** The process for foreign formats: it ends with its file, and before that where it must. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type { CellObject } from '@e965/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forkForeignReader } from '../../../main/workers/foreign-reader.ts';
import type { StartForeignReader } from '../../../main/ports.ts';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { openRemoteBook } from '../../../main/reading/foreign/remote-book.ts';
import { biff5Book } from '../../support/biff5-writer.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../support/read-bytes.ts';
import { sheetJsBook } from '../../support/sheetjs-writer.ts';

const small: Record<string, CellObject> = {
  A1: { t: 's', v: 'id' },
  B1: { t: 's', v: 'Тошкент' },
  A2: { t: 'n', v: 700_001 },
};

const book = sheetJsBook('biff8', [{ name: 'A', cells: small }]);

const megabyte = 1024 * 1024;

/** Enough work for the library that it can be interrupted. */
function largeBook(): Buffer {
  return biff5Book(
    1251,
    Array.from({ length: 60_000 }, (_, row) => Buffer.from(`manzil ${row}`.padEnd(200, 'x'))),
  );
}

/** A reader whose end can be waited for. */
function watched(): { readonly start: StartForeignReader; readonly ended: Promise<void> } {
  let tellEnd: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (tellEnd = resolve));
  return {
    ended,
    start: () => {
      const port = forkForeignReader();
      port.on('close', tellEnd);
      return port;
    },
  };
}

describe('the process', () => {
  it('reads bytes and files, and is gone afterwards', async () => {
    const { start, ended } = watched();
    expect(await readCells(book, { foreign: start })).toEqual({ A1: 'id', B1: 'Тошкент', A2: 'n:700001' });
    await ended;
    const folder = mkdtempSync(join(tmpdir(), 'order-importer-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'eski.xls'), book);
    expect(
      cellsOf((await readSheetFile({ path: join(folder, 'eski.xls') }, { foreign: forkForeignReader })).table),
    ).toEqual({ A1: 'id', B1: 'Тошкент', A2: 'n:700001' });
  });

  it('ends when it has more memory than allowed', async () => {
    const { start, ended } = watched();
    // Less than any process has when it begins: it ends at the latest before its first answer, however quick it is.
    const opening = openRemoteBook(start, { bytes: book }, 'xls', { memoryBytes: 16 * megabyte });
    await expect(opening).rejects.toMatchObject({ failure: { code: 'reading.tooHeavy', params: { megabytes: 16 } } });
    await ended;
  });

  it('ends when its time is over', async () => {
    const { start, ended } = watched();
    await expect(openRemoteBook(start, { bytes: book }, 'xls', { milliseconds: 1 })).rejects.toMatchObject({
      failure: { code: 'reading.tooSlow' },
    });
    await ended;
  });

  it('ends when the operator cancels, in the middle of the library’s work', async () => {
    const { start, ended } = watched();
    const stop = new AbortController();
    const foreign = (): MessagePort => {
      const port = start();
      // It is ready: the next thing that it hears is the file, and nothing of it is answered yet.
      port.once('message', () => setImmediate(() => stop.abort()));
      return port;
    };
    const reading = refusalOf(readBytes(largeBook(), { foreign, signal: stop.signal }));
    expect(await reading).toBe('reading.cancelled');
    await ended;
  });

  it('is not started for a reading that was cancelled before', async () => {
    const started: MessagePort[] = [];
    const foreign = (): MessagePort => {
      const port = forkForeignReader();
      started.push(port);
      return port;
    };
    expect(await refusalOf(readBytes(book, { foreign, signal: AbortSignal.abort() }))).toBe('reading.cancelled');
    expect(started).toEqual([]);
  });
});
