/** Declares a call of the contract: the schemas of its argument and its result. */
import { z } from 'zod';

export function channel<A extends z.ZodType, R extends z.ZodType>(
  argument: A,
  result: R,
): { readonly argument: A; readonly result: R } {
  return { argument, result };
}

/** Of a call that takes nothing. */
export const noArgument = z.object({});

/** Id of a batch. */
export const batchId = z.string().min(1).max(64);

/** What a page is about; without the id: the only shop, or the first by name. */
export const ofShop = z.object({ shop: z.string().max(100).optional() });

/** Of a call about a batch and nothing else. */
export const batchArgument = z.object({ batchId });
