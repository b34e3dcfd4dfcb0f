/** The `profiles` commands list the saved profiles and read and write them as files. */
import { readProfileFile, writeProfileFile } from '../../services/profile-file.ts';
import { exitStatus } from '../exit-status.ts';
import { withExistingStore, withStore } from '../home-store.ts';
import { resolveProfile } from '../open-file.ts';
import { requiredShop, shopOption, type ShopOption } from '../shop-option.ts';
import { tellTeam } from '../team-option.ts';
import type { CommandContext } from '../context.ts';

export async function listProfiles(
  { home, translate, terminal }: CommandContext,
  options: ShopOption & { readonly json?: boolean },
): Promise<number> {
  return withExistingStore(home, (store) => {
    const profiles = store?.profiles.list(requiredShop(options, store)) ?? [];
    if (options.json) terminal.print(JSON.stringify(profiles));
    else if (profiles.length === 0) terminal.print(translate('cli.profiles.none'));
    else
      for (const { name, columns, server } of profiles)
        terminal.print(translate('cli.profiles.line', { name, columns: columns.length, server: server ?? '–' }));
    return exitStatus.success;
  });
}

export async function exportProfile(
  { home, translate, terminal }: CommandContext,
  name: string,
  options: ShopOption & { readonly output: string },
): Promise<number> {
  return withExistingStore(home, async (store) => {
    const found = await resolveProfile(name, store, shopOption(options, store));
    if (found) await writeProfileFile(options.output, found.profile);
    terminal.printNotice(translate('cli.profiles.exported', { name, file: options.output }));
    return exitStatus.success;
  });
}

export async function importProfile(context: CommandContext, file: string, options: ShopOption): Promise<number> {
  const { home, translate, terminal } = context;
  return withStore(home, async (store) => {
    const profile = await readProfileFile(file);
    const shop = requiredShop(options, store);
    const replaced = store.profiles.get(shop, profile.name) !== null;
    store.profiles.save(shop, profile);
    await tellTeam(store, context);
    terminal.printNotice(
      translate(replaced ? 'cli.profiles.replaced' : 'cli.profiles.imported', { name: profile.name }),
    );
    return exitStatus.success;
  });
}
