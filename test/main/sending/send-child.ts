/**
 * A process that sends a batch's orders until it is done or killed. Arguments, as JSON: home, batchId, url, identity,
 * orders (how many), concurrency, killAt (where it kills itself; null: nowhere).
 */
import { z } from 'zod';
import { createSender } from '../../../main/sending/create-sender.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { fastClock } from './fast-clock.ts';
import { killPoints, withKillPoint } from './kill-points.ts';
import { offeredOrders, sendableOrders, orderSource } from './orders.ts';

const { home, batchId, url, identity, orders, concurrency, killAt } = z
  .object({
    home: z.string(),
    batchId: z.string(),
    url: z.string(),
    identity: z.string(),
    orders: z.int(),
    concurrency: z.int(),
    killAt: z
      .object({ point: z.enum(killPoints), nth: z.int() })
      .nullish()
      .transform((value) => value ?? null),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const clock = fastClock(20);
const store = openStore(home, clock);
if (!store.ok) throw new Error(store.error.code);
const parts = withKillPoint(store.value, killAt);
const sender = createSender({ ...parts, clock, openClient: ({ url: base }) => parts.openClient(base) });
const run = sender.start({
  batchId,
  server: { url, identity, practice: true },
  accessKey: 'practice',
  rules: { ...defaultSendingRules, concurrency, quietTime: 4 },
  source: orderSource(offeredOrders(store.value, batchId, sendableOrders(orders))),
});
if (!run.ok) throw new Error(run.error.code);
process.stdout.write('sending\n');
const end = await run.value.finished;
process.stdout.write(`${JSON.stringify({ ...end, notices: sender.notices })}\n`);
await sender.close();
store.value.close();
