/** Whether a file without any day of delivery goes as new, because the shop said so of orders without one. */
import { ColumnValues } from '../columns/column-values.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { Table } from '../table/table.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { saidOfText } from './said-days.ts';
import { findStandingDays, mostSearchedRows } from './standing-days.ts';

const lookedRows = 200;

/** «Кофемолка 1 шт, на 05.12.2026 12:00»: a day of delivery among other words, which nothing takes out of them. */
function namesDay(text: string, today: string): boolean {
  const said = /\d/.test(text) ? saidOfText(text, today) : null;
  return said !== null && said.day !== null && said.isAhead && said.isOfDelivery;
}

/**
 * Whether all orders of the file are new by the rule for those without a day: nothing gives a day, no column has one that is
 * not past, or names one among other words, and none stands beside the rows.
 * @param now milliseconds since 1970
 */
export function goesUndated(
  rules: Pick<Rules, 'undatedOrders' | 'status' | 'standingDays'>,
  plan: ColumnPlan,
  table: Table,
  now: number,
): boolean {
  const { columns, constants } = plan.mapping;
  if (rules.undatedOrders !== 'asNew' || rules.status !== 'auto' || rules.standingDays === 'on') return false;
  if (columns.scheduled_at !== undefined || constants.scheduled_at !== undefined) return false;
  const today = localFromEpoch(now).slice(0, 10);
  const count = Math.max(0, Math.min(lookedRows, table.rowCount - plan.firstDataIndex));
  const isAhead = (column: number): boolean => {
    const values = new ColumnValues(
      Array.from({ length: count }, (_, at) => table.cell(plan.firstDataIndex + at, column)),
    );
    return (
      (values.mayBeDates && values.looksDates && values.daysFrom(today).some((day) => day >= today)) ||
      values.filled.some(({ kind, text }) => kind === 'text' && namesDay(text, today))
    );
  };
  return (
    !plan.columns.some(({ column }) => isAhead(column)) && findStandingDays(table, plan, now, mostSearchedRows) === null
  );
}
