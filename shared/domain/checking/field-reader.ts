/** Reads one field of a row from the columns mapped to it: joined cells, merged cells, the constant as fallback. */
import { effectiveSeverity, type CheckLevels } from '../model/checks.ts';
import type { ColumnField } from '../model/fields.ts';
import { emptyCell, type Cell, type CellKind } from '../table/table.ts';
import { excerpt } from '../values/cell-text.ts';
import { isBlankText } from '../values/clean-text.ts';
import { isDitto } from '../values/not-to-send-words.ts';
import { blankCell, noticeRemark, warningRemark, type Parsed, type ValueRemark } from '../values/parsed.ts';
import { meaningKey, type FieldMeanings } from '../settled/meanings.ts';
import { readDate } from '../values/dates/date-text.ts';
import { plausibleSerials } from '../values/dates/serial.ts';
import { formatCell } from '../table/cell-display.ts';
import { spelled } from './said-days.ts';
import { isTime } from '../columns/column-values.ts';
import { isDayPart } from '../values/dates/relative-date.ts';
import type { StandingDays } from './standing-days.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { MergedCells } from '../table/merged-cells.ts';

export interface FieldReaderOptions<T> {
  readonly field: ColumnField;
  readonly columns: readonly number[];
  /** Used for blank cells and for a missing column; parsed like a cell. */
  readonly constant: string | undefined;
  /** The profile's levels for warnings; absent: unchanged. */
  readonly checks?: CheckLevels;
  /** The merged ranges, where a cell merged over several rows counts for all of them (order-level fields, order id). */
  readonly merged: MergedCells | null;
  /**
   * Fast path for numeric fields: a bare integer from 1 to this limit is taken as it is, which is what the parser would
   * return; 0 for every other field.
   */
  readonly plainNumberLimit?: number;
  /**
   * What is kept of what cells were read as, beside the last: of fields whose values repeat in many rows all; of others the
   * last of which something is said; nothing where reading a cell again may say something else.
   */
  readonly keeps: 'all' | 'said' | 'nothing';
  parse(cell: Cell): Parsed<T>;
  /** What holds for a row where its own cells do not say it, in full or the day alone; null: nothing. */
  readonly standing?: StandingDays | null;
  /** Index of the first row below the headings, for fields whose cells may say «the same»; none: they are taken as they are. */
  readonly takesAboveFrom?: number;
  /** Columns that are read where the field's own hold nothing, and what is said of them. */
  readonly standIn?: { readonly columns: readonly number[]; readonly heading: string } | undefined;
  /** What every row holds, whatever its cells: a ware that is a column, by its heading. */
  readonly fixed?: string | undefined;
  /** What the shop's texts mean, where that was settled. */
  readonly meanings?: FieldMeanings | undefined;
}

const noRemarks: readonly ValueRemark[] = [];
/** Most values kept per field and kind of cell. */
const mostKept = 50_000;
/** After so many look-ups it is decided whether values repeat often enough to be kept: one in so many. */
const judgedAfter = 16_384;
const leastFound = 8;

/** Most of the last values that are kept where values do not repeat. */
const mostRecent = 64;

/**
 * What values were read as: all, as long as they repeat; else the last ones of which something is said, since what differs
 * in an order's rows is read again for each thing that is reported of it.
 */
class ReadValues<T> {
  #repeat: boolean;
  readonly #kept = new Map<string | number, Parsed<T>>();
  #asked = 0;
  #found = 0;

  constructor(repeat: boolean) {
    this.#repeat = repeat;
  }

  get(held: string | number): Parsed<T> | undefined {
    const known = this.#kept.size === 0 ? undefined : this.#kept.get(held);
    if (this.#repeat && this.#asked < judgedAfter) {
      if (known !== undefined) this.#found++;
      if (++this.#asked === judgedAfter && this.#found * leastFound < judgedAfter) {
        this.#repeat = false;
        this.#kept.clear();
      }
    }
    return known;
  }

  set(held: string | number, parsed: Parsed<T>): void {
    if (this.#repeat) {
      if (this.#kept.size < mostKept) this.#kept.set(held, parsed);
      return;
    }
    if (parsed.kind === 'blank' || (parsed.kind === 'value' && parsed.remarks.length === 0)) return;
    if (this.#kept.size >= mostRecent) this.#kept.clear();
    this.#kept.set(held, parsed);
  }
}

/** Joins a date and a time column: the sum of two serials, or a text with serials formatted. */
function joinedDate(cells: readonly Cell[], date1904: boolean): Cell {
  // Two times of day cannot be added.
  const timed = cells.filter(({ text }) => !Number.isInteger(Number(text)));
  // A day, a month and a year are no serials.
  const parts = cells.filter(({ text }) => Number.isInteger(Number(text)) && Number(text) < plausibleSerials.from);
  if (timed.length <= 1 && parts.length <= 1 && cells.every(({ kind }) => kind === 'date' || kind === 'number'))
    return { kind: 'date', text: String(cells.reduce((sum, { text }) => sum + Number(text), 0)) };
  return { kind: 'text', text: cells.map((cell) => spelledDate(cell, date1904)).join(' ') };
}

/** Whether a text is a day with its year, so that it needs no other column but one of hours. */
function isWholeDate({ kind, text }: Cell): boolean {
  const { kind: read } = readDate(text);
  return kind === 'text' && (read === 'date' || read === 'numeric');
}

/** A day that was typed in place of a part of it stands for all parts; hours beside it count where it has none. */
function besideTyped(typed: Cell, cells: readonly Cell[]): readonly Cell[] {
  const read = readDate(typed.text);
  if ((read.kind === 'date' || read.kind === 'numeric') && read.clock !== null) return [typed];
  return cells.filter((cell) => cell === typed || isHour(cell));
}

function isHour({ kind, text }: Cell): boolean {
  return kind === 'text' ? readDate(text).kind === 'onlyTime' : Number(text) < 1;
}

function spelledDate(cell: Cell, date1904: boolean): string {
  const days = cell.kind === 'date' || cell.kind === 'number' ? Number(cell.text) : Number.NaN;
  if (cell.kind === 'number' && days >= plausibleSerials.from)
    return formatCell({ kind: 'date', text: cell.text }, date1904);
  if (!(days < 1)) return formatCell(cell, date1904);
  const minutes = Math.round(days * 1440);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Adds the notice that a text was read as what it means. */
function saidMeaning<T>(parsed: Parsed<T>, field: ColumnField, held: string, meant: string): Parsed<T> {
  if (parsed.kind !== 'value') return parsed;
  const value = held.trim();
  const remark: ValueRemark = {
    ...noticeRemark('orders.settledValue', { field, value: excerpt(value), text: excerpt(meant) }),
    fix: { kind: 'settle', thing: { kind: 'value', field, value, text: meant }, settled: false },
  };
  return { ...parsed, remarks: [...parsed.remarks, remark] };
}

const longestDitto = 24;
/** Beginnings of what {@link isDitto} finds, and of more. */
const dittoBeginning = /^\s*(?:["”“„»«〃'`-]|\/\/|т[оау]|o.?sh|ush|shu|xud|yuq|ў?ш|уш|шу|худ|ю[қк]|sam|dit)/iu;

/** Quick test before {@link isDitto}: nearly every cell ends here. */
function mayBeDitto(text: string): boolean {
  return text.length <= longestDitto && dittoBeginning.test(text);
}

function isBlank({ kind, text }: Cell): boolean {
  return kind === 'empty' || isBlankText(text);
}

export class FieldReader<T> {
  readonly field: ColumnField;
  readonly columns: readonly number[];
  /** The column that issues and fixes refer to; null without a column. */
  readonly column: number | null;
  /** The parsed constant; null where there is none, or it was refused. */
  readonly constant: { readonly value: T } | null;
  /** Remarks on the constant, reported once per file. */
  readonly constantRemarks: readonly ValueRemark[];
  readonly #table: EditedTable;
  readonly #merged: MergedCells | null;
  readonly #parse: (cell: Cell) => Parsed<T>;
  readonly #meanings: FieldMeanings | null;
  readonly #takesAbove: boolean;
  readonly #standing: StandingDays | null;
  readonly #standIn: FieldReaderOptions<T>['standIn'];
  readonly #fixed: Cell | null;
  readonly #firstIndex: number;
  readonly #plainNumberLimit: number;
  /** What cells were read as, by their kind: texts, which most are, and the others. */
  readonly #readTexts: ReadValues<T> | null;
  readonly #readOthers = new Map<CellKind, ReadValues<T> | null>();
  readonly #keeps: FieldReaderOptions<T>['keeps'];
  /** The last cell and what it was read as: neighbouring rows often hold the same. */
  #lastHeld: string | number = '';
  #lastKind: CellKind = 'empty';
  #lastParsed: Parsed<T> = blankCell;
  /** The field's only column, where neither joins nor merged cells are involved. */
  readonly #plainColumn: number | null;

  constructor(table: EditedTable, options: FieldReaderOptions<T>) {
    this.field = options.field;
    this.columns = options.columns;
    this.column = options.columns[0] ?? null;
    this.#table = table;
    const merged = options.merged;
    this.#merged = merged !== null && options.columns.some((column) => merged.hasColumn(column)) ? merged : null;
    const { meanings } = options;
    this.#meanings = meanings ?? null;
    this.#parse =
      meanings === undefined
        ? options.parse
        : (cell) => this.#parseMeant(cell, meanings, (meant) => options.parse(meant));
    this.#takesAbove = options.takesAboveFrom !== undefined;
    this.#firstIndex = options.takesAboveFrom ?? 0;
    this.#plainNumberLimit = meanings === undefined ? (options.plainNumberLimit ?? 0) : 0;
    this.#keeps = options.keeps;
    this.#readTexts = this.#newMemory();
    this.#standing = options.standing ?? null;
    this.#standIn = options.standIn;
    this.#fixed = options.fixed === undefined ? null : { kind: 'text', text: options.fixed };
    const isPlain =
      this.#merged === null && this.#standing === null && this.#standIn === undefined && this.#fixed === null;
    this.#plainColumn = isPlain && options.columns.length === 1 ? this.column : null;
    const parsed: Parsed<T> =
      options.constant === undefined ? { kind: 'blank' } : options.parse({ kind: 'text', text: options.constant });
    const remarks = parsed.kind === 'value' ? parsed.remarks : parsed.kind === 'refusal' ? [parsed.remark] : [];
    this.constantRemarks = remarks.flatMap((remark) => {
      const severity = effectiveSeverity(remark.code, remark.severity, options.checks ?? {});
      return severity === null ? [] : [{ ...remark, severity }];
    });
    // A constant whose remark the profile raises to an error must not fill every order.
    this.constant =
      parsed.kind === 'value' && this.constantRemarks.every(({ severity }) => severity !== 'error')
        ? { value: parsed.value }
        : null;
  }

  /** Whether the field has a column or a constant, or something stands beside the rows. */
  get hasSource(): boolean {
    return this.hasCells || this.constant !== null;
  }

  /** Whether rows may hold it: by a column, or by what stands beside them. */
  get hasCells(): boolean {
    return this.column !== null || this.#standing !== null;
  }

  /** The row's cells for this field, joined into one; empty where no column is mapped. */
  cell(index: number): Cell {
    const own = this.#ownCells(index);
    const beside = this.#standing?.at(index);
    if (beside == null) return own;
    if (own.kind === 'empty' || own.text.trim() === '')
      return {
        kind: 'text',
        text: beside.clock === null ? spelled(beside.day) : `${spelled(beside.day)} ${beside.clock}`,
      };
    const text = spelledDate(own, this.#table.file.date1904);
    return isTime({ kind: 'text', text }) || isDayPart(text)
      ? { kind: 'text', text: `${spelled(beside.day)} ${text}` }
      : own;
  }

  #ownCells(index: number): Cell {
    if (this.#fixed !== null) return this.#fixed;
    const own = this.#joined(index, this.columns);
    return this.#standIn !== undefined && isBlank(own) ? this.#joined(index, this.#standIn.columns) : own;
  }

  /** Whether the row's value comes from the columns that stand in for the field's own. */
  usesStandIn(index: number): boolean {
    if (this.#standIn === undefined || !isBlank(this.#joined(index, this.columns))) return false;
    return !isBlank(this.#joined(index, this.#standIn.columns));
  }

  /** Whether other columns may stand in for the field's own. */
  get hasStandIn(): boolean {
    return this.#standIn !== undefined;
  }

  #joined(index: number, columns: readonly number[]): Cell {
    if (columns.length === 1) return this.#own(index, columns[0] ?? 0);
    if (columns.length === 0) return emptyCell;
    const filled: Cell[] = [];
    let typed: Cell | null = null;
    for (const column of columns) {
      const cell = this.#own(index, column);
      if (cell.kind === 'empty' || cell.text.trim() === '') continue;
      filled.push(cell);
      if (this.field === 'scheduled_at' && this.#table.isEdited(index, column) && isWholeDate(cell)) typed = cell;
    }
    if (filled.length <= 1) return filled[0] ?? emptyCell;
    if (this.field === 'scheduled_at')
      return joinedDate(typed === null ? filled : besideTyped(typed, filled), this.#table.file.date1904);
    return { kind: 'text', text: filled.map(({ text }) => text).join(this.field === 'address' ? ', ' : ' ') };
  }

  /** Whether {@link read} finds at once what a row has in common with the row that was read before it. */
  get isQuick(): boolean {
    return this.#plainColumn !== null;
  }

  text(index: number): string {
    return this.#plainColumn === null ? this.cell(index).text : this.#table.text(index, this.#plainColumn);
  }

  /** The raw value with edits applied, for comparing rows without parsing; '' where it is blank. */
  rawValue(index: number): string | number {
    return this.#plainColumn === null ? this.cell(index).text : this.#table.rawValue(index, this.#plainColumn);
  }

  /** Whether {@link cell} may be a text; cheaper than reading it. */
  mayBeText(index: number): boolean {
    const column = this.#plainColumn;
    return column === null || this.#table.isEdited(index, column) || this.#table.file.kind(index, column) === 'text';
  }

  /** Whether it was settled what the text means. */
  isSettled(text: string): boolean {
    return this.#meanings?.has(meaningKey(text)) === true;
  }

  /** Parses a cell as this field. */
  parse(cell: Cell): Parsed<T> {
    return this.#parse(cell);
  }

  /** Parses the row's cells; ignores the constant. */
  read(index: number): Parsed<T> {
    const column = this.#plainColumn;
    if (column === null) return this.#readJoined(index);
    if (this.#table.isEdited(index, column)) {
      const cell = this.cell(index);
      return this.#takesAbove && isDitto(cell.text) ? this.#readAbove(index, cell.text, column) : this.#parse(cell);
    }
    const { file } = this.#table;
    const position = file.cellIndex(index, column);
    if (position < 0) return blankCell;
    const kind = file.kindAt(position);
    const held = file.rawValueAt(position);
    // Most cells of most files: parsing is faster than a cache look-up.
    if (
      typeof held === 'number' &&
      held <= this.#plainNumberLimit &&
      held >= 1 &&
      kind === 'number' &&
      Number.isInteger(held)
    )
      return { kind: 'value', value: held as T, remarks: noRemarks };
    if (held === this.#lastHeld && kind === this.#lastKind) return this.#lastParsed;
    const kept = kind === 'text' ? this.#readTexts : this.#readOf(kind);
    let parsed = kept?.get(held);
    if (parsed === undefined) {
      // What is kept is no ditto: those are read anew for every row.
      if (this.#takesAbove && typeof held === 'string' && mayBeDitto(held) && isDitto(held))
        return this.#readAbove(index, held, column);
      parsed = this.#parse({ kind, text: typeof held === 'string' ? held : String(held) });
      kept?.set(held, parsed);
    }
    this.#lastHeld = held;
    this.#lastKind = kind;
    this.#lastParsed = parsed;
    return parsed;
  }

  #newMemory(): ReadValues<T> | null {
    return this.#keeps === 'nothing' ? null : new ReadValues(this.#keeps === 'all');
  }

  #readOf(kind: CellKind): ReadValues<T> | null {
    const known = this.#readOthers.get(kind);
    if (known !== undefined) return known;
    const made = this.#newMemory();
    this.#readOthers.set(kind, made);
    return made;
  }

  /** Reads the cell as what its text means, and says so. */
  #parseMeant(cell: Cell, meanings: FieldMeanings, parse: (cell: Cell) => Parsed<T>): Parsed<T> {
    const meant = cell.kind === 'empty' ? undefined : meanings.get(meaningKey(cell.text));
    if (meant === undefined) return parse(cell);
    return saidMeaning(parse({ kind: 'text', text: meant }), this.field, cell.text, meant);
  }

  /** Reads cells that are joined, each of which may have a meaning of its own. */
  #readJoined(index: number): Parsed<T> {
    let parsed = this.#parse(this.cell(index));
    if (this.#standIn !== undefined && parsed.kind === 'value' && this.usesStandIn(index))
      parsed = {
        ...parsed,
        remarks: [
          ...parsed.remarks,
          noticeRemark('orders.takenInstead', { field: this.field, heading: this.#standIn.heading }),
        ],
      };
    if (this.#meanings === null || this.columns.length < 2) return parsed;
    for (const column of this.columns) {
      const { text } = this.#held(index, column);
      const meant = this.#meanings.get(meaningKey(text));
      if (meant !== undefined) parsed = saidMeaning(parsed, this.field, text, meant);
    }
    return parsed;
  }

  /** What the nearest row above holds in the file (not as edited: rows are checked one by one). */
  #readAbove(index: number, said: string, column: number): Parsed<T> {
    for (let above = index - 1; above >= this.#firstIndex && this.#table.areOnOneSheet(above, index); above--) {
      const cell = this.#table.file.cell(above, column);
      if (cell.kind === 'empty' || cell.text.trim() === '') return this.#parse({ kind: 'text', text: said });
      if (isDitto(cell.text)) continue;
      const parsed = this.#parse(cell);
      return parsed.kind === 'value'
        ? {
            ...parsed,
            remarks: [
              ...parsed.remarks,
              warningRemark('orders.sameAsAbove', { field: this.field, value: said.trim(), above: excerpt(cell.text) }),
            ],
          }
        : parsed;
    }
    return this.#parse({ kind: 'text', text: said });
  }

  #own(index: number, column: number): Cell {
    const cell = this.#held(index, column);
    if (this.#meanings === null || this.columns.length < 2 || cell.kind === 'empty') return cell;
    const meant = this.#meanings.get(meaningKey(cell.text));
    return meant === undefined ? cell : { kind: 'text', text: meant };
  }

  #held(index: number, column: number): Cell {
    const cell = this.#table.cell(index, column);
    if (this.#merged === null || cell.kind !== 'empty' || this.#table.isEdited(index, column)) return cell;
    const cover = this.#merged.spanAt(this.#table.rowNumber(index), column);
    if (cover === undefined) return cell;
    const anchor = this.#table.file.indexOfRow(cover.firstRow);
    return anchor < 0 ? cell : this.#table.cell(anchor, column);
  }
}
