/** Compares what the app would send of a sheet with what is right. */
import type { OrderView } from '../../../shared/contract/views.ts';
import { matchRegion } from '../../../shared/domain/regions/match-region.ts';
import type { RightBody, RightItem, Sheet, Topic } from './sheet.ts';
import { topicsOf, type Question, type Snapshot } from './session.ts';

type Value = string | number | undefined;
type ActualItem = Readonly<Record<string, Value>>;
interface ActualBody {
  readonly fields: Readonly<Record<string, Value>>;
  readonly items: readonly ActualItem[];
}

const numeric = /^(?:order_id|fulfillment_status|client_product.*|quantity|price|discount|final_price)$/u;

/** The order's values, also where it is held back. */
function actualBody({ body, values }: OrderView): ActualBody {
  if (body !== null) {
    const { order_items: items, ...fields } = JSON.parse(body) as Record<string, Value> & {
      readonly order_items: readonly ActualItem[];
    };
    return { fields: fields as Record<string, Value>, items };
  }
  const fields: Record<string, Value> = {};
  const items: Record<string, Value>[] = [];
  for (const { field, item, text } of values) {
    const value = numeric.test(field) && /^\d+$/u.test(text) ? Number(text) : text;
    if (item === null) fields[field] = value;
    else (items[item] ??= {})[field] = value;
  }
  return { fields, items: Array.from(items, (item) => item ?? {}) };
}

function isSamePlace(text: Value, place: string): boolean {
  const [actual, expected] = [matchRegion(String(text)), matchRegion(place)];
  return actual.kind === 'known' && expected.kind === 'known' && actual.region === expected.region;
}

type Expected = RightBody[Exclude<keyof RightBody, 'order_items'>] | RightItem[keyof RightItem];

function isRight(actual: Value, expected: Expected): boolean {
  if (expected === undefined) return true;
  if (expected === null) return actual === undefined;
  if (typeof expected !== 'object') return actual === expected;
  if ('contains' in expected) return expected.contains.every((part) => String(actual ?? '').includes(part));
  if ('place' in expected) return isSamePlace(actual, expected.place);
  return (expected.oneOf as readonly Value[]).includes(actual);
}

/** A field whose value is not the right one. */
export interface Difference {
  readonly topic: Topic;
  /** Index of the item; null: of the order. */
  readonly item: number | null;
  readonly expected: unknown;
  /** undefined: there is none (yet). */
  readonly actual: Value;
}

export function differencesOf(order: OrderView, { order_items: rightItems, ...right }: RightBody): Difference[] {
  const { fields, items } = actualBody(order);
  const found: Difference[] = [];
  const compare = (topic: Topic, item: number | null, actual: Value, expected: Expected): void => {
    if (!isRight(actual, expected)) found.push({ topic, item, expected, actual });
  };
  for (const [field, expected] of Object.entries(right)) compare(field as Topic, null, fields[field], expected);
  rightItems.forEach((rightItem, at) => {
    for (const [field, expected] of Object.entries(rightItem))
      compare(field as Topic, at, items[at]?.[field], expected);
  });
  for (let at = rightItems.length; at < items.length; at++)
    found.push({
      topic: 'client_product_id',
      item: at,
      expected: null,
      actual: items[at]?.['client_product_id'] ?? 'an item too many',
    });
  return found;
}

/** An order of the app beside the right one: either may be absent. */
export interface Pair {
  readonly right: Sheet['orders'][number] | null;
  readonly order: OrderView | null;
  readonly differences: readonly Difference[];
}

const idOf = ({ order_id: id }: RightBody): number | null => (typeof id === 'number' ? id : null);

/** Pairs orders by number and row, then by number, then by their first row, then by any row. */
export function pairOrders({ orders }: Sheet, snapshot: Snapshot): Pair[] {
  const free = new Set(snapshot.orders);
  const paired = new Map<Sheet['orders'][number], OrderView>();
  const sameId = (order: OrderView, { body }: Sheet['orders'][number]): boolean =>
    idOf(body) !== null && actualBody(order).fields['order_id'] === idOf(body);
  const rules: ((order: OrderView, right: Sheet['orders'][number]) => boolean)[] = [
    (order, right) => sameId(order, right) && order.rows.some((row) => right.rows.includes(row)),
    sameId,
    (order, { rows }) => order.rows[0] === rows[0],
    (order, { rows }) => order.rows.some((row) => rows.includes(row)),
  ];
  for (const rule of rules)
    for (const right of orders) {
      if (paired.has(right)) continue;
      for (const order of free)
        if (rule(order, right)) {
          paired.set(right, order);
          free.delete(order);
          break;
        }
    }
  return [
    ...orders.map((right) => {
      const order = paired.get(right) ?? null;
      return { right, order, differences: order === null ? [] : differencesOf(order, right.body) };
    }),
    ...[...free].map((order) => ({ right: null, order, differences: [] })),
  ];
}

export const wouldGo = (order: OrderView | null): boolean => order?.state === 'ready';

const meets = (topics: ReadonlySet<Topic>, others: readonly Topic[]): boolean =>
  others.some((topic) => topics.has(topic));

/** Whether anything more than a notice is said, at the order or about the file, about one of these. */
export function isSaid(about: readonly Topic[], order: OrderView | null, snapshot: Snapshot): boolean {
  const issues = [...snapshot.fileIssues, ...(order?.issues ?? [])];
  return issues.some(
    (issue) =>
      issue.severity !== 'notice' && meets(topicsOf(issue, snapshot.columns), about) && !isOnlyTime(issue.code),
  );
}

/** Says only which hour was added: not that the day might be another one. */
const isOnlyTime = (code: string): boolean => code === 'orders.defaultTime';

/** Why an order would go out wrong, or be lost, without a word; null: it would not. */
export function silentFault(pair: Pair, sheet: Sheet, snapshot: Snapshot): string | null {
  const { right, order, differences } = pair;
  if (right === null)
    return wouldGo(order) && !isSaid(['orders'], order, snapshot)
      ? `row ${order?.rows.join(', ')} would be sent, and is no order to be sent`
      : null;
  if (order === null) {
    const holds = snapshot.questions.some(({ severity }) => severity === 'error');
    const severities = right.rows.map((row) => snapshot.rows.get(row));
    return holds || severities.some((severity) => severity === 'warning' || severity === 'error')
      ? null
      : `the order of row ${right.rows[0]} is lost`;
  }
  if (!wouldGo(order)) return null;
  const wrong = differences.find(({ topic }) => !isSaid([topic], order, snapshot));
  if (wrong) return `row ${right.rows[0]}: ${describe(wrong)}`;
  const unasked = sheet.asked.find(
    // Whether orders are to be sent at all is judged by the rows that must not be.
    ({ must, about, rows }) =>
      must &&
      !about.includes('orders') &&
      (rows === undefined || right.rows.some((row) => rows.includes(row))) &&
      !isSaid(about, order, snapshot),
  );
  return unasked ? `row ${right.rows[0]} would be sent, and nobody was asked: ${unasked.why}` : null;
}

export function describe({ topic, item, expected, actual }: Difference): string {
  const where = item === null ? topic : `item ${item + 1} ${topic}`;
  return `${where} is ${JSON.stringify(actual ?? null)}, not ${JSON.stringify(expected)}`;
}

/** Whether a clerk of the shop would ask this, too. */
export function isAsked({ topics }: Question, { asked }: Sheet): boolean {
  return asked.some(({ about }) => meets(topics, about));
}
