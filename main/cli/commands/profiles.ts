/** The `profiles` commands list the saved profiles and read and write them as files. */
import { readProfileFile, writeProfileFile } from '../../services/profile-file.ts';
import { exitStatus } from '../exit-status.ts';
import { withExistingStore, withStore } from '../home-store.ts';
import { resolveProfile } from '../open-file.ts';
import type { CommandContext } from '../context.ts';

export async function listProfiles(
  { home, translate, terminal }: CommandContext,
  options: { readonly json?: boolean },
): Promise<number> {
  return withExistingStore(home, (store) => {
    const profiles = store?.profiles.list() ?? [];
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
  options: { readonly output: string },
): Promise<number> {
  return withExistingStore(home, async (store) => {
    const profile = await resolveProfile(name, store);
    if (profile) await writeProfileFile(options.output, profile);
    terminal.printNotice(translate('cli.profiles.exported', { name, file: options.output }));
    return exitStatus.success;
  });
}

export async function importProfile({ home, translate, terminal }: CommandContext, file: string): Promise<number> {
  return withStore(home, async (store) => {
    const profile = await readProfileFile(file);
    const replaced = store.profiles.get(profile.name) !== null;
    store.profiles.save(profile);
    terminal.printNotice(
      translate(replaced ? 'cli.profiles.replaced' : 'cli.profiles.imported', { name: profile.name }),
    );
    return exitStatus.success;
  });
}
