/** Profiles: kept for the next file, named, and carried from one computer to another as files. */
import { app } from 'electron';
import path from 'node:path';
import type { Profile } from '../../../shared/domain/model/profile.ts';
import { FailureError } from '../../../shared/result.ts';
import { readProfileFile, writeProfileFile } from '../../services/profile-file.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../router.ts';

type ProfileHandlers = Pick<Handlers, Extract<keyof Handlers, `profile.${string}` | `profiles.${string}`>>;

/** Without the marks that a file's name may not hold. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]+/gu, ' ').trim() || 'profile';
}

export function profileHandlers(desk: Desk): ProfileHandlers {
  const { batches, store } = desk.threads;
  const known = async (id: string): Promise<Profile> => {
    const profile = await store.profiles.get(id);
    if (!profile) throw new FailureError('profile.none', { name: id, names: (await store.profiles.list()).map(({ name }) => name).join(', ') || '–' });
    return profile;
  };
  return {
    'profile.save': async ({ batchId, name }) => ({ name: await batches.saveProfile(batchId, name) }),
    'profiles.list': async () => (await store.profiles.list()).map(({ name, columns, constants, rules }) => ({ id: name, name, columns, constants, rules })),
    'profile.setRules': async ({ id, rules }) => {
      await store.profiles.save({ ...(await known(id)), rules });
      return {};
    },
    'profile.remove': async ({ id }) => {
      await store.profiles.remove(id);
      return {};
    },
    'profile.rename': async ({ id, name }) => {
      if (id !== name && !(await store.profiles.rename(id, name))) throw new FailureError('profile.nameTaken', { name });
      return { name };
    },
    'profile.export': async ({ id }) => {
      const t = await desk.translator();
      const profile = await known(id);
      const file = await desk.choosePlace(path.join(app.getPath('documents'), `${fileNameOf(profile.name)}.json`), { name: t('dialog.profile'), extensions: ['json'] });
      if (file === null) return { fileName: null };
      await writeProfileFile(file, profile);
      return { fileName: path.basename(file) };
    },
    'profile.import': async () => {
      const t = await desk.translator();
      const file = await desk.chooseFile({ name: t('dialog.profile'), extensions: ['json'] });
      if (file === null) return { name: null, replaced: false };
      const profile = await readProfileFile(file);
      const replaced = (await store.profiles.get(profile.name)) !== null;
      await store.profiles.save(profile);
      return { name: profile.name, replaced };
    },
  };
}
