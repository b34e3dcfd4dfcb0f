/** The `read` command prints the cells of a file as they were read, for other programs and for comparing. */
import type { Issue } from '../../../shared/domain/model/issues.ts';
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { preferredSheet } from '../../../shared/domain/sheets/sheet-preference.ts';
import type { Translator } from '../../../shared/messages/translator.ts';
import { issueMessage } from '../../engine/views/check-json.ts';
import { systemClock } from '../../ports.ts';
import { withCurrentSheet } from '../../services/file-sheets.ts';
import { readEverySheet, readSheetFile } from '../../reading/read-file.ts';
import type { ReadOptions } from '../../reading/read-file.ts';
import type { CommandContext } from '../context.ts';
import { exitStatus } from '../exit-status.ts';
import { headerLine, rowLines, totalsLine } from './read-lines.ts';
import type { Terminal } from '../terminal.ts';

export interface ReadCommandOptions {
  readonly sheet?: readonly string[];
  readonly member?: string;
  readonly encoding?: string;
  readonly json?: boolean;
  readonly count?: boolean;
}

const everySheet = 'all';
/** Lines printed at once: each print is a system call. */
const linesAtOnce = 500;

export async function readFileCells(
  { translate, terminal, foreign }: CommandContext,
  path: string,
  { sheet = [], member, encoding, json, count }: ReadCommandOptions,
): Promise<number> {
  const begun = performance.now();
  const files = await readSheets(path, sheet, { member, encoding, foreign, signal: terminal.signal });
  const ms = performance.now() - begun;
  for (const issue of files.flatMap(({ issues }) => issues)) terminal.printNotice(issueLine(issue, translate));
  if (count) {
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    terminal.print(
      JSON.stringify({
        rows: sum(files.map(({ table }) => table.rowCount)),
        cells: sum(files.map(({ table }) => table.cellCount)),
        ms: Math.round(ms),
      }),
    );
  } else if (json) printLines(files, terminal);
  else printSheetSummary(path, files, terminal, translate);
  return exitStatus.success;
}

/** All sheets are read before the first is printed: a file that cannot be read to its end is refused, not half shown. */
async function readSheets(
  path: string,
  wanted: readonly string[],
  options: ReadOptions,
): Promise<readonly SheetFile[]> {
  const files: SheetFile[] = [];
  if (!wanted.includes(everySheet)) {
    const readSheet = (sheet?: string): Promise<SheetFile> =>
      readSheetFile({ path }, { ...options, sheet, preferred: preferredSheet });
    for (const sheet of wanted) files.push(await readSheet(sheet));
    return wanted.length > 0 ? files : [await withCurrentSheet(await readSheet(), readSheet, systemClock.now())];
  }
  for await (const file of readEverySheet({ path }, options)) files.push(file);
  return files;
}

function printLines(files: readonly SheetFile[], terminal: Terminal): void {
  const [first] = files;
  if (first) terminal.print(headerLine(first));
  for (const { table } of files) {
    let lines: string[] = [];
    for (const line of rowLines(table)) {
      if (lines.push(line) < linesAtOnce) continue;
      terminal.print(lines.join('\n'));
      lines = [];
    }
    if (lines.length > 0) terminal.print(lines.join('\n'));
  }
  terminal.print(totalsLine(files.map(({ table }) => table)));
}

function printSheetSummary(path: string, files: readonly SheetFile[], terminal: Terminal, translate: Translator): void {
  const [first] = files;
  if (!first) return;
  terminal.print(
    translate('cli.read.file', {
      name: path,
      format: first.format,
      encoding: first.encoding ?? 'none',
      delimiter: first.delimiter === '\t' ? '⇥' : (first.delimiter ?? 'none'),
    }),
  );
  for (const [index, { name, hidden }] of first.sheets.entries()) {
    const table = files.find(({ sheetIndex }) => sheetIndex === index)?.table;
    const shown = { sheet: name, hidden: hidden ? 'yes' : 'no' };
    terminal.print(
      table
        ? translate('cli.read.sheet', { ...shown, rows: table.rowCount, cells: table.cellCount })
        : translate('cli.read.unread', shown),
    );
  }
}

function issueLine(issue: Issue, translate: Translator): string {
  const { row, column } = issue;
  const message = issueMessage(issue, translate);
  if (row === undefined) return message;
  const place =
    column === undefined
      ? translate('place.row', { row })
      : translate('place.cell', { row, column: columnLetters(column) });
  return `${place}: ${message}`;
}
