/** Gives numbers of our own to outside order ids, for ever (docs/domain.md, decision 11). */
import type { Database } from './database.ts';
import { freeNumbers } from './free-numbers.ts';
import type { InternalIdentities } from './identities.ts';
import type { OrderNumberStore } from './store.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';

export function openOrderNumberStore(
  database: Database,
  identities: Pick<InternalIdentities, 'numbersOfOutsideIds'>,
): OrderNumberStore {
  function known(server: string, outsideIds: readonly string[]): Map<string, number> {
    const rows = database.all(
      'SELECT outside_id, number FROM order_numbers WHERE server = ? AND outside_id IN (SELECT value FROM json_each(?))',
      serverTableKey(server),
      JSON.stringify(outsideIds),
    );
    return new Map(rows.map((row) => [String(row['outside_id']), Number(row['number'])]));
  }

  /** A number that another outside id has in the meantime stays with that one; undefined then. */
  function holderOf(server: string, number: number): string | undefined {
    const row = database.get(
      'SELECT outside_id FROM order_numbers WHERE server = ? AND number = ?',
      serverTableKey(server),
      number,
    );
    return row && String(row['outside_id']);
  }

  function numbered(
    server: string,
    outsideIds: readonly string[],
    start: number,
    keep: (outsideId: string, number: number) => void,
  ): ReadonlyMap<string, number> {
    const numbers = known(server, outsideIds);
    const missing = outsideIds.filter((id) => !numbers.has(id));
    // What was sent keeps its number, also where this table came back older than the witness.
    for (const [outsideId, number] of identities.numbersOfOutsideIds(server, missing)) {
      // Without a number it is held: it may be neither of the two orders.
      if (holderOf(server, number) !== undefined) continue;
      numbers.set(outsideId, number);
      keep(outsideId, number);
    }
    const next = freeNumbers(database, server, start);
    for (const outsideId of missing) {
      if (numbers.has(outsideId)) continue;
      const { value: number } = next.next();
      numbers.set(outsideId, number);
      keep(outsideId, number);
    }
    return numbers;
  }

  return {
    preview: (server, outsideIds, start) => numbered(server, outsideIds, start, () => undefined),
    allocate: (server, outsideIds, start) =>
      database.transaction(() =>
        numbered(
          server,
          outsideIds,
          start,
          (outsideId, number) =>
            void database.run(
              'INSERT INTO order_numbers (server, outside_id, number) VALUES (?, ?, ?)',
              serverTableKey(server),
              outsideId,
              number,
            ),
        ),
      ),
  };
}
