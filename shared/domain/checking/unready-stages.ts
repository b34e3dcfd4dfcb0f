/** Finds the stages of deals at which no order says yet where and when it goes, while the orders at other stages do. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Table } from '../table/table.ts';

/** Rows that are looked at. */
const lookedAt = 1000;

/** Whether a row names a customer, but neither an address nor, where the sheet has them, a region or a day. */
function isUnready(table: Table, index: number, { mapping: { columns } }: ColumnPlan): boolean {
  const isBlank = (all: readonly number[] = []): boolean =>
    all.every((column) => table.text(index, column).trim() === '');
  const others = [columns.region, columns.scheduled_at].filter((all) => all !== undefined);
  return isBlank(columns.address) && others.some(isBlank);
}

/**
 * By status column its texts that only such rows have, where rows with an address have other ones: «Думает» beside
 * «Отправить».
 */
export function unreadyStages(
  plan: ColumnPlan,
  table: Table,
  statuses: readonly number[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const { columns } = plan.mapping;
  const customer = [...(columns.full_name ?? []), ...(columns.phone ?? [])];
  const found = new Map<number, ReadonlySet<string>>();
  if (columns.address === undefined || customer.length === 0) return found;
  const end = Math.min(table.rowCount, plan.firstDataIndex + lookedAt);
  for (const column of statuses) {
    const [open, ready] = [new Set<string>(), new Set<string>()];
    for (let index = plan.firstDataIndex; index < end; index++) {
      const text = table.text(index, column).trim();
      if (text === '' || customer.every((one) => table.text(index, one).trim() === '')) continue;
      if (isUnready(table, index, plan)) open.add(text);
      else ready.add(text);
    }
    const only = new Set([...open].filter((text) => !ready.has(text)));
    if (only.size > 0 && ready.size > 0) found.set(column, only);
  }
  return found;
}

/** Whether the row is one of these: at such a stage, and still without an address. */
export function isAtUnreadyStage(
  stages: ReadonlyMap<number, ReadonlySet<string>>,
  column: number,
  text: string,
  hasAddress: boolean,
): boolean {
  return !hasAddress && stages.get(column)?.has(text.trim()) === true;
}
