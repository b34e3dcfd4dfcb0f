/** The rules in force for a sheet: those that were made, and those that follow from the sheet where nobody said otherwise. */
import { newStatus } from '../checking/delivery.ts';
import { arePercentsSure } from '../checking/sure-percent.ts';
import { goesUndated } from '../checking/undated-file.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import { isRegionSure } from '../regions/sure-region.ts';
import type { Table } from '../table/table.ts';
import { isEachRowAnOrder } from './rows-as-orders.ts';

export interface SheetRules {
  readonly inForce: Rules;
  /** As a person or a profile made them. */
  readonly given: Rules;
  /** Whether discounts are read as per cent though nobody said so, since the sheet is sure of it. */
  readonly arePercents: boolean;
  /** Whether all orders are new, as nothing gives a day and the shop said so of orders without one. */
  readonly goesUndated: boolean;
  /** Whether each row is an order though nobody said so, since the sheet is sure of it. */
  readonly isEachRowAnOrder: boolean;
}

/** @param startNumber today's first number for rows without one @param now milliseconds since 1970 */
export function rulesOfSheet(
  given: Rules,
  plan: ColumnPlan,
  table: Table,
  { startNumber, now }: { readonly startNumber: number; readonly now: number },
): SheetRules {
  const arePercents = arePercentsSure(given, plan, table);
  const isUndated = goesUndated(given, plan, table, now);
  const eachRow = isEachRowAnOrder(given, plan, table);
  const { orderNumbers } = given;
  const start = orderNumbers.kind === 'own' ? orderNumbers.start : startNumber;
  return {
    inForce: {
      ...given,
      ...(isRegionSure(given, plan, table) ? { regionFromAddress: 'on' } : {}),
      ...(arePercents ? { discountIs: 'percent' } : {}),
      ...(isUndated ? { status: newStatus } : {}),
      ...(eachRow ? { orderNumbers: { kind: 'everyRow', start } } : {}),
    },
    given,
    arePercents,
    goesUndated: isUndated,
    isEachRowAnOrder: eachRow,
  };
}
