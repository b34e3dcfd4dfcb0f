/** Reads what a second start of the app hands to the first. */
import { z } from 'zod';

const handedSchema = z.object({ files: z.array(z.string()) });

/** The files that it was given; none where it says something else. */
export function handedFiles(handed: unknown): readonly string[] {
  return handedSchema.safeParse(handed).data?.files ?? [];
}
