/** The process for foreign formats: it ends with its file, and before that where it must. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { CellObject } from '@e965/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forkForeignReader } from '../../../../main/workers/foreign-reader.ts';
import type { StartForeignReader } from '../../../../main/ports.ts';
import { readSheetFile } from '../../../../main/reading/read-file.ts';
import { openRemoteBook } from '../../../../main/reading/foreign/remote-book.ts';
import { biff5Book } from '../../../support/biff5-writer.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { sheetJsBook } from '../../../support/sheetjs-writer.ts';

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

/** A process that answers every request with the next of these messages, and then with nothing. */
function scripted(...answers: readonly unknown[]): StartForeignReader {
  return () => {
    const { port1, port2 } = new MessageChannel();
    const left = [...answers];
    port2.postMessage({ kind: 'ready' });
    port2.on('message', () => {
      const answer = left.shift();
      if (answer === 'end') port2.close();
      else if (answer !== undefined) port2.postMessage(answer);
    });
    return port1;
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

describe('what the process says', () => {
  const workbook = { kind: 'workbook', sheets: [{ name: 'A', hidden: false, rows: 2 }] };
  const end = { kind: 'sheetEnd', date1904: false, merged: [], hiddenRows: [], hiddenColumns: [] };

  it('is taken when it is what was agreed', async () => {
    expect(await readCells(book, { foreign: scripted(workbook, end) }).catch((error: unknown) => error)).toEqual({});
  });

  it.each<[string, readonly unknown[]]>([
    ['a message of another kind', [{ kind: 'else' }]],
    ['sheets without names', [{ kind: 'workbook', sheets: [{ hidden: false, rows: 2 }] }]],
    ['cells that are no list', [workbook, { kind: 'cells', cells: '{}' }]],
    ['cells that are no JSON', [workbook, { kind: 'cells', cells: '[1' }]],
    ['a row that is cut', [workbook, { kind: 'cells', cells: '[1,2,0,1,"x"]' }]],
    ['a row before the first', [workbook, { kind: 'cells', cells: '[0,1,0,1,"x"]' }]],
    ['a kind that there is not', [workbook, { kind: 'cells', cells: '[1,1,0,99,"x"]' }]],
    ['a cell that is an object', [workbook, { kind: 'cells', cells: '[1,1,0,1,{}]' }]],
    ['a column that is none', [workbook, { kind: 'cells', cells: '[1,1,-1,1,"x"]' }]],
  ])('is not trusted: %s', async (_, answers) => {
    await expect(readBytes(book, { foreign: scripted(...answers) })).rejects.toThrow();
  });

  it('counts for its bounds as our own readers’ cells do', async () => {
    expect(
      await refusalOf(
        readBytes(book, { foreign: scripted(workbook, { kind: 'cells', cells: '[1048577,1,0,1,"x"]' }) }),
      ),
    ).toBe('reading.beyondSheet');
  });

  it('its end in the middle is an end for its memory', async () => {
    expect(await refusalOf(readBytes(book, { foreign: scripted('end') }))).toBe('reading.tooHeavy');
  });
});
