/** Schemas of the settings and the states of access key and PIN; neither of them reaches the window. */
import { z } from 'zod';

export { settingsChangeSchema, settingsSchema, type Settings } from '../domain/model/settings.ts';

export const accessKeyStateSchema = z.object({
  /** Whether there is an access key for the server in use. */
  present: z.boolean(),
  /** Its last four characters, to recognise it by. */
  lastCharacters: z.string().nullable(),
  /** Whether it survives a restart (the operating system offers safe storage). */
  persisted: z.boolean(),
  /** When it expires, milliseconds since 1970; null where it does not say. */
  expiresAt: z.number().nullable(),
});
export type AccessKeyState = z.infer<typeof accessKeyStateSchema>;

/** 4 to 12 digits. */
export const pinSchema = z.string().regex(/^\d{4,12}$/u);
export const pinStateSchema = z.object({ isSet: z.boolean() });
