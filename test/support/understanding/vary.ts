/**
 * Writes a sheet of the corpus anew, by chance, in ways that change nothing that it says: other words over its columns, in
 * other scripts, shortened and mistyped; columns and rows elsewhere, further ones that are none of ours; days, phones and
 * sums in other forms. What is right of the new sheet is what was right of the old one.
 */
import type { ColumnView } from '../../../shared/contract/views.ts';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import { othersRoles } from '../../../shared/domain/columns/heading-words.ts';
import { readHeading } from '../../../shared/domain/columns/name-match.ts';
import type { Chance } from '../rewriting/chance.ts';
import { furtherColumns, headingsOf, linesAbove, linesBelow } from './vary-words.ts';
import type { Sheet, SheetCell } from './sheet.ts';

type Row = readonly SheetCell[];

/** A sheet of one table whose columns are known: what can be varied. */
export interface PlainTable {
  readonly sheet: Sheet;
  /** Rows above the headings, the headings, and what stands below them, each with the row's number in the file. */
  readonly above: readonly Row[];
  readonly headings: readonly string[];
  readonly below: readonly { readonly row: number; readonly cells: Row }[];
  readonly fields: readonly (ColumnField | null)[];
}

const textOf = (cell: SheetCell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'object' ? String(cell.v) : String(cell);

/** The sheet as such a table; null where it is none (several sheets, merged cells, two rows of headings). */
export function plainTableOf(sheet: Sheet, columns: readonly ColumnView[]): PlainTable | null {
  const { file } = sheet;
  const [first, ...others] = file.kind === 'csv' ? [{ rows: file.rows, merged: [] }] : file.sheets;
  if (first === undefined || others.length > 0 || first.merged.length > 0) return null;
  const rows = first.rows.map((row): Row => row ?? []);
  const width = Math.max(...rows.map((row) => row.length));
  const headings = Array.from({ length: width }, (_, column) => columns[column]?.heading ?? '');
  const at = rows.findIndex(
    (row) =>
      row.some((cell) => cell !== null && cell !== '') &&
      headings.every((one, column) => textOf(row[column]).trim() === one.trim()),
  );
  if (at === -1 || columns.length !== width) return null;
  // Headings that come again would have to be written anew with the first ones.
  const repeats = (row: Row): boolean =>
    row.filter((cell, column) => textOf(cell) !== '' && textOf(cell) === headings[column]).length > 1;
  if (rows.slice(at + 1).some(repeats)) return null;
  const sentRows = new Set([...sheet.orders.flatMap((order) => order.rows), ...sheet.notSent]);
  if ([...sentRows].some((row) => row <= at + 1)) return null;
  // Lines below the orders stand in the first column, wherever that one goes.
  const last = Math.max(...sentRows);
  if (rows.slice(last).some((row) => row.some((cell) => /\p{L}/u.test(textOf(cell))))) return null;
  return {
    sheet,
    above: rows.slice(0, at),
    headings: headings.map((_, column) => textOf(rows[at]?.[column])),
    below: rows.slice(at + 1).map((cells, index) => ({ row: at + 2 + index, cells })),
    fields: Array.from({ length: width }, (_, column) => columns[column]?.field ?? null),
  };
}

/** What a variation does, for those who read of its failure. */
export interface Varied {
  readonly sheet: Sheet;
  readonly changes: readonly string[];
}

interface Draft {
  above: Row[];
  columns: { heading: string; field: ColumnField | null; cells: SheetCell[]; group: number }[];
  /** The row numbers that the rows had; null: a row that was added. */
  rows: (number | null)[];
  changes: string[];
  asCsv: boolean;
}

/** The ways in which a sheet may be written anew; each may leave the draft as it is. */
export const ways: Readonly<Record<string, (draft: Draft, chance: Chance, table: PlainTable) => void>> = {
  synonyms(draft, chance) {
    for (const column of draft.columns) {
      const words = column.field === null ? undefined : headingsOf[column.field];
      const isOnly = draft.columns.filter(({ field }) => field === column.field).length === 1;
      if (words === undefined || !isOnly || !chance.is(0.4)) continue;
      const next = chance.pick(words);
      if (draft.columns.some(({ heading }) => heading === next)) continue;
      draft.changes.push(`«${column.heading}» → «${next}»`);
      column.heading = next;
    }
  },
  dress(draft, chance) {
    for (const column of draft.columns) {
      if (column.field === null || column.heading === '' || !chance.is(0.3)) continue;
      const next = chance.pick(dresses)(column.heading, column.field);
      draft.changes.push(`«${column.heading}» → «${next}»`);
      column.heading = next;
    }
  },
  typing(draft, chance) {
    const one = chance.pick(draft.columns);
    if (one.field === null) return;
    const next = mistyped(one.heading, chance);
    if (next === null) return;
    draft.changes.push(`«${one.heading}» → «${next}»`);
    one.heading = next;
  },
  order(draft, chance) {
    // «Отправитель | Телефон | Получатель | Телефон»: there the order says whose they are.
    if (draft.columns.some(({ heading }) => othersRoles.has(readHeading(heading).role ?? 'customer'))) return;
    // Columns of one field keep their order: an address is joined as it stands.
    const places = chance.shuffled(draft.columns);
    const byGroup = new Map<number, Draft['columns']>();
    for (const column of draft.columns) byGroup.set(column.group, [...(byGroup.get(column.group) ?? []), column]);
    draft.columns = places.map(({ group }) => byGroup.get(group)!.shift()!);
    draft.changes.push('columns in another order');
  },
  further(draft, chance) {
    for (let count = 1 + chance.below(3); count > 0; count--) {
      const further = chance.pick(furtherColumns);
      const heading = chance.pick(further.headings);
      if (draft.columns.some((column) => column.heading === heading)) continue;
      const cells = draft.rows.map((row, at) => (row === null || isBlank(draft, at) ? null : further.cell(at, chance)));
      const at = chance.below(draft.columns.length + 1);
      // Somebody right before a phone may be the one whom it calls.
      if (further.isPerson === true && draft.columns[at]?.field === 'phone') continue;
      draft.columns.splice(at, 0, { heading, field: null, cells, group: -1 - draft.columns.length });
      draft.changes.push(`column «${heading}» (${cells.slice(0, 3).map(textOf).join(', ')}) at ${at}`);
    }
  },
  emptyColumn(draft, chance) {
    const at = chance.below(draft.columns.length + 1);
    draft.columns.splice(at, 0, { heading: '', field: null, cells: draft.rows.map(() => null), group: -100 });
    draft.changes.push(`an empty column at ${at}`);
  },
  above(draft, chance) {
    const lines = chance.pick(linesAbove);
    draft.above = [...lines.map((line): Row => [line]), ...(chance.is(0.5) ? [[]] : []), ...draft.above];
    draft.changes.push(`above: ${lines.join(' / ')}`);
  },
  below(draft, chance) {
    const lines = chance.pick(linesBelow);
    for (const line of lines) {
      draft.rows.push(null);
      draft.columns.forEach(({ cells }, at) => cells.push(line[at] ?? null));
    }
    draft.changes.push(`below: ${lines.map((line) => line.map(textOf).filter(Boolean).join(' | ')).join(' / ')}`);
  },
  sum(draft) {
    const at = draft.columns.findIndex(
      ({ field, cells }) =>
        (field === 'price' || field === 'final_price') &&
        cells.every((cell) => cell === null || /^\d+$/u.test(textOf(cell))),
    );
    const first = draft.columns.findIndex(({ field }) => field === 'full_name' || field === 'order_id');
    if (at === -1 || first === -1) return;
    const total = draft.columns[at]!.cells.reduce((sum: number, cell) => sum + Number(textOf(cell)), 0);
    draft.rows.push(null);
    draft.columns.forEach(({ cells }, column) =>
      cells.push(column === first ? 'Итого' : column === at ? String(total) : null),
    );
    draft.changes.push(`a sum below`);
  },
  dates(draft, chance) {
    const column = draft.columns.find(({ field }) => field === 'scheduled_at');
    if (column === undefined) return;
    const days = column.cells.map((cell) =>
      typeof cell === 'string' ? /^(\d\d)\.(\d\d)\.(20\d\d)(?: (\d\d:\d\d))?$/u.exec(cell.trim()) : null,
    );
    if (column.cells.some((cell, at) => textOf(cell) !== '' && days[at] === null)) return;
    const form = chance.below(dateForms.length);
    column.cells = column.cells.map((cell, at) => {
      const [, day, month, year, time] = days[at] ?? [];
      return day === undefined ? cell : dateForms[form]!(day, month!, year!, time);
    });
    draft.asCsv &&= !column.cells.some((cell) => typeof cell === 'object' && cell !== null);
    draft.changes.push(`days as «${textOf(column.cells.find((cell) => cell !== null) ?? '')}»`);
  },
  phones(draft, chance) {
    const column = draft.columns.find(({ field }) => field === 'phone');
    if (column === undefined) return;
    if (
      column.cells.some(
        (cell) => textOf(cell) !== '' && !/^(?:998)?\d{9}$/u.test(textOf(cell).replaceAll(/[+\s()-]/gu, '')),
      )
    )
      return;
    const form = chance.pick(phoneForms);
    column.cells = column.cells.map((cell) =>
      textOf(cell) === '' ? cell : form(textOf(cell).replaceAll(/\D/gu, '').slice(-9)),
    );
    draft.changes.push(`phones as «${textOf(column.cells.find((cell) => textOf(cell) !== ''))}»`);
  },
  sums(draft, chance) {
    const form = chance.pick(sumForms);
    for (const column of draft.columns) {
      if (!['price', 'final_price', 'discount'].includes(column.field ?? '')) continue;
      if (column.cells.some((cell) => textOf(cell) !== '' && !/^\d+$/u.test(textOf(cell)))) continue;
      column.cells = column.cells.map((cell) => (textOf(cell) === '' ? cell : form(Number(textOf(cell)))));
      draft.changes.push(`sums as «${textOf(column.cells.find((cell) => textOf(cell) !== ''))}»`);
    }
  },
};

function isBlank(draft: Draft, at: number): boolean {
  return draft.columns.every(({ cells }) => textOf(cells[at]) === '');
}

const units: Partial<Readonly<Record<ColumnField, string>>> = {
  price: 'сум',
  discount: 'сум',
  final_price: 'сум',
  quantity: 'шт',
};
const dresses: readonly ((heading: string, field: ColumnField) => string)[] = [
  (heading) => heading.toUpperCase(),
  (heading) => heading.toLowerCase(),
  (heading) => `${heading} *`,
  (heading) => ` ${heading}: `,
  (heading) => heading.replaceAll(' ', '_'),
  (heading) => heading.replace(' ', '\n'),
  (heading, field) => (units[field] === undefined || heading.includes('(') ? heading : `${heading} (${units[field]})`),
  (heading, field) => (units[field] === undefined || heading.includes(',') ? heading : `${heading}, ${units[field]}`),
];

/** The heading with one slip of the finger in its longest word, never in the first letter. */
function mistyped(heading: string, chance: Chance): string | null {
  const word = heading.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (word.length < 6) return null;
  const at = 2 + chance.below(word.length - 4);
  const slip = chance.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  ]);
  return heading.replace(word, slip);
}

const monthsRu = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const monthsUz = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avgust',
  'sentabr',
  'oktabr',
  'noyabr',
  'dekabr',
];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const withTime = (day: string, time: string | undefined): string => (time === undefined ? day : `${day} ${time}`);
const weekdays = ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'];
type DateForm = (day: string, month: string, year: string, time: string | undefined) => SheetCell;
const serialOf = (day: string, month: string, year: string, time = '00:00'): number =>
  Date.parse(`${year}-${month}-${day}T${time}:00Z`) / 86_400_000 + 25_569;
const dateForms: readonly DateForm[] = [
  (day, month, year, time) => withTime(`${year}-${month}-${day}`, time),
  (day, month, year, time) => withTime(`${Number(day)} ${monthsRu[Number(month) - 1]}. ${year} г.`, time),
  (day, month, year, time) => withTime(`${Number(day)}-${monthsUz[Number(month) - 1]} ${year}`, time),
  (day, month, year, time) => withTime(`${Number(day)}-${monthsEn[Number(month) - 1]}-${year}`, time),
  (day, month, year, time) => withTime(`${day}/${month}/${year}`, time),
  (day, month, year, time) => withTime(`${Number(day)}.${Number(month)}.${year.slice(2)}`, time),
  (day, month, year, time) =>
    withTime(`${day}.${month}.${year} (${weekdays[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()]})`, time),
  (day, month, year, time) => withTime(`${day}.${month}.${year}`, time?.replace(':', '.')),
  (day, month, year, time) => ({
    v: serialOf(day, month, year, time),
    format: time === undefined ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm',
  }),
  (day, month, year, time) => ({ v: serialOf(day, month, year, time), format: 'd-mmm-yy h:mm' }),
];

const phoneForms: readonly ((nine: string) => string)[] = [
  (nine) => `+998${nine}`,
  (nine) => nine,
  (nine) => `998${nine}`,
  (nine) => `(${nine.slice(0, 2)}) ${nine.slice(2, 5)}-${nine.slice(5, 7)}-${nine.slice(7)}`,
  (nine) => `+998 ${nine.slice(0, 2)} ${nine.slice(2, 5)} ${nine.slice(5, 7)} ${nine.slice(7)}`,
  (nine) => `998-${nine.slice(0, 2)}-${nine.slice(2, 5)}-${nine.slice(5)}`,
  (nine) => `${nine.slice(0, 2)}.${nine.slice(2, 5)}.${nine.slice(5, 7)}.${nine.slice(7)}`,
];

const grouped = (sum: number, mark: string): string => String(sum).replaceAll(/\B(?=(?:\d{3})+$)/gu, mark);
const sumForms: readonly ((sum: number) => SheetCell)[] = [
  (sum) => grouped(sum, ' '),
  (sum) => grouped(sum, '\u{a0}'),
  (sum) => `${grouped(sum, ' ')} so'm`,
  (sum) => `${grouped(sum, ' ')} сум`,
  (sum) => `${sum}.00`,
  (sum) => `${grouped(sum, ' ')},00`,
  (sum) => grouped(sum, "'"),
];

/** The table written anew by chance; `only`: in this way alone. */
export function vary(table: PlainTable, chance: Chance, only?: string): Varied {
  const { sheet, above, headings, below, fields } = table;
  const draft: Draft = {
    above: [...above],
    columns: headings.map((heading, at) => ({
      heading,
      field: fields[at] ?? null,
      cells: below.map(({ cells }) => cells[at] ?? null),
      group: fields[at] === null ? at : fields.indexOf(fields[at]!),
    })),
    rows: below.map(({ row }) => row),
    changes: [],
    asCsv: sheet.file.kind === 'csv',
  };
  for (const name of Object.keys(ways))
    if (only === undefined ? chance.is(0.3) : name === only) ways[name]!(draft, chance, table);
  const rows: Row[] = [
    ...draft.above,
    draft.columns.map(({ heading }) => heading),
    ...draft.rows.map((_, at) => draft.columns.map(({ cells }) => cells[at] ?? null)),
  ];
  const moved = new Map(
    draft.rows.flatMap((row, at) => (row === null ? [] : [[row, draft.above.length + 2 + at] as const])),
  );
  const rowOf = (row: number): number => moved.get(row) ?? row;
  return {
    changes: draft.changes,
    sheet: {
      ...sheet,
      file:
        draft.asCsv && sheet.file.kind === 'csv'
          ? { ...sheet.file, encoding: 'utf-8-bom', rows: rows.map((row) => row.map(textOf)) }
          : {
              kind: 'xlsx',
              sheets: [
                {
                  name: sheet.file.kind === 'xlsx' ? sheet.file.sheets[0]!.name : 'Лист1',
                  rows: rows.map((row) => [...row]),
                  merged: [],
                  hidden: false,
                },
              ],
            },
      orders: sheet.orders.map((order) => ({ ...order, rows: order.rows.map(rowOf) })),
      notSent: sheet.notSent.map(rowOf),
      asked: sheet.asked.map((one) => (one.rows === undefined ? one : { ...one, rows: one.rows.map(rowOf) })),
    },
  };
}
