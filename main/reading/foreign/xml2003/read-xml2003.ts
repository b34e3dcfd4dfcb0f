/** Reads workbooks in the XML of Excel 2003. */
import { readingRefusal } from '../../refusal.ts';
import type { ForeignBook } from '../foreign-sheet.ts';
import { textPieces, type MarkupOptions } from '../markup/text-pieces.ts';
import { XmlEventParser } from '../markup/xml-events.ts';
import { Xml2003Reader, xml2003Prefixes } from './workbook-reader.ts';

/** @throws FailureError `reading.brokenWorkbook` where the text is cut or no XML; `reading.notSpreadsheet`, `reading.cancelled` */
export async function openXml2003(xml: string, options: MarkupOptions): Promise<ForeignBook> {
  const reader = new Xml2003Reader(options.firstRows);
  const events = new XmlEventParser(reader, xml2003Prefixes);
  for await (const piece of textPieces(xml, options)) events.write(piece);
  events.end();
  if (!reader.isWorkbook) throw readingRefusal('reading.notSpreadsheet');
  const sheets = reader.sheets();
  if (sheets.length === 0) throw readingRefusal('reading.noSheets');
  return { encoding: null, sheets, issues: [] };
}
