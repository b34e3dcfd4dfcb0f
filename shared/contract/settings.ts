/** The settings and the access key as the window sees them: of the key, only whether there is one. */
import { z } from 'zod';

export { settingsChangeSchema, settingsSchema, type Settings } from '../domain/model/settings.ts';

export const accessKeyStateSchema = z.object({
  /** Whether an access key is at hand for the server in use. */
  present: z.boolean(),
  /** Its last four characters, for recognition. */
  lastCharacters: z.string().nullable(),
  /** Whether it is kept over a restart (the system offers safe storage). */
  persisted: z.boolean(),
  /** When it runs out, milliseconds since 1970, where it says so. */
  expiresAt: z.number().nullable(),
});
export type AccessKeyState = z.infer<typeof accessKeyStateSchema>;
