/** What a profile that nobody named is called. */

/** A file's name without its ending, dates and numbers: the same for tomorrow's file. */
export function profileNameFor(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/u, '')
    .replace(/[\d]+([.\-_ ]\d+)*/gu, ' ')
    .replace(/[\s._-]+/gu, ' ')
    .trim();
  return stem === '' ? fileName.slice(0, 100) : stem.slice(0, 100);
}
