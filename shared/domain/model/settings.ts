/** The settings of the app on this computer. The access key is not among them: it is kept apart, encrypted (main/store/secrets.ts). */
import { z } from 'zod';
import { defaultSendingRules, sendingRulesSchema } from './profile.ts';
import { documentedServerUrl } from '../../wms/addresses.ts';

/** What each setting may hold; its value until somebody chooses stands in {@link settingsSchema}. */
const settingSchemas = {
  language: z.enum(['uz', 'ru', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** Base address of the WMS; the document's is prefilled (decision 19). */
  server: z.url({ protocol: /^https?$/ }),
  /** Where login and password are exchanged for an access key (decision 20). */
  loginPath: z.string().startsWith('/').max(255),
  /** Orders go to the practice WMS: so until a WMS is set up, and whenever the operator wants it. */
  practice: z.boolean(),
  sending: sendingRulesSchema,
  /** Days after which a file that nobody opened any more loses its customers' data; 0: never. */
  retentionDays: z.int().min(0).max(3650),
};

export const settingsSchema = z.object({
  language: settingSchemas.language.default('uz'),
  theme: settingSchemas.theme.default('system'),
  server: settingSchemas.server.default(documentedServerUrl),
  loginPath: settingSchemas.loginPath.default('/v1/auth/login'),
  practice: settingSchemas.practice.default(true),
  sending: settingSchemas.sending.default(defaultSendingRules),
  retentionDays: settingSchemas.retentionDays.default(30),
});

/** A change of some settings. It has no defaults: what is not named stays as it is. */
export const settingsChangeSchema = z.object(settingSchemas).partial();

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
