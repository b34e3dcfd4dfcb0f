/** Sends the orders 1 … n, generated as they are needed, and reports on its standard output. */
import { z } from 'zod';
import { createSender } from '../../main/sending/create-sender.ts';
import { openStore } from '../../main/store/open-store.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { fastClock } from '../main/sending/fast-clock.ts';
import { sendableOrder } from '../main/sending/orders.ts';

const { home, batchId, url, identity, orders, concurrency } = z
  .object({
    home: z.string(),
    batchId: z.string(),
    url: z.string(),
    identity: z.string(),
    orders: z.int(),
    concurrency: z.int(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const clock = fastClock(20);
const store = openStore(home, clock);
if (!store.ok) throw new Error(store.error.code);
const { outcomes } = store.value;
const open = new Set(['ready', 'waiting']);
const sender = createSender({ store: store.value, clock });
let ended = '';
// As an operator would: start again as long as anything waits.
for (let turn = 0; turn < 6; turn++) {
  const past = new Map([...outcomes.ofBatch(batchId)].map(([orderId, { state }]) => [orderId, state]));
  let next = 1;
  const run = sender.start({
    batchId,
    server: { url, identity, practice: true },
    accessKey: 'practice',
    rules: { ...defaultSendingRules, concurrency, quietTime: 20 },
    source: {
      async take(limit) {
        const taken = [];
        for (; next <= orders && taken.length < limit; next++) {
          const state = past.get(next);
          if (state === undefined || open.has(state)) taken.push(sendableOrder(next));
        }
        return taken;
      },
    },
    listener: {
      onOutcome: ({ outcome }) => {
        if (outcome.state === 'accepted' && outcome.orderId % 500 === 0) {
          globalThis.gc?.();
          process.stdout.write(`${JSON.stringify({ done: outcome.orderId, rss: process.memoryUsage().rss })}\n`);
        }
      },
    },
  });
  if (!run.ok) throw new Error(run.error.code);
  ended = (await run.value.finished).status;
  if (ended === 'finished' && [...outcomes.ofBatch(batchId).values()].every(({ state }) => state === 'accepted')) break;
}
process.stdout.write(`${JSON.stringify({ ended })}\n`);
await sender.close();
store.value.close();
