/** The settings as the window sees and changes them. The access key is never among them: only whether one is kept. */
import { z } from 'zod';
import { sendingRulesSchema } from '../domain/profile.ts';

export const settingsSchema = z.object({
  language: z.enum(['uz', 'ru', 'en']).default('uz'),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  /** Base address of the WMS, prefilled as in the document. */
  serverUrl: z.string().max(500).default('http://wms.bts.uz:8040/'),
  /** Orders go to the practice WMS inside the app. On until a server has been set up on purpose. */
  practice: z.boolean().default(true),
  sending: sendingRulesSchema.default(() => sendingRulesSchema.parse({})),
});
export type Settings = z.infer<typeof settingsSchema>;

export const keyStateSchema = z.object({
  /** Whether an access key is at hand for the server in use. */
  present: z.boolean(),
  /** Its last four characters, for recognition. */
  ending: z.string().nullable(),
  /** Whether it is kept over a restart (the system offers safe storage). */
  kept: z.boolean(),
  /** When it runs out, milliseconds since 1970, where it says so. */
  expiresAt: z.number().nullable(),
});
export type KeyState = z.infer<typeof keyStateSchema>;
