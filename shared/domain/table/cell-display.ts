/** Formats cells and values for display only; what is sent is formatted elsewhere. */
import type { Cell } from './table.ts';
import { to1900Serial, localFromSerial, parseSerial } from '../values/dates/serial.ts';

/** `YYYY-MM-DDTHH:mm:ss` → `24.11.2026 14:00`, without a time at midnight. */
function formatLocalTime(local: string): string {
  const date = `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)}`;
  const time = local.slice(11, 16);
  return time === '00:00' || time === '' ? date : `${date} ${time}`;
}

/** The cell roughly as a spreadsheet shows it: dates and percentages formatted. */
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

/** A field's parsed value as shown in its cell; delivery dates in Tashkent time. */
export function formatFieldValue(value: unknown): string {
  return typeof value === 'object' && value !== null && 'local' in value
    ? formatLocalTime(String(value.local))
    : String(value);
}
