/** Collects the cells of every table of an OpenDocument spreadsheet from its XML events. */
import type { MergedRange } from '../../../../shared/domain/table/table.ts';
import { CellCollector } from '../../cells.ts';
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import type { ForeignSheet } from '../foreign-sheet.ts';
import type { StartTag, XmlEventHandler } from '../markup/xml-events.ts';
import { OdsCellText } from './cell-text.ts';
import { isWithZeros } from '../../xlsx/number-formats.ts';
import { odsCellValueOf, type OdsCellValue } from './cell-value.ts';

/** Prefixes by namespace, as LibreOffice writes them. (ODF 1.3 part 3, 1.4) */
export const odfPrefixes: Readonly<Record<string, string>> = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext',
};

/** Elements whose texts and tables do not belong to the sheet: comments, drawings, tracked changes, copies of other files. */
const passedOver = new Set([
  'office:annotation',
  'office:forms',
  'table:shapes',
  'table:tracked-changes',
  'table:dde-links',
  'table:dde-link',
  'table:content-validations',
  'text:ruby-text',
  'text:note',
]);

interface OpenTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: CellCollector;
  readonly merged: MergedRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly repeated: number;
}

export class OdsContentReader implements XmlEventHandler {
  readonly sheets: ForeignSheet[] = [];
  /** The document is a spreadsheet, and not a text or a drawing. */
  isSpreadsheet = false;
  wantsText = false;
  readonly #mostRows: number;
  readonly #hiddenTableStyles = new Set<string>();
  readonly #text = new OdsCellText();
  #style = '';
  #table: OpenTable | undefined;
  #skippedIn = 0;
  #row = 0;
  #rowRepeated = 1;
  #rowCells: { readonly column: number; readonly held: OdsCellValue }[] = [];
  #column = 0;
  #tableColumn = 0;
  #cell: OpenCell | undefined;
  #cellsInAll = 0;

  constructor(firstRows: number | undefined) {
    this.#mostRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  start(tag: StartTag): void {
    if (this.#skippedIn > 0 || passedOver.has(tag.name) || (this.#cell && tag.name.startsWith('draw:'))) {
      this.#skippedIn++;
      this.wantsText = false;
      return;
    }
    switch (tag.name) {
      case 'style:style':
        this.#style = tag.attributes.get('style:family') === 'table' ? (tag.attributes.get('style:name') ?? '') : '';
        break;
      case 'style:table-properties':
        if (tag.attributes.get('table:display') === 'false') this.#hiddenTableStyles.add(this.#style);
        break;
      case 'office:spreadsheet':
        this.isSpreadsheet = true;
        break;
      case 'table:table':
        this.#startTable(tag);
        break;
      case 'table:table-column':
        this.#addColumns(tag);
        break;
      case 'table:table-row':
        this.#startRow(tag);
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#startCell(tag);
        break;
      case 'text:p':
        if (this.#cell) this.#text.startParagraph();
        this.wantsText = this.#cell !== undefined;
        break;
      default:
        if (this.wantsText) this.#text.addElement(tag);
    }
  }

  text(text: string): void {
    this.#text.add(text);
  }

  end(name: string): void {
    if (this.#skippedIn > 0) {
      this.#skippedIn--;
      return;
    }
    if (name === 'text:p') this.wantsText = false;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#endCell();
    else if (name === 'table:table-row') this.#endRow();
    else if (name === 'table:table') this.#endTable();
  }

  #startTable(tag: StartTag): void {
    // A table inside a cell's drawing or another table is no sheet.
    if (this.#table) throw readingRefusal('reading.ods');
    const hidden = this.#hiddenTableStyles.has(tag.attributes.get('table:style-name') ?? '');
    this.#table = {
      name: tag.attributes.get('table:name') ?? '',
      hidden,
      cells: new CellCollector(),
      merged: [],
      hiddenRows: [],
      hiddenColumns: [],
    };
    this.#row = 0;
    this.#tableColumn = 0;
  }

  #addColumns(tag: StartTag): void {
    const repeated = repeatedIn(tag, 'table:number-columns-repeated');
    if (isHidden(tag)) {
      const last = Math.min(this.#tableColumn + repeated, limits.columns);
      for (let column = this.#tableColumn; column < last; column++) this.#table?.hiddenColumns.push(column);
    }
    this.#tableColumn += repeated;
  }

  #startRow(tag: StartTag): void {
    this.#row++;
    this.#column = 0;
    this.#rowCells = [];
    this.#rowRepeated = repeatedIn(tag, 'table:number-rows-repeated');
    // Rows hidden to the end of the sheet are no rows of a table.
    if (isHidden(tag)) {
      const last = Math.min(this.#row + this.#rowRepeated, limits.rows + 1);
      for (let row = this.#row; row < last && (this.#table?.hiddenRows.length ?? 0) < limits.rows; row++)
        this.#table?.hiddenRows.push(row);
    }
  }

  #startCell(tag: StartTag): void {
    this.#cell = { attributes: tag.attributes, repeated: repeatedIn(tag, 'table:number-columns-repeated') };
    this.#text.clear();
    const rows = Number(tag.attributes.get('table:number-rows-spanned') ?? 1);
    const columns = Number(tag.attributes.get('table:number-columns-spanned') ?? 1);
    if (rows * columns > 1 && this.#table) {
      if (this.#table.merged.length >= limits.mergedRanges) throw readingRefusal('reading.ods');
      this.#table.merged.push({
        firstRow: this.#row,
        lastRow: this.#row + rows - 1,
        firstColumn: this.#column,
        lastColumn: this.#column + columns - 1,
      });
    }
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    this.wantsText = false;
    if (!cell) return;
    const held = odsCellValueOf(cell.attributes, this.#text.text);
    if (held) {
      if (this.#column + cell.repeated > limits.columns)
        throw readingRefusal('reading.beyondSheet', { address: `${this.#row}` });
      for (let more = 0; more < cell.repeated; more++) this.#rowCells.push({ column: this.#column + more, held });
    }
    this.#column += cell.repeated;
  }

  #endRow(): void {
    const table = this.#table;
    if (table && this.#rowCells.length > 0) {
      // Limited over all sheets: a few tags can stand for any number of cells.
      this.#cellsInAll += this.#rowCells.length * this.#rowRepeated;
      if (this.#cellsInAll > limits.cells) throw readingRefusal('reading.tooManyCells', { limit: limits.cells });
      for (let more = 0; more < this.#rowRepeated && table.cells.rowCount < this.#mostRows; more++) {
        for (const {
          column,
          held: [kind, held],
        } of this.#rowCells) {
          if (kind === 'uncalculated') table.cells.addUncalculated(this.#row + more, column);
          else if (kind === 'number' && isWithZeros(held)) table.cells.addWithZeros(this.#row + more, column, held);
          else table.cells.add(this.#row + more, column, kind, held);
        }
      }
    }
    this.#row += this.#rowRepeated - 1;
  }

  #endTable(): void {
    if (!this.#table) return;
    if (this.sheets.length >= limits.sheets) throw readingRefusal('reading.brokenWorkbook');
    const { name, hidden, cells, merged, hiddenRows, hiddenColumns } = this.#table;
    const table = cells.build({ sheet: name, merged, hiddenRows, hiddenColumns });
    this.sheets.push({ name, hidden, rows: table.rowCount, read: () => ({ table, issues: cells.issues }) });
    this.#table = undefined;
  }
}

function repeatedIn(tag: StartTag, attribute: string): number {
  const repeated = Number(tag.attributes.get(attribute) ?? 1);
  return Number.isInteger(repeated) && repeated > 0 ? repeated : 1;
}

function isHidden(tag: StartTag): boolean {
  const visibility = tag.attributes.get('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}
