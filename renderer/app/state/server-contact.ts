/** What is known of the server in use, and since when: nothing before it was asked. Kept while the window lives. */
import { useCallback, useSyncExternalStore } from 'react';

export type ServerContactKind = 'answers' | 'noAnswer' | 'refusesKey';

export interface ServerContact {
  readonly kind: ServerContactKind;
  /** When it was last so; milliseconds since 1970. */
  readonly at: number;
}

/** By the server's address. */
const contacts = new Map<string, ServerContact>();
const listeners = new Set<() => void>();
/** While it goes on as it was, the time shown is brought up to date this often. */
const refreshAfter = 30_000;

export function noteServerContact(url: string, kind: ServerContactKind, at: number): void {
  const known = contacts.get(url);
  if (known?.kind === kind && at - known.at < refreshAfter) return;
  contacts.set(url, { kind, at });
  for (const listener of listeners) listener();
}

/** Counts the access keys that were put in or removed here. */
let keyChanges = 0;

/** To be called when an access key was put in or removed: what was known was known with another one. */
export function noteKeyChange(): void {
  keyChanges++;
  contacts.clear();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Null: not asked yet. */
export function useServerContact(url: string): ServerContact | null {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => contacts.get(url) ?? null, [url]),
  );
}

/** Changes whenever an access key was put in or removed. */
export function useKeyChanges(): number {
  return useSyncExternalStore(subscribe, () => keyChanges);
}
