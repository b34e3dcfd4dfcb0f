/** OpenDocument spreadsheets: packed (.ods) and in one XML text (.fods). */
import { refusal } from '../../refusal.ts';
import type { ZipEntry } from '../../zip/directory.ts';
import { inflate, inflateWhole, type Unpacking } from '../../zip/inflate.ts';
import type { ForeignBook } from '../foreign-sheet.ts';
import { inPieces, type MarkupOptions } from '../markup/breath.ts';
import { XmlEvents } from '../markup/xml-events.ts';
import { odfPrefixes, OdsContentReader } from './content-reader.ts';

/** @throws FailureError `reading.ods` and what inflating throws */
export async function openOds(unpacking: Unpacking, entries: readonly ZipEntry[], firstRows: number | undefined): Promise<ForeignBook> {
  const entry = (name: string): ZipEntry | undefined => entries.find((one) => one.name === name);
  const manifest = entry('META-INF/manifest.xml');
  if (entry('encrypted-package') || (manifest && (await inflateWhole(unpacking, manifest)).includes('encryption-data'))) throw refusal('reading.passwordProtected');
  const content = entry('content.xml');
  if (!content) throw refusal('reading.ods');
  const reader = new OdsContentReader(firstRows);
  const events = new XmlEvents(reader, odfPrefixes);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of inflate(unpacking, content)) events.write(decoder.decode(piece, { stream: true }));
  events.write(decoder.decode());
  events.end();
  return bookOf(reader);
}

/** @throws FailureError `reading.brokenWorkbook`, `reading.cancelled` */
export async function openFlatOds(xml: string, options: MarkupOptions): Promise<ForeignBook> {
  const reader = new OdsContentReader(options.firstRows);
  const events = new XmlEvents(reader, odfPrefixes);
  for await (const piece of inPieces(xml, options)) events.write(piece);
  events.end();
  return bookOf(reader);
}

function bookOf(reader: OdsContentReader): ForeignBook {
  if (!reader.isSpreadsheet) throw refusal('reading.word');
  if (reader.sheets.length === 0) throw refusal('reading.noSheets');
  return { encoding: null, sheets: reader.sheets, issues: [] };
}
