/** Makes a home's keys those of an older version of the app, as if every kind's rule had been raised since. */
import type { Database } from '../../main/store/database.ts';

/** Closes the database. */
export function olderKeyVersion(database: Database): void {
  database.transaction(() => {
    database.run(`DELETE FROM identity_keys WHERE substr(key, 2, 1) = '0'`);
    database.run(`UPDATE identity_keys SET key = substr(key, 1, 1) || '0' || substr(key, 3)`);
    database.run(`UPDATE revisions SET keys = NULL`);
    database.run(`UPDATE identity_secret SET kinds = replace(kinds, '1', '0')`);
  });
  database.close();
}
