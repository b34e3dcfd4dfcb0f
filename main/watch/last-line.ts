/** Tells whether a text file ends in the middle of a line, as one does that is still being written. */
import { open } from 'node:fs/promises';

const headBytes = 512;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/**
 * Whether the file is plain text whose last line has no end. Many programs never end it: it is a reason to wait a little longer,
 * and no more. False for a file that cannot be read.
 */
export async function isLastLineOpen(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const head = Buffer.alloc(Math.min(size, headBytes));
    await handle.read(head, 0, head.length, 0);
    if (head.includes(0)) return false;
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, size - 1);
    return last[0] !== lineFeed && last[0] !== carriageReturn;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
