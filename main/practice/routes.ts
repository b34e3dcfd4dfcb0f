/** Answers each request to the practice WMS, apart from faults and connections. */
import type { Translator } from '../../shared/messages/translator.ts';
import { practiceIdentityPath, wmsPaths } from '../../shared/wms/addresses.ts';
import { accountOf, type PracticeAccessKeys } from './practice-access-keys.ts';
import {
  type PracticeAnswer,
  exceptionAnswer,
  htmlAnswer,
  jsonAnswer,
  notFoundAnswer,
  unauthorizedAnswer,
} from './http-answers.ts';
import { pickDocumentedFields, type PracticeLedger, toWmsRecord } from './practice-ledger.ts';
import { renderStatusPage } from './status-page.ts';
import { isObject, validateOrder } from './validation.ts';

/** How order/index answers: as it should, not at all (404), with a web page, or with everything whatever is asked. */
export const lookupModes = ['honest', 'missing', 'html', 'ignoresFilter'] as const;
export type LookupMode = (typeof lookupModes)[number];

export interface RouteContext {
  readonly ledger: PracticeLedger;
  readonly accessKeys: PracticeAccessKeys;
  readonly lookup: LookupMode;
  readonly uniqueIds: boolean;
  readonly knownProducts: ReadonlySet<number> | null;
  readonly translate: Translator;
  /** The server's name in the app's ledger. */
  readonly identity: string;
  now(): number;
}

export interface RoutedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly isJson: boolean;
  readonly body: string;
}

const pageSize = 20;
const methods: Readonly<Record<string, string>> = {
  [wmsPaths.login]: 'POST',
  [wmsPaths.refresh]: 'POST',
  [wmsPaths.create]: 'POST',
  [wmsPaths.index]: 'GET',
  [wmsPaths.view]: 'GET',
  '/': 'GET',
  '/practice/ledger': 'GET',
  [practiceIdentityPath]: 'GET',
};

/** The body of a request as Yii sees it: without a JSON content type there is none. */
function parsedBody(request: RoutedRequest): { readonly body: unknown } | { readonly fault: PracticeAnswer } {
  if (!request.isJson || request.body === '') return { body: {} };
  try {
    return { body: JSON.parse(request.body) as unknown };
  } catch {
    return { fault: exceptionAnswer(400, 'Invalid JSON data in request body: Syntax error.') };
  }
}

/** The order id that a creation's body names; 0 where it names none. */
export function orderIdOf(request: RoutedRequest): number {
  const parsed = parsedBody(request);
  const orderId = 'body' in parsed && isObject(parsed.body) ? parsed.body['order_id'] : undefined;
  return typeof orderId === 'number' && Number.isSafeInteger(orderId) ? orderId : 0;
}

/** Stores an order, or refuses it. Safe to call late: whether the id is free is checked here. */
export function createOrder(request: RoutedRequest, routing: RouteContext): PracticeAnswer {
  const parsed = parsedBody(request);
  if ('fault' in parsed) return parsed.fault;
  const { ledger, uniqueIds, knownProducts } = routing;
  const isTaken = (orderId: number) => uniqueIds && ledger.find(orderId).length > 0;
  const errors = validateOrder(parsed.body, { isTaken, knownProducts });
  if (errors.length > 0 || !isObject(parsed.body)) return jsonAnswer(422, errors);
  const order = ledger.add(pickDocumentedFields(parsed.body), routing.now(), accountOf(request.authorization));
  return jsonAnswer(200, { message: 'Record successfully created.', data: toWmsRecord(order) });
}

function listOrders(query: URLSearchParams, { ledger, lookup }: RouteContext): PracticeAnswer {
  if (lookup === 'missing') return notFoundAnswer;
  if (lookup === 'html') return htmlAnswer(200, '<!DOCTYPE html><html><body>Buyurtmalar</body></html>');
  const asked = query.get('order_id');
  const isFiltered = asked !== null && lookup !== 'ignoresFilter';
  const orders = isFiltered ? ledger.find(Number(asked)) : ledger.all();
  return jsonAnswer(200, {
    items: orders.slice(0, pageSize).map(toWmsRecord),
    _links: {},
    _meta: {
      totalCount: orders.length,
      pageCount: Math.ceil(orders.length / pageSize),
      currentPage: 1,
      perPage: pageSize,
    },
  });
}

function viewOrder(query: URLSearchParams, { ledger }: RouteContext): PracticeAnswer {
  const order = ledger.byId(Number(query.get('id')));
  return order ? jsonAnswer(200, toWmsRecord(order)) : exceptionAnswer(404, 'Order not found.');
}

/** Answers a request; creations come here only without a fault. */
export function answerRequest(request: RoutedRequest, routing: RouteContext): PracticeAnswer {
  const { method, path, query } = request;
  const allowed = methods[path];
  if (allowed === undefined) return notFoundAnswer;
  if (method !== allowed) {
    return exceptionAnswer(
      405,
      `Method Not Allowed. This URL can only handle the following request methods: ${allowed}.`,
      { allow: allowed },
    );
  }
  if (path === '/')
    return htmlAnswer(200, renderStatusPage(routing.ledger.all(), routing.translate), {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  if (path === '/practice/ledger') return jsonAnswer(200, routing.ledger.all().map(toWmsRecord));
  if (path === practiceIdentityPath) return jsonAnswer(200, { practice: routing.identity });
  if (path === wmsPaths.login || path === wmsPaths.refresh) {
    const parsed = parsedBody(request);
    if ('fault' in parsed) return parsed.fault;
    return path === wmsPaths.login ? routing.accessKeys.login(parsed.body) : routing.accessKeys.refresh(parsed.body);
  }
  if (!routing.accessKeys.isAuthorized(request.authorization)) return unauthorizedAnswer;
  if (path === wmsPaths.create) return createOrder(request, routing);
  return path === wmsPaths.index ? listOrders(query, routing) : viewOrder(query, routing);
}
