/**
 * Points out money that the courier must not take, or must: prepayments, «paid», delivery fees. The API has no field for
 * them (decision 35), so that the sum of the items is what the WMS knows.
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { excerpt } from '../values/cell-text.ts';
import { fold } from '../values/fold.ts';
import { parseMoney } from '../values/money.ts';
import { saysPaid } from '../values/payment-words.ts';
import type { IssueCollector } from './issue-collector.ts';

/** Columns that are not sent and speak of money. */
export interface MoneyColumns {
  /** Sums that were paid before. */
  readonly prepaid: readonly number[];
  /** How, or whether, it was paid. */
  readonly payments: readonly number[];
  readonly fees: readonly number[];
  readonly notes: readonly number[];
  /** Which texts say that it was paid: a file repeats a few. */
  readonly knownTexts: Map<string, boolean>;
}

/** How many different texts are remembered. */
const mostRemembered = 1000;

/** The issues that {@link checkCourierMoney} reports. */
export const courierMoneyCodes: ReadonlySet<string> = new Set([
  'orders.prepaid',
  'orders.paidAlready',
  'orders.deliveryFee',
  'orders.noteOfMoney',
]);

/** Folded headings of what was paid before; not of what is still to be paid. */
const prepaidHeading =
  /oldindan|олдиндан|предоплат|проплат|аванс|avans|задат|zakla|prepa|prepay|advance|deposit|^(?:оплачено|tolangan|туланган|paid)(?: (?:сумма|summa|amount))?$/u;
export function moneyColumnsOf({ columns }: ColumnPlan): MoneyColumns {
  const named = columns
    .filter(({ field }) => field === null)
    .map(({ column, heading }) => ({ column, heading: fold(heading), kind: readHeading(heading).unsentKind }));
  const of = (kind: string): typeof named => named.filter((one) => one.kind === kind);
  const isPrepaid = ({ heading }: (typeof named)[number]): boolean => prepaidHeading.test(heading);
  const numbers = (list: typeof named): readonly number[] => list.map(({ column }) => column);
  const payments = of('payment');
  return {
    prepaid: numbers(payments.filter(isPrepaid)),
    payments: numbers(payments),
    fees: numbers(of('deliveryFee')),
    notes: numbers(of('note')),
    knownTexts: new Map(),
  };
}

/**
 * Reports each kind once for the order: its rows repeat what holds for the whole order.
 * @param rows indices of its rows that were not left out
 */
export function checkCourierMoney(
  table: EditedTable,
  { prepaid, payments, fees, notes, knownTexts }: MoneyColumns,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  if (prepaid.length + payments.length + fees.length + notes.length === 0) return;
  const find = (
    columns: readonly number[],
    code: string,
    paramsAt: (index: number, column: number) => Readonly<Record<string, string | number>> | null,
  ): void => {
    for (const index of columns.length === 0 ? [] : rows)
      for (const column of columns) {
        const params = paramsAt(index, column);
        if (params !== null) return collector.addForRow(index, column, 'warning', code, params);
      }
  };
  const sumAt = (index: number, column: number): { readonly sum: number } | null => {
    const sum = parseMoney(table.cell(index, column), 'price');
    return sum.kind === 'value' && sum.value > 0 ? { sum: sum.value } : null;
  };
  const isPaid = (text: string): boolean => {
    const known = knownTexts.get(text);
    if (known !== undefined) return known;
    const says = saysPaid(text);
    if (knownTexts.size < mostRemembered) knownTexts.set(text, says);
    return says;
  };
  const wordsAt = (index: number, column: number): { readonly value: string } | null => {
    const text = table.text(index, column);
    return text !== '' && isPaid(text) ? { value: excerpt(text) } : null;
  };
  find(prepaid, 'orders.prepaid', sumAt);
  find(payments, 'orders.paidAlready', wordsAt);
  find(fees, 'orders.deliveryFee', sumAt);
  find(notes, 'orders.noteOfMoney', wordsAt);
}
