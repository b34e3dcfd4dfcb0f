/** What another program holds for a moment on Windows is tried again; what is wrong for good is not waited for. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { removeFile, renameFile, whileHeld, whileHeldSync } from '../../../main/platform/files.ts';
import { temporaryFolder } from '../../support/terminal.ts';

/** Fails `times` times with the code, then gives how often it was called. */
function heldFor(times: number, code: string): () => number {
  let calls = 0;
  return () => {
    if (++calls <= times) throw Object.assign(new Error(code), { code });
    return calls;
  };
}

describe.each([
  ['awaited', (act: () => number, platform: NodeJS.Platform) => whileHeld(async () => act(), platform)],
  ['at once', async (act: () => number, platform: NodeJS.Platform) => whileHeldSync(act, platform)],
])('a file that is held, %s', (_name, run) => {
  test.each(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'])('is tried again on Windows after %s', async (code) => {
    expect(await run(heldFor(4, code), 'win32')).toBe(5);
  });

  test.each([
    ['ENOSPC', 'win32'],
    ['ENOENT', 'win32'],
    ['EPERM', 'linux'],
    ['EACCES', 'darwin'],
  ] as const)('is not waited for after %s on %s', async (code, platform) => {
    await expect(run(heldFor(1, code), platform)).rejects.toMatchObject({ code });
  });
});

test('a file takes the place of another, and what is not there is removed already', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'a'), 'new');
  fs.writeFileSync(path.join(folder, 'b'), 'old');
  await renameFile(path.join(folder, 'a'), path.join(folder, 'b'));
  expect(fs.readFileSync(path.join(folder, 'b'), 'utf8')).toBe('new');
  await removeFile(path.join(folder, 'b'));
  await removeFile(path.join(folder, 'b'));
  expect(fs.readdirSync(folder)).toEqual([]);
});
