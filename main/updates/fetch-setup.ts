/** Fetches the setup of a version that was found; electron-updater does the work, this sees that it fetches that very one. */
import { FailureError } from '../../shared/result.ts';
import type { UpdateOffer } from './find-update.ts';

/** Of electron-updater's updater what is used here. */
export interface SetupUpdater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  disableDifferentialDownload: boolean;
  disableWebInstaller: boolean;
  setFeedURL(feed: { readonly provider: 'generic'; readonly url: string }): void;
  checkForUpdates(): Promise<{
    readonly updateInfo: { readonly version: string; readonly files: readonly { readonly sha512: string }[] };
  } | null>;
  downloadUpdate(): Promise<unknown>;
}

/**
 * Fetches the setup; afterwards the updater can install it. The list is read a second time by the updater, without our
 * signature: it must name the version and the digests of the one that was verified. The updater compares the digest, and on
 * Windows the publisher of the signature.
 * @throws FailureError `updates.changed`, `updates.notFetched`
 */
export async function fetchSetup(updater: SetupUpdater, address: string, offer: UpdateOffer): Promise<void> {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  // The setup leaves no copy of itself to be compared with.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  updater.setFeedURL({ provider: 'generic', url: address });
  let isTheOne = false;
  try {
    const found = await updater.checkForUpdates();
    isTheOne =
      found?.updateInfo.version === offer.version &&
      found.updateInfo.files.length > 0 &&
      found.updateInfo.files.every(({ sha512 }) => offer.sha512.includes(sha512));
    if (isTheOne) await updater.downloadUpdate();
  } catch (error) {
    throw new FailureError('updates.notFetched', { version: offer.version }, { cause: error });
  }
  if (!isTheOne) throw new FailureError('updates.changed', { version: offer.version });
}
