/** One order in two batches: whichever sends it, the other one says so and comes to an end. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolveServer } from '../../main/services/resolve-server.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { systemClock } from '../../main/ports.ts';
import { openStore } from '../../main/store/open-store.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { sendableOrders, orderSource } from '../main/sending/orders.ts';
import { accepted, hostileWms } from './hostile-wms.ts';
import { Office, orderList } from './office.ts';

describe('an order that one batch left waiting and another had accepted', () => {
  /** The first batch is refused by a busy WMS, and its run is stopped by a page that is none: orders wait. */
  async function waiting() {
    let isBusy = true;
    const wms = await hostileWms((orderId, nth) =>
      isBusy
        ? nth === 1
          ? { status: 429, headers: { 'retry-after': '1' }, body: {} }
          : { status: 404, body: '' }
        : accepted(orderId),
    );
    const office = new Office();
    const first = await office.send(wms.url, 'bir.csv', orderList(1, 3), '--concurrency', '1');
    isBusy = false;
    return { wms, office, first };
  }

  it.each([
    ['the same content', orderList(1, 3), 'alreadySent', 0],
    ['other content', orderList(1, 3, '18;2;70000'), 'duplicate', 3],
  ])('is no more «waiting»: %s', async (_what, list, state, status) => {
    const { wms, office, first } = await waiting();
    expect((first.orders['waiting'] ?? 0) + (first.orders['ready'] ?? 0)).toBe(2);
    const batch = (JSON.parse(first.output) as { batch: string }).batch;
    expect((await office.send(wms.url, 'ikki.csv', `${list}\n`)).orders).toMatchObject({ accepted: 2 });
    const again = parsed(await office.terminal.run('resume', batch, '--json', '--lookup', 'off'));
    expect(again.orders).toMatchObject({ waiting: 0, ready: 0, [state]: 2 });
    expect(again.status).toBe(status);
    expect(wms.posts.length - first.attempts!).toBe(2);
  });
});

it('what another file sends while a terminal sends this one is already sent in this one, too', async () => {
  const office = new Office();
  const wms = await hostileWms(async (orderId, nth) => {
    if (nth === 1) await office.send(wms.url, 'ikki.csv', orderList(2, 4));
    return accepted(orderId);
  });
  const sent = await office.send(wms.url, 'bir.csv', orderList(1, 4), '--concurrency', '1');
  expect(sent).toMatchObject({ status: 0, orders: { accepted: 1, alreadySent: 2, waiting: 0, ready: 0 } });
  expect(wms.posts.toSorted()).toEqual([1, 2, 3]);
});

it('what another batch sends while a run is under way is known to the run’s batch', async () => {
  const wms = await hostileWms();
  const office = new Office();
  const blocked: number[] = [];
  const store = valueOrThrow(openStore(office.home, systemClock));
  onTestFinished(() => store.close());
  const sender = createSender({ store, clock: systemClock });
  const server = await resolveServer(wms.url);
  const run = async (name: string) => {
    const { id } = await store.batches.createFromBytes(new TextEncoder().encode(name), name);
    const options = {
      batchId: id,
      server,
      accessKey: 'x',
      rules: defaultSendingRules,
      source: orderSource(sendableOrders(3)),
    };
    return valueOrThrow(sender.start({ ...options, listener: { onBlocked: ({ orderId }) => blocked.push(orderId) } }))
      .finished;
  };
  await run('bir.csv');
  await run('ikki.csv');
  await sender.close();
  expect(blocked.toSorted()).toEqual([1, 2, 3]);
  expect(wms.posts.toSorted()).toEqual([1, 2, 3]);
});

function parsed(result: { readonly status: number; readonly output: string }) {
  return { status: result.status, ...(JSON.parse(result.output) as { orders: Record<string, number> }) };
}
