/** `send --carry-over`: the work on a file as it was opened before, when the file comes again, changed. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
const line = (id: number, name: string): string =>
  `${id};14.06.2027 10:00;${name};99890${String(id).padStart(7, '0')};Navoiy ${id};Buxoro viloyati;7;1;5000`;

it('carries over what fits and names what does not; without the option it says what is not used', async () => {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' });
  const file = path.join(temporaryFolder(), 'orders.csv');
  const write = (...lines: string[]): void => writeFileSync(file, [headings, ...lines].join('\n'));
  write(line(1, 'Bir'), line(2, 'Ikki'), line(3, 'Uch'));
  const store = valueOrThrow(openStore(commands.home, systemClock));
  const { id } = await store.batches.createFromPath(file);
  store.edits.append(id, {
    kind: 'cells',
    cells: [
      { row: 2, column: 2, text: 'Birinchi' },
      { row: 3, column: 2, text: 'Ikkinchi' },
    ],
  });
  store.edits.append(id, { kind: 'leaveOut', rows: [4], out: true });
  store.close();

  write(line(9, 'Yangi'), line(3, 'Uch'), line(2, 'Boshqa'), line(1, 'Bir'));
  const options = ['--url', server.url, '--lang', 'en'];
  const carried = await commands.run('send', file, ...options, '--carry-over');
  expect(carried.remarks).toContain('Carried over from «orders.csv»');
  expect(carried.remarks).toContain('1 correction and 1 row left out.');
  expect(carried.remarks).toContain(
    'Row 4, order 2. F.I.Sh.: you put «Ikkinchi» in place of «Ikki», and the file now holds «Boshqa».',
  );
  expect(
    server
      .ledger()
      .map(({ orderId }) => orderId)
      .toSorted(),
  ).toEqual([1, 2, 9]);
  const order = (id: number): string => JSON.stringify(server.ledger().find(({ orderId }) => orderId === id));
  expect([order(1).includes('Birinchi'), order(2).includes('Boshqa')]).toEqual([true, true]);

  write(line(9, 'Yangi'), line(3, 'Uch'), line(2, 'Boshqa'), line(1, 'Bir'), line(4, 'Toʻrt'));
  const plain = await commands.run('send', file, ...options);
  expect(plain.remarks).toContain('Nothing of it is used without --carry-over.');
  // The order that was left out is sent now; the one whose correction is not there any more is not sent a second time.
  expect(
    server
      .ledger()
      .map(({ orderId }) => orderId)
      .toSorted(),
  ).toEqual([1, 2, 3, 4, 9]);
});
