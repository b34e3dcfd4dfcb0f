/** Keys that are made again, because their secret was lost or their rule is another version: also where the process dies on the way. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { Database } from '../../../main/store/database.ts';
import { killedEnd } from '../../support/killed.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';
import { olderKeyVersion } from '../../support/older-key-version.ts';

const headings = 'Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi';
const line = (name: string, at: number, quantity = 1): string =>
  `${name};9012345${10 + at};Navoiy ${at};Buxoro viloyati;17;${quantity};50000`;

async function officeThatSent() {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' });
  const folder = temporaryFolder();
  const send = async (name: string, lines: readonly string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, [headings, ...lines].join('\n'));
    const options = ['--url', server.url, '--every-row', '5000', '--set', 'scheduled_at=14.06.2027 10:00', '--json'];
    const { output, remarks } = await terminal.run('send', file, ...options);
    if (!output.startsWith('{')) throw new Error(remarks);
    return (JSON.parse(output) as { orders: Record<string, number> }).orders;
  };
  const names = ['Anora', 'Botir', 'Vali', 'Gulnora'];
  expect(
    await send(
      'kun-1.csv',
      names.map((name, at) => line(name, at)),
    ),
  ).toMatchObject({ accepted: 4 });
  return { server, terminal, send, names };
}

/** Opens the home in a process that kills itself there; it did not come to its end. */
function dieWhileRemaking(home: string, point: string): void {
  const child = spawnSync(
    process.execPath,
    [
      '--experimental-strip-types',
      '--no-warnings',
      path.resolve('test/main/store/identity-child.ts'),
      JSON.stringify({ home, point }),
    ],
    { encoding: 'utf8' },
  );
  expect(child).toMatchObject({ ...killedEnd, stdout: '', stderr: '' });
}

const grown = (names: readonly string[]): string[] => [
  line('Yangi', 9),
  // Changed since: another quantity.
  line(names[3] ?? '', 3, 5),
  ...names.slice(0, 3).map((name, at) => line(name, at)),
];

it.each(['begun', 'firstKey', 'halfOfKeys', 'secretNoted', 'committed'])(
  'a raised version of the keys, killed when %s: each order is known again',
  async (point) => {
    const { terminal, send, names, server } = await officeThatSent();
    olderKeyVersion(new Database(path.join(terminal.home, 'order-importer.db')));
    dieWhileRemaking(terminal.home, point);
    expect(await send('kun-2.csv', grown(names))).toMatchObject({ accepted: 1, alreadySent: 3, duplicate: 1 });
    expect(server.ledger()).toHaveLength(5);
  },
);

it.each(['firstKey', 'secretNoted'])('a lost secret, killed when %s: each order is known again', async (point) => {
  const { terminal, send, names, server } = await officeThatSent();
  rmSync(path.join(terminal.home, 'identity.key'));
  dieWhileRemaking(terminal.home, point);
  expect(await send('kun-2.csv', grown(names))).toMatchObject({ accepted: 1, alreadySent: 3, duplicate: 1 });
  expect(server.ledger()).toHaveLength(5);
});

it('a raised version: what was erased before cannot be compared, and is held', async () => {
  const { terminal, send, names } = await officeThatSent();
  const database = new Database(path.join(terminal.home, 'order-importer.db'));
  database.run(`UPDATE revisions SET body = NULL, rows = '[]'`);
  database.run(`UPDATE batches SET removed_at = 1, choices = '{}'`);
  olderKeyVersion(database);
  expect(await send('kun-2.csv', grown(names))).toMatchObject({ accepted: 0, alreadySent: 0, duplicate: 5 });
});
