/** Finds out what a zip is: a workbook, another office file, or a folder that somebody packed. */
import { readingRefusal } from './refusal.ts';
import type { ZipEntry } from './zip/directory.ts';

const workbookName = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlsb|ods|fods|csv|tsv|tab)$/i;
const textName = /\.txt$/i;
const listedNames = 10;

export type ZipContent =
  { readonly kind: 'xlsx' | 'xlsb' | 'ods' } | { readonly kind: 'folder'; readonly spreadsheets: readonly ZipEntry[] };

/** Recognises the content. @throws FailureError `reading.word` and the like for documents of other programs */
export function contentOfZip(entries: readonly ZipEntry[]): ZipContent {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase().replace(/^\/+/, '')));
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (names.has('[content_types].xml') || names.has('_rels/.rels') || names.has('xl/workbook.xml')) {
    if (has(/^xl\/workbook\.bin$/)) return { kind: 'xlsb' };
    if (has(/^(?:word|ppt|visio)\//)) throw readingRefusal('reading.word');
    return { kind: 'xlsx' };
  }
  if (has(/^index\/document\.iwa$|^index\.zip$|\.iwa$/)) throw readingRefusal('reading.numbers');
  if (names.has('mimetype') && names.has('encrypted-package')) throw readingRefusal('reading.passwordProtected');
  if (names.has('mimetype') && names.has('content.xml')) return { kind: 'ods' };
  return { kind: 'folder', spreadsheets: spreadsheetsOf(entries) };
}

/** A text file beside spreadsheets is a note; alone it may be a table. */
function spreadsheetsOf(entries: readonly ZipEntry[]): ZipEntry[] {
  const files = entries.filter(({ name }) => {
    const base = baseOf(name);
    // macOS packs a metadata file beside every file; a name with ~$ is Excel's lock file.
    return !name.startsWith('__MACOSX/') && !base.startsWith('.') && !base.startsWith('~$');
  });
  const workbooks = files.filter(({ name }) => workbookName.test(name));
  return workbooks.length > 0 ? workbooks : files.filter(({ name }) => textName.test(name));
}

/**
 * The spreadsheet of a packed folder that is meant: the only one, or the one with this name (with or without its folder).
 * @throws FailureError `reading.zipWithoutSheet`, `reading.zipManyFiles`, `reading.noSuchMember`
 */
export function chooseSpreadsheet(spreadsheets: readonly ZipEntry[], wanted: string | undefined): ZipEntry {
  const [first, ...others] = spreadsheets;
  if (!first) throw readingRefusal('reading.zipWithoutSheet');
  if (wanted !== undefined) {
    const found = findByName(spreadsheets, wanted);
    if (!found) throw readingRefusal('reading.noSuchMember', { member: wanted, files: namesOf(spreadsheets) });
    return found;
  }
  if (others.length > 0)
    throw readingRefusal('reading.zipManyFiles', { count: spreadsheets.length, files: namesOf(spreadsheets) });
  return first;
}

function findByName(spreadsheets: readonly ZipEntry[], wanted: string): ZipEntry | undefined {
  const exact = spreadsheets.find(({ name }) => name === wanted);
  if (exact) return exact;
  const alike = spreadsheets.filter(({ name }) => fold(baseOf(name)) === fold(wanted) || fold(name) === fold(wanted));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Names without folders, except where files of different folders share a name. */
function namesOf(spreadsheets: readonly ZipEntry[]): string {
  const bases = new Set(spreadsheets.map(({ name }) => baseOf(name)));
  const shown = spreadsheets
    .slice(0, listedNames)
    .map(({ name }) => `«${bases.size === spreadsheets.length ? baseOf(name) : name}»`);
  return shown.join(', ') + (spreadsheets.length > listedNames ? ' …' : '');
}

function baseOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
