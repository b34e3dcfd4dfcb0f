/** Two windows' services on one ledger: what one sends is known in the other's open file, while it is open. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { TeamSession } from '../../../main/team/session.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { serverIdentity } from '../../../shared/wms/addresses.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { wireServices, type Services } from '../../support/wire-services.ts';
import { accessKey, startWms } from '../../support/wms.ts';
import { newTeam, usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

describe.skipIf(!hasPostgres)('files that are open', () => {
  const postgres = usePostgres();

  it('learn what another window of the team sends, with its name', { timeout: 180_000 }, async () => {
    const { file } = await newTeam(postgres());
    const wms = await startWms({ uniqueIds: false });
    onTestFinished(() => wms.stop());
    const server = serverIdentity(wms.url);
    const orders = path.join(temporaryFolder(), 'orders.csv');
    fs.writeFileSync(
      orders,
      [
        'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx',
        '1001;14.06.2030 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000',
        '1002;14.06.2030 10:00;Karimov Anvar;998901234568;Navoiy 2;Buxoro viloyati;7;1;5000',
      ].join('\n'),
    );
    const window = (name: string): Services => {
      const services = wireServices(temporaryFolder(), {
        openTeam: ({ team: home, sameServers: servers }) =>
          new TeamSession({ file, home, servers, clock: systemClock, name }),
      });
      onTestFinished(services.stop);
      return services;
    };
    const [first, second] = [window('Aziza'), window('Bobur')];
    const [mine = ''] = await first.files.addFile(orders, server);
    const [theirs = ''] = await second.files.addFile(orders, server);
    await first.batches.open(mine, server);
    await second.batches.open(theirs, server);
    const rules = { ...defaultSendingRules, lookup: false };
    const target = { server: { url: wms.url, identity: server, practice: false }, accessKey, rules };
    await first.sending.start(mine, target, false);
    const states = async () => (await second.sending.state(theirs)).counts;
    await expect.poll(states, { timeout: 60_000 }).toMatchObject({ alreadySent: 2, ready: 0 });
    // Who sent it, in the grid, in the list of what was sent before, and in the search; the customer is known to the first alone.
    const { rows } = await second.batches.rows(theirs, { show: 'all', cause: null, search: '' }, 0, 10);
    expect(rows.map(({ state, by }) => [state, by?.name, by?.isSending])).toEqual(
      [1, 2].map(() => ['alreadySent', 'Aziza', false]),
    );
    expect(await second.reports.sentBefore(theirs)).toMatchObject([{ reason: 'accepted', by: 'Aziza', orderCount: 2 }]);
    const [found] = await second.store.search.find('1001');
    expect(found).toMatchObject({ orderId: 1001, state: 'accepted', by: 'Aziza', name: null, phone: null, row: null });
    expect(await second.store.search.find(String(found?.wmsId))).toMatchObject([{ orderId: 1001 }]);
    expect(await second.store.search.find('Karimova')).toEqual([]);
    expect(await first.store.search.find('Karimova')).toHaveLength(1);
    expect((await first.store.search.find('1001'))[0]).not.toHaveProperty('by');
    expect(second.emittedEvents.map(({ name }) => name)).toContain('batch.changed');
    // A product that one of them maps is known in the other's open file.
    const names = path.join(temporaryFolder(), 'nomlar.csv');
    fs.writeFileSync(
      names,
      [
        'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot nomi;Miqdor;Narx',
        '1003;14.06.2030 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;Kosa;1;5000',
      ].join('\n'),
    );
    const [named = ''] = await second.files.addFile(names, server);
    const ready = async () => (await second.batches.open(named, server)).counts.ready;
    expect(await ready()).toBe(0);
    const kosa = { keyKind: 'name', key: 'Kosa', productId: 17, variationId: null, price: null } as const;
    await first.products.save(server, '', [kosa]);
    await expect.poll(async () => (await second.sending.state(named)).counts.ready, { timeout: 60_000 }).toBe(1);
    expect(second.emittedEvents.map(({ name }) => name)).toContain('team.shared');
    await expect(second.sending.start(theirs, target, false)).rejects.toThrow('run.nothing');
    expect(wms.ledger()).toHaveLength(2);
  });
});
