/** The settings of the app on this computer. The access key is not among them: it is kept apart, encrypted (main/store/secrets.ts). */
import { z } from 'zod';
import { defaultSendingRules, sendingRulesSchema } from './profile.ts';

export const settingsSchema = z.object({
  language: z.enum(['uz', 'ru', 'en']).default('uz'),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  /** Base address of the WMS; the document's is prefilled (decision 19). */
  server: z.url({ protocol: /^https?$/ }).default('http://wms.bts.uz:8040/'),
  /** Where login and password are exchanged for an access key (decision 20). */
  loginPath: z.string().startsWith('/').max(255).default('/v1/auth/login'),
  /** Orders go to the practice WMS: so until a WMS is set up, and whenever the operator wants it. */
  practice: z.boolean().default(true),
  sending: sendingRulesSchema.default(defaultSendingRules),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
