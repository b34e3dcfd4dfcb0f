/** How cells and values are shown to a person; what is sent is another matter. */
import type { Cell } from './table.ts';
import { to1900Serial, localFromSerial, parseSerial } from '../values/dates/serial.ts';

/** `YYYY-MM-DDTHH:mm:ss` → `24.11.2026 14:00`, without a time at midnight. */
export function formatLocalTime(local: string): string {
  const date = `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)}`;
  const time = local.slice(11, 16);
  return time === '00:00' || time === '' ? date : `${date} ${time}`;
}

/** What the cell shows in a spreadsheet, near enough: dates as dates, percentages as such. */
export function formatCell(cell: Cell, date1904: boolean): string {
  if (cell.kind === 'percent' && cell.text !== '' && Number.isFinite(Number(cell.text)))
    return `${Number((Number(cell.text) * 100).toPrecision(12))}%`;
  if (cell.kind !== 'date') return cell.text;
  if (/^\d{4}-\d\d-\d\d/.test(cell.text)) return formatLocalTime(cell.text);
  const local = /^\d+(?:\.\d+)?$/.test(cell.text)
    ? localFromSerial(to1900Serial(parseSerial(cell.text), date1904))
    : undefined;
  return local === undefined ? cell.text : formatLocalTime(local);
}

/** A value that a field's cell was read to, as the cell shows it: delivery dates on Tashkent's clock. */
export function formatFieldValue(value: unknown): string {
  return typeof value === 'object' && value !== null && 'local' in value
    ? formatLocalTime(String(value.local))
    : String(value);
}
