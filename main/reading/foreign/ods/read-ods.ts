/** Reads OpenDocument spreadsheets: packed (.ods) and as one XML text (.fods). */
import { readingRefusal } from '../../refusal.ts';
import type { ZipEntry } from '../../zip/directory.ts';
import { inflate, inflateWhole, type UnpackContext } from '../../zip/inflate.ts';
import type { ForeignBook } from '../foreign-sheet.ts';
import { textPieces, type MarkupOptions } from '../markup/text-pieces.ts';
import { XmlEventParser, type XmlEventHandler } from '../markup/xml-events.ts';
import { odfPrefixes, OdsContentReader } from './content-reader.ts';
import { OdsStruckStyles } from './struck-styles.ts';

/** @throws FailureError `reading.ods` and what inflating throws */
export async function openOds(
  unpacking: UnpackContext,
  entries: readonly ZipEntry[],
  firstRows: number | undefined,
): Promise<ForeignBook> {
  const entry = (name: string): ZipEntry | undefined => entries.find((one) => one.name === name);
  const manifest = entry('META-INF/manifest.xml');
  if (entry('encrypted-package') || (manifest && (await inflateWhole(unpacking, manifest)).includes('encryption-data')))
    throw readingRefusal('reading.passwordProtected');
  const content = entry('content.xml');
  if (!content) throw readingRefusal('reading.ods');
  const styles = new OdsStruckStyles();
  const named = entry('styles.xml');
  if (named) await readPart(unpacking, named, styles);
  const reader = new OdsContentReader(firstRows, styles);
  await readPart(unpacking, content, reader);
  return bookOf(reader);
}

async function readPart(unpacking: UnpackContext, part: ZipEntry, handler: XmlEventHandler): Promise<void> {
  const events = new XmlEventParser(handler, odfPrefixes);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of inflate(unpacking, part)) events.write(decoder.decode(piece, { stream: true }));
  events.write(decoder.decode());
  events.end();
}

/** @throws FailureError `reading.brokenWorkbook`, `reading.cancelled` */
export async function openFlatOds(xml: string, options: MarkupOptions): Promise<ForeignBook> {
  const reader = new OdsContentReader(options.firstRows, new OdsStruckStyles());
  const events = new XmlEventParser(reader, odfPrefixes);
  for await (const piece of textPieces(xml, options)) events.write(piece);
  events.end();
  return bookOf(reader);
}

function bookOf(reader: OdsContentReader): ForeignBook {
  if (!reader.isSpreadsheet) throw readingRefusal('reading.word');
  if (reader.sheets.length === 0) throw readingRefusal('reading.noSheets');
  return { encoding: null, sheets: reader.sheets, issues: [] };
}
