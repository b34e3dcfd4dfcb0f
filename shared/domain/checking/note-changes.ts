/**
 * Reports what a row's remark says that its order's day or wares contradict: a day to which it is moved and a ware that is
 * struck out hold the order until somebody says; what only may be so is pointed out (docs/domain.md, «Statuses»).
 */
import type { QuestionAnswer } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { excerpt } from '../values/cell-text.ts';
import { notedDay, type NotedDay } from '../values/dates/noted-day.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { isBareStrike, strikesWare } from '../values/not-to-send-words.ts';
import { scriptKey } from '../values/script-key.ts';
import type { FieldReaders } from './field-readers.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ItemLine } from './item-lines.ts';
import { checkRecipient } from './note-recipient.ts';
import type { NoOrderSigns } from './no-order-signs.ts';

export interface NoteContext {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly signs: NoOrderSigns;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The answer that orders go as their columns say, whatever the remarks are. */
const asWritten: QuestionAnswer = {
  fix: { kind: 'setRules', answer: 'notesAsWritten', rules: { noteChanges: 'send' } },
};

/**
 * @param rows indices of the order's rows that were not left out
 * @param local the order's delivery in Tashkent time, `YYYY-MM-DDTHH:mm:ss`; null: it has none
 */
export function checkNotes(
  context: NoteContext,
  rows: readonly number[],
  local: string | null,
  lines: readonly ItemLine[],
  collector: IssueCollector,
): void {
  const { signs, table, rules } = context;
  for (const index of signs.columns.notes.length === 0 ? [] : rows)
    for (const column of signs.columns.notes) {
      const text = table.text(index, column);
      if (text === '') continue;
      checkRecipient(context, rows, text, rules.noteChanges === 'ask' ? asWritten : null, collector);
      const isAsked =
        rules.noteChanges === 'ask' &&
        (checkDay(context, rows, local, text, collector) || checkWare(context, index, text, lines, rows, collector));
      const about = isAsked ? null : signs.contradictionIn(text);
      if (about !== null)
        collector.addForRow(
          index,
          column,
          'warning',
          'orders.noteChanges',
          { value: excerpt(text), about },
          { field: about },
        );
    }
}

/** `DD.MM.YYYY HH:MM`, with the order's hour where the note names none. */
function spelled({ day, time }: NotedDay, local: string, hadTime: boolean): string {
  const hour = time ?? (hadTime ? local.slice(11, 16) : null);
  return `${day.split('-').toReversed().join('.')}${hour === null ? '' : ` ${hour}`}`;
}

/** A day to which the note moves the order: offered in place of the column's. */
function checkDay(
  { table, readers: { scheduled_at: reader }, now }: NoteContext,
  rows: readonly number[],
  local: string | null,
  text: string,
  collector: IssueCollector,
): boolean {
  const { column } = reader;
  if (column === null || local === null || rows.some((index) => table.isEdited(index, column))) return false;
  const found = notedDay(text, local.slice(0, 10), localFromEpoch(now).slice(0, 10));
  const filled = rows.filter((index) => table.text(index, column).trim() !== '');
  const [first] = filled;
  if (found === null || first === undefined) return false;
  const parsed = reader.read(first);
  const hadTime = parsed.kind === 'value' && parsed.value.hadTime;
  // Of a day and its hours in columns of their own, the day is what is put right.
  const typed =
    reader.columns.length === 1 ? spelled(found, local, hadTime) : spelled({ ...found, time: null }, '', false);
  const fix =
    filled.length === 1
      ? ({ kind: 'setCell', row: table.rowNumber(first), column, text: typed } as const)
      : ({
          kind: 'setCells',
          cells: filled.map((index) => ({ row: table.rowNumber(index), column })),
          text: typed,
        } as const);
  const params = { value: excerpt(text), suggestion: typed };
  collector.addForCell(first, reader, 'error', 'orders.noteMovesDay', params, fix, [{ fix }, asWritten]);
  return true;
}

/** Words of fewer letters are no ware's. */
const shortestWord = 4;
/** So many letters at the end of a word may be its case. */
const mostEnding = 2;

const wordsOf = (text: string): string[] =>
  scriptKey(text)
    .split(' ')
    .filter((word) => word.length >= shortestWord && !/\d/.test(word));

/** Whether the words are one but for their endings: «пиалы», «Пиала». */
function isSameWord(one: string, other: string): boolean {
  const common = Math.max(shortestWord - 1, Math.min(one.length, other.length) - mostEnding);
  return Math.abs(one.length - other.length) <= mostEnding + 2 && one.slice(0, common) === other.slice(0, common);
}

/** A ware that the note strikes out, among others of the order: its rows are left out by the first answer. */
function checkWare(
  { table, readers }: NoteContext,
  index: number,
  text: string,
  lines: readonly ItemLine[],
  rows: readonly number[],
  collector: IssueCollector,
): boolean {
  if (rows.length < 2 || !strikesWare(text)) return false;
  const said = wordsOf(text);
  const nameOf = (row: number): string =>
    [readers.product_name, readers.product_code, readers.client_product_id]
      .flatMap((reader) => (reader.column === null ? [] : reader.text(row)))
      .join(' ');
  const items = [...new Set(lines.map((line) => line.index))];
  const named = items.filter((row) => wordsOf(nameOf(row)).some((word) => said.some((one) => isSameWord(one, word))));
  // «kerak emas» beside a ware that is not the first row's, where the customer stands.
  const struck = named.length > 0 ? named : isBareStrike(text) && index !== rows[0] ? [index] : [];
  if (struck.length === 0 || struck.length === items.length) return false;
  const numbers = struck.map((row) => table.rowNumber(row));
  const fix = { kind: 'leaveRowsOut', rows: numbers } as const;
  collector.addForRow(
    struck[0] ?? index,
    null,
    'error',
    'orders.noteStrikesWare',
    { value: excerpt(text), rows: numbers.slice(0, 10).join(', ') },
    { field: 'client_product_id', fix, answers: [{ fix }, asWritten] },
  );
  return true;
}
