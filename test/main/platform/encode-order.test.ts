/** The bytes of a request are the same wherever they are made: compared with what was sent, frozen, and written out. */
import { expect, it } from 'vitest';
import { encodeOrder, hashOfBody } from '../../../main/platform/encode-order.ts';
import { createRevisionDraft } from '../../../main/sending/attempt-recorder.ts';
import { documentHeadings, openRows, orderRow } from '../../support/batch.ts';

const rows = [
  documentHeadings,
  orderRow(),
  orderRow({ order_id: '700002', full_name: '', phone: '', address: '', region: '' }),
  orderRow({ order_id: '700002', full_name: 'Oʻktam Gʻaniyev', client_product_id: '18', quantity: '3' }),
  orderRow({ order_id: '700003', scheduled_at: '', city: '', zip: '', client_product_variation_id: '' }),
];

it('gives the payloads, the journal and the comparison with what was sent the same bytes', () => {
  const payloads = [...openRows(rows).payloads()];
  const orders = openRows(rows).take(10);
  expect(orders).toHaveLength(3);
  const drafts = orders.map(createRevisionDraft);
  expect(drafts.map(({ body }) => body)).toEqual(payloads);
  const compared = openRows(rows);
  compared.setLedger(
    drafts.map(({ orderId, bodyHash }) => ({
      orderId,
      state: 'accepted',
      bodyHash,
      batchId: 'other',
      fileName: 'kecha.xlsx',
      wmsId: 4,
      at: 0,
    })),
  );
  expect(compared.summary().counts).toMatchObject({ total: 3, alreadySent: 3 });
  for (const [at, { request }] of orders.entries())
    expect(encodeOrder(request)).toEqual({ body: payloads[at], hash: hashOfBody(payloads[at] ?? '') });
});

it('does not depend on the order of a request’s keys', () => {
  for (const { request } of openRows(rows).take(10)) {
    const turned = Object.fromEntries(Object.entries(request).toReversed()) as typeof request;
    expect(encodeOrder(turned)).toEqual(encodeOrder(request));
  }
});

it('hashes UTF-8 bytes', () => {
  expect(hashOfBody('Gʻ')).toBe('8d2639d7b2b5e217c72ae428f5d82d4e87155de5eb3997543b0e81aa27806394');
});
