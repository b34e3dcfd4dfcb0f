/** Recognises our own report opened as a file (in any language) and reads the accepted orders from it. */
import { languages, type Language } from '../../messages/translator.ts';
import { translatorFor } from '../../messages/translators.ts';
import { failedColumns, reportColumns } from './report-table.ts';
import type { Table } from '../table/table.ts';

export type ReportColumn = (typeof reportColumns)[number];

/** 0-based positions of the columns that a report adds, and its language. */
export interface OwnReport {
  /** `failures`: the rows that were not done alone, which the shop puts right and sends again. */
  readonly kind: 'rows' | 'failures';
  readonly language: Language;
  readonly columns: ReadonlyMap<ReportColumn, number>;
}

/** An order that the report lists as accepted. */
export interface AcceptedRow {
  /** As Excel shows it in the report. */
  readonly row: number;
  readonly orderId: number;
  /** Null where the report does not hold it. */
  readonly wmsId: number | null;
}

/** Headings of reports that earlier versions wrote. */
const formerHeadings: Readonly<Record<Language, Partial<Record<ReportColumn, readonly string[]>>>> = {
  en: { wmsId: ['WMS: own ID'] },
  ru: { wmsId: ['WMS: свой ID', 'ID в WMS'] },
  uz: { wmsId: ['WMS: oʻz IDsi'] },
  'uz-Cyrl': {},
};

function same(first: string, second: string): boolean {
  return first.trim().toLowerCase() === second.trim().toLowerCase();
}

/** Name of the sheet with the rows, if these are the sheets of our report (whose first sheet is a summary). */
export function ownReportRowsSheet(sheets: readonly { readonly name: string }[]): string | null {
  for (const language of languages) {
    const translate = translatorFor(language);
    const [summary, rows] = [translate('reportFile.sheet.summary'), translate('reportFile.sheet.rows')].map((name) =>
      sheets.find((sheet) => same(sheet.name, name)),
    );
    if (summary && rows) return rows.name;
  }
  return null;
}

/**
 * The added columns, if the headings are those of our report: state and order number are required, in a sheet of failures
 * row, value and reason.
 */
export function recogniseOwnReport(headings: readonly string[]): OwnReport | null {
  for (const language of languages) {
    const translate = translatorFor(language);
    const columns = new Map<ReportColumn, number>();
    for (const name of reportColumns) {
      const known = [translate(`reportFile.column.${name}`), ...(formerHeadings[language][name] ?? [])];
      const column = headings.findLastIndex((heading) => known.some((one) => same(heading, one)));
      if (column >= 0) columns.set(name, column);
    }
    if (columns.has('state') && columns.has('orderId')) return { kind: 'rows', language, columns };
    if (failedColumns.every((name) => columns.has(name))) return { kind: 'failures', language, columns };
  }
  return null;
}

/** Whether it is a practice report (its first line says so): nothing in it was accepted by a real WMS. */
export function isPracticeReport(table: Table, report: OwnReport): boolean {
  const line = translatorFor(report.language)('reportFile.practice');
  return table.rowCount > 0 && same(table.text(0, 0), line);
}

/**
 * The rows whose order was accepted now or before, with their ids: a lost ledger can be refilled from them. An order of
 * several rows is returned once per row.
 * @param firstIndex index of the first row below the headings
 */
export function acceptedRowsOf(table: Table, report: OwnReport, firstIndex: number): AcceptedRow[] {
  const translate = translatorFor(report.language);
  const done = [translate('state.accepted'), translate('state.alreadySent')];
  const text = (index: number, name: ReportColumn): string => {
    const column = report.columns.get(name);
    return column === undefined ? '' : table.text(index, column).trim();
  };
  const accepted: AcceptedRow[] = [];
  for (let index = firstIndex; index < table.rowCount; index++) {
    const state = text(index, 'state');
    const orderId = /^[1-9]\d*$/u.test(text(index, 'orderId')) ? Number(text(index, 'orderId')) : Number.NaN;
    if (!Number.isSafeInteger(orderId) || !done.some((word) => same(word, state))) continue;
    const wmsId = Number(text(index, 'wmsId') || Number.NaN);
    accepted.push({
      row: table.rowNumber(index),
      orderId,
      wmsId: Number.isSafeInteger(wmsId) && wmsId > 0 ? wmsId : null,
    });
  }
  return accepted;
}
