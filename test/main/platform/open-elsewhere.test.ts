/** The marks of programs that have a spreadsheet open. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isOpenElsewhere } from '../../../main/platform/open-elsewhere.ts';
import { temporaryHome } from '../store/home.ts';

test.each(['~$заказы 29.xlsx', '.~lock.заказы 29.xlsx#'])('%s beside it says that it is open', (mark) => {
  const folder = temporaryHome();
  const file = path.join(folder, 'заказы 29.xlsx');
  fs.writeFileSync(file, '');
  fs.writeFileSync(path.join(folder, '~$other.xlsx'), '');
  expect(isOpenElsewhere(file)).toBe(false);
  fs.writeFileSync(path.join(folder, mark), '');
  expect(isOpenElsewhere(file)).toBe(true);
});
