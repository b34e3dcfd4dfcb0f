/** What a start of the app is taken for, with the arguments as the launchers and Windows' Explorer give them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandWords, givenFiles, givenHome } from '../../../main/electron/given.ts';
import { temporaryFolder } from '../../support/terminal.ts';

function withFile(name: string): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, 'order_id\n');
  return file;
}

describe('a command', () => {
  it('stands behind the mark of a launcher, with all of its own options', () => {
    expect(commandWords(['--log-level=3', '--cli', '--', 'check', 'a b.xlsx', '--json'])).toEqual([
      'check',
      'a b.xlsx',
      '--json',
    ]);
    expect(commandWords(['--cli', '--'])).toEqual([]);
    expect(commandWords(['--cli', '--', '--version'])).toEqual(['--version']);
  });

  it('is known by its name without a launcher, and Chromium’s switches before it are not its own', () => {
    expect(commandWords(['--no-sandbox', 'check', 'x.xlsx'])).toEqual(['check', 'x.xlsx']);
    expect(commandWords(['--version'])).toEqual(['--version']);
  });

  it('is nothing that a window is started with: nothing, a home, a spreadsheet, what an update gives', () => {
    for (const given of [[], ['--home', 'somewhere'], [withFile('orders.xlsx')], ['--updated']])
      expect(commandWords(given)).toBeNull();
  });
});

describe('files', () => {
  it('are those that are there, as whole paths; switches, folders and names of nothing are none', () => {
    const file = withFile('buyurtma ўзбек.xlsx');
    const folder = path.join(path.dirname(file), 'folder');
    mkdirSync(folder);
    expect(givenFiles(['--updated', file, folder, 'nothing.xlsx'])).toEqual([file]);
    expect(givenFiles([path.relative(process.cwd(), file)])).toEqual([file]);
  });
});

describe('the home', () => {
  it('is named as in a terminal, in either form', () => {
    expect(givenHome(['--home', 'D:\\one home', 'x.xlsx'])).toBe('D:\\one home');
    expect(givenHome(['--home=D:\\one home'])).toBe('D:\\one home');
    expect(givenHome(['x.xlsx'])).toBeUndefined();
  });
});
