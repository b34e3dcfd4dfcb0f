/** A file that was opened before and came again, changed: what is said of it, what is carried over, what is remembered. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { earlierVersionSchema } from '../../../shared/contract/earlier.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const everything: RowFilter = { show: 'all', cause: null, search: '' };
const nowhere = 'https://wms.example';
const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
const line = (id: number, region = 'Buxoro viloyati', more = ''): string =>
  `${id};14.06.2027 10:00;Mijoz ${id}${more};99890${String(id).padStart(7, '0')};Navoiy ${id};${region};7;1;5000`;

/** Puts the file there and opens it. */
async function opened(
  services: Services,
  folder: string,
  lines: readonly string[],
  { name = 'orders.csv', server = nowhere } = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, [headings, ...lines].join('\n'));
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(batchId, server);
  return batchId;
}

const names = async (services: Services, batchId: string): Promise<unknown[]> =>
  (await services.batches.rows(batchId, everything, 0, 100)).rows.map(({ cells, leftOut }) => [
    cells[0]?.text,
    cells[5]?.text,
    leftOut,
  ]);

describe('a file that was opened before', () => {
  it('says what changed, carries over what fits, names what does not, and asks once', async () => {
    const home = temporaryFolder();
    const folder = temporaryFolder();
    const services = startServices(home);
    const first = await opened(services, folder, [line(1, 'Тошкентт'), line(2, 'Тошкентт'), line(3), line(4)]);
    expect(await services.earlier.version(first)).toBeNull();
    await services.batches.edit(first, [
      { row: 2, column: 5, text: 'Toshkent shahri' },
      { row: 3, column: 5, text: 'Toshkent shahri' },
    ]);
    await services.batches.leaveOut(first, ['3'], true);

    const second = await opened(services, folder, [
      line(9),
      line(3),
      line(2, 'Samarqand viloyati'),
      line(1, 'Тошкентт', ' Aziza'),
    ]);
    expect(second).not.toBe(first);
    const earlier = earlierVersionSchema.parse(await services.earlier.version(second));
    expect(earlier).toMatchObject({
      fileName: 'orders.csv',
      carriedOver: false,
      rows: { added: 1, changed: 2, removed: 1 },
      work: { cells: 1, leftOut: 1, leftOutChanged: 0, conflicts: 1 },
    });
    expect(earlier.conflicts).toMatchObject([
      {
        reason: 'changed',
        row: 3,
        currentRow: 4,
        orderId: '2',
        column: { heading: 'Viloyat', letters: 'F' },
        before: 'Тошкентт',
        after: 'Toshkent shahri',
        currentText: 'Samarqand viloyati',
      },
    ]);
    expect(earlier.changes.map(({ kind, row, orderId }) => [kind, row, orderId])).toEqual([
      ['changed', 4, '2'],
      ['changed', 5, '1'],
      ['added', 2, '9'],
      ['gone', 5, '4'],
    ]);
    expect(earlier.changes[1]?.cells).toEqual([
      { heading: 'F.I.Sh.', letters: 'C', before: 'Mijoz 1', after: 'Mijoz 1 Aziza' },
    ]);

    const summary = await services.earlier.resolveCarryOverOffer(second, true);
    expect(summary).toMatchObject({ canUndo: true, counts: { leftOut: 1 } });
    expect(await names(services, second)).toEqual([
      ['9', 'Buxoro viloyati', false],
      ['3', 'Buxoro viloyati', true],
      ['2', 'Samarqand viloyati', false],
      ['1', 'Toshkent shahri', false],
    ]);
    // What did not fit is still told, over a restart too, until it is closed.
    await services.stop();
    const after = startServices(home);
    await after.batches.open(second, nowhere);
    expect(await after.earlier.version(second)).toMatchObject({
      carriedOver: true,
      work: { cells: 0, leftOut: 0, conflicts: 1 },
    });
    await after.earlier.resolveCarryOverOffer(second, false);
    expect(await after.earlier.version(second)).toBeNull();
    expect((await names(after, second))[3]).toEqual(['1', 'Toshkent shahri', false]);
    // It is a step of the history like any other.
    await after.batches.undo(second);
    expect((await after.batches.undo(second)).counts.leftOut).toBe(0);
    expect((await names(after, second))[3]).toEqual(['1', 'Тошкентт', false]);
  });

  it.each([
    ['with numbers', (one: string) => one],
    ['without numbers', (one: string) => one.slice(one.indexOf(';') + 1)],
  ])('carries corrections over to a file of another name, order by order, %s', async (_, cut) => {
    const services = startServices(temporaryFolder());
    const folder = temporaryFolder();
    const put = async (name: string, lines: readonly string[]): Promise<string> => {
      mkdirSync(folder, { recursive: true });
      const file = path.join(folder, name);
      writeFileSync(file, [cut(headings), ...lines.map(cut)].join('\n'));
      const [batchId = ''] = await services.files.addFile(file, nowhere);
      await services.batches.open(batchId, nowhere);
      return batchId;
    };
    const first = await put('buyurtmalar 24-11.csv', [line(1, 'Тошкентт'), line(2), line(3)]);
    const column = cut(headings).split(';').indexOf('Viloyat');
    await services.batches.edit(first, [{ row: 2, column, text: 'Toshkent shahri' }]);
    const second = await put('buyurtmalar 25-11.csv', [line(7), line(2), line(1, 'Тошкентт'), line(3)]);
    expect(await services.earlier.version(second)).toMatchObject({
      fileName: 'buyurtmalar 24-11.csv',
      work: { cells: 1, conflicts: 0 },
    });
    await services.earlier.resolveCarryOverOffer(second, true);
    const { rows } = await services.batches.rows(second, everything, 0, 100);
    expect(rows.map(({ cells }) => cells[column]?.text)).toEqual([
      'Buxoro viloyati',
      'Buxoro viloyati',
      'Toshkent shahri',
      'Buxoro viloyati',
    ]);
    // A file of quite other orders has nothing of it.
    expect(await services.earlier.version(await put('boshqa.csv', [line(8), line(9)]))).toBeNull();
  });

  it('takes a second download for the same file, and the one that was worked on before one that was not', async () => {
    const services = startServices(temporaryFolder());
    const folder = temporaryFolder();
    const first = await opened(services, folder, [line(1, 'Тошкентт'), line(2)]);
    await services.batches.edit(first, [{ row: 2, column: 5, text: 'Toshkent shahri' }]);
    const second = await opened(services, folder, [line(1, 'Тошкентт'), line(2), line(3)], { name: 'Orders (1).csv' });
    expect(await services.earlier.version(second)).toMatchObject({
      fileName: 'orders.csv',
      rows: { added: 1 },
      work: { cells: 1 },
    });
    const third = await opened(services, folder, [line(1, 'Тошкентт'), line(2), line(3), line(4)], {
      name: 'orders (2).csv',
    });
    expect(await services.earlier.version(third)).toMatchObject({
      fileName: 'orders.csv',
      rows: { added: 2 },
      work: { cells: 1 },
    });
    await services.earlier.resolveCarryOverOffer(third, false);
    expect(await services.earlier.version(third)).toBeNull();
    expect((await services.batches.summary(third)).canUndo).toBe(false);
  });

  it('says nothing of another day’s file with the same name, nor of one that was only saved again', async () => {
    const services = startServices(temporaryFolder());
    const folder = temporaryFolder();
    await opened(services, folder, [line(1), line(2)]);
    const otherDay = await opened(services, folder, [line(101), line(102), line(103)]);
    expect(await services.earlier.version(otherDay)).toBeNull();
    const again = await opened(services, folder, [line(101), line(102), line(103), '']);
    expect(again).not.toBe(otherDay);
    expect(await services.earlier.version(again)).toBeNull();
  });

  it('keeps what was sent known: its orders are not sent again', async () => {
    const services = startServices(temporaryFolder());
    const folder = temporaryFolder();
    const server = await startPracticeServer();
    onTestFinished(() => server.stop());
    const first = await opened(services, folder, [line(1, 'Тошкентт'), line(2)], { server: server.identity });
    await services.batches.edit(first, [{ row: 2, column: 5, text: 'Toshkent shahri' }]);
    await services.sending.start(
      first,
      {
        server: { url: server.url, identity: server.identity, practice: true },
        accessKey: 'practice-x',
        rules: { ...defaultSendingRules, quietTime: 0 },
      },
      false,
    );
    while ((await services.sending.state(first)).status !== 'finished')
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.ledger()).toHaveLength(2);
    const second = await opened(services, folder, [line(1, 'Тошкентт'), line(2), line(3)], { server: server.identity });
    // The first order is known by the cells of its file, and by its correction once that is carried over.
    expect((await services.batches.summary(second)).counts).toMatchObject({ alreadySent: 2, ready: 1 });
    expect((await services.earlier.resolveCarryOverOffer(second, true)).counts).toMatchObject({
      alreadySent: 2,
      ready: 1,
    });
  });
});
