/** Attacks on a home of several shops, whose orders without numbers are known by what they say, each shop's on its own. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWms } from '../support/wms.ts';
import { Office, unnumberedList, type SentFile } from './office.ts';

const list = unnumberedList(1, 4);
/** Each shop has an account of its own in the WMS. */
const keyOfAtlas = 'practice-x@7';

/** An office of two shops, of which one has sent a list, and what was lost of it. */
async function officeAfter(loss: (office: Office, nameless: string) => void) {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const office = new Office();
  const send = (name: string, content: string, ...options: string[]): Promise<SentFile> =>
    (options.includes('Atlas') ? office.withKey(keyOfAtlas) : office).send(
      ...([server.url, name, content, '--every-row', '7000', ...options] as const),
    );
  await send('avval.csv', unnumberedList(21, 23));
  const nameless = office.copyDatabase();
  for (const name of ['Atlas', 'Bodom']) await office.terminal.run('shops', 'add', name);
  await send('ikki.csv', list, '--shop', 'Atlas');
  loss(office, nameless);
  const ledger = (): number => server.ledger().length;
  expect(ledger()).toBe(5);
  return { office, server, send, ledger };
}

describe.each([
  ['is lost', (office: Office) => office.loseDatabase()],
  ['is one from before there were shops', (office: Office, copy: string) => office.restoreDatabase(copy)],
])('a database that %s', (_what, loss) => {
  it('gets its shops back from the witness: no shop is guessed, and nothing goes out twice', async () => {
    const { office, send, ledger } = await officeAfter(loss);
    for (const name of ['ikki.csv', 'yana.csv']) {
      await send(name, list);
      expect(ledger()).toBe(5);
    }
    expect((await office.terminal.run('shops', 'list')).output).toMatch(/^Atlas\n/u);
    for (const name of ['ikki.csv', 'yana.csv'])
      expect((await send(name, list, '--shop', 'Atlas')).orders['accepted']).toBe(0);
    expect(ledger()).toBe(5);
  });

  it('keeps what was sent before there were shops with the first shop', async () => {
    const { office, send, ledger } = await officeAfter(loss);
    await send('avval.csv', unnumberedList(21, 23));
    const shops = (await office.terminal.run('shops', 'list')).output.trim().split('\n');
    expect(shops).toHaveLength(2);
    await send('avval.csv', unnumberedList(21, 23), '--shop', shops.find((name) => name !== 'Atlas') ?? '');
    expect(ledger()).toBe(5);
  });
});

it('a ledger that tells of shops brings them: what they sent is not new under the only shop of another computer', async () => {
  const { office, server } = await officeAfter(() => undefined);
  const other = new Office();
  const file = other.file('idora.ledger', '');
  await office.terminal.run('ledger', 'export', file);
  await other.terminal.run('ledger', 'merge', file);
  await other.send(server.url, 'ikki.csv', list, '--every-row', '9000');
  expect(server.ledger()).toHaveLength(5);
  expect((await other.terminal.run('shops', 'list')).output).toMatch(/^Atlas\n/u);
  const atlas = other.withKey(keyOfAtlas);
  const again = await atlas.send(server.url, 'ikki.csv', list, '--every-row', '9000', '--shop', 'Atlas');
  expect(again.orders).toMatchObject({ alreadySent: 3, accepted: 0 });
  // Also when the database that it was merged into is lost.
  other.loseDatabase();
  await other.send(server.url, 'uch.csv', list, '--every-row', '9500');
  expect(server.ledger()).toHaveLength(5);
});

it('a file of a shop that was removed does not go out as one of the only shop that is left', async () => {
  const { office, server, send } = await officeAfter(() => undefined);
  for (const name of ['Atlas', 'Main shop']) await office.terminal.run('shops', 'remove', name);
  const { output } = await send('Atlas 24.11.csv', unnumberedList(31, 33));
  expect(output).toContain('shop.unsure');
  expect(output).toContain('one of «Atlas», which was removed');
  expect(server.ledger()).toHaveLength(5);
  await send('24.11.csv', unnumberedList(31, 33));
  expect(server.ledger()).toHaveLength(7);
});
