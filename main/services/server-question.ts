/**
 * Asks whether an address is another name of a WMS that orders went to before: where it already has orders of this file, by
 * their ids or by their content without the number, sending to the new address would create each of them again.
 */
import type { SameServerQuestion } from '../../shared/contract/views.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { FailureError } from '../../shared/result.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';
import type { Batch } from '../engine/batch.ts';
import { requestKeys } from '../platform/order-keys.ts';
import type { Remote } from '../platform/remote.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import type { SameServerStore } from '../store/sent-stores.ts';

type Servers = SameServerStore | Remote<SameServerStore>;

/** The question that holds the batch back; null: none. */
export async function serverQuestion(
  batch: Batch,
  servers: Servers,
  { identity, practice }: Pick<RunServer, 'identity' | 'practice'>,
): Promise<SameServerQuestion | null> {
  if (practice) return null;
  const others = await servers.unanswered(identity);
  if (others.length === 0) return null;
  const orders = [...batch.payloads()].map((body) => {
    const request = orderRequestSchema.parse(JSON.parse(body));
    return { orderId: request.order_id, key: requestKeys(request, batch.shop ?? firstShop)[0] ?? '' };
  });
  const [likeliest] = await servers.sentElsewhere(others, orders);
  if (likeliest === undefined) return null;
  const { server: other, ids, contents } = likeliest;
  return { server: identity, other, orders: Math.max(ids, contents), sameContent: contents };
}

/** @throws FailureError `servers.maybeSame` where the content is the same, `servers.maybeOther` where only ids are */
export function refuseUnanswered(question: SameServerQuestion | null): void {
  if (question === null) return;
  const { server, other, orders: count, sameContent } = question;
  throw new FailureError(sameContent > 0 ? 'servers.maybeSame' : 'servers.maybeOther', { server, other, count });
}
