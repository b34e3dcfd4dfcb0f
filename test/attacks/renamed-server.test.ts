/** The same WMS under another name: nothing of what it has goes out a second time without a person's word. */
import { createServer, connect, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWms } from '../support/wms.ts';
import { Office, orderList, unnumberedList } from './office.ts';

/** A WMS that takes whatever it is sent, and other addresses of it. */
async function wmsWithNames() {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const { port } = new URL(server.url);
  const moved = async (): Promise<string> => {
    const door = createServer((outside) => {
      const inside = connect(Number(port), '127.0.0.1');
      outside.on('error', () => inside.destroy());
      inside.on('error', () => outside.destroy());
      outside.pipe(inside).pipe(outside);
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void door.close());
    return `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  };
  return {
    server,
    moved,
    old: server.url,
    localhost: `http://localhost:${port}/`,
    ids: () => server.ledger().map(({ orderId }) => orderId),
  };
}

const ownNumbers = ['--every-row', '5000', '--set', 'scheduled_at=2030-01-05'];

describe.each([
  { kind: 'numbers of the shop', list: orderList, options: [] as string[] },
  { kind: 'numbers of our own', list: unnumberedList, options: ownNumbers },
])('the same WMS under another name ($kind)', ({ list, options }) => {
  it('is asked about; «the same» makes every order known there, old file and new', async () => {
    const { old, localhost, moved, ids } = await wmsWithNames();
    const office = new Office();
    await office.send(old, 'kun.csv', list(1, 6), ...options);
    for (const url of [localhost, await moved()]) {
      const held = await office.send(url, 'kun.csv', list(1, 6), ...options);
      expect([held.status, held.output]).toEqual([1, expect.stringContaining('servers same')]);
      expect(ids()).toHaveLength(5);
      expect((await office.terminal.run('servers', 'same', url, old)).status).toBe(0);
      expect((await office.send(url, 'kun.csv', list(1, 6), ...options)).orders).toMatchObject({ accepted: 0 });
      expect((await office.send(url, `yangi ${url.length}.csv`, list(1, 6), ...options)).orders).toMatchObject({
        accepted: 0,
      });
    }
    expect(ids()).toHaveLength(5);
    // New orders go to the new name, and are known under the old one.
    expect((await office.send(localhost, 'ertaga.csv', list(4, 9), ...options)).orders).toMatchObject({
      accepted: 3,
      alreadySent: 2,
    });
    expect(await office.send(old, 'indin.csv', list(4, 9), ...options)).toMatchObject({ attempts: 0 });
    expect(new Set(ids()).size).toBe(8);
    expect(ids()).toHaveLength(8);
  });

  it('is told once of two WMSs: «another» sends, and is not asked again', async () => {
    const first = await wmsWithNames();
    const second = await wmsWithNames();
    const office = new Office();
    await office.send(first.old, 'kun.csv', list(1, 4), ...options);
    expect((await office.send(second.old, 'kun.csv', list(1, 4), ...options)).status).toBe(1);
    await office.terminal.run('servers', 'other', second.old, first.old);
    expect((await office.send(second.old, 'kun.csv', list(1, 4), ...options)).orders).toMatchObject({ accepted: 3 });
    expect((await office.send(second.old, 'ertaga.csv', list(1, 6), ...options)).orders).toMatchObject({ accepted: 2 });
    expect([first.ids().length, second.ids().length]).toEqual([3, 5]);
  });

  it('taken back: each address knows what went to it, and it is asked again', async () => {
    const { old, localhost, ids } = await wmsWithNames();
    const office = new Office();
    await office.send(old, 'kun.csv', list(1, 4), ...options);
    await office.terminal.run('servers', 'same', localhost, old);
    await office.send(localhost, 'ertaga.csv', list(4, 7), ...options);
    expect((await office.terminal.run('servers')).output).toContain('same WMS');
    expect((await office.terminal.run('servers', 'forget', localhost, old)).status).toBe(0);
    expect(await office.send(localhost, 'ertaga.csv', list(4, 7), ...options)).toMatchObject({ attempts: 0 });
    const held = await office.send(old, 'indin.csv', list(4, 7), ...options);
    expect([held.status, held.output]).toEqual([1, expect.stringContaining('servers same')]);
    expect(ids()).toHaveLength(6);
  });
});

it('numbers alone, with other content, offer «another WMS» first', async () => {
  const first = await wmsWithNames();
  const second = await wmsWithNames();
  const office = new Office();
  await office.send(first.old, 'kun.csv', orderList(1, 4));
  const held = await office.send(second.old, 'boshqa.csv', orderList(1, 4, '18;2;70000'));
  expect(held.output).toMatch(/servers other .*servers same/u);
});

it('an order that waits is sent to the new name, once, and its batch goes on there', async () => {
  const { old, localhost, ids } = await wmsWithNames();
  const office = new Office();
  await office.send(old, 'bir.csv', orderList(1, 3));
  await office.send('http://127.0.0.1:9/', 'kun.csv', orderList(1, 5), '--concurrency', '1').catch(() => undefined);
  await office.terminal.run('servers', 'same', 'http://127.0.0.1:9/', old);
  await office.terminal.run('servers', 'same', localhost, old);
  expect((await office.send(localhost, 'kun.csv', orderList(1, 5))).orders).toMatchObject({
    accepted: 2,
    alreadySent: 2,
  });
  expect(ids().toSorted()).toEqual([1, 2, 3, 4]);
});
