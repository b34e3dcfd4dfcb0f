/**
 * Checks the records of an old workbook (.xls) before the library reads them: the library takes a stream that was cut for
 * a complete one. Reads what the library does not tell: hidden columns, and rows that are struck through.
 * Source: [MS-XLS] 2.1.4 and 2.4.
 */
import { readingRefusal } from '../refusal.ts';
import { StruckRows } from '../struck-rows.ts';

const recordBof = [0x0009, 0x0209, 0x0409, 0x0809];
const recordEof = 0x000a;
const recordFilePass = 0x002f;
const recordBoundSheet = 0x0085;
const recordColumns = 0x007d;

const recordFont = 0x0031;
const recordXf = 0x00e0;
/** Cells that hold something, one in a record: row, column, format. (2.4.24, 2.4.127, 2.4.148, 2.4.149, 2.4.180, 2.4.220) */
const recordsOfCells = new Set([0x0205, 0x0006, 0x0204, 0x00fd, 0x0203, 0x027e, 0x00d6]);
/** Several numbers beside each other. (2.4.175) */
const recordMulRk = 0x00bd;
/** In the flags of a font. (2.4.122) */
const fontIsStruck = 0x0008;

const biff8 = 0x0600;

export interface BiffOutline {
  /** Texts are in a code page of the writer's system: everything before Excel 97. */
  readonly usesCodePages: boolean;
  /** Hidden columns of each sheet, in the order in which the sheets are written. */
  readonly hiddenColumns: readonly (readonly number[])[];
  /** Rows (as Excel shows them) of each sheet of which every filled cell is struck through, in the same order. */
  readonly struckRows: readonly (readonly number[])[];
}

/**
 * Follows the records to the end of the last sheet.
 * @throws FailureError `reading.incomplete`, `reading.passwordProtected`
 */
export function outlineBiff(stream: Buffer): BiffOutline {
  const sheetPositions: number[] = [];
  const hiddenAt = new Map<number, number[]>();
  const struck = new StruckCells();
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
    else if (open.length === 1) struck.addRecord(record, body, open[0] ?? 0);
    if (record === recordEof) {
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
    struckRows: sheetPositions.map((position) => struck.rowsOf(position)),
  };
}

function noteHiddenColumns(body: Buffer, hiddenAt: Map<number, number[]>, sheet: number): void {
  if ((body.readUInt16LE(8) & 1) === 0) return;
  const columns = hiddenAt.get(sheet) ?? [];
  const last = Math.min(body.readUInt16LE(2), 255);
  for (let column = body.readUInt16LE(0); column <= last; column++) columns.push(column);
  hiddenAt.set(sheet, columns);
}

/** Follows which rows are struck through, by the fonts of their cells' formats. */
class StruckCells {
  readonly #fonts: boolean[] = [];
  readonly #formats: number[] = [];
  readonly #sheets = new Map<number, StruckRows>();

  /** @param sheet where its part of the stream begins */
  addRecord(record: number, body: Buffer, sheet: number): void {
    if (record === recordFont && body.length >= 4) this.#fonts.push((body.readUInt16LE(2) & fontIsStruck) !== 0);
    else if (record === recordXf && body.length >= 2) this.#formats.push(body.readUInt16LE(0));
    else if (!this.#fonts.includes(true)) return;
    else if (recordsOfCells.has(record) && body.length >= 6)
      this.#note(sheet, body.readUInt16LE(0), body.readUInt16LE(4));
    else if (record === recordMulRk)
      for (let at = 4; at + 8 <= body.length; at += 6) this.#note(sheet, body.readUInt16LE(0), body.readUInt16LE(at));
  }

  rowsOf(sheet: number): readonly number[] {
    return this.#sheets.get(sheet)?.list() ?? [];
  }

  #note(sheet: number, row: number, format: number): void {
    const rows = this.#sheets.get(sheet) ?? new StruckRows();
    this.#sheets.set(sheet, rows);
    const font = this.#formats[format] ?? 0;
    // There is no font 4: those behind it count from 5. (2.5.129)
    rows.note(row + 1, this.#fonts[font < 4 ? font : font - 1] === true);
  }
}
