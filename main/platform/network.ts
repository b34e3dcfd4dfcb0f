/**
 * Defines what only the main process can do for the sending worker: it knows the system's proxies and safe storage, and stores
 * the access keys.
 */
export interface Network {
  /** The proxies for an address, as a proxy script gives them (`PROXY host:port; DIRECT`). */
  proxyFor(url: string): Promise<string>;
  /** A new access key of a shop for a server without a person; null where only a person can give one. */
  renewAccessKey(server: { readonly url: string; readonly identity: string }, shop: string): Promise<string | null>;
  /** Seals the text of the team file; null: the system has no safe storage. */
  sealTeamFile(text: string): Promise<Uint8Array | null>;
}
