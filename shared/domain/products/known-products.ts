/** Which product ids a WMS is known to take: enough of them to point out one that it never took. */

/** With fewer ids than this a new one is nothing to speak of. */
export const fewestKnown = 200;

/** The ids as a set; null where they are too few to say what is new. */
export function knownProducts(accepted: readonly number[]): ReadonlySet<number> | null {
  const ids = new Set(accepted);
  return ids.size < fewestKnown ? null : ids;
}
