/**
 * Stories of an office, drawn at random: files of one growing list, under numbers of its own or of ours; databases that are
 * lost, come back older, or come back older beside a newer log; a second computer whose ledger is merged; a WMS with two
 * names; a clock that jumps. The WMS believes whatever it is sent and offers no look-up: nothing may be there twice.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { vi } from 'vitest';
import { startWms } from '../support/wms.ts';
import { Office, orderList, unnumberedList } from './office.ts';

type Step =
  | {
      readonly kind: 'send' | 'refused';
      readonly office: 0 | 1;
      readonly from: number;
      readonly to: number;
      readonly name: 0 | 1;
    }
  | { readonly kind: 'copy' | 'restore' | 'restoreUnderLog' | 'lose' | 'merge' | 'resume' }
  | { readonly kind: 'clock'; readonly days: number };

const orders = 12;

const lists = {
  shop: orderList,
  everyRow: unnumberedList,
  outsideIds: (from: number, to: number) => orderList(from, to).replaceAll(/^(\d+);/gmu, 'INSTA-$1;'),
} as const;
const optionOf = { everyRow: '--every-row', outsideIds: '--own-numbers' } as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      // `refused`: the key has run out. The orders have their numbers, and nothing of them is there.
      kind: fc.constantFrom('send' as const, 'send' as const, 'send' as const, 'refused' as const),
      office: fc.constantFrom(0 as const, 1 as const),
      from: fc.integer({ min: 1, max: orders - 1 }),
      to: fc.integer({ min: 2, max: orders }),
      name: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'copy' as const,
        'restore' as const,
        'restoreUnderLog' as const,
        'lose' as const,
        'merge' as const,
        'resume' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), days: fc.integer({ min: -40, max: 40 }) }) },
);

export interface Story {
  readonly numbers: 'shop' | 'everyRow' | 'outsideIds';
  readonly steps: readonly Step[];
}

export const story: fc.Arbitrary<Story> = fc.record({
  numbers: fc.constantFrom('shop' as const, 'everyRow' as const, 'outsideIds' as const),
  steps: fc.array(step, { minLength: 4, maxLength: 12 }),
});

/** Plays the story, and returns the customers whose orders the WMS has, one for each order. */
export async function play({ numbers, steps }: Story): Promise<readonly string[]> {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  const [first, second] = [new Office(), new Office()];
  const names = [server.url, server.url.replace('127.0.0.1', 'localhost')] as const;
  let copy: string | null = null;
  let sent = 0;
  let start = 5000;
  const today = Date.UTC(2026, 10, 2, 8);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(today);
  const send = async (office: Office, from: number, to: number, url: string, how = 'send'): Promise<void> => {
    const [low, high] = [Math.min(from, to), Math.max(from, to) + 1];
    const list = lists[numbers](low, high);
    const options = numbers === 'shop' ? [] : [optionOf[numbers], String((start += 37))];
    const name = `kun ${sent++}.csv`;
    const run = () => office.send(url, name, list, ...options);
    if (how === 'refused') {
      await office.withKey('expired').send(url, name, list, ...options);
      return;
    }
    const { output } = await run();
    // A clerk who is asked says what is true.
    if (output.includes('servers same')) {
      await office.terminal.run('servers', 'same', names[1], names[0]);
      await run();
    }
  };
  try {
    // What the second computer sends is known to the first one only by its ledger.
    for (const one of steps) {
      switch (one.kind) {
        case 'send':
        case 'refused': {
          const office = one.office === 0 ? first : second;
          const url = names[one.name];
          if (one.office === 1) await carry(first, second);
          await send(office, one.from, one.to, url, one.kind);
          if (one.office === 1) await carry(second, first);
          break;
        }
        case 'merge':
          await carry(second, first);
          break;
        case 'resume':
          await first.resume();
          break;
        case 'copy':
          copy = first.copyDatabase();
          break;
        case 'restore':
          if (copy !== null) first.restoreDatabase(copy);
          break;
        case 'lose':
          first.loseDatabase();
          break;
        case 'restoreUnderLog': {
          if (copy === null || !first.hasDatabase) break;
          const log = await first.logOf(() => send(first, 1, 3, names[0]));
          first.restoreDatabase(copy);
          cpSync(path.join(log, 'order-importer.db-wal'), path.join(first.home, 'order-importer.db-wal'));
          break;
        }
        case 'clock':
          vi.setSystemTime(today + one.days * 86_400_000);
          break;
      }
    }
    await send(first, 1, orders, names[0]);
    return server.ledger().map(({ request }) => request.full_name);
  } finally {
    vi.useRealTimers();
    await server.stop();
  }
}

async function carry(from: Office, to: Office): Promise<void> {
  const file = from.file('ledger.jsonl', '');
  await from.terminal.run('ledger', 'export', file);
  await to.terminal.run('ledger', 'merge', file);
}
