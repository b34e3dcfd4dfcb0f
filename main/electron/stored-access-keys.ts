/** Gives commands of the packed app what the window keeps secret: access keys, and what it sealed. */
import { app } from 'electron';
import type { StoredAccessKeys } from '../cli/terminal-access-key.ts';
import type { SecretStore } from '../store/store.ts';
import { AccessKeyStore } from './access-key-store.ts';
import { unsealText } from './safe-storage.ts';

export function openStoredAccessKeys(secrets: SecretStore): StoredAccessKeys {
  const keys = new AccessKeyStore({
    names: async () => secrets.names(),
    get: async (name) => secrets.get(name),
    set: async (name, blob) => secrets.set(name, blob),
    clear: async (name) => secrets.clear(name),
  });
  // The system's safe storage is available once the app is ready.
  const ready = async <T>(act: () => Promise<T>): Promise<T> => app.whenReady().then(act);
  return {
    get: (owner) => ready(() => keys.get(owner)),
    set: (owner, key) => ready(() => keys.set(owner, key)),
    getRefreshToken: (owner) => ready(() => keys.getRefreshToken(owner)),
    setRefreshToken: (owner, token) => ready(() => keys.setRefreshToken(owner, token)),
  };
}

/** The system's safe storage, once the app is ready. */
export async function openUnseal(): Promise<typeof unsealText> {
  await app.whenReady();
  return unsealText;
}
