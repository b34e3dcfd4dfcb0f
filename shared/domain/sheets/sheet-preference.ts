/** Chooses which of a workbook's visible sheets is read by default. */
import { ColumnValues } from '../columns/column-values.ts';
import { noChoices } from '../model/choices.ts';
import { interpretColumns } from '../columns/column-plan.ts';
import type { SheetPreview } from '../table/sheet-file.ts';
import { dayOfName } from '../checking/said-days.ts';
import type { Cell, Table } from '../table/table.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { knownFields } from './known-fields.ts';
import { areAlike } from './stack-tables.ts';

/** Least known headings of an orders' sheet: price or region lists have fewer. */
const fewestKnown = 3;
/** A sheet with this share of the best one's known headings counts as equally good. */
const nearShare = 0.6;

/**
 * Index in `sheets` of the sheet to prefer over the first one with rows: the first of those with the most known
 * headings. Null where the first one is as good, or none has known headings.
 */
export function preferredSheet(sheets: readonly SheetPreview[]): number | null {
  const known = sheets.map(({ table }) => {
    if (table === null || table.rowCount < 2) return 0;
    const { columns, headerIndex } = interpretColumns(table, noChoices);
    return headerIndex === null ? 0 : knownFields(columns.map(({ heading }) => heading)).size;
  });
  const best = Math.max(0, ...known);
  if (best < fewestKnown) return null;
  const first = sheets.findIndex(({ rows }) => rows >= 2);
  const chosen = known.findIndex((count) => count >= best * nearShare);
  return chosen === first ? null : chosen;
}

/** Names of sheets of earlier orders: «Noyabr (arxiv)», «Старые». */
const earlierName =
  /(?<!\p{L})(?:архив|arxiv|arhiv|archiv|eski|эски|ески|стар(?:ый|ые|ое|ая)|ескі|мурағат|old)(?!\p{L}*(?:shahar|шахар|город))/iu;

/** Different texts of a column that are looked at for days. */
const mostTexts = 5000;

interface NamedSheet {
  readonly name: string;
  readonly table: Table;
}

/**
 * Place among `others` of the sheet to read instead of the one that would be read: the first with the same fields and
 * days of delivery to come, where all of that one's have passed, or where its name says that it holds earlier orders.
 * @param now milliseconds since 1970
 */
export function currentSheet(read: NamedSheet, others: readonly NamedSheet[], now: number): number | null {
  const today = localFromEpoch(now).slice(0, 10);
  const own = lookOf(read.table, today);
  const found = others.findIndex(({ name, table }) => {
    if (earlierName.test(name)) return false;
    const look = lookOf(table, today);
    return look.isAhead && areAlike([own, look]);
  });
  return found >= 0 && (own.hasPassed || earlierName.test(read.name)) ? found : null;
}

/** Whether the sheet holds earlier orders: by its name, or because all its days of delivery have passed. @param now milliseconds since 1970 */
export function isEarlierSheet({ name, table }: NamedSheet, now: number): boolean {
  const today = localFromEpoch(now).slice(0, 10);
  const day = dayOfName(name, today);
  return earlierName.test(name) || (day !== null && day < today) || lookOf(table, today).hasPassed;
}

function lookOf(table: Table, today: string) {
  const plan = interpretColumns(table, noChoices);
  const fields = knownFields(plan.columns.map(({ heading }) => heading));
  const column = plan.columns.find(({ field }) => field === 'scheduled_at')?.column;
  const cells = new Map<string, Cell>();
  if (column !== undefined)
    for (let row = plan.firstDataIndex; row < table.rowCount && cells.size < mostTexts; row++) {
      const cell = table.cell(row, column);
      if (cell.text !== '') cells.set(cell.text, cell);
    }
  const days = new ColumnValues([...cells.values()]).daysFrom(today);
  return {
    fields,
    isAhead: days.some((day) => day >= today),
    hasPassed: days.length > 0 && cells.size < mostTexts && days.every((day) => day < today),
  };
}
