/** Stores the settings as one validated object, and small secrets as the caller encrypted them. */
import { defaultSettings, settingsSchema } from '../../shared/domain/model/settings.ts';
import type { Database } from './database.ts';
import type { SecretStore, SettingsStore } from './store.ts';

export function openSettingsStore(database: Database): SettingsStore {
  const get: SettingsStore['get'] = () => {
    const row = database.get('SELECT settings FROM settings');
    return row ? settingsSchema.parse(JSON.parse(String(row['settings']))) : defaultSettings;
  };
  return {
    get,
    set: (change) =>
      database.transaction(() => {
        const settings = settingsSchema.parse({ ...get(), ...change });
        database.run(
          'INSERT INTO settings (id, settings) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET settings = ?1',
          JSON.stringify(settings),
        );
        return settings;
      }),
  };
}

export function openSecretStore(database: Database): SecretStore {
  return {
    names: () => database.all('SELECT key FROM secrets ORDER BY key').map((row) => String(row['key'])),
    get(key) {
      const blob = database.get('SELECT blob FROM secrets WHERE key = ?', key)?.['blob'];
      return blob instanceof Uint8Array ? new Uint8Array(blob) : null;
    },
    set: (key, blob) =>
      void database.run(
        'INSERT INTO secrets (key, blob) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET blob = ?2',
        key,
        blob,
      ),
    clear: (key) => void database.run('DELETE FROM secrets WHERE key = ?', key),
  };
}
