/** The first step of every value parser: handles blank cells, sheet errors and cells of a wrong kind. */
import type { Params } from '../model/issues.ts';
import type { Cell, CellKind } from '../table/table.ts';
import { cleanText, isBlankText } from './clean-text.ts';
import { blankCell, noticeRemark, refusedCell, type Parsed, type ValueRemark } from './parsed.ts';

export interface CellContent {
  readonly kind: 'content';
  readonly text: string;
  readonly remarks: readonly ValueRemark[];
}

const noRemarks: readonly ValueRemark[] = [];

/** Most characters of a cell's text quoted in a message. */
const quotedLength = 60;

/** The cell's text shortened for a message. */
export function excerpt(text: string): string {
  return text.length <= quotedLength ? text : `${text.slice(0, quotedLength - 1)}…`;
}

/** Excel's error values in English and Russian, as found in cells and CSV files. */
const sheetError = new RegExp(
  String.raw`^#(?:N/A|NAME\?|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|Н/Д|ИМЯ\?|ССЫЛКА!|` +
    'ЗНАЧ!|ДЕЛ/0!|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!)$',
  'iu',
);

/** Whether the cell holds a formula error such as #N/A. */
export function isSheetError({ kind, text }: Cell): boolean {
  return kind === 'error' || sheetError.test(cleanText(text).text);
}

/**
 * The clean text of a cell whose kind is one of `kinds` (text always is), or the reason why there is none. Wrong kinds are
 * refused with `values.isDate`, `values.isPercent` or `values.isBoolean`, never converted.
 */
export function readCellContent(
  cell: Cell,
  kinds: readonly CellKind[],
  params: Params = {},
): CellContent | Exclude<Parsed<never>, { kind: 'value' }> {
  const { text, invisible } = cleanText(cell.text);
  if (cell.kind === 'uncalculated') return refusedCell('values.uncalculated', params);
  if (cell.kind === 'error' || (text.startsWith('#') && sheetError.test(text)))
    return refusedCell('values.sheetError', withExcerpt(text, params));
  if (isBlankText(text)) return blankCell;
  if (cell.kind === 'boolean' || (cell.kind === 'text' && isBoolean(text)))
    return refusedCell('values.isBoolean', withExcerpt(text, params));
  if (cell.kind === 'date' && !kinds.includes('date')) return refusedCell('values.isDate', withExcerpt(text, params));
  if (cell.kind === 'percent' && !kinds.includes('percent'))
    return refusedCell('values.isPercent', withExcerpt(text, params));
  return { kind: 'content', text, remarks: invisible ? [noticeRemark('values.invisible', params)] : noRemarks };
}

function withExcerpt(text: string, params: Params): Params {
  return { ...params, value: excerpt(text) };
}

/** Excel's TRUE and FALSE in CSV files (capitals only: «True» may be a street). */
function isBoolean(text: string): boolean {
  return text === 'TRUE' || text === 'FALSE' || text === 'ИСТИНА' || text === 'ЛОЖЬ';
}
