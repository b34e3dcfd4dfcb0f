/** The choices of a batch, remembered for the next file with these headings. */
import type { Choices } from '../shared/domain/choices.ts';
import { profileFromChoices } from '../shared/domain/orders/profile-choices.ts';
import type { OpenedBatch } from './open-batches.ts';
import type { Remote } from './remote.ts';
import type { Store } from './store/store.ts';

/** A file's name without its ending, dates and numbers: the same for tomorrow's file. */
export function profileNameFor(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/u, '').replace(/[\d]+([.\-_ ]\d+)*/gu, ' ').replace(/[\s._-]+/gu, ' ').trim();
  return stem === '' ? fileName.slice(0, 100) : stem.slice(0, 100);
}

/** Saves the batch's choices as the profile of this name. `typed`: constants as the operator typed them («tomorrow 14:00»). */
export async function rememberProfile(store: Remote<Store>, opened: OpenedBatch, name: string, typed: Choices['constants'] = {}): Promise<void> {
  const known = await store.profiles.get(name);
  const settings = await store.settings.get();
  const constants = Object.fromEntries(Object.entries({ ...known?.constants, ...typed }).filter(([field]) => Object.hasOwn(opened.batch.choices.constants, field)));
  const profile = profileFromChoices(name, opened.batch.columns().columns, opened.batch.choices, { server: known?.server ?? null, sending: known?.sending ?? settings.sending, constants });
  await store.profiles.save(profile);
  await store.profiles.remember(opened.batch.headings(), name);
  await store.batches.setProfile(opened.batch.batchId, name);
  opened.profileName = name;
}
