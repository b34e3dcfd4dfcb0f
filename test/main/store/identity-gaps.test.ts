/** A home from before keys were kept, whose customers' data is erased: nobody knows its orders again, and none goes out twice. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { profileSchema } from '../../../shared/domain/model/profile.ts';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/practice-server.ts';
import { systemClock } from '../../../main/ports.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { fingerprint } from '../../../main/store/profiles.ts';
import { migrate, migrations } from '../../../main/store/schema.ts';
import { startServices } from '../../support/services.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

const headings = ['Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi'];
const beforeKeys = migrations.findIndex((step) => step.includes('CREATE TABLE identity_keys'));

function write(file: string, names: readonly string[], columns: readonly string[] = headings): string {
  const rows = names.map((name, at) => [name, `90123${4500 + at}`, `Navoiy ${at}`, 'Buxoro viloyati', 17, 1, 50_000]);
  writeFileSync(file, [columns, ...rows].map((cells) => cells.join(';')).join('\n'));
  return file;
}

interface OldHome {
  readonly home: string;
  readonly folder: string;
  readonly server: PracticeServer;
}

/** @param profile whether the file's headings are still known from the settings that were saved for them */
async function oldHome({ profile }: { readonly profile: boolean }): Promise<OldHome> {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const home = temporaryFolder();
  const database = new Database(path.join(home, 'order-importer.db'));
  migrate(database, migrations.slice(0, beforeKeys));
  const rules = { orderNumbers: { kind: 'everyRow', start: 5000 } };
  const saved = profileSchema.parse({ name: 'Telegram', rules, constants: { scheduled_at: '14.06.2027 10:00' } });
  if (profile) {
    database.run('INSERT INTO profiles VALUES (?, ?, 1)', saved.name, JSON.stringify(saved));
    database.run('INSERT INTO profile_headings VALUES (?, ?)', fingerprint(headings), saved.name);
  }
  database.run(
    `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, profile, server_identity,
       server_url, server_practice, removed_at) VALUES ('old', 'kun-1.csv', 'csv', 'h', 1, 1, 1, '{}', ?, ?, ?, 1, 2)`,
    profile ? saved.name : null,
    server.identity,
    server.url,
  );
  for (const number of [5000, 5001])
    database.run(
      `INSERT INTO revisions (batch_id, server, order_id, number, latest, cause, order_key, rows, body, body_hash, state,
         attempts, ambiguous, taken, not_there, wms_id, proof, reasons, at)
       VALUES ('old', ?, ?, 1, 1, 'first', ?, '[]', NULL, 'x', 'accepted', 1, 0, 0, 0, ?, '{}', '[]', 1700000000000)`,
      server.identity,
      number,
      String(number),
      number - 4999,
    );
  database.close();
  return { home, folder: temporaryFolder(), server };
}

async function send({ home, server }: OldHome, file: string, ...more: readonly string[]) {
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' }, home);
  const options = ['--url', server.url, '--every-row', '5000', '--set', 'scheduled_at=14.06.2027 10:00'];
  const { output, remarks } = await terminal.run('send', file, ...options, ...more, '--json');
  if (!output.startsWith('{')) throw new Error(remarks);
  return (JSON.parse(output) as { orders: Record<string, number> }).orders;
}

describe('orders whose data was erased before keys were kept', () => {
  it.each([
    ['the headings are known', true, 'boshqa.csv'],
    ['only the name is known', false, 'kun-2.csv'],
  ])('a terminal holds a file like theirs and says why, where %s', async (_, profile, name) => {
    const old = await oldHome({ profile });
    const file = write(path.join(old.folder, name), ['Anora', 'Botir', 'Vali']);
    expect(await send(old, file)).toMatchObject({ duplicate: 3, accepted: 0 });
    const report = path.join(old.folder, 'hisobot.csv');
    await send(old, file, '--report', report);
    expect(readFileSync(report, 'utf8')).toContain('This may be one of the orders that were sent from «kun-1.csv»');
    expect(old.server.ledger()).toHaveLength(0);
    // A shop that sends only new orders says nothing of old ones.
    expect(await send(old, file, '--rule', 'listKind=newOnly')).toMatchObject({ accepted: 3 });
  });

  it('holds no file with other headings and another name', async () => {
    const old = await oldHome({ profile: true });
    const other = headings.map((heading) => (heading === 'Mijoz' ? 'Xaridorning toʻliq ismi' : `${heading} *`));
    expect(await send(old, write(path.join(old.folder, 'kun-1.csv'), ['Anora'], other))).toMatchObject({ accepted: 1 });
  });

  it('is answered once, order by order: what was sent stays known, and the next file is not held', async () => {
    const old = await oldHome({ profile: true });
    const services = startServices(old.home);
    const open = async (name: string, names: readonly string[]): Promise<string> => {
      const [id = ''] = await services.files.addFile(write(path.join(old.folder, name), names), old.server.identity);
      await services.batches.open(id, old.server.identity);
      return id;
    };
    const countsOf = async (id: string) => (await services.batches.summary(id)).counts;
    const causeOf = async (id: string) =>
      (await services.batches.causes(id)).find(({ code }) => code === 'orders.maybeSentBefore');
    const first = await open('kun-2.csv', ['Anora', 'Botir', 'Vali']);
    expect(await countsOf(first)).toMatchObject({ duplicate: 3, ready: 0 });
    const { rows } = await services.batches.rows(first, { show: 'all', cause: null, search: '' }, 0, 10);
    const keys = rows.flatMap(({ orderKey }) => orderKey ?? []);
    await services.batches.applyFix(first, { kind: 'takeAsNew', orderKeys: keys.slice(2) });
    expect(await countsOf(first)).toMatchObject({ duplicate: 2, ready: 1 });
    // Not answered to the end: another file is held as well.
    expect(await countsOf(await open('kun-3.csv', ['Anora', 'Botir', 'Gulnora', 'Dilnoza']))).toMatchObject({
      duplicate: 4,
    });
    expect((await causeOf(first))?.fixAll).toMatchObject({ kind: 'leaveAsSent', erased: true });
    await services.batches.fixAll(first, (await causeOf(first))?.cause ?? '');
    expect(await countsOf(first)).toMatchObject({ duplicate: 0, leftOut: 2, ready: 1 });
    expect(await services.store.sentChanges.list()).toEqual([]);
    const next = ['Anora', 'Botir', 'Vali', 'Gulnora'];
    expect(await countsOf(await open('kun-4.csv', next))).toMatchObject({ alreadySent: 2, ready: 2, duplicate: 0 });
    // Taken back, the question is open again.
    await services.batches.undo(first);
    expect(await countsOf(await open('kun-5.csv', [...next, 'Zafar']))).toMatchObject({ duplicate: 4 });
  });

  it('left out without saying that it was sent answers nothing', async () => {
    const old = await oldHome({ profile: true });
    const services = startServices(old.home);
    const open = async (name: string): Promise<string> => {
      const [id = ''] = await services.files.addFile(
        write(path.join(old.folder, name), ['Anora']),
        old.server.identity,
      );
      await services.batches.open(id, old.server.identity);
      return id;
    };
    const first = await open('kun-2.csv');
    const { rows } = await services.batches.rows(first, { show: 'all', cause: null, search: '' }, 0, 10);
    await services.batches.leaveOut(
      first,
      rows.flatMap(({ orderKey }) => orderKey ?? []),
      true,
    );
    write(path.join(old.folder, 'boshqa.csv'), ['Anora']);
    expect((await services.batches.summary(await open('kun-3.csv'))).counts).toMatchObject({ duplicate: 1 });
  });
});

it('whose data is erased and whose keys lost their secret are held as well', async () => {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const home: OldHome = { home: temporaryFolder(), folder: temporaryFolder(), server };
  await send(home, write(path.join(home.folder, 'kun-1.csv'), ['Anora', 'Botir']));
  const opened = openStore(home.home, systemClock);
  if (!opened.ok) throw new Error(opened.error.code);
  for (const { id } of opened.value.batches.list()) await opened.value.batches.remove(id);
  opened.value.close();
  // With its secret, what is changed is told.
  const changed = write(path.join(home.folder, 'kun-2.csv'), ['Anora', 'Botir', 'Vali']);
  expect(await send(home, changed)).toMatchObject({ alreadySent: 2, accepted: 1 });
  rmSync(path.join(home.home, 'identity.key'));
  const longer = write(path.join(home.folder, 'kun-3.csv'), ['Anora opa', 'Botir aka', 'Zafar']);
  expect(await send(home, longer)).toMatchObject({ duplicate: 3, accepted: 0 });
});
