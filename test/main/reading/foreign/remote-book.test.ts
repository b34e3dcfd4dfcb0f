/** What the process for foreign formats says: taken where it was agreed, else not trusted. */
import { MessageChannel } from 'node:worker_threads';
import type { CellObject } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { StartForeignReader } from '../../../../main/ports.ts';
import { readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { sheetJsBook } from '../../../support/sheetjs-writer.ts';

const small: Record<string, CellObject> = {
  A1: { t: 's', v: 'id' },
  B1: { t: 's', v: 'Тошкент' },
  A2: { t: 'n', v: 700_001 },
};

const book = sheetJsBook('biff8', [{ name: 'A', cells: small }]);

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

describe('what the process says', () => {
  const workbook = { kind: 'workbook', sheets: [{ name: 'A', hidden: false, rows: 2 }] };
  const end = { kind: 'sheetEnd', date1904: false, merged: [], hiddenRows: [], hiddenColumns: [], struckRows: [] };

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
