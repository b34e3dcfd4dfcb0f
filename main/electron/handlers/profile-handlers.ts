/** Handles the calls about profiles: saving, naming, and exchanging them as files. */
import { app } from 'electron';
import path from 'node:path';
import type { Profile } from '../../../shared/domain/model/profile.ts';
import { FailureError } from '../../../shared/result.ts';
import { readProfileFile, writeProfileFile } from '../../services/profile-file.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type ProfileHandlers = Pick<Handlers, Extract<keyof Handlers, `profile.${string}`>>;

/** The profile's name without the characters that a file name may not hold. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]+/gu, ' ').trim() || 'profile';
}

export function profileHandlers(context: AppContext): ProfileHandlers {
  const { batches, store } = context.threads;
  const known = async (shop: string, id: string): Promise<Profile> => {
    const profile = await store.profiles.get(shop, id);
    if (!profile)
      throw new FailureError('profile.none', {
        name: id,
        names: (await store.profiles.list(shop)).map(({ name }) => name).join(', ') || '–',
      });
    return profile;
  };
  return {
    'profile.save': async ({ batchId, name }) => ({ name: await batches.saveProfile(batchId, name) }),
    'profile.list': async ({ shop }) =>
      (await store.profiles.list(await context.shopOf(shop))).map(({ name, columns, constants, rules }) => ({
        id: name,
        name,
        columns,
        constants,
        rules,
      })),
    'profile.setRules': async ({ shop: of, id, rules }) => {
      const shop = await context.shopOf(of);
      await store.profiles.save(shop, { ...(await known(shop, id)), rules });
      return {};
    },
    'profile.remove': async ({ shop, id }) => {
      await store.profiles.remove(await context.shopOf(shop), id);
      return {};
    },
    'profile.rename': async ({ shop, id, name }) => {
      if (id !== name && !(await store.profiles.rename(await context.shopOf(shop), id, name)))
        throw new FailureError('profile.nameTaken', { name });
      return { name };
    },
    'profile.export': async ({ shop, id }) => {
      const t = await context.translator();
      const profile = await known(await context.shopOf(shop), id);
      const file = await context.chooseSavePath(
        path.join(app.getPath('documents'), `${fileNameOf(profile.name)}.json`),
        { name: t('dialog.profile'), extensions: ['json'] },
      );
      if (file === null) return { fileName: null };
      await writeProfileFile(file, profile);
      return { fileName: path.basename(file) };
    },
    'profile.import': async ({ shop: of }) => {
      const t = await context.translator();
      const file = await context.chooseFile({ name: t('dialog.profile'), extensions: ['json'] });
      if (file === null) return { name: null, replaced: false };
      const profile = await readProfileFile(file);
      const shop = await context.shopOf(of);
      const replaced = (await store.profiles.get(shop, profile.name)) !== null;
      await store.profiles.save(shop, profile);
      return { name: profile.name, replaced };
    },
  };
}
