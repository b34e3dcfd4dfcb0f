/** Checks whether the parts of a workbook are whole: the library takes one that was cut for a complete one. */
import type { ZipEntry } from '../zip/directory.ts';
import { inflate, type UnpackContext } from '../zip/inflate.ts';

const keptBytes = 4096;

/**
 * True where every XML part ends with the end of its root, and none brings definitions (DOCTYPE) of its own.
 * @throws FailureError of inflating: a part that is damaged, encrypted, or a zip bomb
 */
export async function partsAreWhole(unpacking: UnpackContext, entries: readonly ZipEntry[]): Promise<boolean> {
  let areWhole = true;
  for (const entry of entries) {
    let head = Buffer.alloc(0);
    let tail = Buffer.alloc(0);
    for await (const piece of inflate(unpacking, entry)) {
      if (head.length < keptBytes) head = Buffer.concat([head, piece.subarray(0, keptBytes - head.length)]);
      tail = Buffer.concat([tail, piece.subarray(-keptBytes)]).subarray(-keptBytes);
    }
    if (/\.(?:xml|rels)$/i.test(entry.name) && !endsItsRoot(head.toString('latin1'), tail.toString('latin1')))
      areWhole = false;
  }
  return areWhole;
}

function endsItsRoot(head: string, tail: string): boolean {
  const root = /<([A-Za-z_][^\s/>]*)/.exec(head.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  if (root === undefined || /<!DOCTYPE/i.test(head)) return false;
  const end = tail.replace(/(?:\s|<!--[\s\S]*?-->)+$/, '');
  return (
    new RegExp(`</${root.replaceAll('.', '\\.')}\\s*>$`).test(end) ||
    (head.length < keptBytes && new RegExp(`<${root.replaceAll('.', '\\.')}[^>]*/>$`).test(end))
  );
}
