/** Formats the lines that `read --json` prints: every non-empty row of a sheet, as the file holds it. */
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import { columnLetters, type CellKind, type Table } from '../../../shared/domain/table/table.ts';
import { to1900Serial, localFromSerial } from '../../../shared/domain/values/dates/serial.ts';

interface CellJson {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly text: string;
  readonly date?: string;
}

/** The first line: the format and the sheets. */
export function headerLine({ format, encoding, delimiter, sheets }: SheetFile): string {
  return JSON.stringify({ format, encoding, delimiter, sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) });
}

export function* rowLines(table: Table): Generator<string, void, undefined> {
  for (let index = 0; index < table.rowCount; index++) {
    const cells: Record<string, CellJson> = {};
    table.forEachCell(index, (column, kind, text) => {
      const cell = cellJson(kind, text, table.date1904);
      if (cell) cells[columnLetters(column)] = cell;
    });
    yield JSON.stringify({ sheet: table.sheet, row: table.rowNumber(index), cells });
  }
}

/** The last line: how many rows and cells were read of each sheet. */
export function totalsLine(tables: readonly Table[]): string {
  return JSON.stringify({
    sheets: tables.map(({ sheet, rowCount, cellCount }) => ({ name: sheet, rows: rowCount, cells: cellCount })),
  });
}

/** Undefined also for a formula without a result: a notice reports it. */
function cellJson(kind: CellKind, text: string, date1904: boolean): CellJson | undefined {
  switch (kind) {
    case 'empty':
    case 'uncalculated':
      return undefined;
    case 'percent':
      return { kind: 'number', text };
    case 'date': {
      const date = localDate(text, date1904);
      return date === undefined ? { kind, text } : { kind, text, date };
    }
    default:
      return { kind, text };
  }
}

const secondsPerDay = 86_400;

/** A serial, or an ISO date with or without a time, as `YYYY-MM-DDTHH:mm:ss`; a time alone has no date. */
function localDate(text: string, date1904: boolean): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text);
  if (!iso) return localFromSerial(to1900Serial(Number(text), date1904));
  const [, day = '', hours = '00', minutes = '00', seconds = '00'] = iso;
  const at = Date.parse(`${day}T${hours}:${minutes}:00Z`) / 1000 + Math.round(Number(seconds));
  return Number.isNaN(at) || Math.abs(at) > secondsPerDay * 3_000_000
    ? undefined
    : new Date(at * 1000).toISOString().slice(0, 19);
}
