/** Reads web pages, which shops and accounting programs write and name .xls. Every table with cells is a sheet. */
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import type { ForeignBook, ForeignSheet } from '../foreign-sheet.ts';
import { checkpoint, pieceCharacters, type MarkupOptions } from '../markup/text-pieces.ts';
import { scanHtml, type HtmlTag } from './html-tags.ts';
import { HtmlTable } from './table-reader.ts';

/** Excel writes the sheet names of a saved workbook into a comment. */
const sheetName = /<x:Name>([^<]*)<\/x:Name>/g;

/** @throws FailureError `reading.pageWithoutTable`; `reading.html` where a table does not end; `reading.cancelled` */
export async function openHtml(page: string, options: MarkupOptions): Promise<ForeignBook> {
  const reader = new PageReader(options.firstRows);
  let breath = pieceCharacters;
  for (const at of scanHtml(
    page,
    (tag) => reader.tag(tag),
    (text) => reader.text(text),
    (comment) => reader.note(comment),
  )) {
    if (at < breath) continue;
    await checkpoint(options, at);
    breath = at + pieceCharacters;
  }
  return { encoding: null, sheets: reader.sheets(), issues: [] };
}

class PageReader {
  readonly #mostRows: number;
  readonly #tables: HtmlTable[] = [];
  readonly #open: HtmlTable[] = [];
  #filled = 0;
  readonly #names: string[] = [];

  constructor(firstRows: number | undefined) {
    this.#mostRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  tag(tag: HtmlTag): void {
    if (tag.name !== 'table') this.#open.at(-1)?.tag(tag);
    else if (tag.closing) this.#end(this.#open.pop());
    else {
      if (this.#filled + this.#open.length >= limits.sheets) throw readingRefusal('reading.html');
      const table = new HtmlTable(this.#mostRows);
      this.#tables.push(table);
      this.#open.push(table);
    }
  }

  #end(table: HtmlTable | undefined): void {
    table?.end();
    if (table && table.cells.rowCount > 0) this.#filled++;
  }

  text(characters: string): void {
    this.#open.at(-1)?.text(characters);
  }

  note(comment: string): void {
    for (const [, name = ''] of comment.matchAll(sheetName)) this.#names.push(name);
  }

  sheets(): ForeignSheet[] {
    if (this.#tables.length === 0) throw readingRefusal('reading.pageWithoutTable');
    // The rest of the page is missing: the last rows may be, too.
    if (this.#open.length > 0) throw readingRefusal('reading.html');
    const filled = this.#tables.filter(({ cells }) => cells.rowCount > 0);
    if (filled.length === 0) throw readingRefusal('reading.noCells');
    const isNamed = this.#names.length === filled.length;
    return filled.map(({ cells, merged, hiddenRows, caption }, index) => {
      const name = (isNamed ? this.#names[index] : caption) || `Sheet${index + 1}`;
      const table = cells.build({ sheet: name, merged, hiddenRows });
      return { name, hidden: false, rows: table.rowCount, read: () => ({ table, issues: cells.issues }) };
    });
  }
}
