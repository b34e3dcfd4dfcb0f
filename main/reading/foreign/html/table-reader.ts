/** Reads a table of a web page: rows and cells, whose end tags are often left out, with their spans. (HTML Living Standard, 4.9.12) */
import type { CellKind, MergedRange } from '../../../../shared/domain/table/table.ts';
import { CellCollector, isBlank } from '../../cells.ts';
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import { losslessNumber } from '../lossless-number.ts';
import { isWithZeros, shownZerosOf } from '../../xlsx/number-formats.ts';
import { HtmlCellText } from './cell-text.ts';
import { attributeOf, type HtmlTag } from './html-tags.ts';

/** A number that a page shows: digits with spaces, points and commas, perhaps a sign, a percent sign or a currency. No date, no time. */
const shownNumber = /^[^\d:/]{0,5}\d[\d\s\u00a0\u202f.,]*[^\d:/]{0,8}$/;
const dateLike = /\d[./-]\d{1,2}[./-]\d/;
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote']);

/** A table that is still being read. */
export class HtmlTable {
  readonly cells = new CellCollector();
  readonly merged: MergedRange[] = [];
  readonly hiddenRows: number[] = [];
  caption = '';
  readonly #mostRows: number;
  readonly #text = new HtmlCellText();
  /** For each column the last row that a cell from above reaches into. */
  readonly #takenTo: number[] = [];
  #row = 0;
  #column = 0;
  #cell: HtmlTag | undefined;
  #isCaption = false;
  /** The row of the cell that was added last. */
  #filledRow = 0;

  constructor(mostRows: number) {
    this.#mostRows = mostRows;
  }

  tag(tag: HtmlTag): void {
    switch (tag.name) {
      case 'tr':
        this.#endCell();
        if (!tag.closing) this.#startRow(tag);
        break;
      case 'td':
      case 'th':
        this.#endCell();
        if (!tag.closing) this.#startCell(tag);
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        this.#endCell();
        break;
      case 'caption':
        if (tag.closing) this.caption = this.#text.text;
        this.#isCaption = !tag.closing;
        this.#text.clear();
        break;
      case 'br':
        this.#text.breakLine();
        break;
      default:
        if (blocks.has(tag.name)) this.#text.breakBlock();
    }
  }

  text(characters: string): void {
    if (this.#cell || this.#isCaption) this.#text.add(characters);
  }

  end(): void {
    this.#endCell();
  }

  #startRow(tag: HtmlTag): void {
    this.#row++;
    this.#column = 0;
    if (isHidden(tag)) this.hiddenRows.push(this.#row);
  }

  #startCell(tag: HtmlTag): void {
    // A cell without a row is in one of its own.
    if (this.#row === 0) this.#row = 1;
    while ((this.#takenTo[this.#column] ?? 0) >= this.#row) this.#column++;
    this.#cell = tag;
    this.#text.clear();
  }

  #endCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    this.#cell = undefined;
    const columns = spanOf(cell, 'colspan', limits.columns);
    const rows = spanOf(cell, 'rowspan', limits.rows);
    const held = valueOf(cell, this.#text.text);
    if (this.#column + columns > limits.columns)
      throw readingRefusal('reading.beyondSheet', { address: String(this.#row) });
    if (held && (this.#filledRow === this.#row || this.cells.rowCount < this.#mostRows)) {
      if (held[0] === 'number' && isWithZeros(held[1])) this.cells.addWithZeros(this.#row, this.#column, held[1]);
      else this.cells.add(this.#row, this.#column, held[0], held[1]);
      this.#filledRow = this.#row;
    }
    if (rows > 1) for (let more = 0; more < columns; more++) this.#takenTo[this.#column + more] = this.#row + rows - 1;
    if (rows * columns > 1) {
      if (this.merged.length >= limits.mergedRanges) throw readingRefusal('reading.html');
      this.merged.push({
        firstRow: this.#row,
        lastRow: this.#row + rows - 1,
        firstColumn: this.#column,
        lastColumn: this.#column + columns - 1,
      });
    }
    this.#column += columns;
  }
}

/** Excel and LibreOffice write the number itself beside the rounded one that the page shows. */
function valueOf(cell: HtmlTag, text: string): readonly [kind: CellKind, held: string | number] | undefined {
  if (isBlank(text)) return undefined;
  const value = attributeOf(cell, 'x:num') || attributeOf(cell, 'sdval');
  if (value && Number.isFinite(Number(value)) && shownNumber.test(text) && !dateLike.test(text))
    return text.includes('%')
      ? ['percent', losslessNumber(value)]
      : ['number', shownZerosOf(losslessNumber(value), text) ?? losslessNumber(value)];
  return ['text', text];
}

function spanOf(cell: HtmlTag, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return span > 1 ? Math.min(span, most) : 1;
}

function isHidden(tag: HtmlTag): boolean {
  return /display\s*:\s*none/i.test(attributeOf(tag, 'style') ?? '');
}
