/** A profile: a named, saved set of choices for files with the same headings, and the server they go to. Also a file (docs/profile.schema.json). */
import { z } from 'zod';
import { columnFieldSchema, constantsSchema } from './choices.ts';
import { defaultRules, rulesSchema } from './rules.ts';

/** How orders are sent; visible and changeable (design: pace, timeouts, look-up, quiet time). */
export const sendingRulesSchema = z.object({
  /** Most requests in flight (decision 33). */
  concurrency: z.int().min(1).max(16).default(4),
  /** Whether lost answers are looked up (decision 13). */
  lookup: z.boolean().default(true),
  lookupPath: z.string().startsWith('/').max(255).default('/v1/order/index'),
  /** Seconds from the end of an ambiguous attempt to its look-up. */
  quietTime: z.int().min(0).max(3600).default(60),
  /** Seconds for a connection to stand, for an answer to begin, and for all of it. */
  connectTimeout: z.int().min(1).max(120).default(10),
  answerTimeout: z.int().min(1).max(600).default(60),
  wholeTimeout: z.int().min(1).max(900).default(90),
  /** Tries, in one run, of an order that did not reach the server; and the longest wait between two, in seconds. */
  tries: z.int().min(1).max(20).default(5),
  longestWait: z.int().min(1).max(600).default(60),
  /** Failures in a row to reach the server after which nothing is sent, and seconds until it is probed. */
  breakerFailures: z.int().min(2).max(50).default(5),
  breakerPause: z.int().min(1).max(600).default(15),
  /** Least seconds of rest after the server asked for less. */
  coolDown: z.int().min(1).max(600).default(5),
});

export type SendingRules = z.infer<typeof sendingRulesSchema>;
export const defaultSendingRules: SendingRules = sendingRulesSchema.parse({});

export const profileSchema = z.object({
  format: z.literal('order-importer-profile').default('order-importer-profile'),
  version: z.literal(1).default(1),
  name: z.string().trim().min(1).max(100),
  /** Base address of the WMS; null: the one in the settings. */
  server: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  /** By heading, so that a moved column is found again; in joining order. */
  columns: z.array(z.object({ heading: z.string().max(1000), field: columnFieldSchema.nullable() })).default([]),
  constants: constantsSchema.default({}),
  rules: rulesSchema.default(defaultRules),
  sending: sendingRulesSchema.default(defaultSendingRules),
});

export type Profile = z.infer<typeof profileSchema>;
