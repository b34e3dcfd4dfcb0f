/** The `team` command and `--team`: a ledger is made with one file, others join by it, and everyone's orders are known. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { officeFileName } from '../../../../main/services/office-service.ts';
import { sheetsBook } from '../../../support/sheets-writer.ts';
import { serverIdentity } from '../../../../shared/wms/addresses.ts';
import { temporaryFolder, TestTerminal } from '../../../support/terminal.ts';
import { startWms } from '../../../support/wms.ts';
import { parseTeamFile } from '../../../../main/team/team-file.ts';
import { computer, usePostgres } from '../../team/computer.ts';
import { hasPostgres } from '../../team/postgres.ts';

const key = { WMS_TOKEN: 'practice-x' };
const list = (ids: readonly (number | string)[]): string =>
  [
    'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi',
    ...ids.map(
      (id) =>
        `${id};Mijoz ${id};9010000${10 + Number(String(id).replace(/\D/gu, ''))};Navoiy ${id};Buxoro viloyati;17;1;50000`,
    ),
  ].join('\n');
const dated = ['--set', 'scheduled_at=2030-01-05'];

describe.skipIf(!hasPostgres)('team', () => {
  const postgres = usePostgres();

  async function office() {
    const url = await postgres().createDatabase();
    const folder = temporaryFolder();
    const teamFile = path.join(folder, 'office.team');
    const [first, second] = [new TestTerminal(key), new TestTerminal(key)];
    expect(await first.run('team', 'create', url, '-o', teamFile)).toMatchObject({ status: 0 });
    const wms = await startWms({ uniqueIds: false, lookup: 'missing' });
    onTestFinished(() => wms.stop());
    const orders = (name: string, text: string): string => {
      const file = path.join(folder, name);
      fs.writeFileSync(file, text);
      return file;
    };
    return { url, folder, teamFile, first, second, wms, orders };
  }

  it('creates a ledger, joins, sends each order once, and says who sent it', { timeout: 180_000 }, async () => {
    const { teamFile, first, second, wms, orders } = await office();
    if (process.platform !== 'win32') expect(fs.statSync(teamFile).mode & 0o077).toBe(0);
    for (const terminal of [first, second])
      expect(await terminal.run('team', 'join', teamFile)).toMatchObject({ status: 0 });
    const sent = await first.run('send', orders('a.csv', list([1, 2, 3])), '--url', wms.url, ...dated, '--json');
    expect(JSON.parse(sent.output)).toMatchObject({
      orders: { accepted: 3 },
      team: { connected: true, reason: null, waiting: 0 },
    });
    const more = await second.run('send', orders('b.csv', list([2, 3, 4])), '--url', wms.url, ...dated, '--json');
    expect(JSON.parse(more.output)).toMatchObject({ orders: { accepted: 1, alreadySent: 2 } });
    expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 2, 3, 4]);
    const checked = await first.run('check', orders('c.csv', list([4])), '--json', ...dated);
    expect(checked.remarks).toBe('');
    const said = JSON.parse((await first.run('team', 'status', '--json')).output) as {
      computers: { isThis: boolean }[];
    };
    expect(said).toMatchObject({ connected: true, waiting: 0, heldBy: null, acceptedTwice: [] });
    expect(said.computers).toHaveLength(2);
    expect(said.computers.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect((await first.run('team', 'status')).output).toContain('Connected to the team’s ledger.');
  });

  it(
    'sheets taken together here and one by one there: each order once, and it is said who has it',
    { timeout: 180_000 },
    async () => {
      const { teamFile, first, second, wms, folder } = await office();
      for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
      const rowsOf = (ids: readonly number[]): string[][] =>
        list(ids)
          .split('\n')
          .map((line) => line.split(';'));
      const days = { '05.01': [1, 2, 3], '06.01': [4, 5, 6, 7], '07.01': [8, 9] };
      const book = path.join(folder, 'kunlar.xlsx');
      fs.writeFileSync(
        book,
        sheetsBook(Object.fromEntries(Object.entries(days).map(([day, ids]) => [day, rowsOf(ids)]))),
      );
      const send = async (terminal: TestTerminal, operator: string, ...more: readonly string[]) => {
        const options = ['--url', wms.url, '--operator', operator, ...dated, '--json'];
        const { output } = await terminal.run('send', book, ...more, ...options);
        return (JSON.parse(output) as { orders: Readonly<Record<string, number>> }).orders;
      };
      // One has sent the middle day, and both go on at once.
      expect(await send(second, 'Bobur', '--sheet', '06.01')).toMatchObject({ accepted: 4 });
      const [joined, alone] = await Promise.all([
        send(first, 'Aziza', '--sheet', 'all'),
        send(second, 'Bobur', '--sheet', '07.01'),
      ]);
      expect(joined).toMatchObject({ total: 9, withErrors: 0 });
      expect(Number(joined['accepted']) + Number(alone['accepted'])).toBe(5);
      const sent = wms.ledger().map(({ orderId }) => orderId);
      expect(sent.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      // Whoever takes them together now knows all of them, by their sheets, and who has them.
      const report = path.join(folder, 'report.csv');
      expect(await send(second, 'Bobur', '--sheet', 'all', '--report', report)).toMatchObject({ alreadySent: 9 });
      const lines = fs.readFileSync(report, 'utf8').split('\r\n');
      expect(lines.find((line) => line.includes('05.01!2'))).toContain('Sent by Aziza');
      expect(lines.filter((line) => /Sent by|already/iu.test(line))).toHaveLength(9);
    },
  );

  it('what was sent before joining is known to the others', { timeout: 180_000 }, async () => {
    const { teamFile, first, second, wms, orders } = await office();
    await first.run('send', orders('a.csv', list([1, 2])), '--url', wms.url, ...dated);
    await first.run('team', 'join', teamFile);
    const more = await second.run(
      'send',
      orders('b.csv', list([1, 2])),
      '--url',
      wms.url,
      ...dated,
      '--team',
      teamFile,
      '--json',
    );
    expect(JSON.parse(more.output)).toMatchObject({ orders: { alreadySent: 2 } });
    expect(wms.ledger()).toHaveLength(2);
    // In the team by the option alone: without the file nothing is sent past the others.
    const past = await second.run('send', orders('c.csv', list([9])), '--url', wms.url, ...dated, '--json');
    expect(past).toMatchObject({ status: 1 });
    expect(JSON.parse(past.output)).toMatchObject({ error: { code: 'team.fileMissing' } });
  });

  it('two orders that the office numbers itself never get one number', { timeout: 180_000 }, async () => {
    const { teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
    const send = (terminal: TestTerminal, name: string, ids: readonly string[]) =>
      terminal.run('send', orders(name, list(ids)), '--url', wms.url, '--own-numbers', '500', ...dated, '--json');
    const answers = await Promise.all([send(first, 'a.csv', ['X-1', 'X-2']), send(second, 'b.csv', ['X-2', 'X-3'])]);
    expect(answers.map(({ status }) => status).toSorted()).not.toContain(1);
    const ledger = wms.ledger();
    expect(new Set(ledger.map(({ orderId }) => orderId)).size).toBe(ledger.length);
    expect(ledger.map(({ request }) => request.full_name).toSorted()).toEqual(['Mijoz X-1', 'Mijoz X-2', 'Mijoz X-3']);
  });

  it('one order without a number, in two computers’ files at once, goes out once', { timeout: 180_000 }, async () => {
    const { teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
    const rows = list([1, 2, 3])
      .split('\n')
      .map((line) => line.slice(line.indexOf(';') + 1))
      .join('\n');
    await Promise.all(
      [first, second].map((terminal, at) =>
        terminal.run(
          'send',
          orders(`${at}.csv`, rows),
          '--url',
          wms.url,
          '--every-row',
          String(700 + 100 * at),
          ...dated,
        ),
      ),
    );
    expect(
      wms
        .ledger()
        .map(({ request }) => request.full_name)
        .toSorted(),
    ).toEqual(['Mijoz 1', 'Mijoz 2', 'Mijoz 3']);
  });

  it('orders without a number get numbers that no other computer gives, also from the same start', async () => {
    const { teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
    const rows = (ids: readonly number[]): string =>
      list(ids)
        .split('\n')
        .map((line) => line.slice(line.indexOf(';') + 1))
        .join('\n');
    const send = (terminal: TestTerminal, name: string, ids: readonly number[]) =>
      terminal.run('send', orders(name, rows(ids)), '--url', wms.url, '--every-row', '700', ...dated, '--json');
    const answers = await Promise.all([send(first, 'a.csv', [1, 2, 3]), send(second, 'b.csv', [4, 5, 6])]);
    for (const { output } of answers)
      expect(JSON.parse(output)).toMatchObject({ orders: { accepted: 3, duplicate: 0 } });
    const numbers = wms.ledger().map(({ orderId }) => orderId);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([700, 701, 702, 703, 704, 705]);
    // The list that came again is known, and takes no numbers.
    await send(first, 'a.csv', [1, 2, 3]);
    await send(second, 'c.csv', [7]);
    expect(wms.ledger().at(-1)).toMatchObject({ orderId: 706 });
  });

  it('leaves, and still knows what the others sent', { timeout: 180_000 }, async () => {
    const { teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
    await first.run('send', orders('a.csv', list([1])), '--url', wms.url, ...dated);
    await second.run('team', 'status');
    expect(await second.run('team', 'leave')).toMatchObject({ status: 0 });
    expect((await second.run('team', 'status')).output).toBe('This computer is in no team.');
    const again = await second.run('send', orders('b.csv', list([1])), '--url', wms.url, ...dated, '--json');
    expect(JSON.parse(again.output)).toMatchObject({ orders: { alreadySent: 1 } });
    expect(JSON.parse(again.output)).not.toHaveProperty('team');
    const { output } = await first.run('team', 'status');
    expect(output).toContain('has left the team');
  });

  it(
    'an office’s file carries products and shops in a team, and what an outsider sent to all of it',
    {
      timeout: 180_000,
    },
    async () => {
      const { teamFile, first, second, wms, orders } = await office();
      const outsider = new TestTerminal(key);
      const stick = path.join(path.dirname(teamFile), 'fleshka');
      fs.mkdirSync(stick);
      const file = path.join(stick, officeFileName());
      for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
      await outsider.run('send', orders('a.csv', list([1, 2])), '--url', wms.url, ...dated);
      await outsider.run('office', 'save', stick);
      expect(await first.run('office', 'take', file)).toMatchObject({ status: 0 });
      // The other computer of the team never saw the file, and knows its orders.
      const sent = await second.run('send', orders('b.csv', list([1, 2, 3])), '--url', wms.url, ...dated, '--json');
      expect(JSON.parse(sent.output)).toMatchObject({ orders: { alreadySent: 2, accepted: 1 } });
      // So it is with a ledger’s file.
      await outsider.run('send', orders('c.csv', list([4])), '--url', wms.url, ...dated);
      const ledger = path.join(stick, 'ledger.jsonl');
      await outsider.run('ledger', 'export', ledger);
      await first.run('ledger', 'merge', ledger);
      const more = await second.run('send', orders('d.csv', list([4])), '--url', wms.url, ...dated, '--json');
      expect(JSON.parse(more.output)).toMatchObject({ orders: { alreadySent: 1 } });
      // An order without a number is known by what it says, whatever number it would get here.
      const unnumbered = (name: string, ids: number[]): string => orders(name, list(ids).replaceAll(/^[^;]*;/gmu, ''));
      const sendRows = (terminal: TestTerminal, file: string, start: string) =>
        terminal.run('send', file, '--every-row', start, '--url', wms.url, ...dated, '--json');
      await sendRows(outsider, unnumbered('f.csv', [70, 71]), '700');
      await outsider.run('ledger', 'export', ledger);
      await first.run('ledger', 'merge', ledger);
      const rows = await sendRows(second, unnumbered('g.csv', [70, 71, 72]), '900');
      expect(JSON.parse(rows.output)).toMatchObject({ orders: { accepted: 1 } });
      // A file from the team has what all of it sent, with its shops and products, for a computer that is in none.
      await second.run('shops', 'add', 'Atlas');
      const products = orders('mahsulotlar.csv', 'Mahsulot nomi;ID\nPiyola;17');
      await second.run('products', 'import', products, '--shop', 'Atlas', '--url', wms.url);
      await second.run('office', 'save', stick);
      const shown = JSON.parse((await outsider.run('office', 'show', file, '--json')).output) as object;
      expect(shown).toMatchObject({ shops: ['Atlas', 'Main shop'], productsAdded: 1, orders: 7, ordersAdded: 2 });
      await outsider.run('office', 'take', file);
      const mine = ['--shop', 'Main shop', '--url', wms.url, ...dated, '--json'];
      const again = await outsider.run('send', orders('e.csv', list([3])), ...mine);
      expect(JSON.parse(again.output)).toMatchObject({ orders: { alreadySent: 1 } });
      // Whose shop's a file is, is asked where another computer has several: under one without a name it would be new.
      const ofAtlas = unnumbered('h.csv', [80]);
      await second.run('send', ofAtlas, '--every-row', '980', '--shop', 'Atlas', '--url', wms.url, ...dated);
      expect((await sendRows(first, ofAtlas, '990')).output).toContain('shop.unsure');
      const known = await first.run(
        'send',
        ofAtlas,
        '--every-row',
        '990',
        '--shop',
        'atlas',
        '--url',
        wms.url,
        ...dated,
      );
      expect(known.output).not.toContain('Accepted');
      const phones = wms.ledger().map(({ request }) => request.phone);
      expect(new Set(phones).size).toBe(8);
      expect(phones).toHaveLength(8);
    },
  );

  it('a shop that nobody named and one with a name: what either sent without numbers goes out once', async () => {
    const { teamFile, first, second, wms, orders } = await office();
    const send = async (terminal: TestTerminal, name: string, ids: readonly number[], shop: string, start: string) => {
      const file = orders(name, list(ids).replaceAll(/^[^;]*;/gmu, ''));
      const words = ['--every-row', start, '--url', wms.url, ...dated, ...(shop === '' ? [] : ['--shop', shop])];
      const { output } = await terminal.run('send', file, ...words, '--json');
      return (JSON.parse(output) as { orders?: object }).orders;
    };
    await first.run('team', 'join', teamFile);
    await first.run('shops', 'add', 'Bosh');
    expect(await send(first, 'a.csv', [1, 2], 'Bosh', '700')).toMatchObject({ accepted: 2 });
    // Alone so far, under the only shop of this computer, which has no name.
    expect(await send(second, 'b.csv', [3, 4], '', '800')).toMatchObject({ accepted: 2 });
    const joined = await second.run('team', 'join', teamFile);
    expect(joined.output).toContain('Beside «Bosh» there is a shop here that nobody named: «№ 1» (orders sent: 2');
    expect(await send(first, 'c.csv', [3, 4, 5], 'Bosh', '900')).toMatchObject({ accepted: 1 });
    const [nameless = ''] = (await second.run('shops', 'list')).output
      .split('\n')
      .filter((line) => !/Bosh/u.test(line));
    expect(await send(second, 'd.csv', [1, 2, 5, 6], nameless, '950')).toMatchObject({ accepted: 1 });
    expect(JSON.parse((await second.run('team', 'status', '--json')).output)).toMatchObject({
      unnamedShop: { name: '№ 1', products: 0, others: ['Bosh'] },
    });
    // Nor does this computer send its own orders again under the name.
    expect(await send(second, 'e.csv', [3, 4], 'Bosh', '970')).toMatchObject({ accepted: 0 });
    // Equal cells of two shops that have names are two orders.
    await second.run('shops', 'add', 'Kichik');
    expect(await send(second, 'f.csv', [1], 'Kichik', '990')).toMatchObject({ accepted: 1 });
    const customers = wms.ledger().map(({ request }) => request.full_name);
    expect(customers.toSorted()).toEqual([1, 1, 2, 3, 4, 5, 6].map((id) => `Mijoz ${id}`));
  });

  it('waits without the ledger and says the way on; with --alone goes it, gives no new number, and tells later', async () => {
    const { teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second]) await terminal.run('team', 'join', teamFile);
    const send = async (terminal: TestTerminal, name: string, ids: readonly (number | string)[], ...more: string[]) => {
      const { output, remarks } = await terminal.run(
        ...['send', orders(name, list(ids)), '--url', wms.url, ...dated, '--json', ...more],
      );
      return { answer: JSON.parse(output) as Record<string, unknown>, remarks };
    };
    const numbered = ['--own-numbers', '500'];
    expect((await send(first, 'a.csv', [1])).answer).toMatchObject({ team: { connected: true, alone: false } });
    await send(second, 'own.csv', ['X-1'], ...numbered);
    await second.run('team', 'status');

    await postgres().kill();
    const stopping = new AbortController();
    const patient = new TestTerminal(key, second.home, null, stopping.signal);
    const waiting = patient.run('send', orders('b.csv', list([1, 2])), '--url', wms.url, ...dated);
    await expect.poll(() => patient.remarks.join(), { timeout: 30_000 }).toContain('To go on without it, add --alone');
    expect(patient.remarks.join()).toContain('cannot be reached: sending waits');
    stopping.abort();
    await waiting;
    expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 500]);

    const alone = await send(second, 'b.csv', [1, 2], '--alone');
    expect(alone.remarks).toContain('may go out twice');
    expect(alone.answer).toMatchObject({
      orders: { accepted: 1, alreadySent: 1 },
      team: { connected: false, reason: 'run.teamAway', alone: true, waiting: expect.any(Number) },
    });
    // A number that the team gave stays; a new one would be a guess.
    expect((await send(second, 'own.csv', ['X-1'], ...numbered, '--alone')).answer).toMatchObject({
      orders: { accepted: 1 },
    });
    for (const start of [['--every-row', '700'], numbered])
      expect((await send(second, 'new.csv', ['X-7'], ...start, '--alone')).answer).toMatchObject({
        error: { code: 'team.numbersAway' },
      });
    expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 500, 2]);

    await postgres().start();
    await second.run('team', 'status');
    expect((await send(first, 'c.csv', [2])).answer).toMatchObject({ orders: { alreadySent: 1 } });
  });

  it('what a computer left behind goes out from another one that opens the file, once the WMS was asked', async () => {
    const { url, teamFile, first: gone, second, orders } = await office();
    const wms = await startWms({ uniqueIds: false });
    onTestFinished(() => wms.stop());
    const file = parseTeamFile(fs.readFileSync(teamFile, 'utf8'));
    await second.run('team', 'join', teamFile);
    await gone.run('send', orders('a.csv', list([1])), '--url', wms.url, ...dated);
    const { team } = await computer(file, 'Aziza');
    // It claims three orders, sends the second one, and is heard of no more.
    const claim = { bodyHash: 'x', fileName: 'tong.csv', shop: null, contents: [], againSince: null };
    await team.openRun(serverIdentity(wms.url), 90, null).claim([1, 2, 3].map((orderId) => ({ ...claim, orderId })));
    const [taken] = wms.ledger();
    await fetch(`${wms.url}/v1/order/create`, {
      method: 'POST',
      headers: { authorization: 'Bearer practice-x', 'content-type': 'application/json' },
      body: JSON.stringify({
        ...taken?.request,
        order_id: 2,
        full_name: 'Mijoz 2',
        phone: '901000012',
        address: 'Navoiy 2',
      }),
    });
    const send = async () => {
      const words = ['--url', wms.url, ...dated, '--quiet-time', '0', '--json'];
      const { output } = await second.run('send', orders('b.csv', list([2, 3])), ...words);
      return (JSON.parse(output) as { orders?: object }).orders;
    };
    expect(await send()).toMatchObject({ duplicate: 2 });
    const silent = `UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes', whole_timeout = 0`;
    await postgres().query(url, `${silent} WHERE name = 'Aziza'`);
    expect(await send()).toMatchObject({ accepted: 2 });
    expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 2, 3]);
  });

  it('by the variable alone: check, send, resume; the month counts the whole team; a database that is gone is left', async () => {
    const { teamFile, first, wms, orders } = await office();
    await first.run('team', 'join', teamFile);
    const second = new TestTerminal({ ...key, ORDER_IMPORTER_TEAM: teamFile });
    const answer = async (terminal: TestTerminal, ...words: string[]) =>
      JSON.parse((await terminal.run(...words, '--json')).output) as Record<string, unknown>;
    const send = (terminal: TestTerminal, name: string, ids: readonly number[]) =>
      answer(terminal, 'send', orders(name, list(ids)), '--url', wms.url, ...dated);
    await send(first, 'a.csv', [1, 2]);
    const sent = await send(second, 'b.csv', [2, 3]);
    const connected = { connected: true, reason: null, alone: false, waiting: 0 };
    expect(sent).toMatchObject({ orders: { accepted: 1, alreadySent: 1 }, team: connected });
    const file = orders('c.csv', list([1, 9]));
    expect(await answer(second, 'check', file, ...dated)).toMatchObject({ team: connected });
    expect(await answer(second, 'resume', String(sent['batch']))).toMatchObject({ team: connected });
    // Asked on the computer that has not heard of the other one's since.
    expect(await answer(first, 'month')).toMatchObject({ orders: 3 });

    const wrong = new TestTerminal({ ...key, ORDER_IMPORTER_TEAM: `${teamFile}.none` });
    expect(await send(wrong, 'd.csv', [9])).toMatchObject({ error: { code: 'team.notThere' } });
    const other = await office();
    expect(await answer(first, 'team', 'join', other.teamFile)).toMatchObject({ error: { code: 'team.otherTeam' } });
    expect(await answer(first, 'team', 'status')).toMatchObject({ connected: true, waiting: 0 });

    await postgres().kill();
    onTestFinished(() => postgres().start());
    expect(await answer(first, 'team', 'status')).toMatchObject({
      connected: false,
      reason: 'run.teamAway',
      waiting: 0,
    });
    expect(await first.run('team', 'leave')).toMatchObject({ status: 0 });
    expect(await send(first, 'e.csv', [1, 2, 3])).toMatchObject({ orders: { alreadySent: 3 } });
    expect(await answer(first, 'month')).toMatchObject({ orders: 3 });
    expect(wms.ledger()).toHaveLength(3);
  });

  it('refuses what is no database, no team file, a second ledger in one database', async () => {
    const { url, first, teamFile } = await office();
    const codes = async (...words: string[]) =>
      (JSON.parse((await first.run('team', ...words, '--json')).output) as { error: { code: string } }).error.code;
    expect(await codes('create', url, '-o', `${teamFile}.2`)).toBe('team.exists');
    expect(await codes('create', url, '-o', teamFile)).toBe('team.fileExists');
    expect(await codes('create', 'http://example.com/x', '-o', `${teamFile}.3`)).toBe('team.address');
    expect(await codes('create', 'postgres://a:b@127.0.0.1:1/x', '-o', `${teamFile}.4`)).toBe('team.away');
    expect(await codes('join', path.join(first.home, 'none'))).toBe('team.notThere');
    fs.writeFileSync(`${teamFile}.5`, '{"kind":"something"}');
    expect(await codes('join', `${teamFile}.5`)).toBe('team.notOurs');
    expect(await codes('leave')).toBe('team.none');
    expect(await codes('dance')).toBe('team.act');
  });

  it('a product that one maps is known to all; two who map one at once see both, and one chooses', async () => {
    const { url, teamFile, first, second, wms, orders } = await office();
    for (const terminal of [first, second])
      expect(await terminal.run('team', 'join', teamFile)).toMatchObject({ status: 0 });
    const table = (id: number): string => orders(`mahsulot-${id}.csv`, `Nomi;ID\nKosa;${id}`);
    const day = orders(
      'kun.csv',
      'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot nomi;Soni;Narxi\n1;Mijoz 1;901000011;Navoiy 1;Buxoro viloyati;Kosa;1;50000',
    );
    const productSent = async (terminal: TestTerminal) =>
      (await terminal.run('products', 'list', '--url', wms.url, '--json')).output;
    await first.run('products', 'import', table(17), '--url', wms.url);
    expect(await second.run('send', day, '--url', wms.url, ...dated)).toMatchObject({ status: 0 });
    expect(await productSent(second)).toContain('"productId":17');

    // Both while the ledger is out of reach.
    await postgres().kill();
    await first.run('products', 'import', table(18), '--url', wms.url);
    const away = await second.run('products', 'import', table(19), '--url', wms.url);
    expect(away.remarks).toContain('cannot be reached');
    await postgres().start();
    await first.run('team', 'status');
    const shown = await second.run('team', 'status');
    const [, id = ''] = /([0-9a-f]{8}) · Product «Kosa»/u.exec(shown.output) ?? [];
    expect(shown.output).toMatch(/ours: 19\n {2}theirs \(.+\): 18\n {2}choose: order-importer team choose/u);
    expect((await second.run('check', day)).remarks).toContain('changed by two people');
    expect(await second.run('team', 'choose', id, 'both')).toMatchObject({ status: 1 });
    expect(await second.run('team', 'choose', 'ffffffff', 'theirs')).toMatchObject({ status: 1 });
    expect(await second.run('team', 'choose', id, 'ours')).toMatchObject({ status: 0 });
    await first.run('team', 'status');
    expect(await productSent(first)).toContain('"productId":19');
    expect((await first.run('team', 'upgrade', url)).output).toContain('of this version already');
  });
});
