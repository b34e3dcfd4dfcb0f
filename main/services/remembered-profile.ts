/** Saves the choices of a batch as a profile for the next file with these headings. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import { reusableConstants, profileFromChoices } from '../../shared/domain/profiles/profile-choices.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { profileNameFor } from '../../shared/domain/model/profile-name.ts';
import type { OpenedBatch } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

/** Whether the app gave the name itself ({@link nameForNew}). */
function isGivenByApp(name: string, fileName: string): boolean {
  const own = profileNameFor(fileName);
  return name === own || (name.startsWith(`${own} `) && /^\d+$/u.test(name.slice(own.length + 1)));
}

/** A free name for a new profile: a name in use belongs to other headings. */
async function nameForNew(store: Remote<Store>, fileName: string): Promise<string> {
  const own = profileNameFor(fileName);
  for (let number = 1; ; number++) {
    const name = number === 1 ? own : `${own} ${number}`;
    if ((await store.profiles.get(name)) === null) return name;
  }
}

/** Saves the batch's choices as its profile. `typed`: constants as the operator typed them («tomorrow 14:00»). */
export async function saveChoicesAsProfile(
  store: Remote<Store>,
  opened: OpenedBatch,
  typed: Choices['constants'],
): Promise<void> {
  const { profileName, batch } = opened;
  const name =
    profileName ??
    (await store.profiles.findByHeadings(batch.headings()))?.name ??
    (await nameForNew(store, batch.fileName));
  await save(store, opened, name, await store.profiles.get(name), typed);
}

/** Saves the batch's choices under the name that the operator gave; a profile whose name the app had made up is renamed. */
export async function saveProfileAs(store: Remote<Store>, opened: OpenedBatch, name: string): Promise<void> {
  const { profileName, batch } = opened;
  const before = (await inUse(store, opened)) ?? (await store.profiles.get(name));
  const isRenamed = profileName !== null && profileName !== name && isGivenByApp(profileName, batch.fileName);
  if (isRenamed && !(await store.profiles.rename(profileName, name))) await store.profiles.remove(profileName);
  await save(store, opened, name, before, {});
}

async function inUse(store: Remote<Store>, { profileName }: OpenedBatch): Promise<Profile | null> {
  return profileName === null ? null : store.profiles.get(profileName);
}

/** @param before the profile in use so far: its constants are kept as they were typed */
async function save(
  store: Remote<Store>,
  opened: OpenedBatch,
  name: string,
  before: Profile | null,
  typed: Choices['constants'],
): Promise<void> {
  const { batch } = opened;
  const { constants } = batch.choices;
  const given = Object.fromEntries(
    Object.entries({ ...constants, ...before?.constants, ...typed }).filter(([field]) =>
      Object.hasOwn(constants, field),
    ),
  );
  const profile = profileFromChoices(name, batch.columns().columns, batch.choices, {
    server: before?.server ?? null,
    sending: before?.sending ?? (await store.settings.get()).sending,
    constants: reusableConstants(given, Date.now()),
  });
  await store.profiles.save(profile);
  await store.profiles.remember(batch.headings(), name);
  await store.batches.setProfile(batch.batchId, name);
  opened.profileName = name;
}
