/** Stores the profiles of each shop by name, and which of them belongs to which headings. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { profileSchema, withoutCredentials, type Profile } from '../../shared/domain/model/profile.ts';
import type { Clock } from '../ports.ts';
import type { Database, Row } from './database.ts';
import type { ProfileStore } from './shop-stores.ts';

export function openProfileStore(database: Database, clock: Clock): ProfileStore {
  return {
    list: (shop) => database.all('SELECT profile FROM profiles WHERE shop = ? ORDER BY name', shop).map(profileOf),
    get(shop, name) {
      const row = database.get('SELECT profile FROM profiles WHERE shop = ? AND name = ?', shop, name);
      return row ? profileOf(row) : null;
    },
    save(shop, profile) {
      const checked = profileSchema.parse(profile);
      database.run(
        `INSERT INTO profiles (shop, name, profile, saved_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (shop, name) DO UPDATE SET profile = ?3, saved_at = ?4`,
        shop,
        checked.name,
        JSON.stringify(checked),
        clock.now(),
      );
    },
    rename: (shop, name, to) =>
      database.transaction(() => {
        const row = database.get('SELECT profile FROM profiles WHERE shop = ? AND name = ?', shop, name);
        if (!row || database.get('SELECT 1 FROM profiles WHERE shop = ? AND name = ?', shop, to)) return false;
        const profile = profileSchema.parse({ ...profileOf(row), name: to });
        database.run(
          'INSERT INTO profiles (shop, name, profile, saved_at) VALUES (?, ?, ?, ?)',
          shop,
          to,
          JSON.stringify(profile),
          clock.now(),
        );
        database.run('UPDATE profile_headings SET name = ? WHERE shop = ? AND name = ?', to, shop, name);
        database.run('UPDATE batches SET profile = ? WHERE shop = ? AND profile = ?', to, shop, name);
        database.run('DELETE FROM profiles WHERE shop = ? AND name = ?', shop, name);
        return true;
      }),
    remove: (shop, name) => void database.run('DELETE FROM profiles WHERE shop = ? AND name = ?', shop, name),
    findByHeadings(shop, headings) {
      const row = database.get(
        `SELECT p.profile FROM profile_headings h JOIN profiles p ON p.shop = h.shop AND p.name = h.name
         WHERE h.shop = ? AND h.fingerprint = ?`,
        shop,
        fingerprint(headings),
      );
      return row ? profileOf(row) : null;
    },
    headings: (shop) =>
      database
        .all('SELECT fingerprint, name FROM profile_headings WHERE shop = ? ORDER BY fingerprint', shop)
        .map((row) => ({ fingerprint: String(row['fingerprint']), name: String(row['name']) })),
    rememberFingerprint: (shop, print, name, anew) =>
      void database.run(
        `INSERT INTO profile_headings (shop, fingerprint, name)
         SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM profiles WHERE shop = ?1 AND name = ?3)
         ON CONFLICT (shop, fingerprint) DO ${anew ? 'UPDATE SET name = ?3' : 'NOTHING'}`,
        shop,
        print,
        name,
      ),
    remember(shop, headings, name) {
      database.run(
        `INSERT INTO profile_headings (shop, fingerprint, name) VALUES (?1, ?2, ?3)
         ON CONFLICT (shop, fingerprint) DO UPDATE SET name = ?3`,
        shop,
        fingerprint(headings),
        name,
      );
    },
  };
}

/** Older versions took an address with a password in it, which is neither used nor shown. */
const storedSchema = z
  .object({ server: z.string().transform(withoutCredentials).nullish() })
  .loose()
  .pipe(profileSchema);

function profileOf(row: Row): Profile {
  return storedSchema.parse(JSON.parse(String(row['profile'])));
}

/** Equal for the same headings in any order, case and spacing: a file whose columns were moved keeps its profile. */
export function fingerprint(headings: readonly string[]): string {
  const folded = headings
    .map((heading) => heading.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase())
    .filter((heading) => heading !== '');
  return createHash('sha256').update(JSON.stringify(folded.sort())).digest('hex');
}
