/** Files that go away, or change, while they are read: a drive that is pulled out, a network that ends, a download under way. */
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readEverySheet, readSheetFile } from '../../../main/reading/read-file.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { sheetsBook } from '../../support/sheets-writer.ts';

/** What happens to the file once so many bytes of it were read. */
const fault = vi.hoisted(() => ({ after: Number.POSITIVE_INFINITY, act: (): void => undefined }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const handle = await real.open(...args);
      let bytes = 0;
      return {
        read: async (buffer: Buffer, offset: number, length: number, position: number) => {
          if (bytes >= fault.after) {
            fault.after = Number.POSITIVE_INFINITY;
            fault.act();
          }
          const result = await handle.read(buffer, offset, length, position);
          bytes += result.bytesRead;
          return result;
        },
        stat: () => handle.stat(),
        close: () => handle.close(),
      };
    },
  };
});

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: the system says so`), { code });
}

beforeEach(() => {
  fault.after = Number.POSITIVE_INFINITY;
});

const rows = Array.from({ length: 3000 }, (_, at) => [
  at,
  `Karimova ${at * 7919}`,
  `+9989012${at}`,
  `Navoiy ${at * 31}`,
]);
const kinds: readonly (readonly [string, Buffer])[] = [
  ['a.xlsx', sheetsBook({ Kun: rows })],
  ['a.csv', Buffer.from(rows.map((row) => row.join(';')).join('\n'))],
];

function written(name: string, bytes: Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

describe.each(kinds)('%s', (name, bytes) => {
  it.each(['EIO', 'ENOENT', 'ESTALE', 'ENXIO', 'EHOSTDOWN', 'ETIMEDOUT', 'ENOTCONN', 'ECONNRESET'])(
    'a drive that goes away in the middle (%s) has its own sentence',
    async (code) => {
      fault.after = 1;
      fault.act = () => {
        throw systemError(code);
      };
      await expect(readSheetFile({ path: written(name, bytes) })).rejects.toMatchObject({
        failure: { code: 'reading.driveGone', params: { file: name } },
      });
    },
  );

  it('another fault of the disk names its code', async () => {
    fault.after = 1;
    fault.act = () => {
      throw systemError('EMFILE');
    };
    await expect(readSheetFile({ path: written(name, bytes) })).rejects.toMatchObject({
      failure: { code: 'reading.unreadable', params: { file: name, reason: 'EMFILE' } },
    });
  });

  it('a file that is cut while it is read is never shorter in silence', async () => {
    const file = written(name, bytes);
    fault.after = 1;
    fault.act = () => truncateSync(file, Math.floor(bytes.length / 2));
    await expect(readSheetFile({ path: file })).rejects.toMatchObject({ failure: { code: 'reading.incomplete' } });
  });

  it('a file that still grows is not read half', async () => {
    const file = written(name, bytes);
    fault.after = 1;
    fault.act = () => appendFileSync(file, 'more;of;it\n');
    await expect(readSheetFile({ path: file })).rejects.toMatchObject({ failure: { code: 'reading.incomplete' } });
    const again = async (): Promise<void> => {
      fault.after = 1;
      for await (const sheet of readEverySheet({ path: file })) expect(sheet.table.rowCount).toBeGreaterThan(0);
    };
    if (name === 'a.csv') await expect(again()).rejects.toMatchObject({ failure: { code: 'reading.incomplete' } });
  });
});

it('the sentence says what to do', () => {
  expect(translatorFor('en')('error.reading.driveGone', { file: 'a.xlsx' })).toBe(
    'The drive with «a.xlsx» does not answer. Check the network or the cable, or copy the file to this computer.',
  );
});
