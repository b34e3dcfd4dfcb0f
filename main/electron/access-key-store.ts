/**
 * Stores the access key of each server, encrypted by the system's safe storage; where that is not secret, in memory only.
 * A key never reaches the page, a log, or another server.
 */
import { safeStorage } from 'electron';
import type { AccessKeyState } from '../../shared/contract/settings.ts';
import type { SecretStore } from '../store/store.ts';
import type { Remote } from '../platform/remote.ts';
import { accessKeyExpiry } from '../sending/access-key-expiry.ts';

/** The name under which a server's refresh token is stored. */
function renewalOf(server: string): string {
  return `renewal:${server}`;
}

export class AccessKeyStore {
  readonly #secrets: Remote<SecretStore>;
  readonly #inMemory = new Map<string, string>();

  constructor(secrets: Remote<SecretStore>) {
    this.#secrets = secrets;
  }

  /** Whether the system keeps secrets so that other users and programs cannot read them. */
  get #isSafe(): boolean {
    return (
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
    );
  }

  async get(server: string): Promise<string | null> {
    const known = this.#inMemory.get(server);
    if (known !== undefined) return known;
    if (!this.#isSafe) return null;
    const blob = await this.#secrets.get(`key:${server}`);
    if (!blob) return null;
    try {
      const key = safeStorage.decryptString(Buffer.from(blob));
      this.#inMemory.set(server, key);
      return key;
    } catch {
      // Encrypted by another user or computer: it cannot be read here, so the operator is asked again.
      return null;
    }
  }

  async set(server: string, key: string): Promise<void> {
    this.#inMemory.set(server, key);
    if (this.#isSafe) await this.#secrets.set(`key:${server}`, new Uint8Array(safeStorage.encryptString(key)));
  }

  async forget(server: string): Promise<void> {
    for (const name of [server, renewalOf(server)]) {
      this.#inMemory.delete(name);
      await this.#secrets.clear(`key:${name}`);
    }
  }

  /** With it a new key can be requested without a person; null where none came with the last key. */
  getRefreshToken(server: string): Promise<string | null> {
    return this.get(renewalOf(server));
  }

  async setRefreshToken(server: string, token: string): Promise<void> {
    await this.set(renewalOf(server), token);
  }

  async state(server: string): Promise<AccessKeyState> {
    const key = await this.get(server);
    if (key === null) return { present: false, lastCharacters: null, persisted: this.#isSafe, expiresAt: null };
    return {
      present: true,
      lastCharacters: key.length >= 12 ? key.slice(-4) : null,
      persisted: this.#isSafe,
      expiresAt: accessKeyExpiry(key),
    };
  }
}
