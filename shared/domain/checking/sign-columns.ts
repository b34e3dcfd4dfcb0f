/** Finds the columns that may say that an order is none: statuses, remarks, ticks, places, names. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import { flagOfHeading, isResultHeading, type FlagKind } from '../columns/sign-headings.ts';
import { recogniseOwnReport } from '../report/own-report.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { SettledRows } from '../model/settled.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { saysCancelled } from '../values/cancelled-words.ts';
import { fold } from '../values/fold.ts';
import { statusSaysNotToSend } from '../values/not-to-send-words.ts';

/** The columns that are searched. */
export interface SignColumns {
  /** What the status is read from, and further columns under a heading of one. */
  readonly statuses: readonly number[];
  /** A status column that nothing was taken from, and nobody decided so; null: there is none. */
  readonly unused: number | null;
  readonly notes: readonly number[];
  /** Where somebody may write it beside its place: columns that nothing is known of, and the customer's name. */
  readonly others: readonly number[];
  /** Columns that tick off what was done, or whether to send. */
  readonly flags: readonly { readonly column: number; readonly kind: FlagKind }[];
  /** Columns that may say «pick-up» in place of an address or a way of delivery. */
  readonly ways: readonly number[];
  /** Region and town. */
  readonly places: readonly number[];
  /** The customer's name. */
  readonly names: readonly number[];
  /** Those of the statuses of which it is settled that rows with one of their words are left out. */
  readonly ruled: readonly number[];
}

/** The columns that are searched for signs, by their headings, by what they hold, and by what was settled of their rows. */
export function signColumnsOf(plan: ColumnPlan, table: EditedTable, settled: readonly SettledRows[]): SignColumns {
  return withCategories(withRuled(byHeadings(plan), plan, settled), plan, table);
}

/**
 * A column of which rows were settled to be left out by a word of cancelling or of what is not to be sent («Natija»: «Rad
 * etdi») is one of states, whatever its heading; not one of couriers by «samovyvoz», nor a field's.
 */
function withRuled(found: SignColumns, { columns }: ColumnPlan, settled: readonly SettledRows[]): SignColumns {
  const headings = new Set(settled.filter(({ value }) => isState(value)).map(({ heading }) => fold(heading)));
  if (headings.size === 0) return found;
  const isField = ({ field }: ColumnGuess): boolean => field !== null && field !== 'fulfillment_status';
  // As for leaving the rows out, the heading must be one column's alone.
  const isOnly = ({ heading, column }: ColumnGuess): boolean =>
    columns.every((one) => one.column === column || fold(one.heading) !== fold(heading));
  const ruled = columns
    .filter(
      (one) => headings.has(fold(one.heading)) && !isField(one) && isOnly(one) && !found.notes.includes(one.column),
    )
    .map(({ column }) => column);
  return {
    ...found,
    ruled,
    statuses: [...new Set([...found.statuses, ...ruled])],
    others: found.others.filter((column) => !ruled.includes(column)),
  };
}

function isState(value: string): boolean {
  const says = statusSaysNotToSend(value);
  return saysCancelled(value) || (says !== null && says !== 'pickup');
}

/** The columns by their headings. */
function byHeadings({ columns, mapping, chosenColumns }: ColumnPlan): SignColumns {
  const mapped = mapping.columns.fulfillment_status ?? [];
  // What a report of ours says («refused») is of the last sending, and no sign about the next.
  const report = new Set(recogniseOwnReport(columns.map(({ heading }) => heading))?.columns.values());
  const unmapped = columns
    .filter(({ field, column }) => field === null && !report.has(column))
    .map(({ column, heading }) => ({ column, heading }));
  const named = unmapped.map(({ column, heading }) => ({ column, heading, name: readHeading(heading) }));
  const further = named
    .filter(
      ({ name, heading }) =>
        isResultHeading(heading) ||
        name.matches.some(({ field, strength }) => field === 'fulfillment_status' && strength !== 'weak'),
    )
    .map(({ column }) => column);
  const unknown = named
    .filter(({ column, name }) => !further.includes(column) && isUnknown(name))
    .map(({ column }) => column);
  return {
    statuses: [...mapped, ...further],
    unused: mapped.length > 0 ? null : (further.find((column) => !chosenColumns.has(column)) ?? null),
    notes: named.filter(({ name }) => name.unsentKind === 'note').map(({ column }) => column),
    others: [...unknown, ...(mapping.columns.full_name ?? [])],
    flags: unmapped.flatMap(({ column, heading }) => {
      const kind = flagOfHeading(heading);
      return kind === null ? [] : [{ column, kind }];
    }),
    ways: [
      ...(mapping.columns.address ?? []),
      ...named.filter(({ name }) => name.about.has('delivery') && !name.about.has('date')).map(({ column }) => column),
    ],
    places: [...(mapping.columns.region ?? []), ...(mapping.columns.city ?? [])],
    names: mapping.columns.full_name ?? [],
    ruled: [],
  };
}

/** A column of kinds says one of every order. */
const nearlyAll = 0.8;
/** Rows that are looked at, the most different texts that a column of kinds holds, and how long one may be. */
const [sampledRows, mostKinds, longestKind] = [300, 6, 30];

/**
 * A column of which nothing is known, and which holds a few words again and again («Тип»: «Доставка», «Забор возврата»),
 * is read as a status where one of them speaks of cancelling or returning.
 */
function withCategories(found: SignColumns, { firstDataIndex, mapping }: ColumnPlan, table: EditedTable): SignColumns {
  const names = mapping.columns.full_name ?? [];
  const kinds = found.others.filter((column) => {
    if (names.includes(column)) return false;
    const texts = new Set<string>();
    let [filled, rows] = [0, 0];
    for (let index = firstDataIndex; index < Math.min(table.file.rowCount, firstDataIndex + sampledRows); index++) {
      const text = table.file.text(index, column).trim();
      rows++;
      if (text === '') continue;
      filled++;
      if (text.length > longestKind || /\d/.test(text)) return false;
      texts.add(text);
      if (texts.size > mostKinds) return false;
    }
    if (filled < rows * nearlyAll) return false;
    return [...texts].some(saysCancelled) && ![...texts].every(saysCancelled);
  });
  return kinds.length === 0
    ? found
    : {
        ...found,
        statuses: [...found.statuses, ...kinds],
        others: found.others.filter((column) => !kinds.includes(column)),
      };
}

function isUnknown({ matches, unsentKind, part }: HeadingName): boolean {
  return unsentKind === undefined && part === undefined && !matches.some(({ strength }) => strength !== 'weak');
}
