/** Reads and checks one order from its rows. */
import type { Fix, Issue } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import { rowNames } from '../model/sheet-rows.ts';
import { readDelivery, type DeliveryContext } from './delivery.ts';
import { readDeliveryAddress, type PlaceMatcher } from './delivery-address.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { FileStatistics, CountDelta } from './file-statistics.ts';
import type { FieldReader } from './field-reader.ts';
import { checkCourierMoney, type MoneyColumns } from './courier-money.ts';
import { checkContradictions } from './contradictions.ts';
import type { FileDoubts, WatchedColumns } from './file-doubts.ts';
import { checkNotes } from './note-changes.ts';
import { checkNoOrderSigns, type NoOrderSigns } from './no-order-signs.ts';
import type { FoundIssues } from './issue-causes.ts';
import { IssueCollector, type Collecting } from './issue-collector.ts';
import { excerpt } from '../values/cell-text.ts';
import { isBlankText } from '../values/clean-text.ts';
import type { ProductTable } from '../products/product-table.ts';
import { feeRowsOf, itemRowsOf } from './item-rows.ts';
import { readItemLines, type ItemLine } from './item-lines.ts';
import { readOrderField, type OrderRows, type OrderFieldValue } from './order-field.ts';
import { productSource } from './product-lookup.ts';
import type { FieldReaders } from './field-readers.ts';
import { customersOf } from './order-customers.ts';
import { checkSheets, isOnSeveralSheets } from './order-sheets.ts';
import { orderAmountOf, hasExactNumbers, isComplete, type ParsedOrder } from './order-request.ts';
import type { SectionHead } from '../rows/row-groups.ts';

export interface CheckContext extends Collecting {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly statusColumn: DeliveryContext['statusColumn'];
  readonly signs: NoOrderSigns;
  readonly statistics: FileStatistics;
  readonly places: PlaceMatcher;
  readonly products: ProductTable;
  /** Product ids that the server has accepted; null: too few to say what is new. */
  readonly acceptedProducts: ReadonlySet<number> | null;
  readonly doubts: FileDoubts;
  readonly watched: WatchedColumns;
  /** Whether the file says in its products' cells how many, so that one without a count is one piece. */
  readonly countsInCells: boolean;
  readonly money: MoneyColumns;
  /** Whether the heading of the phones says that they are the recipients'. */
  readonly hasRecipientsPhone: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Readers of the further items that stand beside the first in each row. */
  readonly furtherItems: readonly FieldReaders[];
  /** Readers of the wares that are columns; with any, the row itself holds no item. */
  readonly wares: readonly FieldReaders[];
  /** Issues that the file's reader found in single rows, by row index. */
  readonly readingIssues: ReadonlyMap<number, readonly Issue[]>;
}

/** An order's rows as grouped by rows/row-groups.ts. */
export interface GroupedOrder {
  readonly key: string;
  readonly orderId: number | null;
  readonly rows: OrderRows;
  /** Indices of rows that inherit the order id from the row above, all their order-level cells being blank. */
  readonly continuedRows: readonly number[];
  /** Indices of rows below that may be items of the order, but are separated from it by a sum, heading or note. */
  readonly separatedRows: readonly number[];
  /** The line above it, or the table's title, that heads orders by what becomes of them; null: there is none. */
  readonly head: SectionHead | null;
}

export interface CheckedOrder {
  readonly found: FoundIssues;
  /** Whether a request can be made from it. */
  readonly sendable: boolean;
  /** Total of the items in so'm; null where not known. */
  readonly amount: number | null;
  readonly parsedOrder: ParsedOrder;
}

/** More items than this give a warning (decision 31). */
const manyItems = 100;
/** Up to so many items comparing all pairs is faster than a set. */
const fewItems = 8;

/** Reads and checks the order, and adds it to the statistics; `delta` −1 subtracts it again. */
export function checkOrder(context: CheckContext, place: GroupedOrder, delta: CountDelta): CheckedOrder {
  const { readers } = context;
  const { rows } = place;
  const first = rows.active[0] ?? 0;
  const collector = new IssueCollector(
    context.table,
    place.orderId === null ? readers.order_id.text(first) : place.key,
    context,
  );
  const orderId = checkIdentity(context, place, delta, collector);
  if (rows.active.length > 1) {
    checkCustomers(context, rows, collector);
    checkCorrected(context, rows, collector);
  }
  const waits = mayGoOn(context, place);
  const isHeld = checkNoOrderSigns(context, place.key, rows.active, place.head, delta, collector);
  const delivery = readDelivery(context, rows, delta, collector, waits || isHeld);
  collector.asksBlanks = !isHeld;
  checkCourierMoney(context.table, context.money, rows.active, collector);
  const fullName = readRequired(readers.full_name, rows, collector, waits);
  const phone = readRequired(readers.phone, rows, collector, waits);
  const address = readRequired(readers.address, rows, collector, waits);
  checkOnePerson(context, rows.active, collector);
  const deliveryAddress = readDeliveryAddress(context, address, rows, delta, collector);
  if (deliveryAddress.region === null && !deliveryAddress.regionRefused && !waits)
    reportBlank(readers.region, first, collector);
  if (deliveryAddress.country === null && !deliveryAddress.countryRefused)
    reportBlank(readers.country, first, collector);
  const lines: ItemLine[] = [];
  const items = itemRowsOf(context, place);
  const fees = feeRowsOf(context, rows.active);
  for (const index of fees) reportFeeRow(context, index, collector);
  if (items.length + fees.length < rows.active.length) collector.addForOrder(first, 'notice', 'orders.headRow', {});
  for (const index of place.separatedRows)
    collector.addForOrder(first, 'error', 'orders.partedRow', { row: context.table.rowName(index) });
  for (const index of items) {
    if (context.wares.length === 0)
      for (const line of readItemLines(context, index, delta, collector)) lines.push(line);
    for (const readers of context.wares)
      if (isOrdered(readers, index)) lines.push(...readItemLines({ ...context, readers }, index, delta, collector));
    for (const readers of context.furtherItems)
      if (namesProduct(readers, index)) lines.push(...readItemLines({ ...context, readers }, index, delta, collector));
  }
  checkItems(context, lines, first, collector);
  checkContradictions(context, lines, first, collector);
  if (!isHeld) checkNotes(context, rows.active, delivery.local, lines, collector);
  const parsedOrder: ParsedOrder = { orderId, delivery, fullName, phone, address, deliveryAddress, lines };
  const isEmpty = context.wares.length > 0 && lines.length === 0;
  if (isEmpty || !hasExactNumbers(lines))
    collector.addForOrder(first, 'error', 'orders.notSendable', { field: 'order_items' });
  return {
    found: collector.found,
    sendable: !collector.hasError && isComplete(parsedOrder),
    amount: orderAmountOf(lines, context.rules),
    parsedOrder,
  };
}

/** Delivery is no ware; its sum is money that the courier would not take. */
function reportFeeRow({ readers }: CheckContext, index: number, collector: IssueCollector): void {
  const name = readers.product_name;
  collector.addForCell(index, name, 'notice', 'orders.feeRow', { value: excerpt(name.text(index)) });
  const money = readers.price.column === null ? readers.final_price : readers.price;
  const sum = money.read(index);
  if (sum.kind === 'value' && sum.value > 0)
    collector.addForCell(index, money, 'warning', 'orders.deliveryFee', { sum: sum.value });
}

/** Whether the row has a further item in these columns. */
function namesProduct(readers: FieldReaders, index: number): boolean {
  return [readers.client_product_id, readers.product_code, readers.product_name].some(
    (reader) => reader.column !== null && reader.read(index).kind !== 'blank',
  );
}

/** Whether the row has pieces of a ware that is a column; 0 says none. */
function isOrdered({ quantity }: FieldReaders, index: number): boolean {
  const { text } = quantity.cell(index);
  return !isBlankText(text) && !/^\s*0(?:[.,]0+)?\s*$/.test(text);
}

function reportBlank(reader: FieldReader<string>, index: number, collector: IssueCollector): void {
  if (reader.column !== null) collector.addForCell(index, reader, 'error', 'orders.blank', { field: reader.field });
}

/**
 * Whether nothing is asked of the row's customer yet: as long as nobody said how the file numbers its orders, a row without
 * any may go on with the order above. It is held by that question.
 */
function mayGoOn({ readers, rules, doubts }: CheckContext, { orderId, rows: { active } }: GroupedOrder): boolean {
  const [first] = active;
  if (orderId !== null || rules.orderNumbers.kind !== 'fromColumn' || first === undefined) return false;
  const isOpen = !readers.order_id.hasSource || (doubts.letteredIds && readers.order_id.read(first).kind === 'refusal');
  const people = [readers.full_name, readers.phone, readers.address];
  return (
    isOpen &&
    people.some(({ column }) => column !== null) &&
    people.every((reader) => reader.column === null || reader.read(first).kind === 'blank')
  );
}

function readRequired(
  reader: FieldReader<string>,
  rows: OrderRows,
  collector: IssueCollector,
  waits: boolean,
): OrderFieldValue<string> | null {
  const { value, refused } = readOrderField(reader, rows, collector);
  if (value === null && !refused && !waits) reportBlank(reader, rows.active[0] ?? 0, collector);
  return value;
}

/** Warns where the recipient is named and the phone is of who ordered, or the other way round. */
function checkOnePerson(
  { readers: { full_name: name, phone }, hasRecipientsPhone }: CheckContext,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  // «Телефон» beside «Покупатель» is of who ordered, whose name stands in.
  if (!phone.hasStandIn && !(name.hasStandIn && hasRecipientsPhone)) return;
  for (const index of rows) {
    const [isOther, isOthers] = [name.usesStandIn(index), phone.usesStandIn(index)];
    if (isOther === isOthers) continue;
    const texts = { name: excerpt(name.text(index)), phone: excerpt(phone.text(index)) };
    collector.addForCell(index, isOthers ? phone : name, 'warning', 'orders.twoPeople', texts);
  }
}

/** Checks the order's id and how its rows were grouped. */
function checkIdentity(
  context: CheckContext,
  place: GroupedOrder,
  delta: CountDelta,
  collector: IssueCollector,
): OrderFieldValue<number> | null {
  const { readers, table, statistics } = context;
  const { active } = place.rows;
  const first = active[0] ?? 0;
  for (const index of place.continuedRows)
    collector.addForCell(index, readers.order_id, 'notice', 'orders.idFromAbove', {});
  for (const index of context.readingIssues.size === 0 ? [] : active) {
    for (const issue of context.readingIssues.get(index) ?? []) {
      // An edit of the cell or row settles what the file's reader reported.
      if (!(issue.column === undefined ? table.isRowEdited(index) : table.isEdited(index, issue.column)))
        collector.add(issue);
    }
  }
  if (
    active.length > 1 &&
    !isOnSeveralSheets(table, active) &&
    active.some((index, at) => at > 0 && index !== (active[at - 1] ?? 0) + 1 && !table.isAdded(index))
  ) {
    collector.addForOrder(first, 'notice', 'orders.rowsApart', {
      rows: active
        .slice(0, 10)
        .map((index) => table.rowName(index))
        .join(', '),
    });
  }
  if (readers.order_id.column === null) {
    return place.orderId === null
      ? null
      : {
          value: place.orderId,
          index: null,
          origin: context.rules.orderNumbers.kind === 'everyRow' ? 'computed' : 'constant',
        };
  }
  let ownId: OrderFieldValue<number> | null = null;
  for (const index of active) {
    const parsed = readers.order_id.read(index);
    if (parsed.kind === 'value') {
      ownId ??= { value: parsed.value, index, origin: 'cell' };
      for (const remark of parsed.remarks) collector.addRemark(index, readers.order_id, remark);
    } else if (parsed.kind === 'refusal') {
      statistics.countRefusedId(parsed.remark.code, delta);
      collector.addRemark(index, readers.order_id, parsed.remark);
    } else if (place.orderId === null && index === first) {
      const { column } = readers.order_id;
      const fix: Fix | undefined =
        column === null ? undefined : { kind: 'giveNumber', rows: active.map((row) => table.rowNumber(row)), column };
      collector.addForCell(index, readers.order_id, 'error', 'orders.noId', {}, fix);
    }
  }
  if (place.orderId === null) return null;
  // With numbers of our own the cell does not hold the number that the fix would offer.
  if (context.rules.orderNumbers.kind === 'fromColumn') checkSpellings(context, place.orderId, active, collector);
  return (
    ownId ?? { value: place.orderId, index: null, origin: readers.order_id.constant === null ? 'cell' : 'constant' }
  );
}

/** A row that says «исправлено» takes the place of the order's others, whose values are not offered for it. */
function checkCorrected({ signs, table }: CheckContext, { active }: OrderRows, collector: IssueCollector): void {
  const corrected = active.filter((index) => signs.isCorrected(index));
  if (corrected.length === 0) return;
  const earlier = active.filter((index) => !corrected.includes(index));
  const [last] = corrected.slice(-1);
  if (last === undefined || earlier.length === 0) return;
  collector.offersNoCommonValue = true;
  const numbers = earlier.map((index) => table.rowNumber(index));
  const fix: Fix = { kind: 'leaveRowsOut', rows: numbers };
  const answers = [
    { fix },
    { fix: { kind: 'leaveRowsOut', rows: corrected.map((index) => table.rowNumber(index)) } as const },
  ];
  collector.addForRow(
    last,
    null,
    'error',
    'orders.correctedRow',
    { rows: rowNames(table.file.sheetNames, numbers.slice(0, 10)) },
    { field: 'fulfillment_status', fix, answers },
  );
}

/** A number on two customers' rows: no value of theirs is offered for the others, which would join two people's goods. */
function checkCustomers({ readers, table }: CheckContext, { active }: OrderRows, collector: IssueCollector): void {
  const [first, ...others] = customersOf(readers, active);
  if (first === undefined) {
    checkSheets(readers, table, active, collector);
    return;
  }
  collector.offersNoCommonValue = true;
  const nameOf = (rows: readonly number[]): string =>
    rows.map((index) => excerpt(readers.full_name.text(index))).find((name) => name !== '') ?? '';
  for (const rows of others) {
    const numbers = rows.map((index) => table.rowNumber(index));
    const { column } = readers.order_id;
    const leaveOut: Fix = { kind: 'leaveRowsOut', rows: numbers };
    const fixes: Fix[] = column === null ? [leaveOut] : [{ kind: 'giveNumber', rows: numbers, column }, leaveOut];
    collector.add({
      code: 'orders.twoCustomers',
      severity: 'error',
      scope: 'row',
      row: numbers[0] ?? 0,
      orderId: collector.orderId,
      params: {
        row: rowNames(table.file.sheetNames, numbers.slice(0, 10)),
        count: numbers.length,
        name: nameOf(rows),
        first: table.rowName(first[0] ?? 0),
        other: nameOf(first),
      },
      fix: fixes[0],
      answers: fixes.map((fix) => ({ fix })),
    });
  }
}

/** Decision 11: `01001` and `1001` in one file may be meant as two orders. */
function checkSpellings(
  context: CheckContext,
  orderId: number,
  rows: readonly number[],
  collector: IssueCollector,
): void {
  const reader = context.readers.order_id;
  const first = reader.rawValue(rows[0] ?? 0);
  if (rows.every((index) => reader.rawValue(index) === first)) return;
  const byText = new Map<string, number[]>();
  for (const index of rows) {
    const text = reader.text(index).trim();
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), index]);
  }
  if (byText.size < 2) return;
  const spellings = [...byText].map(([text, indices]) => ({ text, indices }));
  const canonical = String(orderId);
  collector.addSpellingConflict(
    rows[0] ?? 0,
    reader,
    spellings,
    canonical,
    rows.filter((index) => !['', canonical].includes(reader.text(index).trim())),
  );
}

/** Whether every cell of two rows is the same, but for a counter of rows, and the later one names the customer, too. */
function isSameRow({ table, watched, readers }: CheckContext, first: number, second: number): boolean {
  if ([readers.full_name, readers.phone, readers.address].every((reader) => reader.read(second).kind === 'blank'))
    return false;
  for (let column = 0; column < table.file.columnCount; column++)
    if (table.text(first, column) !== table.text(second, column) && !watched.counters.includes(column)) return false;
  return true;
}

/** A row that was pasted once more: it is held until somebody says that both are meant, here or by the check's level. */
function checkRepeated(
  context: CheckContext,
  earlier: readonly number[],
  index: number,
  collector: IssueCollector,
): boolean {
  const { table, rules, doubts } = context;
  if (rules.repeatedRows !== 'ask' || doubts.writesPieces || rules.checks.sameProduct !== undefined) return false;
  const before = earlier.find(
    (one) => one !== index && table.areOnOneSheet(one, index) && isSameRow(context, one, index),
  );
  if (before === undefined) return false;
  const row = table.rowNumber(index);
  const fix: Fix = { kind: 'leaveRowsOut', rows: [row] };
  const both: Fix = { kind: 'setRules', answer: 'rowsArePieces', rules: { repeatedRows: 'items' } };
  collector.addForRow(
    index,
    null,
    'error',
    'orders.repeatedRow',
    { row: table.rowName(before) },
    { field: 'client_product_id', fix, answers: [{ fix }, { fix: both }] },
  );
  return true;
}

/** Whether two lines have the same product. */
function hasSameProductTwice(lines: readonly ItemLine[]): boolean {
  if (lines.length > fewItems) return new Set(lines.map(({ product }) => product?.value)).size < lines.length;
  return lines.some(({ product }, at) => lines.findIndex((line) => line.product?.value === product?.value) < at);
}

function checkItems(context: CheckContext, lines: readonly ItemLine[], first: number, collector: IssueCollector): void {
  if (lines.length > manyItems)
    collector.addForOrder(first, 'warning', 'orders.manyItems', { count: lines.length, limit: manyItems });
  const { acceptedProducts } = context;
  if (acceptedProducts !== null)
    for (const { index, product } of lines)
      if (product !== null && !acceptedProducts.has(product.value))
        collector.addForCell(index, productSource(context.readers), 'warning', 'orders.productNeverAccepted', {
          value: product.value,
          count: acceptedProducts.size,
        });
  if (lines.length < 2 || !hasSameProductTwice(lines)) return;
  const seen = new Map<string | number, number[]>();
  for (const { index, product, variation } of lines) {
    if (product === null) continue;
    const key = variation === null ? product.value : `${product.value}/${variation.value}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, [index]);
      continue;
    }
    const isRepeated = checkRepeated(context, before, index, collector);
    before.push(index);
    if (isRepeated) continue;
    collector.addForCell(index, productSource(context.readers), 'warning', 'orders.sameProduct', {
      value: product.value,
      row: context.table.rowName(before[0] ?? index),
    });
  }
}
