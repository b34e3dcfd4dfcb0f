/**
 * Keeps how this home stands to each thing that its team shares. Three values decide: what is here, what the team has, and
 * what both had in common last. Where only one side changed, the other follows; where both did, a person is asked.
 */
import { createHash } from 'node:crypto';
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { FailureError } from '../../../shared/result.ts';
import {
  thingKinds,
  type TeamThing,
  type ThingKind,
  type ThingPlace,
  type ThingQuestion,
  type ThingsHome,
} from '../../platform/team-things.ts';
import type { Database, Row } from '../database.ts';
import type { SameServerStore } from '../sent-stores.ts';
import { isFirstUnnamed } from '../shops.ts';
import { canonicalKey, canonicalValue, isSameValue, openHomeThings, serverOfThing, shopOfThing } from './kinds.ts';
import { keysOf } from './schema.ts';
import { mergedShops } from './same-shop.ts';

const settledAtOnce = 2_000;
const mostAsked = 200;

interface Entry {
  readonly kind: ThingKind;
  readonly key: string;
  readonly version: number;
  readonly theirs: string | null;
  readonly by: string;
  readonly at: number;
  readonly base: string | null;
  readonly standing: 'same' | 'tell' | 'ask' | 'apart';
}

export function openThingsHome(
  database: Database,
  sameServers: Pick<SameServerStore, 'answer' | 'takeBack'>,
  operator: () => string | null,
  now: () => number,
): ThingsHome {
  const home = openHomeThings(database, sameServers, now);

  function entryOf(kind: ThingKind, key: string): Entry {
    const row = database.get('SELECT * FROM team_things WHERE kind = ? AND key = ?', kind, key);
    if (row) return readEntry(row);
    return { kind, key, version: 0, theirs: null, by: '', at: 0, base: null, standing: 'same' };
  }

  function keep({ kind, key, version, theirs, by, at, base, standing }: Entry): void {
    database.run(
      `INSERT INTO team_things (kind, key, shop, version, theirs, by, at, base, standing, heard)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1) ON CONFLICT (kind, key) DO UPDATE
       SET version = ?4, theirs = ?5, by = ?6, at = ?7, base = ?8, standing = ?9, heard = 1`,
      kind,
      key,
      shopOfThing(kind, key),
      version,
      theirs,
      by,
      at,
      base,
      standing,
    );
  }

  const touch = (kind: ThingKind, key: string): void =>
    void database.run('INSERT OR IGNORE INTO team_touched (kind, key) VALUES (?, ?)', kind, key);

  /** Everything of a shop that home and team have just found to be the same one. */
  function touchShop(shop: string): void {
    for (const kind of ['product', 'settled', 'profile', 'heading'] as const)
      database.run(`INSERT OR IGNORE INTO team_touched (kind, key) ${keysOf(kind, '?1')}`, shop);
    database.run(
      `INSERT OR IGNORE INTO team_touched (kind, key) SELECT kind, key FROM team_things WHERE shop = ? AND kind <> 'shop'`,
      shop,
    );
  }

  /** Notes what home and team have in common now. */
  function agree(entry: Entry, changed: Partial<Entry>): void {
    keep({ ...entry, standing: 'same', ...changed });
    const isNewShop = entry.kind === 'shop' && entry.base === null && (changed.base ?? null) !== null;
    if (isNewShop) touchShop(shopOfThing('shop', entry.key) ?? '');
  }

  /** Whether the team knows the shop, and home and team mean the same one by it. */
  function isInCommon(shop: string, changed: ThingPlace[]): boolean {
    const key = JSON.stringify([shop]);
    const entry = entryOf('shop', key);
    if (entry.base !== null) return true;
    // The shop comes first; when it is the team's, all that is its is compared.
    if (entry.standing === 'same') settleOne('shop', key, changed);
    return entryOf('shop', key).base !== null;
  }

  /** Compares one thing, and notes where the home changed by it. */
  function settleOne(kind: ThingKind, key: string, changed: ThingPlace[]): void {
    database.run('DELETE FROM team_touched WHERE kind = ? AND key = ?', kind, key);
    const place = placeOf(kind, key);
    if (kind !== 'shop' && place.shop !== null && !isInCommon(place.shop, changed)) return;
    const entry = entryOf(kind, key);
    const ours = home.read(kind, key);
    const { theirs, base, standing } = entry;
    if (standing === 'apart') return;
    if (kind === 'shop' && base === null && ours !== null && theirs !== null) {
      settleShop(entry, ours, theirs, changed);
    } else if (isSameValue(kind, ours, theirs)) {
      if (ours !== null || base !== null) agree(entry, { base: theirs });
    } else if (isSameValue(kind, ours, base)) {
      if (home.write(kind, key, theirs)) {
        agree(entry, { base: theirs });
        if (kind === 'profile') touchHeadings(place.shop ?? '');
        changed.push(place);
      } else if (kind === 'server') later.push(key);
    } else {
      keep({ ...entry, standing: isSameValue(kind, base, theirs) ? 'tell' : 'ask' });
    }
  }

  /** Whether all that the team has is learned anew, as its database was set back. */
  let isWholeAgain = false;

  /** Names of a WMS that could not be changed while an order is under way. */
  let later: string[] = [];

  /** What headings a profile goes with means something only once it is here. */
  function touchHeadings(shop: string): void {
    database.run(
      `INSERT OR IGNORE INTO team_touched (kind, key) SELECT kind, key FROM team_things
       WHERE kind = 'heading' AND shop = ? AND theirs IS NOT base`,
      shop,
    );
  }

  /** A shop that home and team each have under one id: the same one, or two that a person tells apart. */
  function settleShop(entry: Entry, ours: string, theirs: string, changed: ThingPlace[]): void {
    const merged = mergedShops(database, ours, theirs);
    if (merged === null) return keep({ ...entry, standing: 'ask' });
    if (merged !== ours) changed.push(placeOf('shop', entry.key));
    home.write('shop', entry.key, merged);
    agree(entry, { base: theirs, standing: merged === theirs ? 'same' : 'tell' });
  }

  function questionOf(entry: Entry): ThingQuestion {
    const { kind, key, theirs, version, by, at, base } = entry;
    const ours = home.read(kind, key);
    const id = createHash('sha256')
      .update(JSON.stringify([kind, key, version, theirs, ours]))
      .digest('hex')
      .slice(0, 8);
    return { id, kind, key, ours, theirs, by, at, mayBeApart: kind === 'shop' && base === null };
  }

  const unsettled = (standing: 'tell' | 'ask', limit: number): readonly Entry[] =>
    database
      .all('SELECT * FROM team_things WHERE standing = ? ORDER BY at DESC, kind, key LIMIT ?', standing, limit)
      .map(readEntry);

  const questions = (): readonly ThingQuestion[] => unsettled('ask', mostAsked).map(questionOf);

  /** What home and team had in common last, once the team's entry is another one. */
  function baseOf(entry: Entry, theirs: string | null, version: number, at: number): string | null {
    if (version === entry.version && at === entry.at) return entry.base;
    // The database was set back: what it has is older than what home and team had in common.
    if (version < entry.version && at < entry.at) return theirs;
    // It was changed since, from what the database had then: of what they had in common it may know nothing.
    const isFromAnother = version <= entry.version || (isWholeAgain && entry.version > 0);
    if (!isFromAnother) return entry.base;
    // That a shop is the same one was settled before; its value is another than either's.
    return entry.kind === 'shop' && entry.base !== null ? '' : null;
  }

  function learnOne({ kind, key: given, value: told, version, by, at }: TeamThing): void {
    const [key, theirs] = [canonicalKey(kind, given), canonicalValue(kind, told)];
    // Of a newer version of the app: it is left alone until this one is updated.
    if (key === null || theirs === undefined) return;
    const entry = entryOf(kind, key);
    keep({ ...entry, theirs, version, by, at, base: baseOf(entry, theirs, version, at) });
    touch(kind, key);
  }

  return {
    seen() {
      const row = database.get('SELECT things_horizon, things_set_back FROM team_member');
      return { horizon: String(row?.['things_horizon'] ?? '0'), setBack: Number(row?.['things_set_back'] ?? -1) };
    },
    learn: (things) =>
      database.transaction(() => {
        for (const thing of things) learnOne(thing);
      }),
    learnAll() {
      isWholeAgain = true;
      database.run('UPDATE team_things SET heard = 0');
    },
    learned({ horizon, setBack }) {
      isWholeAgain = false;
      database.transaction(() => {
        database.run(
          'INSERT OR IGNORE INTO team_touched (kind, key) SELECT kind, key FROM team_things WHERE heard = 0',
        );
        database.run('UPDATE team_things SET version = 0, theirs = NULL, base = NULL, heard = 1 WHERE heard = 0');
        database.run('UPDATE team_member SET things_horizon = ?, things_set_back = ?', horizon, setBack);
      });
    },
    settle() {
      const changed: ThingPlace[] = [];
      later = [];
      for (;;) {
        const isDone = database.transaction(() => {
          // In the order of kinds: nothing comes before what it belongs to.
          const order = thingKinds.map((kind, at) => `WHEN '${kind}' THEN ${at}`).join(' ');
          const rows = database.all(
            `SELECT kind, key FROM team_touched ORDER BY CASE kind ${order} END LIMIT ${settledAtOnce}`,
          );
          for (const row of rows) {
            const kind = thingKinds.find((known) => known === row['kind']);
            const [typed, key] = [String(row['key']), kind && canonicalKey(kind, String(row['key']))];
            if (kind === undefined || key === null || key === undefined || key !== typed)
              database.run('DELETE FROM team_touched WHERE kind = ? AND key = ?', String(row['kind']), typed);
            if (kind !== undefined && key !== null && key !== undefined) settleOne(kind, key, changed);
          }
          return rows.length === 0;
        });
        if (isDone) break;
      }
      for (const key of later) touch('server', key);
      return changed;
    },
    isUnsettled: () =>
      database.get(`SELECT 1 FROM team_touched UNION ALL SELECT 1 FROM team_things WHERE standing = 'tell' LIMIT 1`) !==
      undefined,
    untold: (limit) =>
      unsettled('tell', limit).map(({ kind, key, version }) => ({ kind, key, version, value: home.read(kind, key) })),
    told: (things) =>
      database.transaction(() => {
        for (const { kind, key, value, version, by, at } of things) {
          const entry = entryOf(kind, key);
          // Another process of this home may have learned of a later change.
          if (entry.version < version) agree(entry, { version, theirs: value, base: value, by, at });
          // It may have changed here meanwhile.
          touch(kind, key);
        }
      }),
    operator,
    questions,
    choose: (id, choice) =>
      database.transaction(() => {
        const question = questions().find((asked) => asked.id === id);
        if (question === undefined || (choice === 'apart' && !question.mayBeApart))
          throw new FailureError('team.questionGone');
        const { kind, key } = question;
        const entry = entryOf(kind, key);
        if (choice === 'apart') {
          keep({ ...entry, standing: 'apart' });
          return placeOf(kind, key);
        }
        if (choice === 'theirs' && !home.write(kind, key, entry.theirs)) throw new FailureError('servers.underWay');
        agree(entry, { base: entry.theirs });
        touch(kind, key);
        return placeOf(kind, key);
      }),
    knowsServers: (server, other) => entryOf('server', JSON.stringify([server, other].toSorted())).version > 0,
    idsElsewhere(shop) {
      if (shop !== firstShop) return [shop, firstShop];
      const ofTeam = database.all(
        `SELECT json_extract(key, '$[0]') AS id FROM team_things WHERE kind = 'shop' AND theirs IS NOT NULL
         UNION SELECT shop FROM team_orders WHERE shop IS NOT NULL`,
      );
      return [...new Set([shop, ...ofTeam.map((row) => String(row['id']))])];
    },
    hasUnnamedShop: () => isFirstUnnamed(database),
    isApart: (shop) => entryOf('shop', JSON.stringify([shop])).standing === 'apart',
  };
}

function placeOf(kind: ThingKind, key: string): ThingPlace {
  return { kind, shop: shopOfThing(kind, key), server: serverOfThing(kind, key) };
}

function readEntry(row: Row): Entry {
  const textOrNull = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    kind: thingKinds.find((kind) => kind === row['kind']) ?? 'shop',
    key: String(row['key']),
    version: Number(row['version']),
    theirs: textOrNull('theirs'),
    by: String(row['by']),
    at: Number(row['at']),
    base: textOrNull('base'),
    standing: row['standing'] as Entry['standing'],
  };
}
