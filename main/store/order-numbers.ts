/** Gives numbers of our own to outside order ids, for ever (docs/domain.md, decision 11). */
import type { Database } from './database.ts';
import { freeNumbers } from './free-numbers.ts';
import type { OrderNumberStore } from './store.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';

export function openOrderNumberStore(database: Database): OrderNumberStore {
  function known(server: string, outsideIds: readonly string[]): Map<string, number> {
    const rows = database.all(
      'SELECT outside_id, number FROM order_numbers WHERE server = ? AND outside_id IN (SELECT value FROM json_each(?))',
      serverTableKey(server),
      JSON.stringify(outsideIds),
    );
    return new Map(rows.map((row) => [String(row['outside_id']), Number(row['number'])]));
  }

  function numbered(
    server: string,
    outsideIds: readonly string[],
    start: number,
    keep: (outsideId: string, number: number) => void,
  ): ReadonlyMap<string, number> {
    const numbers = known(server, outsideIds);
    const next = freeNumbers(database, server, start);
    for (const outsideId of outsideIds) {
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
