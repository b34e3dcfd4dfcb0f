/** The list of what is to be changed in the WMS, from a terminal. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

it('is printed, as JSON, too, and saved as a sheet', async () => {
  const terminal = new TestTerminal();
  const file = path.join(temporaryFolder(), 'changes.xlsx');
  const none = await terminal.run('ledger', 'changes', '--lang', 'en');
  expect(none).toMatchObject({ status: 0, output: 'There is nothing to be changed in the WMS.' });
  const opened = openStore(terminal.home, systemClock);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const { id } = await store.batches.createFromBytes(new TextEncoder().encode('a;b\n1;2\n'), 'kun-2.csv');
  store.edits.append(id, { kind: 'leaveOut', rows: [2], out: true }, [
    {
      server: 'wms.example:8040',
      orderId: 700,
      wmsId: 12,
      row: 2,
      keys: [],
      compared: true,
      changes: [{ field: 'quantity', product: '17', before: '1', after: '3' }],
    },
  ]);
  store.close();
  expect((await terminal.run('ledger', 'changes', '--lang', 'en')).output).toContain('Quantity (product 17): 1 → 3');
  const json = await terminal.run('ledger', 'changes', '--json');
  expect(JSON.parse(json.output)).toMatchObject([{ orderId: 700, wmsId: 12, fileName: 'kun-2.csv' }]);
  expect(await terminal.run('ledger', 'changes', '-o', file)).toMatchObject({ status: 0 });
  const { table } = await readSheetFile({ path: file });
  expect(Array.from({ length: 5 }, (_, column) => table.text(1, column)).slice(0, 2)).toEqual(['700', '12']);
  expect(await terminal.run('ledger', 'changes', '-o', 'changes.csv')).toMatchObject({ status: 1 });
  expect(await terminal.run('ledger', 'merge')).toMatchObject({ status: 1 });
});
