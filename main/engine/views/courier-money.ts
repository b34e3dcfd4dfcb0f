/** Lists, of the orders about to be sent, the money that the WMS is told nothing of: prepayments, «paid», delivery fees. */
import type { CourierMoney } from '../../../shared/contract/views.ts';
import { courierMoneyCodes } from '../../../shared/domain/checking/courier-money.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { signsOfOrders } from './may-be-none.ts';

export function courierMoney(orders: BatchOrders): CourierMoney {
  const found = signsOfOrders(orders, courierMoneyCodes);
  const sumOf = (code: string): number =>
    found.all.reduce((sum, sign) => sum + (sign.code === code ? Number(sign.params['sum'] ?? 0) : 0), 0);
  return { ...found.shown, prepaid: sumOf('orders.prepaid'), fees: sumOf('orders.deliveryFee') };
}
