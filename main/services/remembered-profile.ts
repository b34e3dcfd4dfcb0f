/** Saves the choices of a batch as a profile for the next file with these headings. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import { reusableConstants, profileFromChoices } from '../../shared/domain/profiles/profile-choices.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { profileNameFor } from '../../shared/domain/model/profile-name.ts';
import { FailureError } from '../../shared/result.ts';
import type { OpenedBatch } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

/** Whether the app gave the name itself ({@link nameForNew}). */
function isGivenByApp(name: string, fileName: string): boolean {
  const own = profileNameFor(fileName);
  return name === own || (name.startsWith(`${own} `) && /^\d+$/u.test(name.slice(own.length + 1)));
}

/** A free name for a new profile: a name in use belongs to other headings. */
async function nameForNew(store: Remote<Store>, shop: string, fileName: string): Promise<string> {
  const own = profileNameFor(fileName);
  for (let number = 1; ; number++) {
    const name = number === 1 ? own : `${own} ${number}`;
    if ((await store.profiles.get(shop, name)) === null) return name;
  }
}

/** Saves the batch's choices as its profile, once it is known whose it is. `typed`: constants as the operator typed them («tomorrow 14:00»). */
export async function saveChoicesAsProfile(
  store: Remote<Store>,
  opened: OpenedBatch,
  typed: Choices['constants'],
): Promise<void> {
  const { profileName, batch } = opened;
  const { shop } = batch;
  if (shop === null) return;
  const name =
    profileName ??
    (await store.profiles.findByHeadings(shop, batch.headings()))?.name ??
    (await nameForNew(store, shop, batch.fileName));
  await save(store, opened, shop, name, await store.profiles.get(shop, name), typed);
}

/**
 * Saves the batch's choices under the name that the operator gave; a profile whose name the app had made up is renamed.
 * @throws FailureError `shop.undecided` while it is not known whose it is
 */
export async function saveProfileAs(store: Remote<Store>, opened: OpenedBatch, name: string): Promise<void> {
  const { profileName, batch } = opened;
  const { shop } = batch;
  if (shop === null) throw new FailureError('shop.undecided');
  const before =
    (profileName === null ? null : await store.profiles.get(shop, profileName)) ??
    (await store.profiles.get(shop, name));
  const isRenamed = profileName !== null && profileName !== name && isGivenByApp(profileName, batch.fileName);
  if (isRenamed && !(await store.profiles.rename(shop, profileName, name)))
    await store.profiles.remove(shop, profileName);
  await save(store, opened, shop, name, before, {});
}

/** @param before the profile in use so far: its constants are kept as they were typed */
async function save(
  store: Remote<Store>,
  opened: OpenedBatch,
  shop: string,
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
  await store.profiles.save(shop, profile);
  await store.profiles.remember(shop, batch.headings(), name);
  await store.batches.setProfile(batch.batchId, name);
  opened.profileName = name;
}
