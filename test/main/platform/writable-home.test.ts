/** Whether a home can be written to is tried before anything relies on it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
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
