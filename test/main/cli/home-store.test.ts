/** The terminal keeps customers' data no longer than the window does. */
import { expect, it } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { TestTerminal } from '../../support/terminal.ts';

const day = 86_400_000;

it('a command removes files whose time is over, unless they are kept for ever', async () => {
  const commands = new TestTerminal();
  let now = Date.now() - 40 * day;
  const store = valueOrThrow(openStore(commands.home, { ...systemClock, now: () => now }));
  await store.batches.createFromBytes(new TextEncoder().encode('order_id\n1\n'), 'old.csv');
  now += 20 * day;
  await store.batches.createFromBytes(new TextEncoder().encode('order_id\n2\n'), 'young.csv');
  store.settings.set({ retentionDays: 0 });
  // The clock is believed once it went on for most of a day.
  now += 19 * day;
  store.upkeep.trustedNow();
  store.close();
  const names = async (): Promise<string[]> =>
    (JSON.parse((await commands.run('batches', '--json')).output) as { file: string }[])
      .map(({ file }) => file)
      .toSorted();
  expect(await names()).toEqual(['old.csv', 'young.csv']);
  const again = valueOrThrow(openStore(commands.home, systemClock));
  again.settings.set({ retentionDays: 30 });
  again.close();
  expect(await names()).toEqual(['young.csv']);
});
