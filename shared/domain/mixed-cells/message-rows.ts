/**
 * Makes rows of a text that people wrote line by line: a pasted message or several, a form of labels and values, one below
 * the other (docs/domain.md, «Messages as rows»). Each message becomes one row with one cell, which is then taken apart.
 */
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import { wholeSheet } from '../sheets/sheet-range.ts';
import { excerpt } from '../values/cell-text.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { Table } from '../table/table.ts';
import { columnFields } from '../model/fields.ts';
import { readMessage, type MessageText, type PartMeaning } from './message-text.ts';

/** A line of the file with the number of its row. */
interface Line {
  readonly row: number;
  readonly text: string;
  /** Nothing stands between this line and the one before. */
  readonly follows: boolean;
}

interface Message {
  readonly row: number;
  readonly lines: readonly Line[];
  readonly read: MessageText;
}

/** A table wider than a label, a value and a remark is no form. */
const mostColumns = 3;
/** Longer texts are judged by their beginning. */
const judgedLines = 400;
/** Least share of the lines that must belong to messages that are orders. */
const leastShare = 0.5;

const fields: ReadonlySet<string> = new Set(columnFields);
/** What begins an order anew where it comes again. */
const telling: readonly PartMeaning[] = ['order_id', 'full_name', 'phone', 'address'];

/** What messengers write above a copied message: «Aziz, [25.11.2026 10:12]», «[10:12, 25.11.2026] Aziz:», «25.11.2026, 10:12 - Aziz:». */
const chatHead =
  /^(?:(?<author>[^\n[\]]{1,60}?),? ?\[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?\]:?|\[(?:\d{1,2}:\d{2}(?::\d{2})?, )?\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?\] ?[^:\n]{0,60}:?|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[-–] ?)[^:\n]{1,60}:)\s*/u;
const ruler = /^\s*[-–—=_*~.•]{3,}\s*$/u;

function linesOf(table: Table, delimiter: string | null): Line[] {
  const lines: Line[] = [];
  let before = 0;
  for (let index = 0; index < table.rowCount; index++) {
    const cells: string[] = [];
    table.forEachCell(index, (_column, _kind, text) => cells.push(text.trim()));
    const row = table.rowNumber(index);
    const isForm = delimiter === null && cells.length === 2 && !/[:：]$/u.test(cells[0] ?? '');
    const text = cells.join(delimiter === null ? (isForm ? ': ' : ' ') : `${delimiter} `.replace(/^\t /u, ' '));
    lines.push(...text.split('\n').map((part, at) => ({ row, text: part, follows: at > 0 || row === before + 1 })));
    before = row;
  }
  return lines;
}

const meaningsOf = ({ parts }: MessageText): readonly PartMeaning[] => parts.map(({ meaning }) => meaning);

function isOrder(read: MessageText): boolean {
  const found = new Set(meaningsOf(read).filter((meaning) => fields.has(meaning)));
  return found.size >= 3 && (found.has('phone') || found.has('full_name') || found.has('address'));
}

/** Divides the lines where a messenger's head, a ruler or a blank line parts messages, or a label comes again. */
function messagesOf(lines: readonly Line[]): Message[] {
  const messages: Message[] = [];
  let open: Line[] = [];
  let known = new Set<PartMeaning>();
  const close = (): void => {
    const [first] = open;
    if (first) messages.push({ row: first.row, lines: open, read: readMessage(textOf(open)) });
    open = [];
    known = new Set();
  };
  for (const line of lines) {
    const head = chatHead.exec(line.text);
    if (ruler.test(line.text) || head) {
      close();
      const rest = head ? line.text.slice(head[0].length) : '';
      if (rest.trim() !== '') open.push({ ...line, text: rest });
      continue;
    }
    const said = meaningsOf(readMessage(line.text));
    const comesAgain = said.some((meaning) => telling.includes(meaning) && known.has(meaning));
    // Two phones in following lines are of one message; a blank line or a label parts them.
    if (comesAgain && (!line.follows || said.some((meaning) => meaning !== 'phone') || isLabelledAgain(line, open)))
      close();
    open.push(line);
    for (const meaning of said) known.add(meaning);
  }
  close();
  return messages;
}

const labelOf = (text: string): string => /^\s*([^:\n]{1,40})[:：]/u.exec(text)?.[1]?.trim().toLowerCase() ?? '';

function isLabelledAgain(line: Line, open: readonly Line[]): boolean {
  const label = labelOf(line.text);
  return label !== '' && open.some(({ text }) => labelOf(text) === label);
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** A table of fewer columns could be lines that were torn at a sign within them. */
const fewestColumns = 4;
/** Share of a table's rows that reach its last columns; of messages only as many as are alike by chance. */
const leastAlike = 0.9;

/** «Ism:», «Тел. рақам:» at a cell's beginning; not «soat 12:00». */
const wordLabel = /^\s*\p{L}[\p{L}\s.ʻʼ‘’'`-]{0,30}[:：]/u;

/**
 * Whether the rows of a text file are a table's: nearly all reach its last columns, without «label:», and are parted by a
 * sign that nobody writes within a message. Such a file may still lack headings.
 */
function isRegular(table: Table, delimiter: string | null): boolean {
  if (delimiter === null || delimiter === ',' || table.columnCount < fewestColumns) return false;
  let [rows, alike] = [0, 0];
  for (let index = 0; index < Math.min(table.rowCount, judgedLines); index++) {
    let [last, isLabelled] = [-1, false];
    table.forEachCell(index, (column, _kind, text) => {
      if (text.trim() === '') return;
      last = column;
      isLabelled ||= wordLabel.test(text);
    });
    if (last < 0) continue;
    rows++;
    if (last >= table.columnCount - 2 && !isLabelled) alike++;
  }
  return rows > 1 && alike >= rows * leastAlike;
}

/** Whether one of the message's rows is an order by itself. */
function isOneRow({ lines }: Message): boolean {
  const rows = [...new Set(lines.map(({ row }) => row))];
  return (
    rows.length === 1 || rows.some((row) => isOrder(readMessage(textOf(lines.filter((line) => line.row === row)))))
  );
}

export interface MessageRows {
  readonly table: Table;
  /** Texts that are no order. */
  readonly issues: readonly Issue[];
  /** A column of texts that say several things each, whatever their look; none where there is no such column. */
  readonly mixedColumn?: number;
}

/**
 * A table with one message a row, under its first line's number; null where the table is none of messages. `delimiter`: that
 * of a text file, whose cells may be torn lines.
 */
export function messageRows(table: Table, delimiter: string | null): MessageRows | null {
  if ((delimiter === null && table.columnCount > mostColumns) || isRegular(table, delimiter)) return null;
  const lines = linesOf(table, delimiter);
  const sample = messagesOf(lines.slice(0, judgedLines));
  const orders = sample.filter(({ read }) => isOrder(read));
  const isEnough =
    orders.reduce((sum, one) => sum + one.lines.length, 0) >= Math.min(lines.length, judgedLines) * leastShare;
  // Where a row's only cell is an order, it is taken apart where it stands.
  const isTorn = delimiter !== null && table.columnCount > 1;
  if (!isEnough) return null;
  if (!isTorn && orders.filter(isOneRow).length * 2 >= orders.length) return null;
  const all = messagesOf(lines);
  const builder = new TableBuilder();
  for (const { row, lines: own, read } of all) {
    if (!isOrder(read)) continue;
    builder.startRow(row);
    builder.addCell(0, 'text', textOf(own).trim());
  }
  const { sheet, date1904, hiddenRows } = table;
  return {
    table: builder.build({ sheet, date1904, hiddenRows }),
    issues: [
      messagesIssue(all.filter(({ read }) => isOrder(read)).length),
      ...leftIssues(all.filter(({ read, lines: own }) => !isOrder(read) && textOf(own).trim() !== '')),
    ],
  };
}

/** Rows that a sentence names. */
const namedRows = 10;

/** Texts that are no order: said once, with their rows and the first of them. */
function leftIssues(left: readonly Pick<Message, 'row' | 'lines'>[]): Issue[] {
  const [first] = left;
  if (first === undefined) return [];
  const rows = left.slice(0, namedRows).map(({ row }) => row);
  const text = excerpt(textOf(first.lines).replace(/\s+/gu, ' ').trim());
  const params = { count: left.length, rows: `${rows.join(', ')}${left.length > namedRows ? ' …' : ''}`, text };
  return [{ code: 'reading.messagesLeft', severity: 'warning', scope: 'file', params }];
}

/** The same for a chat's export, whose rows are messages already; null where none of them is an order. */
export function ordersOfChat(table: Table): MessageRows | null {
  const builder = new TableBuilder();
  const left: Pick<Message, 'row' | 'lines'>[] = [];
  let count = 0;
  for (let index = 0; index < table.rowCount; index++) {
    const row = table.rowNumber(index);
    const text = table.text(index, 0);
    if (index > 0 && !isOrder(readMessage(text))) {
      left.push({ row, lines: [{ row, text, follows: false }] });
      continue;
    }
    if (index > 0) count++;
    builder.startRow(row);
    table.forEachCell(index, (column, kind, held) => builder.addCell(column, kind, held));
  }
  return count === 0
    ? null
    : { table: builder.build({ sheet: table.sheet }), issues: [messagesIssue(count), ...leftIssues(left)] };
}

function messagesIssue(count: number): Issue {
  const asTable: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'notMessages', params: {}, reading: { range: wholeSheet } },
  };
  return { code: 'reading.messages', severity: 'notice', scope: 'file', params: { count }, answers: [asTable] };
}
