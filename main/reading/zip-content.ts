/** What a zip is: a workbook, another office's file, or a folder that somebody packed. */
import { refusal } from './refusal.ts';
import type { ZipEntry } from './zip/directory.ts';

const spreadsheetName = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlsb|ods|csv|tsv|tab|txt)$/i;
const listedNames = 10;

/** The entry of the only spreadsheet in a packed folder, or undefined where the zip is itself a workbook. Anything else is refused. */
export function findSpreadsheet(entries: readonly ZipEntry[]): ZipEntry | undefined {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase().replace(/^\/+/, '')));
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (names.has('[content_types].xml') || names.has('_rels/.rels') || names.has('xl/workbook.xml')) {
    if (has(/^xl\/workbook\.bin$/)) throw refusal('reading.xlsb');
    if (has(/^(?:word|ppt|visio)\//)) throw refusal('reading.word');
    return undefined;
  }
  if (has(/^index\/document\.iwa$|^index\.zip$|\.iwa$/)) throw refusal('reading.numbers');
  if (names.has('mimetype') && names.has('content.xml')) throw refusal('reading.ods');
  return onlySpreadsheet(entries);
}

function onlySpreadsheet(entries: readonly ZipEntry[]): ZipEntry {
  const found = entries.filter(({ name }) => {
    const base = name.split('/').at(-1) ?? '';
    // macOS packs a shadow of every file; a name with ~$ is Excel's lock.
    return spreadsheetName.test(base) && !name.startsWith('__MACOSX/') && !base.startsWith('.') && !base.startsWith('~$');
  });
  const [only, ...others] = found;
  if (!only) throw refusal('reading.zipWithoutSheet');
  if (others.length > 0) {
    const names = found.slice(0, listedNames).map((entry) => `«${entry.name.split('/').at(-1)}»`);
    throw refusal('reading.zipManyFiles', { count: found.length, files: names.join(', ') + (found.length > listedNames ? ' …' : '') });
  }
  return only;
}
