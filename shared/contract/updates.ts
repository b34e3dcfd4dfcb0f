/** What the window shows of new versions of the app. */
import { z } from 'zod';
import { paramsSchema } from '../domain/model/issues.ts';

export const updateStateSchema = z.object({
  /** The folder on a web server in which new versions are looked for; null: updates are off. */
  address: z.string().nullable(),
  /** Whether this package brings an address of its own. */
  isBuiltIn: z.boolean(),
  /** `announced`: a person has to fetch it; `ready`: it will be installed when the app is closed. */
  status: z.enum(['off', 'unchecked', 'checking', 'current', 'announced', 'fetching', 'ready', 'failed']),
  /** The newer version, once one is known. */
  version: z.string().nullable(),
  /** Why it is only announced: this build is not signed, or brings no key to check versions by; it is installed by the system or not at all. */
  reason: z.enum(['unsigned', 'bySystem', 'portable']).nullable(),
  failure: z.object({ code: z.string(), params: paramsSchema }).nullable(),
});

export type UpdateState = z.infer<typeof updateStateSchema>;
