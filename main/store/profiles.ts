/** Stores profiles by name, and which of them belongs to which headings. */
import { createHash } from 'node:crypto';
import { profileSchema, type Profile } from '../../shared/domain/model/profile.ts';
import type { Clock } from '../ports.ts';
import type { Database, Row } from './database.ts';
import type { ProfileStore } from './store.ts';

export function openProfileStore(database: Database, clock: Clock): ProfileStore {
  return {
    list: () => database.all('SELECT profile FROM profiles ORDER BY name').map(profileOf),
    get(name) {
      const row = database.get('SELECT profile FROM profiles WHERE name = ?', name);
      return row ? profileOf(row) : null;
    },
    save(profile) {
      const checked = profileSchema.parse(profile);
      database.run(
        'INSERT INTO profiles (name, profile, saved_at) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET profile = ?2, saved_at = ?3',
        checked.name,
        JSON.stringify(checked),
        clock.now(),
      );
    },
    rename: (name, to) =>
      database.transaction(() => {
        const row = database.get('SELECT profile FROM profiles WHERE name = ?', name);
        if (!row || database.get('SELECT 1 FROM profiles WHERE name = ?', to)) return false;
        const profile = profileSchema.parse({ ...profileOf(row), name: to });
        database.run(
          'INSERT INTO profiles (name, profile, saved_at) VALUES (?, ?, ?)',
          to,
          JSON.stringify(profile),
          clock.now(),
        );
        database.run('UPDATE profile_headings SET name = ? WHERE name = ?', to, name);
        database.run('UPDATE batches SET profile = ? WHERE profile = ?', to, name);
        database.run('DELETE FROM profiles WHERE name = ?', name);
        return true;
      }),
    remove: (name) => void database.run('DELETE FROM profiles WHERE name = ?', name),
    findByHeadings(headings) {
      const row = database.get(
        'SELECT p.profile FROM profile_headings h JOIN profiles p ON p.name = h.name WHERE h.fingerprint = ?',
        fingerprint(headings),
      );
      return row ? profileOf(row) : null;
    },
    remember(headings, name) {
      database.run(
        'INSERT INTO profile_headings (fingerprint, name) VALUES (?1, ?2) ON CONFLICT (fingerprint) DO UPDATE SET name = ?2',
        fingerprint(headings),
        name,
      );
    },
  };
}

function profileOf(row: Row): Profile {
  return profileSchema.parse(JSON.parse(String(row['profile'])));
}

/** Equal for the same headings in any order, case and spacing: a file whose columns were moved keeps its profile. */
function fingerprint(headings: readonly string[]): string {
  const folded = headings
    .map((heading) => heading.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase())
    .filter((heading) => heading !== '');
  return createHash('sha256').update(JSON.stringify(folded.sort())).digest('hex');
}
