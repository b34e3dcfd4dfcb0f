import { describe, expect, test } from 'vitest';
import { echoDifferences, compareEcho } from '../../../shared/wms/echo.ts';
import { orderAnswerSchema, orderRequestSchema } from '../../../shared/wms/order-create.ts';

/** The document's own example. */
const request = orderRequestSchema.parse({
  order_id: 1220011,
  scheduled_at: '2024-10-03T14:00:00Z',
  fulfillment_status: 5,
  full_name: 'Jon Done',
  phone: '+998900000000',
  address: '123 Main Street',
  region: 'Toshkent',
  country: 'Uzbekistan',
  city: 'Toshkent shahar',
  zip: '100200',
  order_items: [
    {
      client_product_id: 1,
      client_product_variation_id: 1,
      quantity: 1,
      price: 5000,
      discount: 100000,
      final_price: 95000,
    },
  ],
});

const answer = {
  message: 'Record successfully created.',
  data: {
    id: 4,
    order_id: 1220011,
    supplier_buyer_id: 4,
    fulfillment_status: 5,
    created_at: '2026-01-26 13:28:49',
    orderAddress: {
      id: 4,
      order_id: 4,
      full_name: 'Jon Done',
      phone: '+998900000000',
      address: '123 Main Street',
      city: 'Toshkent shahar',
      region: 'Toshkent',
      zip: '100200',
      country: 'Uzbekistan',
      status: 1,
    },
    orderItems: [{ id: 1, order_id: 4, product_id: 5, client_product_id: 1, quantity: 1, price: 5000, status: 0 }],
    _links: { self: { href: 'http://localhost:8070/v1/order/view?id=4' } },
  },
};

describe('the echo', () => {
  test('the document’s answer confirms its request', () => {
    const { data } = orderAnswerSchema.parse(answer);
    expect(compareEcho(request, data)).toEqual({ compared: 11, differences: [] });
  });

  test('another status, a cut name, another quantity', () => {
    const { data } = structuredClone(answer);
    data.fulfillment_status = 1;
    data.orderAddress.full_name = 'Jon';
    data.orderItems[0]!.quantity = 2;
    expect(echoDifferences(request, data)).toEqual([
      { field: 'fulfillment_status', item: null, sent: '5', answered: '1' },
      { field: 'full_name', item: null, sent: 'Jon Done', answered: 'Jon' },
      { field: 'quantity', item: 0, sent: '1', answered: '2' },
    ]);
  });

  test('spelling of the phone, numbers as text and a zip as a number are no differences', () => {
    const data = {
      order_id: 1220011,
      fulfillment_status: '5',
      orderAddress: { phone: '998 90 000-00-00', zip: 100200, address: '123  Main Street ' },
    };
    expect(echoDifferences(request, data)).toEqual([]);
  });

  test('a lost item', () => {
    const twice = {
      ...request,
      order_items: [request.order_items[0]!, { ...request.order_items[0]!, client_product_id: 2 }],
    };
    expect(echoDifferences(twice, answer.data)).toEqual([
      { field: 'order_items', item: null, sent: '2', answered: '1' },
    ]);
  });

  test('items in another order are no difference', () => {
    const items = [1, 2, 3].map((id) => ({ ...request.order_items[0]!, client_product_id: id, quantity: id }));
    const echoed = [...items]
      .reverse()
      .map(({ client_product_id, quantity, price }) => ({ client_product_id, quantity, price }));
    expect(echoDifferences({ ...request, order_items: items }, { order_id: 1220011, orderItems: echoed })).toEqual([]);
  });

  test('an answer that repeats nothing confirms nothing', () => {
    expect(compareEcho(request, { order_id: 1220011 })).toEqual({ compared: 0, differences: [] });
    expect(
      compareEcho(request, { order_id: 1220011, orderAddress: 'x', orderItems: 7, fulfillment_status: [] }),
    ).toEqual({ compared: 0, differences: [] });
  });
});
