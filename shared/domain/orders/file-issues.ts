/** What is to be said of the file as a whole: missing fields, questions, and what its orders show together. */
import { requiredFields, type Field } from '../fields.ts';
import type { Fix, Issue, Params, Severity } from '../issues.ts';
import { matchRegion } from '../regions/match.ts';
import { resolveRelative } from '../values/relative-date.ts';
import type { OrderBook } from './order-book.ts';

/** Offered as the answer to the question about the delivery date. */
const offeredDate = 'tomorrow 14:00';

function fileIssue(severity: Severity, code: string, params: Params = {}, more: { readonly field?: Field; readonly fix?: Fix } = {}): Issue {
  return { code, severity, scope: 'file', params, ...more };
}

function missingFields(book: OrderBook): Issue[] {
  const { readers } = book;
  const missing = requiredFields.filter((field) => {
    if (readers[field].fed || readers[field].constantRemarks.length > 0) return false;
    // The price follows from discount and final price.
    return field !== 'price' || !readers.discount.fed || !readers.final_price.fed;
  });
  return missing.map((field) =>
    // One number for all rows makes one order of them: that has a sentence of its own.
    field === 'order_id' ? fileIssue('error', 'orders.noIdColumn', {}, { field }) : fileIssue('error', 'orders.missingField', { field }, { field, ...(field === 'quantity' ? { fix: { kind: 'setConstant', field, text: '1' } as const } : {}) }),
  );
}

/** Constants are parsed like cells; what is wrong with one is said once. */
function constantIssues(book: OrderBook): Issue[] {
  const issues: Issue[] = [];
  for (const reader of Object.values(book.readers)) {
    for (const remark of reader.constantRemarks) issues.push(fileIssue(remark.severity, remark.code, remark.params, { field: reader.field }));
  }
  const region = book.readers.region.constant;
  if (region !== null && matchRegion(region.value).kind === 'unknown') {
    issues.push(fileIssue('warning', 'orders.regionUnknown', { value: region.value }, { field: 'region' }));
  }
  return issues;
}

function inFileOrder(book: OrderBook, keys: ReadonlySet<string>): string[] {
  const firstRow = (key: string) => book.entryOf(key)?.rows[0] ?? 0;
  return [...keys].sort((a, b) => firstRow(a) - firstRow(b));
}

function deliveryIssues(book: OrderBook): Issue[] {
  const { evidence, input } = book;
  const issues: Issue[] = [];
  if (evidence.unanswered > 0) {
    const text = resolveRelative(offeredDate, input.now);
    const fix = text === undefined ? {} : { fix: { kind: 'setConstant', field: 'scheduled_at', text } as const };
    issues.push(fileIssue('error', 'orders.deliveryDateQuestion', { count: evidence.unanswered }, { field: 'scheduled_at', ...fix }));
  }
  if (evidence.defaultTimes > 0) {
    issues.push(fileIssue('warning', 'orders.defaultTime', { count: evidence.defaultTimes, time: input.rules.defaultTime }, { field: 'scheduled_at' }));
  }
  if (evidence.foreignStatuses > 0) issues.push(fileIssue('notice', 'orders.foreignStatuses', { count: evidence.foreignStatuses }, { field: 'fulfillment_status' }));
  if (evidence.cancelled.size > 0) {
    const fix = { kind: 'leaveOut', orderKeys: inFileOrder(book, evidence.cancelled) } as const;
    issues.push(fileIssue('warning', 'orders.cancelled', { count: evidence.cancelled.size }, { field: 'fulfillment_status', fix }));
  }
  return issues;
}

function moneyIssues(book: OrderBook): Issue[] {
  const { evidence, input } = book;
  const issues: Issue[] = [];
  if (evidence.looksExchanged) {
    issues.push(fileIssue('warning', 'orders.columnsExchanged', { count: evidence.exchanged }, { field: 'price', fix: { kind: 'swapFields', first: 'price', second: 'discount' } }));
  }
  if (input.rules.discountPer === 'unit' && evidence.perLineOnly > 0 && evidence.perUnitOnly === 0) {
    issues.push(fileIssue('warning', 'orders.discountPerLine', { count: evidence.perLineOnly }, { field: 'final_price', fix: { kind: 'setDiscountPer', per: 'line' } }));
  } else if (input.rules.discountPer === 'line' && evidence.perUnitOnly > 0 && evidence.perLineOnly === 0) {
    issues.push(fileIssue('warning', 'orders.discountPerUnit', { count: evidence.perUnitOnly }, { field: 'final_price', fix: { kind: 'setDiscountPer', per: 'unit' } }));
  }
  if (evidence.assumedDiscounts > 0) issues.push(fileIssue('notice', 'orders.noDiscount', { count: evidence.assumedDiscounts }, { field: 'discount' }));
  return issues;
}

/** All file-level issues, the ones that hold orders back first. */
export function fileIssues(book: OrderBook): Issue[] {
  const { plan, table } = book.input;
  const issues: Issue[] = [];
  if (plan.headerIndex === null) issues.push(fileIssue('warning', 'orders.noHeading'));
  if (table.rowCount <= plan.firstDataIndex) issues.push(fileIssue('error', 'orders.noRows'));
  issues.push(...missingFields(book), ...constantIssues(book), ...deliveryIssues(book), ...moneyIssues(book));
  const rank = { error: 0, warning: 1, notice: 2 } as const;
  return issues.sort((a, b) => rank[a.severity] - rank[b.severity]);
}
