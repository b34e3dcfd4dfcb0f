/** Reads and writes the text of a profile file (docs/profile.schema.json), so that one person sets it up for a team. */
import { z } from 'zod';
import { failure, success, type Result } from '../../result.ts';
import { hasCredentials, profileSchema, type Profile } from '../model/profile.ts';

/** @param name of the file. Fails with `profile.unreadable`, which names the place that is wrong, and `wms.addressCredentials`. */
export function parseProfileFile(text: string, name: string): Result<Profile> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return failure('profile.unreadable', { name, place: 'JSON' });
  }
  const named = z.object({ server: z.string() }).safeParse(content);
  if (named.success && hasCredentials(named.data.server)) return failure('wms.addressCredentials');
  const parsed = profileSchema.safeParse(content);
  return parsed.success
    ? success(parsed.data)
    : failure('profile.unreadable', { name, place: parsed.error.issues[0]?.path.join('.') || 'format' });
}

export function formatProfileFile(profile: Profile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}
