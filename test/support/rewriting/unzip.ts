/** The parts of a zip, by name. */
import { bytesSource } from '../../../main/reading/byte-source.ts';
import { readZipDirectory } from '../../../main/reading/zip/directory.ts';
import { inflateWhole, InflationBudget } from '../../../main/reading/zip/inflate.ts';

export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const source = bytesSource(bytes, 'a.zip');
  const unpacking = { source, budget: new InflationBudget(), signal: undefined, onPacked: undefined };
  const parts = new Map<string, Buffer>();
  for (const entry of await readZipDirectory(source)) parts.set(entry.name, await inflateWhole(unpacking, entry));
  return parts;
}
