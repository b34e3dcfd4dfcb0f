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
