/** What an office without a team carries to another computer: shown first, merged, nothing erased, no customer, no key. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../../main/ports.ts';
import { officeFileName } from '../../../../main/services/office-service.ts';
import { openStore } from '../../../../main/store/open-store.ts';
import type { OfficeChanges } from '../../../../shared/contract/office.ts';
import type { Settled } from '../../../../shared/domain/model/settled.ts';
import { valueOrThrow } from '../../../../shared/result.ts';
import { temporaryFolder, TestTerminal } from '../../../support/terminal.ts';
import { startWms } from '../../../support/wms.ts';

const headings = 'order_id;scheduled_at;full_name;phone;address;region;Mahsulot nomi;quantity;price';
const rowOf = (id: number): string =>
  `${id};25.11.2030 14:00;Karimova Aziza;+998901234501;Navoiy 5;Buxoro viloyati;Futbolka qora M;1;50000`;

async function offices() {
  const server = await startWms();
  onTestFinished(() => server.stop());
  const stick = temporaryFolder();
  const [one, other] = [new TestTerminal({ WMS_TOKEN: 'practice-x' }), new TestTerminal({ WMS_TOKEN: 'practice-x' })];
  const products = async (at: TestTerminal, id: number, ...more: string[]): Promise<void> => {
    const file = path.join(at.home, 'products.csv');
    writeFileSync(file, ['Mahsulot nomi;ID', `Futbolka qora M;${id}`].join('\n'));
    const { status, remarks } = await at.run('products', 'import', file, '--url', server.url, ...more);
    if (status !== 0) throw new Error(remarks);
  };
  const send = async (
    at: TestTerminal,
    name: string,
    ...ids: number[]
  ): Promise<{ accepted: number; alreadySent: number; remarks: string }> => {
    const file = path.join(at.home, name);
    writeFileSync(file, [headings, ...ids.map(rowOf)].join('\n'));
    const { output, remarks } = await at.run('send', file, '--url', server.url, '--json');
    if (!output.startsWith('{')) throw new Error(remarks);
    return { ...(JSON.parse(output) as { orders: { accepted: number; alreadySent: number } }).orders, remarks };
  };
  const setFolder = (at: TestTerminal, copyFolder: string): void => {
    const store = valueOrThrow(openStore(at.home, systemClock));
    store.settings.set({ copyFolder });
    store.close();
  };
  const file = path.join(stick, officeFileName());
  const shown = async (at: TestTerminal): Promise<OfficeChanges> =>
    JSON.parse((await at.run('office', 'show', file, '--json')).output) as OfficeChanges;
  return { server, stick, one, other, products, send, setFolder, file, shown };
}

describe('the office', () => {
  it('is saved after each run, and known on another computer: nothing goes out twice', async () => {
    const { server, one, other, products, send, setFolder, file, shown, stick } = await offices();
    await one.run('shops', 'add', 'Atlas');
    await products(one, 101, '--shop', 'Atlas');
    setFolder(one, stick);
    expect(await send(one, 'kun.csv', 1, 2)).toMatchObject({ accepted: 2 });
    const text = readFileSync(file, 'utf8');
    for (const secret of ['Karimova', '998901234501', 'practice-x']) expect(text).not.toContain(secret);
    expect(await shown(other)).toMatchObject({ shops: ['Atlas'], productsAdded: 1, ordersAdded: 2, orders: 2 });
    // Looking changes nothing.
    expect((await other.run('shops', 'list')).output).not.toContain('Atlas');
    expect((await other.run('office', 'take', file)).status).toBe(0);
    expect(await send(other, 'kun.csv', 1, 2)).toMatchObject({ alreadySent: 2 });
    expect(await send(other, 'yangi.csv', 3)).toMatchObject({ accepted: 1 });
    expect(server.ledger().map(({ request }) => request.order_items[0]?.client_product_id)).toEqual([101, 101, 101]);
    expect(await shown(other)).toMatchObject({ shops: [], productsAdded: 0, productsOther: 0, ordersAdded: 0 });
    const month = JSON.parse((await other.run('month', '--json')).output) as { orders: number; amount: number };
    expect(month).toMatchObject({ orders: 3, amount: 150_000 });
  });

  it('keeps what is here where both have something, unless theirs is wanted', async () => {
    const { one, other, products, file, shown, stick, server } = await offices();
    for (const [at, id] of [
      [one, 101],
      [other, 202],
    ] as const)
      await products(at, id);
    await one.run('settled', 'value', 'region', 'Sam-d', 'Samarqand viloyati');
    await one.run('settled', 'leave-out', 'Kuryer', 'samovyvoz');
    await other.run('settled', 'value', 'region', 'SAM-D', 'Samarqand shahri');
    await one.run('office', 'save', stick);
    expect(await shown(other)).toMatchObject({
      productsAdded: 0,
      productsOther: 1,
      profilesAdded: 1,
      profilesOther: 1,
    });
    const settled = async () => JSON.parse((await other.run('settled', 'list', '--json')).output) as Settled;
    const idOf = async () => (await other.run('products', 'list', '--url', server.url, '--json')).output;
    await other.run('office', 'take', file);
    expect(await idOf()).toContain('202');
    expect(await settled()).toMatchObject({ values: [{ text: 'Samarqand shahri' }], rows: [{ heading: 'Kuryer' }] });
    await other.run('office', 'take', file, '--theirs');
    expect(await idOf()).toContain('101');
    expect(await settled()).toMatchObject({ values: [{ text: 'Samarqand viloyati' }] });
  });

  it('a stick that is not there is said and holds nothing up; a file that was cut is refused whole', async () => {
    const { one, other, products, send, setFolder, file, stick } = await offices();
    setFolder(one, path.join(stick, 'chiqarilgan'));
    await products(one, 7);
    const sent = await send(one, 'kun.csv', 1);
    expect(sent).toMatchObject({ accepted: 1 });
    expect(sent.remarks).toContain('the folder');
    await one.run('office', 'save', stick);
    const text = readFileSync(file, 'utf8');
    for (const wrong of [text.slice(0, -5), text.replace('"at":', '"at":1'), 'x', '']) {
      writeFileSync(file, wrong);
      expect((await other.run('office', 'take', file)).status).toBe(1);
    }
    // A folder that cannot be written, or a full disk, leaves the old file, and no half one.
    writeFileSync(file, text);
    mkdirSync(path.join(stick, 'full'));
    if (process.platform !== 'win32' && process.getuid?.() !== 0) {
      chmodSync(path.join(stick, 'full'), 0o500);
      expect((await one.run('office', 'save', path.join(stick, 'full'))).status).toBe(1);
      chmodSync(path.join(stick, 'full'), 0o700);
    }
    rmSync(path.join(stick, 'full'), { recursive: true });
    expect(readdirSync(stick)).toEqual([officeFileName()]);
  });
});
