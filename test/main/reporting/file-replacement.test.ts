/** A file is replaced whole or not at all. */
import { chmod, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFile } from '../../../main/reporting/file-replacement.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('replacing a file', () => {
  test('what a process that died left of the same file goes with the next one; of others, or just begun, nothing does', async () => {
    const names = ['.x.csv.0a1b2c3d.tmp', '.y.csv.0a1b2c3d.tmp', '.x.csv.mine.tmp', '.x.csv.99999999.tmp'];
    for (const name of names) {
      await writeFile(join(folder, name), 'half');
      if (!name.includes('9999')) await utimes(join(folder, name), 1_700_000_000, 1_700_000_000);
    }
    await replaceFile(join(folder, 'x.csv'), async (stream) => stream.write('new'));
    expect((await readdir(folder)).sort()).toEqual([...names.slice(1), 'x.csv'].sort());
  });

  test('a name that is a folder', async () => {
    await mkdir(join(folder, 'taken'));
    await writeFile(join(folder, 'taken', 'x'), '');
    await expect(replaceFile(join(folder, 'taken'), async (stream) => stream.write('new'))).rejects.toMatchObject({
      failure: { code: expect.stringMatching(/^reporting\./u) },
    });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that may not be written',
    async () => {
      await chmod(folder, 0o500);
      await expect(replaceFile(join(folder, 'x'), async () => undefined)).rejects.toMatchObject({
        failure: { code: 'reporting.notAllowed' },
      });
      await chmod(folder, 0o700);
    },
  );

  test.skipIf(process.platform !== 'linux')('a full disk is said so, even while the writer waits', async () => {
    const waiting = replaceFile(join(folder, 'x'), async (stream) => {
      stream.destroy(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      await new Promise(() => {});
    });
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'reporting.noSpace' } });
    expect(await readdir(folder)).toEqual([]);
  });
});
