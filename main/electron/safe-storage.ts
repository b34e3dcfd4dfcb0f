/** Seals what must stay secret with the system's safe storage, where other users and programs cannot open it. */
import { safeStorage } from 'electron';

/** Whether the system keeps secrets so that other users and programs cannot read them. */
export function hasSafeStorage(): boolean {
  return (
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  );
}

/** Null: the system has no safe storage. */
export function sealText(text: string): Uint8Array | null {
  return hasSafeStorage() ? new Uint8Array(safeStorage.encryptString(text)) : null;
}

/** Null: sealed by another user or computer, or there is no safe storage. */
export function unsealText(sealed: Uint8Array): string | null {
  if (!hasSafeStorage()) return null;
  try {
    return safeStorage.decryptString(Buffer.from(sealed));
  } catch {
    return null;
  }
}
