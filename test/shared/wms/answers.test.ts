import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echoDifferences, compareEcho } from '../../../shared/wms/echo.ts';
import { cleanAccessKey, readLogin } from '../../../shared/wms/login.ts';
import { findInLookup, readOrderView } from '../../../shared/wms/lookup.ts';
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

describe('the look-up', () => {
  const ours = { id: 4, order_id: 1220011 };
  const other = { id: 5, order_id: 7 };
  test.each([
    ['a list', [ours]],
    ['items', { items: [ours], _links: {}, _meta: { totalCount: 1 } }],
    ['data', { data: [ours] }],
    ['items in data', { message: 'ok', data: { items: [ours] } }],
    ['among others', { items: [other, ours] }],
    ['numbers as text', [{ id: '4', order_id: '1220011' }]],
  ])('found in %s', (_, body) => {
    expect(findInLookup(body, 1220011)).toMatchObject({ kind: 'found', wmsId: 4, copies: 1 });
  });

  test('two orders of our id are counted', () => {
    expect(findInLookup([ours, { ...ours, id: 9 }], 1220011)).toMatchObject({ kind: 'found', wmsId: 4, copies: 2 });
  });

  test.each([
    ['a list', []],
    ['items', { items: [], _meta: { totalCount: 0 } }],
    ['data', { data: [] }],
  ])('not there: empty %s', (_, body) => {
    expect(findInLookup(body, 1220011)).toEqual({ kind: 'notThere' });
  });

  test.each([
    ['HTML', '<html></html>'],
    ['404', { name: 'Not Found', message: 'Page not found.', code: 0, status: 404 }],
    ['a filter that was ignored', { items: [other] }],
    ['an empty page of a full list', { items: [], _meta: { totalCount: 11 } }],
    ['items without order ids', { items: [{ id: 4 }] }],
    ['nothing', null],
  ])('not offered: %s', (_, body) => {
    expect(findInLookup(body, 1220011)).toEqual({ kind: 'notOffered' });
  });

  test('any JSON gives an answer, and «not there» only from an empty list', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1 }), (body, orderId) => {
        const found = findInLookup(body, orderId);
        if (found.kind === 'notThere') expect(JSON.stringify(body)).toContain('[]');
        readOrderView(body);
      }),
    );
  });

  test('view, bare and in data', () => {
    expect(readOrderView({ ...ours, fulfillment_status: 4 })).toMatchObject({ id: 4, fulfillment_status: 4 });
    expect(readOrderView({ data: ours })).toMatchObject({ order_id: 1220011 });
    expect(readOrderView({ name: 'Not Found', message: 'Order not found.', code: 0, status: 404 })).toBeNull();
  });
});

describe('login', () => {
  test('tokens', () => {
    expect(readLogin(200, { access_token: 'a.b.c', refresh_token: 'r' })).toEqual({
      kind: 'signedIn',
      accessKey: 'a.b.c',
      refreshToken: 'r',
    });
    expect(readLogin(200, { data: { access_token: 'a.b.c' } })).toEqual({
      kind: 'signedIn',
      accessKey: 'a.b.c',
      refreshToken: null,
    });
  });
  test.each([
    [422, { message: 'error', errors: 'Login yoki parol noto‘g‘ri' }, ['Login yoki parol noto‘g‘ri']],
    [
      422,
      { message: 'error', errors: { password: ['Password should contain at least 6 characters.'] } },
      ['Password should contain at least 6 characters.'],
    ],
    [422, [{ field: 'password', message: 'Password is invalid.' }], ['Password is invalid.']],
    [401, { message: 'Unauthenticated.' }, []],
  ])('refused %i', (status, body, messages) => {
    expect(readLogin(status, body)).toEqual({ kind: 'refused', messages });
  });
  test.each([
    [200, '<html>'],
    [200, { access_token: '' }],
    [200, { access_token: 'a\r\nX: y' }],
    [302, ''],
    [500, 'x'],
    [404, { message: 'Page not found.' }],
  ])('unreadable %i', (status, body) => {
    expect(readLogin(status, body)).toEqual({ kind: 'unreadable' });
  });
  test.each([
    [' Bearer abc.def\n', 'abc.def'],
    ['Authorization: Bearer abc', 'abc'],
    ['"abc"', 'abc'],
    ['a b', null],
    ['', null],
    ['ключ', null],
  ])('pasted %j', (pasted, token) => {
    expect(cleanAccessKey(pasted)).toBe(token);
  });
});
