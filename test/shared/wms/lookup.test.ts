import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInLookup, readOrderView } from '../../../shared/wms/lookup.ts';

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
