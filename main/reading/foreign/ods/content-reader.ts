/** Collects the cells of every table of an OpenDocument spreadsheet from its XML events. */
import type { MergedRange } from '../../../../shared/domain/table/table.ts';
import { CellCollector, isBlank } from '../../cells.ts';
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import { StruckRows } from '../../struck-rows.ts';
import type { ForeignSheet } from '../foreign-sheet.ts';
import type { StartTag, XmlEventHandler } from '../markup/xml-events.ts';
import { OdsCellText } from './cell-text.ts';
import { isWithZeros } from '../../xlsx/number-formats.ts';
import { odsCellValueOf, type OdsCellValue } from './cell-value.ts';
import type { OdsStruckStyles } from './struck-styles.ts';

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
  /** Styles of cells that name none, by column. */
  readonly columnStyles: Map<number, string>;
  readonly struck: StruckRows;
}

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly repeated: number;
  /** By its style. */
  readonly isStruck: boolean;
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
  #rowCells: { readonly column: number; readonly held: OdsCellValue; readonly isStruck: boolean }[] = [];
  #rowStyle: string | undefined;
  /** Of the text that is open: whether it is struck, for each span around it. */
  #spans: boolean[] = [];
  /** Whether some of the cell's text is not struck. */
  #hasPlainText = false;
  #column = 0;
  #tableColumn = 0;
  #cell: OpenCell | undefined;
  #cellsInAll = 0;

  readonly #struckStyles: OdsStruckStyles;

  /** @param struckStyles the named styles; the sheets' own are added */
  constructor(firstRows: number | undefined, struckStyles: OdsStruckStyles) {
    this.#struckStyles = struckStyles;
    this.#mostRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  start(tag: StartTag): void {
    if (this.#skippedIn > 0 || passedOver.has(tag.name) || (this.#cell && tag.name.startsWith('draw:'))) {
      this.#skippedIn++;
      this.wantsText = false;
      return;
    }
    this.#struckStyles.start(tag);
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
      case 'text:span':
        this.#spans.push(
          this.#struckStyles.isStruck('text', tag.attributes.get('text:style-name')) ?? this.#isTextStruck(),
        );
        break;
      default:
        if (this.wantsText) this.#text.addElement(tag);
    }
  }

  text(text: string): void {
    this.#text.add(text);
    if (!this.#hasPlainText && !this.#isTextStruck() && !isBlank(text)) this.#hasPlainText = true;
  }

  end(name: string): void {
    if (this.#skippedIn > 0) {
      this.#skippedIn--;
      return;
    }
    this.#struckStyles.end(name);
    if (name === 'text:p') this.wantsText = false;
    else if (name === 'text:span') this.#spans.pop();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#endCell();
    else if (name === 'table:table-row') this.#endRow();
    else if (name === 'table:table') this.#endTable();
  }

  /** Whether what is written now is struck: by the innermost span, else by the cell's style. */
  #isTextStruck(): boolean {
    return this.#spans.at(-1) ?? this.#cell?.isStruck === true;
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
      columnStyles: new Map(),
      struck: new StruckRows(),
    };
    this.#row = 0;
    this.#tableColumn = 0;
  }

  #addColumns(tag: StartTag): void {
    const repeated = repeatedIn(tag, 'table:number-columns-repeated');
    const last = Math.min(this.#tableColumn + repeated, limits.columns);
    const style = tag.attributes.get('table:default-cell-style-name');
    for (let column = this.#tableColumn; column < last; column++) {
      if (isHidden(tag)) this.#table?.hiddenColumns.push(column);
      if (style !== undefined) this.#table?.columnStyles.set(column, style);
    }
    this.#tableColumn += repeated;
  }

  #startRow(tag: StartTag): void {
    this.#row++;
    this.#column = 0;
    this.#rowCells = [];
    this.#rowRepeated = repeatedIn(tag, 'table:number-rows-repeated');
    this.#rowStyle = tag.attributes.get('table:default-cell-style-name');
    // Rows hidden to the end of the sheet are no rows of a table.
    if (isHidden(tag)) {
      const last = Math.min(this.#row + this.#rowRepeated, limits.rows + 1);
      for (let row = this.#row; row < last && (this.#table?.hiddenRows.length ?? 0) < limits.rows; row++)
        this.#table?.hiddenRows.push(row);
    }
  }

  #startCell(tag: StartTag): void {
    const style =
      tag.attributes.get('table:style-name') ?? this.#rowStyle ?? this.#table?.columnStyles.get(this.#column);
    this.#cell = {
      attributes: tag.attributes,
      repeated: repeatedIn(tag, 'table:number-columns-repeated'),
      isStruck: this.#struckStyles.isStruck('table-cell', style) === true,
    };
    this.#text.clear();
    this.#spans = [];
    this.#hasPlainText = false;
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
      // A value without a text is shown in the cell's own style.
      const isStruck = isBlank(this.#text.text) ? cell.isStruck : !this.#hasPlainText;
      for (let more = 0; more < cell.repeated; more++)
        this.#rowCells.push({ column: this.#column + more, held, isStruck });
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
          isStruck,
        } of this.#rowCells) {
          table.struck.note(this.#row + more, isStruck);
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
    const { name, hidden, cells, merged, hiddenRows, hiddenColumns, struck } = this.#table;
    const table = cells.build({ sheet: name, merged, hiddenRows, hiddenColumns, struckRows: struck.list() });
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
