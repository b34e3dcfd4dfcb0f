/** A WMS client without a network: it answers by a script and records its requests. */
import type { Clock } from '../../../main/ports.ts';
import type { WmsClient } from '../../../main/sending/wms/client.ts';
import {
  noHttpAnswerHeaders,
  type HttpAnswerHeaders,
  type AttemptEvent,
} from '../../../shared/domain/sending/attempt-event.ts';
import { orderRequestSchema, type OrderRequest } from '../../../shared/wms/order-create.ts';

export interface WmsScript {
  /** The event of the attempt-th request (from 1) of an order; undefined: it is created and answered. */
  readonly create?: (orderId: number, attempt: number, accessKey: string) => AttemptEvent | 'lostAfter' | undefined;
  readonly lookUp?: (orderId: number, accessKey: string) => AttemptEvent | undefined;
  readonly isUp?: () => boolean;
  readonly latency?: number;
}

export interface ScriptedWms {
  readonly client: WmsClient;
  readonly created: Map<number, readonly OrderRequest[]>;
  /** Order ids of the create requests in the order of arrival, with the time (monotonic ms). */
  readonly posts: {
    readonly orderId: number;
    readonly body: string;
    readonly accessKey: string;
    readonly at: number;
  }[];
  readonly lookUps: { readonly orderId: number; readonly at: number }[];
  readonly probes: number[];
  maxConcurrent: number;
}

export function answerEvent(status: number, body: unknown, headers: Partial<HttpAnswerHeaders> = {}): AttemptEvent {
  return {
    kind: 'answered',
    answer: { status, headers: { ...noHttpAnswerHeaders, ...headers }, body, isJson: typeof body === 'object' },
  };
}

export const lostAnswerEvent: AttemptEvent = { kind: 'lost', cause: 'connection' };
export const connectionRefusedEvent: AttemptEvent = { kind: 'notSent', phase: 'refused' };

export function scriptedWms(clock: Clock, script: WmsScript): ScriptedWms {
  const created: ScriptedWms['created'] = new Map();
  const attempts = new Map<number, number>();
  let inFlight = 0;
  let lastId = 0;
  const ids = new Map<number, number>();

  const wms: ScriptedWms = { client: {} as WmsClient, created, posts: [], lookUps: [], probes: [], maxConcurrent: 0 };
  const client: WmsClient = {
    createUrl: 'http://wms.example/v1/order/create',
    async create(body, accessKey, mayWrite) {
      if (mayWrite?.() === false) return { kind: 'notSent', phase: 'team' };
      const request = orderRequestSchema.parse(JSON.parse(body));
      const orderId = request.order_id;
      const attempt = (attempts.get(orderId) ?? 0) + 1;
      attempts.set(orderId, attempt);
      wms.posts.push({ orderId, body, accessKey, at: clock.monotonic() });
      wms.maxConcurrent = Math.max(wms.maxConcurrent, ++inFlight);
      await clock.sleep(script.latency ?? 20);
      inFlight--;
      const scripted = script.create?.(orderId, attempt, accessKey);
      if (scripted !== undefined && scripted !== 'lostAfter') return scripted;
      created.set(orderId, [...(created.get(orderId) ?? []), request]);
      ids.set(orderId, ++lastId);
      return scripted === 'lostAfter'
        ? lostAnswerEvent
        : answerEvent(200, { message: 'Record successfully created.', data: { id: lastId, order_id: orderId } });
    },
    async lookUp(_path, orderId, token) {
      wms.lookUps.push({ orderId, at: clock.monotonic() });
      await clock.sleep(script.latency ?? 20);
      const scripted = script.lookUp?.(orderId, token);
      if (scripted) return scripted;
      const items = (created.get(orderId) ?? []).map((request) => ({
        id: ids.get(orderId),
        order_id: orderId,
        orderAddress: request,
        orderItems: request.order_items,
      }));
      return answerEvent(200, { items, _meta: { totalCount: items.length } });
    },
    async view(wmsId) {
      const [orderId] = [...ids].find(([, id]) => id === wmsId) ?? [];
      const request = orderId === undefined ? undefined : created.get(orderId)?.[0];
      return request
        ? answerEvent(200, { id: wmsId, order_id: orderId, orderAddress: request, orderItems: request.order_items })
        : answerEvent(404, {});
    },
    async probe() {
      wms.probes.push(clock.monotonic());
      await clock.sleep(script.latency ?? 20);
      return script.isUp?.() ?? true;
    },
    close: async () => {},
  };
  return Object.assign(wms, { client });
}
