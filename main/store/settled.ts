/** Stores what was settled about the files of each shop (docs/domain.md, «What was settled»). */
import { settledThingSchema, type Settled, type SettledThing } from '../../shared/domain/model/settled.ts';
import { settledKey } from '../../shared/domain/settled/settled-things.ts';
import type { Clock } from '../ports.ts';
import type { Database, Row } from './database.ts';
import type { SettledStore } from './shop-stores.ts';

export function openSettledStore(database: Database, clock: Pick<Clock, 'now'>): SettledStore {
  return {
    get(shop) {
      const rows = database.all('SELECT thing, at FROM settled WHERE shop = ? ORDER BY at DESC, kind, key', shop);
      return settledOf(rows.map(thingOf));
    },
    settle: (shop, things) =>
      database.transaction(() => {
        for (const given of things) {
          const thing = settledThingSchema.parse(given);
          database.run(
            `INSERT INTO settled (shop, kind, key, thing, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (shop, kind, key) DO UPDATE SET thing = ?4, at = ?5`,
            shop,
            thing.kind,
            settledKey(thing),
            JSON.stringify(thing),
            clock.now(),
          );
        }
      }),
    takeBack: (shop, thing) =>
      database.run('DELETE FROM settled WHERE shop = ? AND kind = ? AND key = ?', shop, thing.kind, settledKey(thing))
        .changes > 0,
  };
}

interface TimedThing {
  readonly thing: SettledThing;
  readonly at: number;
}

function thingOf(row: Row): TimedThing {
  return { thing: settledThingSchema.parse(JSON.parse(String(row['thing']))), at: Number(row['at']) };
}

function settledOf(things: readonly TimedThing[]): Settled {
  return {
    values: things.flatMap(({ thing, at }) =>
      thing.kind === 'value' ? [{ field: thing.field, value: thing.value, text: thing.text, at }] : [],
    ),
    rows: things.flatMap(({ thing, at }) =>
      thing.kind === 'rows' ? [{ heading: thing.heading, value: thing.value, at }] : [],
    ),
    headings: things.flatMap(({ thing, at }) =>
      thing.kind === 'heading' ? [{ heading: thing.heading, field: thing.field, at }] : [],
    ),
  };
}
