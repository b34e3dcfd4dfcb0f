/** Attacks on the records of sending: the database, its log, and the witness beside it. */
import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PracticeServer } from '../../main/practice/practice-server.ts';
import { startWms } from '../support/wms.ts';
import { Office, orderList } from './office.ts';

async function believingWms(): Promise<PracticeServer> {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  return server;
}

const idsOf = (server: PracticeServer): number[] => server.ledger().map(({ orderId }) => orderId);
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const sorted = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);

describe('an older database beside a newer log', () => {
  it.each([
    ['of orders only', 120, 6],
    ['of many orders', 260, 40],
    ['of one order', 60, 1],
  ])('%s: nothing goes out twice, and it is said', async (_what, many, late) => {
    const server = await believingWms();
    const office = new Office();
    await office.send(server.url, 'bir.csv', orderList(1, 11));
    const older = office.copyDatabase();
    await office.send(server.url, 'ikki.csv', orderList(100, 100 + many));
    const log = await office.logOf(() => office.send(server.url, 'uch.csv', orderList(1000, 1000 + late)));
    office.restoreDatabase(older);
    cpSync(path.join(log, 'order-importer.db-wal'), path.join(office.home, 'order-importer.db-wal'));

    const again = await office.send(server.url, 'ikki-yana.csv', orderList(100, 102 + many));
    expect(sorted(idsOf(server))).toEqual([...range(1, 11), ...range(100, 102 + many), ...range(1000, 1000 + late)]);
    expect(again.remarks).not.toBe('');
  });
});

it('a month that is asked for after the database was lost says what the records do not know, before any sum', async () => {
  const server = await believingWms();
  const office = new Office();
  await office.send(server.url, 'bir.csv', orderList(1, 5));
  office.loseDatabase();
  const month = await office.terminal.run('month', '--json');
  expect(JSON.parse(month.output)).toMatchObject({ orders: 0 });
  expect(month.remarks).toContain('4 orders were sent that they do not know of');
});

it('a database of one piece beside a log, that knows fewer requests than it says: they are found in the witness', async () => {
  const server = await believingWms();
  const office = new Office();
  await office.send(server.url, 'bir.csv', orderList(1, 5));
  // Everything agrees with itself, and the witness was compared to its end.
  const log = await office.logOf(async () => {
    const database = new DatabaseSync(path.join(office.home, 'order-importer.db'));
    database.exec('DELETE FROM attempts; DELETE FROM revisions; DELETE FROM identity_keys');
    database.close();
  });
  cpSync(path.join(log, 'order-importer.db-wal'), path.join(office.home, 'order-importer.db-wal'));
  const again = await office.send(server.url, 'yana.csv', orderList(1, 6));
  expect(again.orders).toMatchObject({ accepted: 1 });
  expect(sorted(idsOf(server))).toEqual(range(1, 6));
});

describe('the witness', () => {
  /** Three files are sent, and the database comes back as it was after the first; then the witness is tampered with. */
  async function attacked(tamper: (lines: string[]) => string[]) {
    const server = await believingWms();
    const office = new Office();
    await office.send(server.url, 'bir.csv', orderList(1, 5));
    const older = office.copyDatabase();
    await office.send(server.url, 'ikki.csv', orderList(10, 16));
    const witness = path.join(office.home, 'witness.log');
    const lines = readFileSync(witness, 'utf8').split('\n');
    writeFileSync(witness, tamper(lines).join('\n'));
    office.restoreDatabase(older);
    const again = () => office.send(server.url, 'yana.csv', orderList(10, 18));
    return { server, office, again, lines };
  }
  const orderOf = (line: string): number => Number(/"order":(\d+)/u.exec(line)?.[1]);
  const edited = (lines: string[], order: number, edit: (line: string) => string[]): string[] =>
    lines.flatMap((line) => (orderOf(line) === order ? edit(line) : [line]));

  it.each([
    ['a number', (line: string) => [line.replace('"order":12', '"order":77')]],
    ['a time', (line: string) => [line.replace(/"at":\d/u, '"at":9')]],
    ['the hash at its end', (line: string) => [line.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))]],
    ['a line that is gone', () => []],
  ])('that was edited (%s) holds sending until a person has seen it', async (_what, edit) => {
    const { server, office, again } = await attacked((lines) => edited(lines, 12, edit));
    const held = await again();
    expect(held.status).not.toBe(0);
    expect([held.output, held.remarks].join()).toMatch(/witness --seen/u);
    expect(sorted(idsOf(server))).toEqual([...range(1, 5), ...range(10, 16)]);
    expect((await office.terminal.run('witness')).status).not.toBe(0);

    expect((await office.terminal.run('witness', '--seen')).status).toBe(0);
    expect(await office.terminal.run('witness')).toMatchObject({ status: 0, remarks: '' });
    await again();
    // Whose line can still be read is not sent again; the line that is gone or names another order was asked about.
    const twice = idsOf(server).filter((id, at, all) => all.indexOf(id) !== at);
    expect(twice).toEqual(_what === 'a time' || _what === 'the hash at its end' ? [] : [12]);
    expect(new Set(idsOf(server))).toEqual(new Set([...range(1, 5), ...range(10, 18)]));
  });

  it('whose last line is torn is not broken, and nothing is held', async () => {
    const { server, office, again } = await attacked((lines) => lines);
    const witness = path.join(office.home, 'witness.log');
    writeFileSync(witness, `${readFileSync(witness, 'utf8')}\n{"attempt":"6d0f`);
    expect((await again()).orders).toMatchObject({ accepted: 2 });
    expect(sorted(idsOf(server))).toEqual([...range(1, 5), ...range(10, 18)]);
  });

  it('that an editor saved with other line ends is none the less known', async () => {
    const { server, office, again } = await attacked((lines) => lines.map((line) => `${line}\r`));
    office.loseDatabase();
    expect((await again()).orders).toMatchObject({ accepted: 2 });
    expect(sorted(idsOf(server))).toEqual([...range(1, 5), ...range(10, 18)]);
  });

  it('that was shortened beside a database that knows it longer is asked about', async () => {
    const server = await believingWms();
    const office = new Office();
    await office.send(server.url, 'bir.csv', orderList(1, 5));
    await office.send(server.url, 'ikki.csv', orderList(5, 7));
    truncateSync(path.join(office.home, 'witness.log'), 40);
    const held = await office.send(server.url, 'uch.csv', orderList(7, 9));
    expect(held.output).toMatch(/witness --seen/u);
    expect(idsOf(server)).toHaveLength(6);
    await office.terminal.run('witness', '--seen');
    expect((await office.send(server.url, 'uch.csv', orderList(7, 9))).orders).toMatchObject({ accepted: 2 });
  });
});

it.each([
  ['cut', '[{"code":"store.rebuilt","par'],
  ['of something else', '{"a":1}'],
  ['empty', ''],
])('a file of notices that is %s keeps nobody from working', async (_what, content) => {
  const server = await believingWms();
  const office = new Office();
  await office.send(server.url, 'bir.csv', orderList(1, 3));
  writeFileSync(path.join(office.home, 'notices.json'), content);
  expect(await office.send(server.url, 'ikki.csv', orderList(3, 5))).toMatchObject({
    status: 0,
    orders: { accepted: 2 },
  });
});
