/** The window's access keys for a command of the packed app: the same ones, kept in the same place. */
import { app } from 'electron';
import type { KeptKeys } from '../cli/terminal-keys.ts';
import type { Secrets } from '../store/store.ts';
import { AccessKeys } from './access-key.ts';

export function keptKeys(secrets: Secrets): KeptKeys {
  const keys = new AccessKeys({ get: async (name) => secrets.get(name), set: async (name, blob) => secrets.set(name, blob), clear: async (name) => secrets.clear(name) });
  // The system's safe storage is there once the app is ready.
  const ready = async <T>(act: () => Promise<T>): Promise<T> => app.whenReady().then(act);
  return {
    get: (server) => ready(() => keys.get(server)),
    set: (server, key) => ready(() => keys.set(server, key)),
    renewal: (server) => ready(() => keys.renewal(server)),
    setRenewal: (server, token) => ready(() => keys.setRenewal(server, token)),
  };
}
