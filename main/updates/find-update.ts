/** Looks for a newer version in a folder on a web server, and says what may be done with it. */
import type { UpdateState } from '../../shared/contract/updates.ts';
import { isUpdateAddress } from '../../shared/domain/model/update-address.ts';
import { FailureError } from '../../shared/result.ts';
import { isNewer, isSignedBy, readUpdateList } from './update-list.ts';

/** What a package brings for updates (scripts/package.mjs writes it into its package.json). */
export interface UpdateBuild {
  readonly address: string | null;
  /** Our ed25519 key (DER, SPKI, base64); null: versions cannot be checked, and are only announced. */
  readonly publicKey: string | null;
  /** Whether the packages of this build are signed for their system. */
  readonly isSigned: boolean;
}

export interface UpdateOffer {
  readonly version: string;
  /** The digests (base64) that a file of this version may have. */
  readonly sha512: readonly string[];
  /** Whether the list bears the signature of our own key. */
  readonly isVerified: boolean;
}

/** Fetches a small text. @throws where it cannot be had, or is longer */
export type FetchText = (url: string) => Promise<string>;

const names: Readonly<Record<string, string>> = { win32: 'latest.yml', darwin: 'latest-mac.yml' };

/** Where a file of the folder lies. @throws FailureError `updates.badAddress` */
export function inFolder(address: string, name: string): string {
  if (!isUpdateAddress(address) || !URL.canParse(address)) throw new FailureError('updates.badAddress', { address });
  const folder = new URL(address);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  return new URL(name, folder).href;
}

async function fetched(url: string, fetchText: FetchText): Promise<string> {
  try {
    return await fetchText(url);
  } catch (error) {
    throw new FailureError('updates.unreachable', { address: url }, { cause: error });
  }
}

/**
 * The newest version of the folder, or null where it is not newer than `current`: an older one is never offered, so a home
 * never gets an older app by an update.
 * @throws FailureError `updates.badAddress`, `updates.unreachable`, `updates.badList`, `updates.badSignature`
 */
export async function findUpdate(
  address: string,
  { publicKey }: Pick<UpdateBuild, 'publicKey'>,
  current: string,
  fetchText: FetchText,
  platform: NodeJS.Platform = process.platform,
): Promise<UpdateOffer | null> {
  const url = inFolder(address, names[platform] ?? 'latest-linux.yml');
  const text = await fetched(url, fetchText);
  if (publicKey !== null) {
    // Nothing of a list is believed before its signature: not even that there is something new.
    const signature = await fetched(`${url}.sig`, fetchText);
    if (!isSignedBy(publicKey, text, signature)) throw new FailureError('updates.badSignature', { address });
  }
  const { version, files } = readUpdateList(text);
  if (!isNewer(version, current)) return null;
  return { version, sha512: files.map(({ sha512 }) => sha512), isVerified: publicKey !== null };
}

/** Why the version is only announced; null: it may be installed. */
export function whyOnlyAnnounced(
  offer: UpdateOffer,
  build: UpdateBuild,
  system: { readonly platform: NodeJS.Platform; readonly isPackaged: boolean; readonly isPortable: boolean },
): UpdateState['reason'] {
  if (system.platform !== 'win32' || !system.isPackaged) return 'bySystem';
  if (system.isPortable) return 'portable';
  return build.isSigned && offer.isVerified ? null : 'unsigned';
}
