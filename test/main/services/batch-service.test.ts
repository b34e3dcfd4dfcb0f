/** A batch as the window’s services keep it: opened again, restarted, remembered, removed. */
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { startServices } from '../../support/services.ts';
import type { Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const samples = path.resolve(import.meta.dirname, '../../../samples');

const everything: RowFilter = { show: 'all', cause: null, search: '' };

const nowhere = 'https://wms.example';

async function opened(services: Services, name = 'orders-mistakes.xlsx'): Promise<string> {
  const [batchId = ''] = await services.files.addFile(path.join(samples, name), nowhere);
  await services.batches.open(batchId, nowhere);
  return batchId;
}

describe('a batch', () => {
  it('is one batch however often its file is opened, and goes by the file’s own name', async () => {
    const services = startServices(temporaryFolder());
    const first = await opened(services, 'orders-ru.csv');
    expect(await services.files.addFile(path.join(samples, 'orders-ru.csv'), nowhere)).toEqual([first]);
    const summary = await services.batches.summary(first);
    expect(summary.file).toMatchObject({ name: 'orders-ru.csv', sheet: 'orders-ru' });
    expect(await services.files.list()).toHaveLength(1);
  });

  it('comes back after a restart as it was: edits, left-out orders, undone steps', async () => {
    const home = temporaryFolder();
    const before = startServices(home);
    const batchId = await opened(before);
    await before.batches.edit(batchId, [{ row: 5, column: 3, text: '998901234567' }]);
    await before.batches.edit(batchId, [{ row: 9, column: 10, text: '2' }]);
    await before.batches.leaveOut(batchId, ['900013'], true);
    await before.batches.edit(batchId, [{ row: 4, column: 2, text: 'Boshqa Ism' }]);
    const undone = await before.batches.undo(batchId);
    const rows = await before.batches.rows(batchId, everything, 0, 100);
    await before.stop();

    const after = startServices(home);
    const again = await after.batches.open(batchId, nowhere);
    expect(again.counts).toEqual(undone.counts);
    expect(again).toMatchObject({ canUndo: true, canRedo: true });
    expect((await after.batches.rows(batchId, everything, 0, 100)).rows).toEqual(rows.rows);
    const redone = await after.batches.redo(batchId);
    expect(redone.canRedo).toBe(false);
    expect((await after.batches.rows(batchId, everything, 0, 1)).rows[0]?.cells[2]?.text).toBe('Boshqa Ism');
  });

  it('turns what is left out by what it is when its turn comes, however quickly one follows the other', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const turns = await Promise.all(
      [1, 2, 3].map(() => services.batches.leaveOut(batchId, ['900013', '900014'], 'toggle')),
    );
    expect(turns.map(({ counts }) => counts.leftOut)).toEqual([2, 0, 2]);
    const rows = await Promise.all([1, 2].map(() => services.batches.leaveOutRows(batchId, [5], 'toggle')));
    expect(rows.map(({ counts }) => counts.leftOut)).toEqual([3, 2]);
  });

  it('remembers what a column was chosen for, for the next file with these headings', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const shopify = await opened(services, 'orders-shopify.csv');
    const { columns } = await services.batches.columns(shopify);
    const sku = columns.find(({ heading }) => heading === 'Lineitem sku')?.column ?? -1;
    await services.batches.setColumn(shopify, sku, 'client_product_id');
    const ready = await services.batches.setConstant(shopify, 'scheduled_at', 'tomorrow 14:00');
    expect(ready.counts).toMatchObject({ total: 30, ready: 30 });

    const tomorrow = path.join(home, 'orders-shopify-25-11.csv');
    writeFileSync(tomorrow, readFileSync(path.join(samples, 'orders-shopify.csv'), 'utf8').replaceAll('#10', '#20'));
    const [next = ''] = await services.files.addFile(tomorrow, nowhere);
    const summary = await services.batches.open(next, nowhere);
    expect(summary.counts).toMatchObject({ total: 30, ready: 30 });
    expect(summary.profileName).toBe('orders shopify');
  });

  it('keeps a day that moves, and neither a date nor the customer of one order, for the next file', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services, 'orders-shopify.csv');
    const constants = async () => (await services.store.profiles.get(firstShop, 'orders shopify'))?.constants;
    await services.batches.applyFix(batchId, { kind: 'setConstant', field: 'scheduled_at', text: 'ertaga 14:00' });
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00' });
    await services.batches.setConstant(batchId, 'region', 'Buxoro viloyati');
    // A marketplace's store room is the same every day.
    await services.batches.setConstant(batchId, 'full_name', 'Ombor');
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00', region: 'Buxoro viloyati', full_name: 'Ombor' });
    // A sheet that is one order has its own customer.
    await services.batches.setConstant(batchId, 'order_id', '15');
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00' });
    const { choices } = await services.batches.applyFix(batchId, {
      kind: 'setConstant',
      field: 'scheduled_at',
      text: '30.11.2027 14:00',
    });
    expect(choices.constants).toMatchObject({ scheduled_at: '30.11.2027 14:00', full_name: 'Ombor' });
    expect(await constants()).toEqual({});
  });

  it('has one profile: the operator’s name takes the place of the one that the app gave', async () => {
    const services = startServices(temporaryFolder());
    const names = async () => (await services.store.profiles.list(firstShop)).map(({ name }) => name);
    const batchId = await opened(services, 'orders-shopify.csv');
    await services.batches.setConstant(batchId, 'scheduled_at', 'tomorrow 14:00');
    expect(await names()).toEqual(['orders shopify']);
    await services.batches.saveProfile(batchId, 'Instagram doʻkon');
    expect(await names()).toEqual(['Instagram doʻkon']);
    expect((await services.store.profiles.get(firstShop, 'Instagram doʻkon'))?.constants).toEqual({
      scheduled_at: 'tomorrow 14:00',
    });
    expect((await services.batches.summary(batchId)).profileName).toBe('Instagram doʻkon');
    // A name that a person gave stays: the second is a profile of its own.
    await services.batches.saveProfile(batchId, 'Bozor');
    expect(await names()).toEqual(['Bozor', 'Instagram doʻkon']);
  });

  it('never writes over the profile of other headings, however alike the files’ names are', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const first = path.join(home, 'zakaz 1.csv');
    const second = path.join(home, 'zakaz 2.csv');
    copyFileSync(path.join(samples, 'orders-shopify.csv'), first);
    copyFileSync(path.join(samples, 'orders-ru.csv'), second);
    for (const file of [first, second]) {
      const [batchId = ''] = await services.files.addFile(file, nowhere);
      await services.batches.open(batchId, nowhere);
      await services.batches.setConstant(batchId, 'country', 'Uzbekistan');
    }
    expect(
      (await services.store.profiles.list(firstShop)).map(({ name, columns }) => [name, columns[0]?.heading]),
    ).toEqual([
      ['zakaz', 'Name'],
      ['zakaz 2', expect.not.stringMatching('Name')],
    ]);
  });

  it('refuses what it cannot do in coded words, and changes nothing', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const { version } = await services.batches.summary(batchId);
    await expect(services.batches.edit(batchId, [{ row: 999_999, column: 0, text: 'x' }])).rejects.toMatchObject({
      failure: { code: 'orders.editRow' },
    });
    await expect(services.batches.order(batchId, 'none')).rejects.toMatchObject({
      failure: { code: 'orders.noSuchOrder' },
    });
    await expect(services.batches.summary('gone')).rejects.toMatchObject({ failure: { code: 'batch.gone' } });
    await expect(services.files.addFile(path.join(samples, 'none.xlsx'), nowhere)).rejects.toMatchObject({
      failure: { code: 'reading.notFound', params: { file: 'none.xlsx' } },
    });
    expect((await services.batches.summary(batchId)).canUndo).toBe(false);
    expect((await services.batches.summary(batchId)).version).toBeGreaterThanOrEqual(version);
  });

  it('goes with its data when it is removed', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const stored = await services.store.batches.get(batchId);
    await services.files.remove(batchId);
    expect(await services.files.list()).toEqual([]);
    expect(() => readFileSync(stored?.path ?? '')).toThrow();
  });
});
