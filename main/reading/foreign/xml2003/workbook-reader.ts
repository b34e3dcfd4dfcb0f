/** Collects the cells of every sheet of a workbook in the XML of Excel 2003 (SpreadsheetML) from its XML events. */
import type { MergedRange } from '../../../../shared/domain/table/table.ts';
import { CellCollector, isBlank } from '../../cells.ts';
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import { StruckRows } from '../../struck-rows.ts';
import type { ForeignSheet } from '../foreign-sheet.ts';
import { losslessNumber } from '../lossless-number.ts';
import type { StartTag, XmlEventHandler } from '../markup/xml-events.ts';
import { withShownCurrency, withShownZeros, type NumberFormat } from '../../xlsx/number-formats.ts';
import { CellStyles } from './styles.ts';

export const xml2003Prefixes: Readonly<Record<string, string>> = {
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:schemas-microsoft-com:office:excel': 'x',
  'http://www.w3.org/TR/REC-html40': 'html',
};

interface OpenSheet {
  readonly name: string;
  readonly cells: CellCollector;
  readonly merged: MergedRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  readonly columnStyles: Map<number, string>;
  readonly struck: StruckRows;
  hidden: boolean;
  /** The row of the cell that was added last. */
  filledRow: number;
}

export class Xml2003Reader implements XmlEventHandler {
  isWorkbook = false;
  wantsText = false;
  readonly #mostRows: number;
  readonly #styles = new CellStyles();
  readonly #read: OpenSheet[] = [];
  #date1904 = false;
  #sheet: OpenSheet | undefined;
  #row = 0;
  #rowSpan = 0;
  #rowStyle: string | undefined;
  #column = 0;
  #nextColumn = 0;
  #tableColumn = 0;
  #cell: StartTag | undefined;
  #hasData = false;
  #type = '';
  #text = '';
  #isComment = false;

  constructor(firstRows: number | undefined) {
    this.#mostRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  start(tag: StartTag): void {
    const attribute = (name: string): string | undefined => tag.attributes.get(`ss:${name}`);
    switch (tag.name) {
      case 'ss:Workbook':
        this.isWorkbook = true;
        break;
      case 'ss:Style':
        this.#styles.start(attribute('ID') ?? '', attribute('Parent'));
        break;
      case 'ss:NumberFormat':
        this.#styles.setFormat(attribute('Format') ?? 'General');
        break;
      case 'ss:Font':
        if (!this.#sheet) this.#styles.setStruck(attribute('StrikeThrough') === '1');
        break;
      case 'x:Date1904':
        this.#date1904 = true;
        break;
      case 'ss:Worksheet':
        this.#sheet = {
          name: attribute('Name') ?? '',
          cells: new CellCollector(),
          merged: [],
          hiddenRows: [],
          hiddenColumns: [],
          columnStyles: new Map(),
          struck: new StruckRows(),
          hidden: false,
          filledRow: 0,
        };
        this.#row = 0;
        this.#rowSpan = 0;
        this.#tableColumn = 0;
        break;
      case 'ss:Column':
        this.#addColumns(tag);
        break;
      case 'ss:Row':
        this.#startRow(tag);
        break;
      case 'ss:Cell':
        this.#startCell(tag);
        break;
      case 'ss:Comment':
        this.#isComment = true;
        break;
      case 'ss:Data':
        this.#startText(attribute('Type') ?? 'String', this.#cell !== undefined && !this.#isComment);
        break;
      case 'x:Visible':
        this.#startText('', true);
        break;
      case 'html:BR':
      case 'html:Br':
        if (this.wantsText) this.#text += '\n';
        break;
      default:
    }
  }

  text(text: string): void {
    this.#text += text;
  }

  end(name: string): void {
    switch (name) {
      case 'ss:Data':
        if (this.wantsText) this.#addCell();
        this.wantsText = false;
        break;
      case 'ss:Comment':
        this.#isComment = false;
        break;
      case 'ss:Cell':
        this.#endCell();
        break;
      case 'x:Visible':
        if (this.#sheet && this.#text.trim() !== 'SheetVisible') this.#sheet.hidden = true;
        this.wantsText = false;
        break;
      case 'ss:Worksheet':
        if (this.#read.length >= limits.sheets) throw readingRefusal('reading.brokenWorkbook');
        if (this.#sheet) this.#read.push(this.#sheet);
        this.#sheet = undefined;
        break;
      default:
    }
  }

  /** To be called at the end: the date system is in the workbook's options, which may come after its sheets. */
  sheets(): ForeignSheet[] {
    return this.#read.map(({ name, hidden, cells, merged, hiddenRows, hiddenColumns, struck }) => {
      const struckRows = struck.list();
      const table = cells.build({
        sheet: name,
        date1904: this.#date1904,
        merged,
        hiddenRows,
        hiddenColumns,
        struckRows,
      });
      return { name, hidden, rows: table.rowCount, read: () => ({ table, issues: cells.issues }) };
    });
  }

  #startText(type: string, isWanted: boolean): void {
    this.#type = type;
    this.#text = '';
    this.wantsText = isWanted;
  }

  #addColumns(tag: StartTag): void {
    const index = numberIn(tag, 'ss:Index');
    if (index !== undefined) this.#tableColumn = index - 1;
    const last = Math.min(this.#tableColumn + (numberIn(tag, 'ss:Span') ?? 0), limits.columns - 1);
    const style = tag.attributes.get('ss:StyleID');
    for (let column = this.#tableColumn; column <= last; column++) {
      if (style !== undefined) this.#sheet?.columnStyles.set(column, style);
      if (isHidden(tag)) this.#sheet?.hiddenColumns.push(column);
    }
    this.#tableColumn = last + 1;
  }

  #startRow(tag: StartTag): void {
    this.#row = numberIn(tag, 'ss:Index') ?? this.#row + this.#rowSpan + 1;
    // A row's span stands for empty rows below it.
    this.#rowSpan = numberIn(tag, 'ss:Span') ?? 0;
    this.#rowStyle = tag.attributes.get('ss:StyleID');
    this.#nextColumn = 0;
    if (isHidden(tag) && (this.#sheet?.hiddenRows.length ?? 0) < limits.rows) this.#sheet?.hiddenRows.push(this.#row);
  }

  #startCell(tag: StartTag): void {
    this.#cell = tag;
    this.#hasData = false;
    const index = numberIn(tag, 'ss:Index');
    this.#column = index === undefined ? this.#nextColumn : index - 1;
    const across = numberIn(tag, 'ss:MergeAcross') ?? 0;
    const down = numberIn(tag, 'ss:MergeDown') ?? 0;
    this.#nextColumn = this.#column + across + 1;
    if (across + down > 0 && this.#sheet) {
      if (this.#sheet.merged.length >= limits.mergedRanges) throw readingRefusal('reading.xml2003');
      this.#sheet.merged.push({
        firstRow: this.#row,
        lastRow: this.#row + down,
        firstColumn: this.#column,
        lastColumn: this.#column + across,
      });
    }
  }

  #endCell(): void {
    if (this.#cell?.attributes.has('ss:Formula') === true && !this.#hasData)
      this.#takeRow()?.addUncalculated(this.#row, this.#column);
    this.#cell = undefined;
  }

  #addCell(): void {
    this.#hasData = true;
    const text = this.#text;
    const trimmed = text.trim();
    if (isBlank(text)) return;
    const cells = this.#takeRow();
    if (cells) this.#sheet?.struck.note(this.#row, this.#styles.isStruck(...this.#stylesOfCell()));
    switch (this.#type) {
      case 'Number':
        if (cells) this.#addNumber(cells, losslessNumber(trimmed));
        break;
      case 'DateTime':
        cells?.add(this.#row, this.#column, 'date', timeOfDay(trimmed) ?? trimmed);
        break;
      case 'Boolean':
        cells?.add(
          this.#row,
          this.#column,
          'boolean',
          trimmed === '1' || trimmed.toLowerCase() === 'true' ? 'TRUE' : 'FALSE',
        );
        break;
      case 'Error':
        cells?.add(this.#row, this.#column, 'error', trimmed);
        break;
      default:
        cells?.add(this.#row, this.#column, 'text', text);
    }
  }

  #addNumber(cells: CellCollector, held: string | number): void {
    const format = this.#numberFormat();
    const sum = withShownCurrency(held, format);
    const shown = withShownZeros(held, format);
    if (sum !== undefined) cells.add(this.#row, this.#column, 'text', sum);
    else if (shown === undefined) cells.add(this.#row, this.#column, format.kind, held);
    else cells.addWithZeros(this.#row, this.#column, shown);
  }

  #numberFormat(): NumberFormat {
    return this.#styles.format(...this.#stylesOfCell());
  }

  /** Those that count for the cell, the first one most. */
  #stylesOfCell(): readonly (string | undefined)[] {
    return [this.#cell?.attributes.get('ss:StyleID'), this.#rowStyle, this.#sheet?.columnStyles.get(this.#column)];
  }

  /** The sheet's cells, where the row is among those asked for; a row that was begun is read to its end. */
  #takeRow(): CellCollector | undefined {
    const sheet = this.#sheet;
    if (!sheet || (sheet.filledRow !== this.#row && sheet.cells.rowCount >= this.#mostRows)) return undefined;
    sheet.filledRow = this.#row;
    return sheet.cells;
  }
}

/** A time without a date is written on the day before the first: returned as a fraction of a day, like in Excel's other formats. */
function timeOfDay(text: string): number | undefined {
  const [, hours, minutes, seconds] = /^1899-12-31T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)$/.exec(text) ?? [];
  return hours === undefined ? undefined : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function numberIn(tag: StartTag, attribute: string): number | undefined {
  const number = Number(tag.attributes.get(attribute));
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

function isHidden(tag: StartTag): boolean {
  const hidden = tag.attributes.get('ss:Hidden');
  return hidden === '1' || hidden === 'true';
}
