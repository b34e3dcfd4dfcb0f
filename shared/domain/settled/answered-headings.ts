/** Decides columns of a new file by what was answered for single headings of its shop before. */
import { ColumnValues } from '../columns/column-values.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Choices } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Issue } from '../model/issues.ts';
import type { Profile } from '../model/profile.ts';
import type { SettledHeading, SettledValue } from '../model/settled.ts';
import { meaningKey } from './meanings.ts';
import { fileIssue } from '../questions/file-issue-builders.ts';
import type { Table } from '../table/table.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { fold } from '../values/fold.ts';
import { foldProductKey, type Product } from '../products/product.ts';

/** Rows that are looked at to see whether values fit an answer. */
const lookedAt = 200;
/** Least share of fitting values; names and places are told with less certainty. */
const leastFit = 0.5;
const leastFits: Partial<Readonly<Record<ColumnField, number>>> = {
  full_name: 0.2,
  address: 0.2,
  city: 0.2,
  country: 0.2,
  region: 0,
  product_code: 0,
  product_name: 0,
};

/** Whether the heading is the one that was answered. */
export function isHeading(heading: string, { heading: answered }: SettledHeading): boolean {
  return heading.trim() !== '' && fold(heading) === fold(answered);
}

/** Share of a file's headings that a known list has, too, for an answer about its ids to hold. */
const akinShare = 0.3;

/** Whether a saved list with this heading has the file's other headings in good part, or none is saved any more. */
export function isBorneOut(answer: SettledHeading, profiles: readonly Profile[], headings: readonly string[]): boolean {
  const own = new Set(headings.map(fold).filter((heading) => heading !== ''));
  const having = profiles.filter(({ columns }) => columns.some(({ heading }) => isHeading(heading, answer)));
  const shareOf = ({ columns }: Profile): number => {
    const known = new Set(columns.map(({ heading }) => fold(heading)));
    return [...own].filter((heading) => known.has(heading)).length / Math.max(own.size, 1);
  };
  return having.length === 0 || having.some((profile) => shareOf(profile) >= akinShare);
}

function valuesOf(table: Table, { firstDataIndex }: ColumnPlan, column: number): ColumnValues {
  const count = Math.max(0, Math.min(lookedAt, table.rowCount - firstDataIndex));
  return new ColumnValues(Array.from({ length: count }, (_, at) => table.cell(firstDataIndex + at, column)));
}

/** @param today `YYYY-MM-DD`: a day of delivery that has passed on every row is none */
function fits(table: Table, plan: ColumnPlan, column: number, field: ColumnField, today: string): boolean {
  const values = valuesOf(table, plan, column);
  if ((values.fitShare(field) ?? 1) < (leastFits[field] ?? leastFit)) return false;
  const days = field === 'scheduled_at' ? values.daysFrom(today) : [];
  return days.length === 0 || days.some((day) => day >= today);
}

/** Whether every value is a merchant's code of the product table, and none a product's id there: then they are no ids. */
function areCodes(table: Table, plan: ColumnPlan, column: number, products: readonly Product[]): boolean {
  const codes = new Set(
    products.flatMap(({ keyKind, key }) => (keyKind === 'code' ? [foldProductKey('code', key)] : [])),
  );
  if (codes.size === 0) return false;
  const ids = new Set(products.map(({ productId }) => String(productId)));
  const { filled } = valuesOf(table, plan, column);
  return (
    filled.length > 0 && filled.every(({ text }) => codes.has(foldProductKey('code', text)) && !ids.has(text.trim()))
  );
}

/**
 * Whether another column, which this file's own headings and values say is the delivery's, outweighs an answer of an
 * earlier file: its days lie ahead, and those of the answered column do not («Дата» beside «Доставить»).
 */
function isOutweighed(table: Table, plan: ColumnPlan, column: number, today: string): boolean {
  const daysOf = (of: number): readonly string[] => valuesOf(table, plan, of).daysFrom(today);
  const other = plan.columns.find((one) => one.field === 'scheduled_at' && one.column !== column);
  if (other === undefined || daysOf(column).some((day) => day > today)) return false;
  const ahead = daysOf(other.column);
  return ahead.length > 0 && ahead.every((day) => day >= today) && ahead.some((day) => day > today);
}

/**
 * The choices with the columns that the answers decide, the latest answer first. What is chosen already stays; an answer
 * that the column's values speak against, or whose field another column was chosen for, decides nothing; nor does a day
 * of delivery where the file's own one lies ahead, or an id where the product table knows all values as codes.
 * @param now milliseconds since 1970
 */
export function withAnsweredHeadings(
  choices: Choices,
  answers: readonly SettledHeading[],
  table: Table,
  plan: ColumnPlan,
  products: readonly Product[],
  now: number,
): Choices {
  if (answers.length === 0) return choices;
  const today = localFromEpoch(now).slice(0, 10);
  const columns = [...choices.columns];
  for (const answer of answers) {
    const [found, another] = plan.columns.filter(({ heading }) => isHeading(heading, answer));
    if (found === undefined || another !== undefined) continue;
    const { column } = found;
    const { field } = answer;
    if (columns.some((known) => known.column === column)) continue;
    if (field !== null && (columns.some((known) => known.field === field) || !fits(table, plan, column, field, today)))
      continue;
    if (field === 'scheduled_at' && isOutweighed(table, plan, column, today)) continue;
    if (field === 'client_product_id' && areCodes(table, plan, column, products)) continue;
    columns.push({ column, field });
  }
  return columns.length === choices.columns.length ? choices : { ...choices, columns };
}

/** An earlier file's answer for a column whose values cannot be that field's in this one. */
export interface ContradictedAnswer {
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField;
}

/** What is known of the shop's values beside a file: meanings of texts, and its products. */
export interface KnownOfShop {
  readonly meanings: readonly SettledValue[];
  readonly products: readonly Product[];
}

/** Fewer fitting values than this speak against an answer beyond doubt. */
const hardlyAny = 0.1;

/** Whether hardly a value of the column can be the field's, and none has a meaning of its own in this shop; or all are codes. */
function isAgainst(
  table: Table,
  plan: ColumnPlan,
  column: number,
  field: ColumnField,
  { meanings, products }: KnownOfShop,
): boolean {
  if (field === 'client_product_id' && areCodes(table, plan, column, products)) return true;
  const values = valuesOf(table, plan, column);
  if ((values.fitShare(field) ?? 1) >= hardlyAny) return false;
  const settled = new Set(meanings.flatMap((one) => (one.field === field ? [meaningKey(one.value)] : [])));
  return !values.filled.some(({ text }) => settled.has(meaningKey(text)));
}

/**
 * The choices of a profile without those that the values speak against, and which these are: what was answered before never
 * outweighs the values.
 * @param own the batch's own choices, which stay
 */
export function withoutContradicted(
  choices: Choices,
  own: Choices,
  table: Table,
  plan: ColumnPlan,
  known: KnownOfShop,
): { readonly choices: Choices; readonly contradicted: readonly ContradictedAnswer[] } {
  const contradicted = choices.columns.flatMap(({ column, field }) =>
    field === null || own.columns.some((one) => one.column === column) || !isAgainst(table, plan, column, field, known)
      ? []
      : [{ column, field, heading: plan.columns[column]?.heading ?? '' }],
  );
  if (contradicted.length === 0) return { choices, contradicted };
  const isKept = ({ column }: { readonly column: number }): boolean =>
    !contradicted.some((one) => one.column === column);
  return { choices: { ...choices, columns: choices.columns.filter(isKept) }, contradicted };
}

/** The answers for single headings that decide nothing for the same reason. */
export function contradictedHeadings(
  choices: Choices,
  answers: readonly SettledHeading[],
  table: Table,
  plan: ColumnPlan,
  known: KnownOfShop,
): readonly ContradictedAnswer[] {
  return answers.flatMap((answer) => {
    const [found, another] = plan.columns.filter(({ heading }) => isHeading(heading, answer));
    const { field } = answer;
    if (found === undefined || another !== undefined || field === null) return [];
    const { column, heading } = found;
    return choices.columns.some((one) => one.column === column) || !isAgainst(table, plan, column, field, known)
      ? []
      : [{ column, heading, field }];
  });
}

/** Says which answers were not followed, each once, and how to follow one nevertheless. */
export function contradictedNotices(contradicted: readonly ContradictedAnswer[]): Issue[] {
  const seen = new Set<number>();
  return contradicted.flatMap(({ column, heading, field }) => {
    if (seen.has(column)) return [];
    seen.add(column);
    const fix = { kind: 'setColumn', column, heading, field } as const;
    return [fileIssue('notice', 'orders.answerContradicted', { heading, field }, { field, fix })];
  });
}

/** Says which columns were decided so, and how that is taken back. */
export function answeredHeadingNotices({ columns }: ColumnPlan): Issue[] {
  return columns
    .filter(({ reason }) => reason.code === 'orders.answered')
    .map(({ heading, field }) =>
      fileIssue(
        'notice',
        field === null ? 'orders.headingAnsweredNone' : 'orders.headingAnswered',
        { heading, ...(field === null ? {} : { field }) },
        { fix: { kind: 'settle', thing: { kind: 'heading', heading, field }, settled: false } },
      ),
    );
}
