/** Schema of the app's settings on this computer; the access key is stored apart, encrypted (main/electron/access-key-store.ts). */
import { z } from 'zod';
import { defaultSendingRules, sendingRulesSchema } from './profile.ts';
import { isUpdateAddress } from './update-address.ts';
import { documentedServerUrl } from '../../wms/addresses.ts';

/** Name of a person who works with the app. */
export const operatorNameSchema = z.string().trim().min(1).max(60);

/** The values of each setting; the defaults are in {@link settingsSchema}. */
const settingSchemas = {
  language: z.enum(['uz', 'uz-Cyrl', 'ru', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** Base address of the WMS; the API document's is prefilled (decision 19). */
  server: z.url({ protocol: /^https?$/ }),
  /** Where login and password are exchanged for an access key (decision 20). */
  loginPath: z.string().startsWith('/').max(255),
  /** Whether orders go to the practice WMS: until a WMS is set up, and whenever the operator wants it. */
  practice: z.boolean(),
  sending: sendingRulesSchema,
  /** Days without opening after which a file's customer data is removed; 0: never. */
  retentionDays: z.int().min(0).max(3650),
  /** Who works here, by name; and who of them works now (null: nobody was chosen). Shifts share one login of the computer. */
  operators: z.array(operatorNameSchema).max(50),
  operator: operatorNameSchema.nullable(),
  /** Folder on a web server in which newer versions of the app are looked for; '': the one that the package brings, if any. */
  updateAddress: z
    .string()
    .max(2048)
    .refine((text) => text === '' || isUpdateAddress(text)),
};

export const settingsSchema = z.object({
  language: settingSchemas.language.default('uz'),
  theme: settingSchemas.theme.default('system'),
  server: settingSchemas.server.default(documentedServerUrl),
  loginPath: settingSchemas.loginPath.default('/v1/auth/login'),
  practice: settingSchemas.practice.default(true),
  sending: settingSchemas.sending.default(defaultSendingRules),
  retentionDays: settingSchemas.retentionDays.default(30),
  operators: settingSchemas.operators.default([]),
  operator: settingSchemas.operator.default(null),
  updateAddress: settingSchemas.updateAddress.default(''),
  /** Folder that what the office knows is saved to after each run; null: none. The page cannot set it: main writes there. */
  copyFolder: z.string().max(4096).nullable().default(null),
  /** Folder whose new spreadsheets are taken; null: none. Main sets it, as it does the one above. */
  watchFolder: z.string().max(4096).nullable().default(null),
  /** Seconds between two looks into it; 0: as the folder needs it. */
  watchPolling: z.int().min(0).max(3600).default(0),
});

/** A partial change of the settings, without defaults: what is absent stays as it is. */
export const settingsChangeSchema = z.object(settingSchemas).partial();

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
