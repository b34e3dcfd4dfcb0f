/** The sheets that a batch was read from, as a query answers them: `choices ->> 'together'`. */
import { z } from 'zod';

const namesSchema = z.array(z.string());

/** Names of the sheets that were read as one; none: it was one sheet, or the file's data was removed. */
export function sheetsRead(value: unknown): readonly string[] {
  return typeof value === 'string' ? namesSchema.parse(JSON.parse(value)) : [];
}
