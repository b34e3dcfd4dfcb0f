import { expect, it } from 'vitest';
import { orderIdOfKey, orderKeyOf, orderKeyOfRow, rowOfKey } from '../../../../shared/domain/orders/order-key.ts';

it.each([1, 700001, Number.MAX_SAFE_INTEGER])('leads from the order id %i to the key and back', (orderId) => {
  expect(orderIdOfKey(orderKeyOf(orderId))).toBe(orderId);
  expect(rowOfKey(orderKeyOf(orderId))).toBeNull();
});

it('leads from the row to the key and back', () => {
  expect(orderKeyOfRow(12)).toBe('row:12');
  expect(rowOfKey('row:12')).toBe(12);
  expect(orderIdOfKey('row:12')).toBeNull();
});

it.each(['', ' 7', '7.0', '-7', '1e3', '9007199254740993', 'yo‘q'])('finds no order id in «%s»', (key) => {
  expect(orderIdOfKey(key)).toBeNull();
});
