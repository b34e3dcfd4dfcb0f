/** What every value parser does first: blank cells, sheet errors and cells of a wrong kind are settled here. */
import type { Params } from '../model/issues.ts';
import type { Cell, CellKind } from '../table/table.ts';
import { cleanText, isBlankText } from './clean.ts';
import { blank, notice, refusal, type Parsed, type Remark } from './parsed.ts';

export interface CellText {
  readonly kind: 'content';
  readonly text: string;
  readonly remarks: readonly Remark[];
}

const noRemarks: readonly Remark[] = [];

/** Longest part of a cell's text that a sentence quotes. */
const quotedLength = 60;

/** The cell's text for a sentence: short, on one line. */
export function quoted(text: string): string {
  return text.length <= quotedLength ? text : `${text.slice(0, quotedLength - 1)}…`;
}

/** Excel's error values in English and Russian, as they stand in cells and in CSV files. */
const sheetError = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|Н\/Д|ИМЯ\?|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!)$/iu;

/** Whether the cell shows that a formula failed: #N/A and its like. */
export function isSheetError({ kind, text }: Cell): boolean {
  return kind === 'error' || sheetError.test(cleanText(text).text);
}

/**
 * The clean text of a cell whose kind is one of `kinds` (text always is), or why there is none. The codes of wrong kinds
 * are `values.isDate`, `values.isPercent` and `values.isBoolean`; none of them is ever read as something else.
 */
export function textOf(cell: Cell, kinds: readonly CellKind[], params: Params = {}): CellText | Exclude<Parsed<never>, { kind: 'value' }> {
  const { text, invisible } = cleanText(cell.text);
  if (cell.kind === 'uncalculated') return refusal('values.uncalculated', params);
  if (cell.kind === 'error' || sheetError.test(text)) return refusal('values.sheetError', shownIn(text, params));
  if (isBlankText(text)) return blank;
  if (cell.kind === 'boolean' || (cell.kind === 'text' && isBoolean(text))) return refusal('values.isBoolean', shownIn(text, params));
  if (cell.kind === 'date' && !kinds.includes('date')) return refusal('values.isDate', shownIn(text, params));
  if (cell.kind === 'percent' && !kinds.includes('percent')) return refusal('values.isPercent', shownIn(text, params));
  return { kind: 'content', text, remarks: invisible ? [notice('values.invisible', params)] : noRemarks };
}

function shownIn(text: string, params: Params): Params {
  return { ...params, value: quoted(text) };
}

/** Excel's TRUE and FALSE as CSV files hold them (capitals: «True» may be somebody's street). */
function isBoolean(text: string): boolean {
  return text === 'TRUE' || text === 'FALSE' || text === 'ИСТИНА' || text === 'ЛОЖЬ';
}
