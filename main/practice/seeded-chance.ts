/** Draws repeatable random numbers, which depend on nothing but their inputs. */
import { createHash } from 'node:crypto';

/**
 * A number in [0, 1) for a seed and a name. Drawing by name (order id, number of the try) and not in sequence makes the
 * draws the same whatever order parallel requests arrive in.
 */
export function seededChance(seed: number, ...name: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...name].join('\u0000'))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
