/** Derives a profile's default name from a file's name. */

/** The file name without extension, dates and numbers: the same for tomorrow's file. */
export function profileNameFor(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/u, '')
    .replace(/[\d]+([.\-_ ]\d+)*/gu, ' ')
    .replace(/[\s._-]+/gu, ' ')
    .trim();
  return stem === '' ? fileName.slice(0, 100) : stem.slice(0, 100);
}
