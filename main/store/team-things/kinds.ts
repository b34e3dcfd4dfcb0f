/** The kinds of things that a team shares: how each is called, read and written in the home, and when two are the same. */
import { z } from 'zod';
import { readHeading } from '../../../shared/domain/columns/name-match.ts';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import { firstShop, shopSchema } from '../../../shared/domain/model/shop.ts';
import { profileSchema, type Profile } from '../../../shared/domain/model/profile.ts';
import { settledThingSchema, type SettledThing } from '../../../shared/domain/model/settled.ts';
import { productKeyKinds, productSchema } from '../../../shared/domain/products/product.ts';
import { canBeSettled } from '../../../shared/domain/settled/meanings.ts';
import type { ThingKind } from '../../platform/team-things.ts';
import type { Database } from '../database.ts';
import { isHomeEmpty, restoreShop } from '../shops.ts';
import type { SameServerStore } from '../sent-stores.ts';

export const sharedShopSchema = shopSchema.extend({ removed: z.boolean() });
export type SharedShop = z.infer<typeof sharedShopSchema>;
const answerSchema = z.object({ server: z.string().max(2048), other: z.string().max(2048), isSame: z.boolean() });

const shopId = z.string().max(100);
const server = z.string().min(1).max(2048);
const text = z.string().max(2048);
const [shopKey, productKey, settledKey, ownName] = [
  z.tuple([shopId]),
  z.tuple([shopId, server, z.enum(productKeyKinds), text]),
  z.tuple([shopId, z.enum(['value', 'rows', 'heading']), text]),
  z.tuple([shopId, text]),
];
const serverKey = z.tuple([server, server]);

/** What the parts of a kind's key are, and its value. */
const shapes = {
  shop: { key: shopKey, value: sharedShopSchema },
  server: { key: serverKey, value: answerSchema },
  product: { key: productKey, value: productSchema },
  settled: { key: settledKey, value: settledThingSchema },
  profile: { key: ownName, value: profileSchema },
  heading: { key: ownName, value: z.string().max(100) },
} as const satisfies Record<ThingKind, { readonly key: z.ZodType; readonly value: z.ZodType }>;

/** The parts of a key. @throws where it is none of its kind */
function parts(kind: ThingKind, key: string): readonly string[] {
  return shapes[kind].key.parse(JSON.parse(key));
}

/** A key as it is always written; null where it is none of its kind. */
export function canonicalKey(kind: ThingKind, key: string): string | null {
  const read = shapes[kind].key.safeParse(JSON.parse(key));
  return read.success ? JSON.stringify(read.data) : null;
}

/** A value as it is always written; undefined where it is none of its kind: a newer version of the app made it. */
export function canonicalValue(kind: ThingKind, value: string | null): string | null | undefined {
  if (value === null) return null;
  const read = shapes[kind].value.safeParse(JSON.parse(value));
  return read.success ? JSON.stringify(read.data) : undefined;
}

export function shopOfThing(kind: ThingKind, key: string): string | null {
  return kind === 'server' ? null : (parts(kind, key)[0] ?? null);
}

export function serverOfThing(kind: ThingKind, key: string): string | null {
  return kind === 'product' ? (parts(kind, key)[1] ?? null) : null;
}

/** What of a value acts: in what letters its key was typed does not. Null: there is none. */
function meaningOf(kind: ThingKind, value: string | null): string | null {
  if (value === null) return null;
  if (kind === 'product') {
    const { productId, variationId, price } = productSchema.parse(JSON.parse(value));
    return JSON.stringify([productId, variationId, price]);
  }
  if (kind === 'settled') {
    const thing = settledThingSchema.parse(JSON.parse(value));
    return JSON.stringify(thing.kind === 'value' ? thing.text : thing.kind === 'heading' ? thing.field : true);
  }
  if (kind === 'server') return String(answerSchema.parse(JSON.parse(value)).isSame);
  return value;
}

export function isSameValue(kind: ThingKind, one: string | null, other: string | null): boolean {
  return one === other || meaningOf(kind, one) === meaningOf(kind, other);
}

/** Whether what was settled holds nothing of one customer: rows that are left out by a name stay in the home. */
function mayLeave(thing: SettledThing): boolean {
  if (thing.kind !== 'rows') return true;
  return readHeading(thing.heading).matches.every(({ field }) => canBeSettled(field));
}

/** The profile without constants that are each customer's own. */
function withoutCustomer(profile: Profile): Profile {
  const constants = Object.entries(profile.constants)
    .filter(([field]) => canBeSettled(field as ColumnField))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...profile, constants: Object.fromEntries(constants) };
}

function customersOf(profile: Profile): Profile['constants'] {
  return Object.fromEntries(
    Object.entries(profile.constants).filter(([field]) => !canBeSettled(field as ColumnField)),
  ) as Profile['constants'];
}

export interface HomeThings {
  /** What this home has under the key, as it may leave it; null: nothing. */
  read(kind: ThingKind, key: string): string | null;
  /** Has the home hold the value; false where that is not possible now. */
  write(kind: ThingKind, key: string, value: string | null): boolean;
}

export function openHomeThings(
  database: Database,
  sameServers: Pick<SameServerStore, 'answer' | 'takeBack'>,
  now: () => number,
): HomeThings {
  const readers: Readonly<Record<ThingKind, (parts: readonly string[]) => unknown>> = {
    shop([id = '']) {
      const row = database.get('SELECT shop, removed FROM shops WHERE id = ?', id);
      if (row) return { ...shopSchema.parse(JSON.parse(String(row['shop']))), removed: row['removed'] === 1 };
      const isNameless = id === firstShop && !database.get('SELECT 1 FROM shops LIMIT 1') && !isHomeEmpty(database);
      return isNameless ? { ...shopSchema.parse({ id, name: '' }), removed: false } : null;
    },
    server([one = '', two = '']) {
      const row = database.get(
        `SELECT server, other, is_same FROM server_answers
         WHERE (server = ?1 AND other = ?2) OR (server = ?2 AND other = ?1) LIMIT 1`,
        one,
        two,
      );
      return row && { server: row['server'], other: row['other'], isSame: row['is_same'] === 1 };
    },
    product([shop = '', name = '', kind = '', folded = '']) {
      const row = database.get(
        'SELECT * FROM products WHERE server = ? AND shop = ? AND key_kind = ? AND folded = ?',
        name,
        shop,
        kind,
        folded,
      );
      return (
        row && {
          keyKind: row['key_kind'],
          key: row['key'],
          productId: row['client_product_id'],
          variationId: row['client_product_variation_id'],
          price: row['price'],
        }
      );
    },
    settled([shop = '', kind = '', key = '']) {
      const row = database.get('SELECT thing FROM settled WHERE shop = ? AND kind = ? AND key = ?', shop, kind, key);
      const thing = row && settledThingSchema.parse(JSON.parse(String(row['thing'])));
      return thing && mayLeave(thing) ? thing : null;
    },
    profile([shop = '', name = '']) {
      const profile = profileOf(shop, name);
      return profile && withoutCustomer(profile);
    },
    heading([shop = '', fingerprint = '']) {
      const row = database.get(
        'SELECT name FROM profile_headings WHERE shop = ? AND fingerprint = ?',
        shop,
        fingerprint,
      );
      return row?.['name'] ?? null;
    },
  };

  function profileOf(shop: string, name: string): Profile | null {
    const row = database.get('SELECT profile FROM profiles WHERE shop = ? AND name = ?', shop, name);
    return row ? (profileSchema.safeParse(JSON.parse(String(row['profile']))).data ?? null) : null;
  }

  const writers: Readonly<Record<ThingKind, (parts: readonly string[], value: string | null) => boolean>> = {
    shop([id = ''], value) {
      // A shop is removed by being marked as such.
      if (value === null) return true;
      const { removed, ...shop } = sharedShopSchema.parse(JSON.parse(value));
      // With it the first shop gets a name, where it has anything.
      if (id !== firstShop && !removed) restoreShop(database, shop);
      database.run(
        'INSERT INTO shops (id, shop, removed) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET shop = ?2, removed = ?3',
        id,
        JSON.stringify(shop),
        Number(removed),
      );
      return true;
    },
    server([one = '', two = ''], value) {
      if (value === null) return sameServers.takeBack(one, two).ok;
      const { server: name, other, isSame } = answerSchema.parse(JSON.parse(value));
      return sameServers.answer(name, other, isSame).ok;
    },
    product([shop = '', name = '', kind = '', folded = ''], value) {
      if (value === null) {
        database.run(
          'DELETE FROM products WHERE server = ? AND shop = ? AND key_kind = ? AND folded = ?',
          name,
          shop,
          kind,
          folded,
        );
        return true;
      }
      const { key, productId, variationId, price } = productSchema.parse(JSON.parse(value));
      database.run(
        `INSERT INTO products
           (server, shop, key_kind, folded, key, client_product_id, client_product_variation_id, price)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (server, shop, key_kind, folded) DO UPDATE
         SET key = ?5, client_product_id = ?6, client_product_variation_id = ?7, price = ?8`,
        name,
        shop,
        kind,
        folded,
        key,
        productId,
        variationId,
        price,
      );
      return true;
    },
    settled([shop = '', kind = '', key = ''], value) {
      if (value === null) database.run('DELETE FROM settled WHERE shop = ? AND kind = ? AND key = ?', shop, kind, key);
      else
        database.run(
          `INSERT INTO settled (shop, kind, key, thing, at) VALUES (?1, ?2, ?3, ?4, ?5)
           ON CONFLICT (shop, kind, key) DO UPDATE SET thing = ?4, at = ?5`,
          shop,
          kind,
          key,
          value,
          now(),
        );
      return true;
    },
    profile([shop = '', name = ''], value) {
      if (value === null) {
        database.run('DELETE FROM profiles WHERE shop = ? AND name = ?', shop, name);
        return true;
      }
      const theirs = profileSchema.parse(JSON.parse(value));
      const here = profileOf(shop, name);
      const constants = { ...theirs.constants, ...(here && customersOf(here)) };
      database.run(
        `INSERT INTO profiles (shop, name, profile, saved_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (shop, name) DO UPDATE SET profile = ?3, saved_at = ?4`,
        shop,
        name,
        JSON.stringify({ ...theirs, constants }),
        now(),
      );
      return true;
    },
    heading([shop = '', fingerprint = ''], value) {
      if (value === null) {
        database.run('DELETE FROM profile_headings WHERE shop = ? AND fingerprint = ?', shop, fingerprint);
        return true;
      }
      const name = z.string().parse(JSON.parse(value));
      // Of a profile that is not here it says nothing yet.
      return (
        database.run(
          `INSERT INTO profile_headings (shop, fingerprint, name)
           SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM profiles WHERE shop = ?1 AND name = ?3)
           ON CONFLICT (shop, fingerprint) DO UPDATE SET name = ?3`,
          shop,
          fingerprint,
          name,
        ).changes > 0
      );
    },
  };

  return {
    read(kind, key) {
      const found = readers[kind](parts(kind, key));
      if (found === null || found === undefined) return null;
      return canonicalValue(kind, JSON.stringify(found)) ?? null;
    },
    write: (kind, key, value) => writers[kind](parts(kind, key), value),
  };
}
