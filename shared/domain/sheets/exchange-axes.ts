/**
 * Reads a sheet whose fields stand one below the other and whose orders beside each other as a table of orders: each column
 * becomes a row with the number of its column (B is row 2), the names in the first column become the headings.
 */
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import { findHeadingRow } from '../columns/heading-row.ts';
import type { ColumnField } from '../model/fields.ts';
import type { MessageRows } from '../mixed-cells/message-rows.ts';
import { columnLetters, type Table } from '../table/table.ts';
import { TableBuilder } from '../table/table-builder.ts';
import { knownFields } from './known-fields.ts';
import { wholeSheet } from './sheet-range.ts';

/** More rows than fields that anybody writes. */
const mostRows = 60;
const mostColumns = 2000;
/** The names stand in one of the first columns. */
const labelColumns = 3;
const fewestFields = 4;
const fewestOrders = 2;
/** Share of the names that must be known. */
const knownShare = 0.5;

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];

/** The table with its rows and columns exchanged; null where its headings do not stand one below the other. */
export function exchangeAxes(table: Table): MessageRows | null {
  if (table.rowCount > mostRows || table.rowCount < fewestFields || table.columnCount > mostColumns) return null;
  const rows = Array.from({ length: table.rowCount }, (_, index) => textsOf(table, index));
  const labels = labelColumnOf(rows);
  if (labels === null) return null;
  const named = rows.flatMap((texts, index) => (texts[labels] !== '' && hasValue(texts, labels) ? [index] : []));
  const orders = Array.from({ length: table.columnCount - labels - 1 }, (_, at) => labels + 1 + at).filter((column) =>
    named.some((index) => rows[index]?.[column] !== ''),
  );
  if (orders.length < fewestOrders) return null;
  const builder = new TableBuilder();
  for (const column of [labels, ...orders]) {
    builder.startRow(column + 1);
    named.forEach((index, at) => {
      const { kind, text } = table.cell(index, column);
      if (rows[index]?.[column] !== '') builder.addCell(at, kind, text);
    });
  }
  const { sheet, date1904, hiddenRows, hiddenColumns } = table;
  return {
    table: builder.build({
      sheet,
      date1904,
      hiddenRows: hiddenColumns.map((column) => column + 1),
      hiddenColumns: hiddenRows.map((row) => named.indexOf(table.indexOfRow(row))).filter((column) => column >= 0),
    }),
    issues: [exchangedIssue(orders)],
  };
}

function textsOf(table: Table, index: number): readonly string[] {
  const texts = Array.from({ length: table.columnCount }, () => '');
  table.forEachCell(index, (column, _kind, text) => (texts[column] = text.trim()));
  return texts;
}

const hasValue = (texts: readonly string[], labels: number): boolean =>
  texts.some((text, column) => column > labels && text !== '');

/** The column that names fields one below the other, as no row names them beside each other; null where there is none. */
function labelColumnOf(rows: readonly (readonly string[])[]): number | null {
  for (let column = 0; column < labelColumns; column++) {
    const names = rows.flatMap((texts) => {
      const name = texts[column] ?? '';
      return name !== '' && hasValue(texts, column) ? [name.replace(/\s*[:：]$/u, '')] : [];
    });
    const fields = knownFields(names);
    const isEnough = fields.size >= fewestFields && fields.size >= names.length * knownShare;
    if (isEnough && customerFields.some((field) => fields.has(field)) && !isTable(rows, fields.size)) return column;
  }
  return null;
}

/** Whether a row names at least half as many fields beside each other. */
function isTable(rows: readonly (readonly string[])[], fields: number): boolean {
  const found = findHeadingRow(rows);
  if (found === undefined) return false;
  const known = rows
    .slice(found.index, found.index + found.headingRowCount)
    .map((texts) => knownFields(texts.filter((text) => text !== '')).size);
  return Math.max(...known) * 2 >= fields;
}

function exchangedIssue(orders: readonly number[]): Issue {
  const [first = 0, last = first] = [orders[0], orders.at(-1)];
  const asTable: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'notMessages', params: {}, reading: { range: wholeSheet } },
  };
  const params = { count: orders.length, first: columnLetters(first), last: columnLetters(last), row: first + 1 };
  return { code: 'reading.axesExchanged', severity: 'notice', scope: 'file', params, answers: [asTable] };
}
