/** Handles the calls about settings, access keys, the server in use, the practice WMS. */
import { app, nativeTheme } from 'electron';
import path from 'node:path';
import type { ParsedChannelArgument } from '../../../shared/contract/channels.ts';
import { accessKeyOwner } from '../../../shared/domain/model/shop.ts';
import type { Settings } from '../../../shared/domain/model/settings.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { parseServerAddress } from '../../../shared/wms/addresses.ts';
import { cleanAccessKey } from '../../../shared/wms/login.ts';
import { collectDiagnostics } from '../../services/diagnostics.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { testServer } from '../../sending/wms/client.ts';
import { version } from '../../platform/version.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';
import { sampleNames } from '../samples.ts';

type SettingsHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    | 'app.getInfo'
    | 'diagnostics.save'
    | 'practice.listOrders'
    | `server.${string}`
    | `settings.${string}`
    | `accessKey.${string}`
  >
>;

/** Without the keys that were not given. */
function given(change: ParsedChannelArgument<'settings.set'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

export function settingsHandlers(context: AppContext): SettingsHandlers {
  const { store, practice, runs } = context.threads;
  /** Stores the key and gives it to the runs that wait for one. */
  const keep = async (owner: string, key: string) => {
    await context.accessKeys.set(owner, key);
    await runs.provideAccessKey(owner, key);
    return context.accessKeys.state(owner);
  };
  const ownerOf = async (shop: string | undefined) =>
    accessKeyOwner((await context.serverInUse()).identity, await context.shopOf(shop));
  return {
    'app.getInfo': async () => ({
      version,
      packaged: app.isPackaged,
      platform: process.platform,
      samples: (await sampleNames()).map((name) => ({ name })),
    }),
    'settings.get': () => context.settings(),
    'settings.set': async (change) => {
      const server = change.server === undefined ? undefined : valueOrThrow(parseServerAddress(change.server));
      const settings = await store.settings.set(given({ ...change, server }));
      nativeTheme.themeSource = settings.theme;
      if (change.operator !== undefined) context.pin.close();
      return settings;
    },
    'accessKey.getState': async ({ shop }) => context.accessKeys.state(await ownerOf(shop)),
    'accessKey.set': async ({ key, shop }) => {
      const clean = valueOrThrow(cleanAccessKey(key));
      const owner = await ownerOf(shop);
      await context.accessKeys.forgetRefreshToken(owner);
      return keep(owner, clean);
    },
    'accessKey.logIn': async ({ shop: named, ...credentials }) => {
      const server = await context.serverInUse();
      const shop = await context.shopOf(named);
      return keep(accessKeyOwner(server.identity, shop), await context.signIn(server, shop, credentials));
    },
    'accessKey.forget': async ({ shop }) => {
      const owner = await ownerOf(shop);
      await context.accessKeys.forget(owner);
      return context.accessKeys.state(owner);
    },
    'server.test': async ({ shop }) => {
      const server = await context.serverInUse();
      return testServer(
        server.url,
        (await context.settings()).sending.lookupPath,
        await context.accessKeyFor(server, await context.shopOf(shop)),
        context.connectionOptions,
      );
    },
    'diagnostics.save': async () => {
      const t = await context.translator();
      const file = await context.chooseSavePath(
        path.join(app.getPath('documents'), 'order-importer-diagnostics.json'),
        { name: t('dialog.json'), extensions: ['json'] },
      );
      if (file === null) return { fileName: null };
      const text = JSON.stringify(
        collectDiagnostics(context.home, await context.settings(), await store.upkeep.statistics(), Date.now()),
        null,
        2,
      );
      await replaceFile(file, async (stream) => void stream.write(text));
      return { fileName: path.basename(file) };
    },
    'server.getInUse': async () => {
      const { url, identity, practice: isPractice } = await context.serverInUse();
      return { url, identity, practice: isPractice, inside: (await context.settings()).practice };
    },
    'practice.listOrders': async () => {
      const ledger = await practice.ledger();
      return { ...ledger, orders: [...ledger.orders] };
    },
  };
}
