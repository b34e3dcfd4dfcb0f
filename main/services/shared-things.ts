/** Has the open files follow what the team's other computers changed of shops, products and what was settled. */
import type { ThingPlace } from '../platform/team-things.ts';
import type { OpenBatches } from './open-batches.ts';

export async function applyShared(
  opened: Pick<OpenBatches, 'refreshProducts' | 'refreshSettled' | 'emit'>,
  places: readonly ThingPlace[],
): Promise<void> {
  const tables = new Map(
    places.flatMap(({ shop, server }) =>
      shop === null || server === null ? [] : [[JSON.stringify([shop, server]), { shop, server }] as const],
    ),
  );
  for (const { shop, server } of tables.values()) await opened.refreshProducts(server, shop);
  const settled = places.flatMap(({ kind, shop }) => (kind === 'settled' && shop !== null ? [shop] : []));
  for (const shop of new Set(settled)) await opened.refreshSettled(shop);
  opened.emit('team.shared', {});
}
