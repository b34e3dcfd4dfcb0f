/** Schemas of the watched folder. */
import { z } from 'zod';
import { paramsSchema } from '../domain/model/issues.ts';

export const watchStateSchema = z.object({
  /** Null: none is watched. */
  folder: z.string().nullable(),
  /** Seconds between two looks as a person chose them; 0: nobody did. */
  polling: z.int(),
  /** Seconds between two looks into it as it is; null: the system tells of new files. */
  polledEvery: z.number().nullable(),
  /** `elsewhere`: another process of this home watches it. */
  status: z.enum(['off', 'watching', 'away', 'elsewhere']),
  /** How many files lay there when it was chosen, and were not taken. */
  before: z.int(),
  /** Files that are not taken, the latest first, and why: `error.<code>`. */
  left: z.array(
    z.object({ id: z.int(), fileName: z.string(), at: z.number(), code: z.string(), params: paramsSchema }),
  ),
  /** Files that wait, and for what. */
  waiting: z.array(z.object({ fileName: z.string(), code: z.string(), params: paramsSchema })),
});
export type WatchState = z.infer<typeof watchStateSchema>;

/** Files that came together. */
export const arrivedFilesSchema = z.array(
  z.object({ batchId: z.string(), fileName: z.string(), ready: z.int(), total: z.int() }),
);
export type ArrivedFiles = z.infer<typeof arrivedFilesSchema>;
