/**
 * Schema of a profile: a named, saved set of choices for files with the same headings, and the server they go to. Also
 * its file format (docs/profile.schema.json).
 */
import { z } from 'zod';
import { columnFieldSchema, constantsSchema } from './choices.ts';
import { defaultRules, rulesSchema } from './rules.ts';

/** How orders are sent: pace, timeouts, look-up, quiet time; shown to the operator and changeable. */
export const sendingRulesSchema = z.object({
  /** Most requests in flight (decision 33). */
  concurrency: z.int().min(1).max(16).default(4),
  /** Whether lost answers are looked up (decision 13). */
  lookup: z.boolean().default(true),
  lookupPath: z.string().startsWith('/').max(255).default('/v1/order/index'),
  /** Seconds from the end of an ambiguous attempt to its look-up. */
  quietTime: z.int().min(0).max(3600).default(60),
  /** Seconds until connected, until the answer's headers, and for the whole request. */
  connectTimeout: z.int().min(1).max(120).default(10),
  answerTimeout: z.int().min(1).max(600).default(60),
  wholeTimeout: z.int().min(1).max(900).default(90),
  /** Tries per run for an order that did not reach the server, and the longest wait between two, in seconds. */
  tries: z.int().min(1).max(20).default(5),
  longestWait: z.int().min(1).max(600).default(60),
  /** Consecutive failures to reach the server that open the breaker, and seconds until it probes. */
  breakerFailures: z.int().min(2).max(50).default(5),
  breakerPause: z.int().min(1).max(600).default(15),
  /** Least seconds of pause after the server asked to slow down. */
  coolDown: z.int().min(1).max(600).default(5),
});

export type SendingRules = z.infer<typeof sendingRulesSchema>;
export const defaultSendingRules: SendingRules = sendingRulesSchema.parse({});

const credentials = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#\\]*@/iu;

/** Whether a login stands in the address (`http://name:password@host`). */
export function hasCredentials(address: string): boolean {
  return credentials.test(address);
}

/** The address without a login. */
export function withoutCredentials(address: string): string {
  return address.replace(credentials, '$1');
}

export const profileSchema = z.object({
  format: z.literal('order-importer-profile').default('order-importer-profile'),
  version: z.literal(1).default(1),
  name: z.string().trim().min(1).max(100),
  /** Base address of the WMS; null: the one in the settings. */
  server: z
    .url({ protocol: /^https?$/ })
    // A login in an address would be stored, shown and given away with the profile.
    .refine((address) => !hasCredentials(address))
    .nullable()
    .default(null),
  /** By heading, so that a moved column is found; in joining order. */
  columns: z.array(z.object({ heading: z.string().max(1000), field: columnFieldSchema.nullable() })).default([]),
  constants: constantsSchema.default({}),
  rules: rulesSchema.default(defaultRules),
  sending: sendingRulesSchema.default(defaultSendingRules),
});

export type Profile = z.infer<typeof profileSchema>;
