/** Whether a home can be written to is tried before anything relies on it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scanned } from '../../support/scanner.ts';
import { homeFault } from '../../../main/platform/writable-home.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writable-home-'));

test('a folder that is there or can be made is no fault, and keeps no trace', () => {
  const home = path.join(folder, 'new', 'home');
  expect(homeFault(home)).toBeNull();
  expect(homeFault(home)).toBeNull();
  expect(fs.readdirSync(home)).toEqual([]);
});

test('a file in its place, or a place where nothing can be made, is named as the system names it', () => {
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, '');
  expect(homeFault(file)).toBe('EEXIST');
  expect(homeFault(path.join(file, 'home'))).toBe('ENOTDIR');
});

test.runIf(process.platform === 'win32')('a scanner that opens what is put there is no fault', async () => {
  const home = fs.mkdtempSync(path.join(folder, 'scanned-'));
  const opened = await scanned(home);
  // A scanner takes its time: it is waited for until it has opened something.
  for (let time = 0; time < 40 || (opened.length === 0 && time < 10_000); time++) {
    expect(homeFault(home)).toBeNull();
    await new Promise(setImmediate);
  }
  expect(opened.length).toBeGreaterThan(0);
});
