/** Workbooks in the XML of Excel 2003. */
import { refusal } from '../../refusal.ts';
import type { ForeignBook } from '../foreign-sheet.ts';
import { XmlEvents } from '../markup/xml-events.ts';
import { Xml2003Reader, xml2003Prefixes } from './workbook-reader.ts';

/** @throws FailureError `reading.brokenWorkbook` where the text is cut or no XML */
export function openXml2003(xml: string, firstRows: number | undefined): ForeignBook {
  const reader = new Xml2003Reader(firstRows);
  const events = new XmlEvents(reader, xml2003Prefixes);
  events.write(xml);
  events.end();
  if (!reader.isWorkbook) throw refusal('reading.notSpreadsheet');
  const sheets = reader.sheets();
  if (sheets.length === 0) throw refusal('reading.noSheets');
  return { encoding: null, sheets, issues: [] };
}
