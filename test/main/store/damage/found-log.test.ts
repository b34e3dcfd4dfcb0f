/** The note beside the database that its log of commits was found. */
import { setTimeout } from 'node:timers/promises';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetFoundLog, hasFoundLog, noteFoundLog } from '../../../../main/store/damage/found-log.ts';
import { scanned } from '../../../support/scanner.ts';
import { temporaryHome } from '../home.ts';

/** A database's file whose log stayed behind. */
function leftBehind(): string {
  const file = path.join(temporaryHome(), 'order-importer.db');
  fs.mkdirSync(path.join(path.dirname(file), 'processes'));
  fs.writeFileSync(`${file}-wal`, 'commits');
  return file;
}

test('is made for a log that nobody uses, and forgotten', () => {
  const file = leftBehind();
  expect(hasFoundLog(file)).toBe(false);
  noteFoundLog(file);
  expect(hasFoundLog(file)).toBe(true);
  forgetFoundLog(file);
  expect(hasFoundLog(file)).toBe(false);
});

test.runIf(process.platform === 'win32')('is forgotten while a scanner has it open', async () => {
  const file = leftBehind();
  const opened = await scanned(path.dirname(file));
  for (let time = 0; time < 5; time++) {
    opened.length = 0;
    noteFoundLog(file);
    while (!opened.includes('order-importer.db.log-found')) await setTimeout(5);
    forgetFoundLog(file);
    expect(hasFoundLog(file)).toBe(false);
  }
});
