/** Retention: what is purged is gone from every byte of the home; the ledger stays. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../../main/services/diagnostics.ts';
import { systemClock } from '../../../main/ports.ts';
import { initialRevisionState } from '../../../shared/domain/sending/revision.ts';
import { openedStore, temporaryHome } from './home.ts';

const customer = 'Zulfiyakhon Purgedova';
const server = 'http://wms.example';
const day = 86_400_000;

function filesWith(folder: string, text: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && fs.readFileSync(path.join(entry.parentPath, entry.name)).includes(text))
    .map(({ name }) => name);
}

test('a file that nobody opened in time loses its customers, and only that one', async () => {
  const home = temporaryHome();
  let now = 1_790_000_000_000;
  const store = openedStore(home, { ...systemClock, now: () => now });
  const sent = async (orderId: number, name: string): Promise<string> => {
    const { id } = await store.batches.createFromBytes(
      new TextEncoder().encode(`order_id;full_name\n${orderId};${name}\n`),
      `${orderId}.csv`,
    );
    const revision = store.journal.freeze(id, server, {
      orderKey: String(orderId),
      orderId,
      rows: [2],
      body: JSON.stringify({ full_name: name, phone: '+998' }),
      bodyHash: String(orderId),
    });
    if ('blocked' in revision) throw new Error('blocked');
    store.journal.saveState(revision.id, { ...initialRevisionState, state: 'accepted', wmsId: orderId + 1 });
    store.edits.append(id, { kind: 'cells', cells: [{ row: 2, column: 1, text: name }] });
    return id;
  };
  const old = await sent(1, customer);
  now += 20 * day;
  const young = await sent(2, 'Kept Customer');
  now += 15 * day;
  expect(filesWith(home, customer).length).toBeGreaterThan(0);

  expect(await store.upkeep.purge(now - 30 * day)).toBe(1);
  expect(store.batches.get(old)).toBeNull();
  expect(store.batches.get(young)).not.toBeNull();
  // While it is open, and not only after it was closed: free pages and the log are clean too.
  expect(filesWith(home, customer)).toEqual([]);
  expect(filesWith(home, 'Kept Customer').length).toBeGreaterThan(0);
  expect(store.ledger.find(server, [1, 2], null)).toMatchObject(
    new Map([
      [1, { state: 'accepted', wmsId: 2 }],
      [2, { state: 'accepted', wmsId: 3 }],
    ]),
  );
});

test('a file removed by hand is gone from the database and its log at once', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const { id } = await store.batches.createFromBytes(new TextEncoder().encode(customer), 'a.csv');
  for (let row = 2; row < 400; row++)
    store.edits.append(id, { kind: 'cells', cells: [{ row, column: 1, text: `${customer} ${row}` }] });
  expect(filesWith(home, customer).length).toBeGreaterThan(1);
  await store.batches.remove(id);
  expect(filesWith(home, customer)).toEqual([]);
});

test('an old copy of the database goes with them', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  const copy = path.join(home, 'order-importer.db.before-version-2');
  fs.writeFileSync(copy, customer);
  await store.upkeep.purge(Date.now() - day);
  expect(fs.existsSync(copy)).toBe(true);
  fs.utimesSync(copy, new Date(0), new Date(0));
  await store.upkeep.purge(Date.now() - day);
  expect(fs.existsSync(copy)).toBe(false);
});

test('diagnostics count what is there and name nobody', async () => {
  const home = temporaryHome();
  const store = openedStore(home);
  await store.batches.createFromBytes(new TextEncoder().encode(customer), 'a.csv');
  fs.mkdirSync(path.join(home, 'logs'));
  fs.writeFileSync(
    path.join(home, 'logs', 'errors.log'),
    `${JSON.stringify({ reference: 'abc', name: 'TypeError', stack: [] })}\n`,
  );
  const diagnostics = collectDiagnostics(home, store.settings.get(), store.upkeep.statistics(), 0);
  expect(diagnostics).toMatchObject({
    made: '1970-01-01T00:00:00.000Z',
    store: { batches: 1, attempts: 0, revisions: {} },
    errors: [{ reference: 'abc' }],
  });
  expect(JSON.stringify(diagnostics)).not.toContain(customer);
});
