/** Settings, access keys, the server in use, the practice WMS. */
import { app, nativeTheme } from 'electron';
import path from 'node:path';
import type { ParsedArgument } from '../../../shared/contract/channels.ts';
import type { Settings } from '../../../shared/domain/model/settings.ts';
import { FailureError } from '../../../shared/result.ts';
import { parseServerAddress } from '../../../shared/wms/addresses.ts';
import { cleanToken } from '../../../shared/wms/login.ts';
import { diagnosticsOf } from '../../services/diagnostics.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { tryServer } from '../../sending/wms/client.ts';
import { version } from '../../platform/version.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';
import { sampleNames } from './batch-handlers.ts';

type SettingsHandlers = Pick<Handlers, Extract<keyof Handlers, 'app.info' | 'diagnostics.save' | 'practice.ledger' | `server.${string}` | `settings.${string}` | `key.${string}`>>;

/** Without the keys that were not given. */
function given(change: ParsedArgument<'settings.set'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

export function settingsHandlers(desk: Desk): SettingsHandlers {
  const { store, practice, runs } = desk.threads;
  /** Keeps the key, and gives it to the runs that wait for one. */
  const keep = async (key: string) => {
    const server = await desk.server();
    await desk.keys.set(server.identity, key);
    await runs.provideToken(server.identity, key);
    return desk.keys.state(server.identity);
  };
  return {
    'app.info': async () => ({
      version,
      packaged: app.isPackaged,
      platform: process.platform,
      samples: (await sampleNames()).map((name) => ({ name })),
    }),
    'settings.get': () => desk.settings(),
    'settings.set': async (change) => {
      const address = change.server === undefined ? undefined : parseServerAddress(change.server);
      if (address && !address.ok) throw new FailureError(address.error.code, address.error.params);
      const settings = await store.settings.set(address ? { ...given(change), server: address.value } : given(change));
      nativeTheme.themeSource = settings.theme;
      return settings;
    },
    'key.state': async () => desk.keys.state((await desk.server()).identity),
    'key.set': async ({ key }) => {
      const token = cleanToken(key);
      if (token === null) throw new FailureError('key.unreadable');
      return keep(token);
    },
    'key.login': async (credentials) => {
      const server = await desk.server();
      return keep(await desk.signIn(server, credentials));
    },
    'key.forget': async () => {
      const server = await desk.server();
      await desk.keys.forget(server.identity);
      return desk.keys.state(server.identity);
    },
    'server.test': async () => {
      const server = await desk.server();
      return tryServer(server.url, (await desk.settings()).sending.lookupPath, await desk.keyFor(server), desk.way);
    },
    'diagnostics.save': async () => {
      const t = await desk.translator();
      const file = await desk.choosePlace(path.join(app.getPath('documents'), 'order-importer-diagnostics.json'), { name: t('dialog.json'), extensions: ['json'] });
      if (file === null) return { fileName: null };
      const text = JSON.stringify(diagnosticsOf(desk.home, await desk.settings(), await store.upkeep.figures(), Date.now()), null, 2);
      await replaceFile(file, async (stream) => void stream.write(text));
      return { fileName: path.basename(file) };
    },
    'server.inUse': async () => {
      const { url, identity, practice: isPractice } = await desk.server();
      return { url, identity, practice: isPractice, inside: (await desk.settings()).practice };
    },
    'practice.ledger': async () => {
      const ledger = await practice.ledger();
      return { ...ledger, orders: [...ledger.orders] };
    },
  };
}
