/**
 * Reads the list of a folder with releases (`latest.yml`, as electron-builder writes it) and checks its signature, made with
 * our own ed25519 key (scripts/release-files.mjs).
 */
import { load } from 'js-yaml';
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { FailureError } from '../../shared/result.ts';

const version = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const listSchema = z.object({
  version: z.string().regex(version),
  files: z.array(z.object({ url: z.string().min(1), sha512: z.string().min(1) })).min(1),
});

export type UpdateList = z.infer<typeof listSchema>;

/** @throws FailureError `updates.badList` */
export function readUpdateList(text: string): UpdateList {
  let content: unknown;
  try {
    content = load(text);
  } catch (error) {
    throw new FailureError('updates.badList', {}, { cause: error });
  }
  const list = listSchema.safeParse(content);
  if (!list.success) throw new FailureError('updates.badList');
  return list.data;
}

/** Whether `signature` (base64) is one of `text` by the key (DER, SPKI, base64); a key or a signature that is none proves nothing. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature.trim(), 'base64'));
  } catch {
    return false;
  }
}

/** Whether version `one` (x.y.z) is newer than `other`; a version of another form never is. */
export function isNewer(one: string, other: string): boolean {
  const [mine, its] = [one, other].map((text) => (version.test(text) ? text.split('.').map(Number) : null));
  if (!mine || !its) return false;
  const at = mine.findIndex((part, index) => part !== its[index]);
  return at >= 0 && (mine[at] ?? 0) > (its[at] ?? 0);
}
