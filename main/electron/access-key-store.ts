/**
 * Stores the access key of each server and shop, encrypted by the system's safe storage; where that is not secret, in memory only.
 * A key never reaches the page, a log, or another server or shop. The owner of a key is named by shared/domain/model/shop.ts.
 */
import type { AccessKeyState } from '../../shared/contract/settings.ts';
import type { SecretStore } from '../store/store.ts';
import type { Remote } from '../platform/remote.ts';
import { accessKeyExpiry } from '../sending/access-key-expiry.ts';
import { hasSafeStorage, sealText, unsealText } from './safe-storage.ts';

/** The name under which an owner's refresh token is stored. */
function renewalOf(owner: string): string {
  return `renewal:${owner}`;
}

export class AccessKeyStore {
  readonly #secrets: Remote<SecretStore>;
  readonly #inMemory = new Map<string, string>();

  constructor(secrets: Remote<SecretStore>) {
    this.#secrets = secrets;
  }

  async get(owner: string): Promise<string | null> {
    const known = this.#inMemory.get(owner);
    if (known !== undefined) return known;
    if (!hasSafeStorage()) return null;
    const blob = await this.#secrets.get(`key:${owner}`);
    // Encrypted by another user or computer it cannot be read here, and the operator is asked again.
    const key = blob ? unsealText(blob) : null;
    if (key !== null) this.#inMemory.set(owner, key);
    return key;
  }

  async set(owner: string, key: string): Promise<void> {
    this.#inMemory.set(owner, key);
    const sealed = sealText(key);
    if (sealed !== null) await this.#secrets.set(`key:${owner}`, sealed);
  }

  /** With what gets new keys first: where the process dies in between, nothing gets one unasked. */
  async forget(owner: string): Promise<void> {
    for (const name of [renewalOf(owner), owner]) await this.#clear(name);
  }

  /** Another key is given, perhaps another account's: the token that came with the last one gets none any more. */
  forgetRefreshToken(owner: string): Promise<void> {
    return this.#clear(renewalOf(owner));
  }

  async #clear(name: string): Promise<void> {
    this.#inMemory.delete(name);
    await this.#secrets.clear(`key:${name}`);
  }

  /** Forgets the keys of all servers and shops. */
  async forgetAll(): Promise<void> {
    this.#inMemory.clear();
    for (const name of await this.#secrets.names()) if (name.startsWith('key:')) await this.#secrets.clear(name);
  }

  /** With it a new key can be requested without a person; null where none came with the last key. */
  getRefreshToken(owner: string): Promise<string | null> {
    return this.get(renewalOf(owner));
  }

  async setRefreshToken(owner: string, token: string): Promise<void> {
    await this.set(renewalOf(owner), token);
  }

  async state(owner: string): Promise<AccessKeyState> {
    const key = await this.get(owner);
    if (key === null) return { present: false, lastCharacters: null, persisted: hasSafeStorage(), expiresAt: null };
    return {
      present: true,
      lastCharacters: key.length >= 12 ? key.slice(-4) : null,
      persisted: hasSafeStorage(),
      expiresAt: accessKeyExpiry(key),
    };
  }
}
