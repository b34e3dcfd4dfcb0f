/**
 * Scans the XML of a worksheet and collects its cells. (ECMA-376 part 1, 18.3)
 *
 * Rows and cells, nearly all of a sheet, are read byte by byte without making strings of their tags; {@link XmlScanner}
 * handles the rest.
 */
import { cellKindCode, type MergedRange } from '../../../shared/domain/table/table.ts';
import { isBlank, type CellCollector } from '../cells.ts';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import { CellTag, type CellType } from './cell-tag.ts';
import { XlsxCellValue } from './cell-value.ts';
import { generalFormat, withShownCurrency, withShownZeros, type NumberFormat } from './number-formats.ts';
import { PlainCell } from './plain-cell.ts';
import { parseMergedRange } from './range.ts';
import { TextHeap } from './text-heap.ts';
import { doubleQuote, endsName, equals, findEndTagEnd, findTagEnd, readAttributes, slash } from './xml-bytes.ts';
import { XmlScanner } from './xml-scanner.ts';
import { isTrue } from './xml-tags.ts';
import { StruckRows } from '../struck-rows.ts';

const letterC = 99;
const space = 32;
const digitZero = 48;
const letterH = 104;
const letterI = 105;
const letterO = 111;
const letterR = 114;
const letterW = 119;

/** Added to a kind's code: numbers under the format are shown with zeros before them. */
const zerosFlag = 128;

/** Bytes of `</worksheet>`, with which every sheet ends. */
const shortestEnd = 12;

export interface SheetScannerOptions {
  readonly strings: readonly string[];
  /** By the index of the cell format. */
  readonly numberFormats: readonly NumberFormat[];
  /** By the index of the cell format; null: none is struck through. */
  readonly struckFormats?: Uint8Array | null;
  /** See SharedStrings. */
  readonly struckStrings?: ReadonlyMap<number, boolean>;
  readonly cells: CellCollector;
  /** Stop after so many non-empty rows. */
  readonly firstRows: number | undefined;
}

export class SheetScanner extends XmlScanner {
  readonly merged: MergedRange[] = [];
  readonly hiddenRows: number[] = [];
  /** 0-based. */
  readonly hiddenColumns: number[] = [];
  readonly #parts: SheetScannerOptions;
  readonly #cells: CellCollector;
  readonly #struckFormats: Uint8Array | null;
  readonly #struckStrings: ReadonlyMap<number, boolean>;
  /** Null as long as nothing in the workbook is struck through. */
  #struck: StruckRows | null;
  readonly #firstRows: number;
  readonly #tag = new CellTag();
  readonly #value = new XlsxCellValue();
  readonly #texts = new TextHeap();
  readonly #plain = new PlainCell(this.#texts);
  /** Kinds' codes by the index of the cell format, perhaps with {@link zerosFlag}. */
  readonly #numberCodes: Uint8Array;
  /** The bytes that the plain cells are read from. */
  #looked: Buffer | undefined;
  #isInRows = false;
  #row = 0;
  #column = -1;
  #textCharacters = 0;
  #rowTags = 0;
  #cellTags = 0;

  constructor(parts: SheetScannerOptions) {
    super('worksheet', ['row', 'c']);
    this.#parts = parts;
    this.#cells = parts.cells;
    this.#numberCodes = Uint8Array.from(
      parts.numberFormats,
      ({ kind, leastDigits, currency }) =>
        cellKindCode[kind] + (leastDigits > 0 || currency !== undefined ? zerosFlag : 0),
    );
    this.#struckFormats = parts.struckFormats ?? null;
    this.#struckStrings = parts.struckStrings ?? new Map();
    this.#struck = this.#struckFormats !== null || this.#struckStrings.size > 0 ? new StruckRows() : null;
    this.#firstRows = parts.firstRows ?? Number.POSITIVE_INFINITY;
  }

  /** The text of which cells added as slices are parts. */
  text(): string {
    return this.#texts.text();
  }

  /** Rows of which every filled cell is struck through, ascending. */
  struckRows(): readonly number[] {
    return this.#struck?.list() ?? [];
  }

  override end(): void {
    super.end();
    if (this.#isInRows && !this.stopped) throw readingRefusal('reading.brokenWorkbook');
  }

  protected override take(bytes: Buffer, at: number): number {
    if (!this.#isInRows) return 0;
    // Even the end tag of the sheet is longer than what is left.
    if (at + shortestEnd > bytes.length) return -1;
    if (bytes[at + 1] === slash) return this.#takeRowEnd(bytes, at + 2);
    const name = this.nameStart(bytes, at + 1);
    if (name < 0) return 0;
    if (bytes[name] === letterC && endsName(bytes[name + 1])) {
      const next = this.#takePlainCells(bytes, at);
      return next > at ? next : this.#takeCell(bytes, name + 1);
    }
    if (
      bytes[name] === letterR &&
      bytes[name + 1] === letterO &&
      bytes[name + 2] === letterW &&
      endsName(bytes[name + 3])
    )
      return this.#takeRow(bytes, name + 3);
    return 0;
  }

  protected override open(name: string, bytes: Buffer, nameEnd: number, tagEnd: number, selfClosing: boolean): void {
    if (name === 'sheetData') this.#isInRows = !selfClosing;
    else if (name === 'mergeCell') this.#addMerged(readAttributes(bytes, nameEnd, tagEnd).get('ref') ?? '');
    else if (name === 'col') this.#addColumns(readAttributes(bytes, nameEnd, tagEnd));
  }

  protected override close(name: string): void {
    if (name === 'sheetData') this.#isInRows = false;
  }

  /** Skips `</row>`; `from` is the position after `</`. */
  #takeRowEnd(bytes: Buffer, from: number): number {
    const name = this.nameStart(bytes, from);
    if (
      name < 0 ||
      bytes[name] !== letterR ||
      bytes[name + 1] !== letterO ||
      bytes[name + 2] !== letterW ||
      !endsName(bytes[name + 3])
    )
      return 0;
    const tagEnd = findEndTagEnd(bytes, name + 3);
    return tagEnd < 0 ? -1 : tagEnd + 1;
  }

  #takeRow(bytes: Buffer, from: number): number {
    const tagEnd = findTagEnd(bytes, from);
    if (tagEnd < 0) return -1;
    if (this.#cells.rowCount >= this.#firstRows) {
      this.stopped = true;
      return tagEnd + 1;
    }
    let number = plainRowNumber(bytes, from, tagEnd);
    let hidden = false;
    if (number < 0) {
      const attributes = readAttributes(bytes, from, tagEnd);
      const written = attributes.get('r') ?? '';
      number = /^\d+$/.test(written) ? Number(written) : 0;
      hidden = isTrue(attributes.get('hidden'));
    }
    this.#row = number > 0 ? number : this.#row + 1;
    this.#column = -1;
    if (this.#row > limits.rows) throw readingRefusal('reading.beyondSheet', { address: `A${this.#row}` });
    if (++this.#rowTags > limits.rows) throw readingRefusal('reading.brokenWorkbook');
    if (hidden && this.#row !== this.hiddenRows.at(-1)) this.hiddenRows.push(this.#row);
    return tagEnd + 1;
  }

  /** Reads `<c …>…</c>`; `from` is the position after the tag's name. Changes nothing where the bytes end too soon. */
  #takeCell(bytes: Buffer, from: number): number {
    const tag = this.#tag;
    let next = tag.read(bytes, from);
    if (next < 0) return -1;
    if (!tag.selfClosing) {
      next = this.#value.read(bytes, next, tag.type);
      if (next < 0) return -1;
    }
    this.#countCellTag();
    // A cell's own address counts; without one it stands after the cell before it.
    if (tag.column >= 0) {
      this.#column = tag.column;
      this.#row = tag.row;
    } else {
      this.#column++;
      if (this.#row === 0) this.#row = 1;
    }
    if (tag.selfClosing) return next;
    const { held, isStruck } = this.#value;
    if (isStruck === true) this.#startNoting();
    this.#addCell(tag, this.#value);
    if (this.#struck !== null && !this.#isBlank(held, tag.type === 'shared'))
      this.#noteStrike(tag.style, tag.type === 'shared' ? (this.#struckStrings.get(Number(held)) ?? null) : isStruck);
    return next;
  }

  /** Reads consecutive cells of the usual form; returns the position after the last of them. */
  #takePlainCells(bytes: Buffer, from: number): number {
    const cell = this.#plain;
    if (bytes !== this.#looked) {
      this.#looked = bytes;
      cell.setBytes(bytes);
    }
    let at = from;
    for (let next = cell.read(at); next > 0; next = cell.read(at)) {
      if (cell.isText && (!this.#cells.isNext(cell.row, cell.column) || this.#hasZeros(cell))) return at;
      at = next;
      this.#countCellTag();
      this.#row = cell.row;
      this.#column = cell.column;
      if (cell.type === 'shared') this.#addShared(cell.value);
      else if (cell.type !== 'none') this.#addPlain(cell);
      if (this.#struck !== null && cell.type !== 'none' && !this.#isBlank(cell.value, cell.type === 'shared'))
        this.#noteStrike(
          cell.style,
          cell.type === 'shared' ? (this.#struckStrings.get(Number(cell.value)) ?? null) : null,
        );
    }
    return at;
  }

  /** Whether a number is held as it is written, while its format shows zeros before it. */
  #hasZeros(cell: PlainCell): boolean {
    return cell.type === 'number' && (this.#numberCodes[cell.style] ?? 0) >= zerosFlag;
  }

  /** Whether there is nothing to see in the cell, struck or not. */
  #isBlank(held: string | number, isShared: boolean): boolean {
    return isShared ? this.#parts.strings[Number(held)] === '' : isBlank(String(held));
  }

  /** @param runs whether all runs of the cell's text are struck; null: its style says */
  #noteStrike(style: number, runs: boolean | null): void {
    this.#struck?.note(this.#row, runs ?? this.#struckFormats?.[style] === 1);
  }

  /** The first struck text stands in a cell itself: what came before it in its row, if anything, was not struck. */
  #startNoting(): void {
    if (this.#struck !== null) return;
    this.#struck = new StruckRows();
    if (!this.#cells.isNext(this.#row, 0)) this.#struck.note(this.#row, false);
  }

  #addPlain(cell: PlainCell): void {
    const code = cell.type === 'inline' ? cellKindCode.text : (this.#numberCodes[cell.style] ?? cellKindCode.number);
    if (code >= zerosFlag) this.#addFormatted(cell.value, this.#formatOf(cell.style));
    else if (cell.isText) {
      this.#countCharacters(0);
      this.#cells.addSlice(cell.row, cell.column, code, this.#texts.from, this.#texts.to);
    } else {
      this.#cells.addNumber(cell.row, cell.column, code, cell.value);
    }
  }

  #countCellTag(): void {
    if (++this.#cellTags > limits.cellTags) throw readingRefusal('reading.brokenWorkbook');
  }

  #addCell(tag: CellTag, value: XlsxCellValue): void {
    const { held } = value;
    if (value.isFormula && isUncalculated(tag, value)) this.#cells.addUncalculated(this.#row, this.#column);
    else if (held === '') return;
    else if (tag.type === 'shared' && !value.isInline) this.#addShared(held);
    else if (tag.type === 'number' && !value.isInline) this.#addNumber(held, tag.style);
    else if (tag.type === 'text' || value.isInline) this.#addText(String(held));
    else this.#addWord(tag.type, String(held));
  }

  #addShared(held: string | number): void {
    const text = this.#parts.strings[typeof held === 'number' ? held : Number(held.trim() || 'none')];
    if (text === undefined) throw readingRefusal('reading.brokenWorkbook');
    // Blank texts are '' among the shared strings.
    if (text !== '') this.#cells.add(this.#row, this.#column, 'text', text);
  }

  #formatOf(style: number): NumberFormat {
    return this.#parts.numberFormats[style] ?? generalFormat;
  }

  #addFormatted(held: string | number, format: NumberFormat): void {
    const sum = withShownCurrency(held, format);
    if (sum !== undefined) {
      this.#cells.add(this.#row, this.#column, 'text', sum);
      return;
    }
    const shown = withShownZeros(held, format);
    if (shown === undefined) this.#cells.add(this.#row, this.#column, format.kind, held);
    else this.#cells.addWithZeros(this.#row, this.#column, shown);
  }

  #addNumber(held: string | number, style: number): void {
    if (typeof held === 'number') {
      this.#addFormatted(held, this.#formatOf(style));
      return;
    }
    const digits = held.trim();
    if (digits === '') return;
    const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(digits);
    if (isNumber) this.#addFormatted(digits, this.#formatOf(style));
    else this.#cells.add(this.#row, this.#column, 'text', digits);
  }

  #addText(text: string): void {
    if (isBlank(text)) return;
    this.#countCharacters(text.length);
    this.#cells.add(this.#row, this.#column, 'text', text);
  }

  /** Adds a boolean, an error or an ISO date. */
  #addWord(type: CellType, text: string): void {
    const word = text.trim();
    if (isBlank(word)) return;
    this.#countCharacters(word.length);
    if (type === 'boolean') this.#addBoolean(word);
    else this.#cells.add(this.#row, this.#column, type === 'error' ? 'error' : 'date', word);
  }

  /** Counts characters outside the heap. @throws FailureError `reading.tooMuchText` beyond the limit */
  #countCharacters(characters: number): void {
    this.#textCharacters += characters;
    if (this.#textCharacters + this.#texts.characters > limits.textCharacters)
      throw readingRefusal('reading.tooMuchText');
  }

  #addBoolean(text: string): void {
    const isFalse = text === '0' || text === 'false';
    if (isTrue(text) || isFalse) this.#cells.add(this.#row, this.#column, 'boolean', isFalse ? 'FALSE' : 'TRUE');
    else this.#cells.add(this.#row, this.#column, 'text', text);
  }

  #addMerged(reference: string): void {
    const range = parseMergedRange(reference);
    if (!range) return;
    if (this.merged.length >= limits.mergedRanges) throw readingRefusal('reading.brokenWorkbook');
    this.merged.push(range);
  }

  #addColumns(attributes: ReadonlyMap<string, string>): void {
    if (!isTrue(attributes.get('hidden'))) return;
    const first = Number(attributes.get('min'));
    const last = Math.min(Number(attributes.get('max')), limits.columns);
    for (let column = first; column <= last && this.hiddenColumns.length < limits.columns; column++)
      this.hiddenColumns.push(column - 1);
  }
}

/**
 * The row number, where the row tag's attributes begin with it: 0 where there are none, -1 where they begin otherwise or
 * may say that the row is hidden.
 */
function plainRowNumber(bytes: Buffer, from: number, tagEnd: number): number {
  let at = from;
  if (at === tagEnd) return 0;
  if (bytes[at] !== space || bytes[at + 1] !== letterR || bytes[at + 2] !== equals || bytes[at + 3] !== doubleQuote)
    return -1;
  let number = 0;
  for (at += 4; at < tagEnd && bytes[at] !== doubleQuote; at++) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  for (; at < tagEnd; at++) if (bytes[at] === letterH && bytes[at + 1] === letterI) return -1;
  return number;
}

/** A text formula may result in '' (an empty value); with any other type an empty value means that it was never calculated. */
function isUncalculated(tag: CellTag, value: XlsxCellValue): boolean {
  return !value.isPresent || (value.held === '' && tag.type !== 'text' && !value.isInline);
}
