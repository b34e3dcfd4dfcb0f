/** The list of sent orders: its pages, what they are narrowed by, and what is counted, against a plain reading of the ledger. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SharedLedgerEntry } from '../../../shared/domain/sending/ledger-file.ts';
import { initialRevisionState, type RevisionState } from '../../../shared/domain/sending/revision.ts';
import { journalStates } from '../../../shared/domain/model/order-states.ts';
import type { Store } from '../../../main/store/store.ts';
import { openedStore, temporaryHome } from './home.ts';

const servers = ['http://wms.example', 'http://other.example', 'practice:1'] as const;
const strength = { sending: 3, accepted: 2, unknown: 1, taken: 0 };

const number = fc.constantFrom(1, 2, 12, 120, 121, 1200, 2026);
const ours = fc.record({
  batch: fc.nat({ max: 2 }),
  server: fc.constantFrom(...servers),
  orderId: number,
  state: fc.constantFrom(...journalStates),
  ambiguous: fc.boolean(),
  wmsId: fc.option(number),
});
const theirs = fc.record({
  server: fc.constantFrom(...servers),
  orderId: number,
  state: fc.constantFrom('accepted' as const, 'unknown' as const, 'taken' as const),
  wmsId: fc.option(number),
  at: fc.constantFrom(1, 2, 3, Date.UTC(2040, 0, 1)),
});

async function filled(
  store: Store,
  own: readonly {
    readonly batch: number;
    readonly server: string;
    readonly orderId: number;
    readonly state: RevisionState['state'];
    readonly ambiguous: boolean;
    readonly wmsId: number | null;
  }[],
  merged: readonly Pick<SharedLedgerEntry, 'server' | 'orderId' | 'state' | 'wmsId' | 'at'>[],
): Promise<void> {
  const batches = await Promise.all(
    [0, 1, 2].map((at) => store.batches.createFromBytes(new Uint8Array([at]), `${at}.csv`)),
  );
  for (const { batch, server, orderId, state, ambiguous, wmsId } of own) {
    const draft = { orderKey: String(orderId), orderId, rows: [2], body: '{}', bodyHash: String(batch) };
    const revision = store.journal.freeze(batches[batch]?.id ?? '', server, draft);
    // What is known of it already may forbid it.
    if ('blocked' in revision) continue;
    const isAlone = state !== 'sending' && state !== 'verifying';
    store.journal.saveState(revision.id, {
      ...initialRevisionState,
      state: isAlone ? state : 'unknown',
      ambiguous,
      wmsId,
    });
  }
  store.ledger.merge(merged.map((entry) => ({ ...entry, bodyHash: null, fileName: 'theirs.xlsx', keys: [] })));
}

test('pages, narrowed or not, and counts are those of the whole ledger, sorted and counted one by one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ours, { maxLength: 12 }),
      fc.array(theirs, { maxLength: 8 }),
      fc.constantFrom('', '1', '12', '120', '2026', '9'),
      fc.nat({ max: 4 }),
      fc.integer({ min: 1, max: 6 }),
      async (own, merged, text, from, count) => {
        const store = openedStore(temporaryHome());
        await filled(store, own, merged);
        const all = store.ledger.list();
        for (const server of servers) {
          const here = all.filter((entry) => entry.server === server);
          const found = here
            .filter(({ orderId, wmsId }) => [orderId, wmsId].some((id) => String(id ?? '-').startsWith(text)))
            .toSorted((a, b) => b.at - a.at || b.orderId - a.orderId);
          const page = store.ledger.page(server, text, from, count);
          expect(page.total).toBe(found.length);
          expect(page.entries.map(({ at, orderId }) => [at, orderId])).toEqual(
            found.slice(from, from + count).map(({ at, orderId }) => [at, orderId]),
          );
          const highest = new Map<number, number>();
          for (const { orderId, state } of here)
            highest.set(orderId, Math.max(highest.get(orderId) ?? 0, strength[state]));
          const ranked = (...ranks: readonly number[]) =>
            [...highest.values()].filter((rank) => ranks.includes(rank)).length;
          expect(store.ledger.counts(server)).toEqual({
            accepted: ranked(2),
            unknown: ranked(1, 3),
            taken: ranked(0),
          });
        }
        const latest = (server: string) =>
          Math.max(...all.filter((entry) => entry.server === server).map(({ at }) => at));
        const known = [...new Set(all.map(({ server }) => server))].filter((server) => !server.startsWith('practice:'));
        expect(store.ledger.servers().toSorted((a, b) => (a.server < b.server ? -1 : 1))).toEqual(
          known.toSorted().map((server) => ({ server, at: latest(server) })),
        );
        store.close();
      },
    ),
    { numRuns: 25 },
  );
});
