/**
 * Checks the records of an old workbook (.xls) before the library reads them: the library takes a stream that was cut for
 * a complete one.
 * Source: [MS-XLS] 2.1.4 and 2.4.
 */
import { readingRefusal } from '../refusal.ts';

const recordBof = [0x0009, 0x0209, 0x0409, 0x0809];
const recordEof = 0x000a;
const recordFilePass = 0x002f;
const recordBoundSheet = 0x0085;
const recordColumns = 0x007d;

const biff8 = 0x0600;

export interface BiffOutline {
  /** Texts are in a code page of the writer's system: everything before Excel 97. */
  readonly usesCodePages: boolean;
  /** Hidden columns of each sheet, in the order in which the sheets are written. */
  readonly hiddenColumns: readonly (readonly number[])[];
}

/**
 * Follows the records to the end of the last sheet.
 * @throws FailureError `reading.incomplete`, `reading.passwordProtected`
 */
export function outlineBiff(stream: Buffer): BiffOutline {
  const sheetPositions: number[] = [];
  const hiddenAt = new Map<number, number[]>();
  const ended = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const record = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    // Some writers pad the last sector with zeros.
    if (record === 0 && open.length === 0) break;
    if (at + 4 + length > stream.length) throw readingRefusal('reading.incomplete');
    const body = stream.subarray(at + 4, at + 4 + length);
    if (recordBof.includes(record)) open.push(at);
    else if (record === recordFilePass) throw readingRefusal('reading.passwordProtected');
    else if (record === recordBoundSheet && length >= 4) sheetPositions.push(body.readUInt32LE(0));
    else if (record === recordColumns && open.length === 1 && length >= 10)
      noteHiddenColumns(body, hiddenAt, open[0] ?? 0);
    else if (record === recordEof) {
      const begun = open.pop();
      if (begun !== undefined) ended.add(begun);
    }
    at += 4 + length;
  }
  if (open.length > 0 || sheetPositions.some((position) => !ended.has(position)))
    throw readingRefusal('reading.incomplete');
  sheetPositions.sort((a, b) => a - b);
  const version = stream.length >= 6 ? stream.readUInt16LE(4) : 0;
  return {
    usesCodePages: version !== biff8,
    hiddenColumns: sheetPositions.map((position) => hiddenAt.get(position) ?? []),
  };
}

function noteHiddenColumns(body: Buffer, hiddenAt: Map<number, number[]>, sheet: number): void {
  if ((body.readUInt16LE(8) & 1) === 0) return;
  const columns = hiddenAt.get(sheet) ?? [];
  const last = Math.min(body.readUInt16LE(2), 255);
  for (let column = body.readUInt16LE(0); column <= last; column++) columns.push(column);
  hiddenAt.set(sheet, columns);
}
