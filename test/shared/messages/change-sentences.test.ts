/** The list of what the WMS's people have to change, as a message. */
import { expect, it } from 'vitest';
import { changesMessage } from '../../../shared/messages/change-sentences.ts';
import type { SentChange } from '../../../shared/domain/model/sent-changes.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

const change = (values: Partial<SentChange>): SentChange => ({
  server: 'wms.example:8040',
  orderId: 700,
  wmsId: 12,
  fileName: 'kun-2.csv',
  at: Date.UTC(2026, 10, 28, 5),
  compared: true,
  changes: [{ field: 'phone', product: null, before: '+998901234567', after: null }],
  ...values,
});

it('names order, WMS id, field, old and new; by server', () => {
  const items: SentChange['changes'] = [
    { field: 'quantity', product: '17', before: '1', after: '3' },
    { field: 'client_product_id', product: null, before: null, after: '19 × 2' },
  ];
  const orders = [change({}), change({ orderId: 701, wmsId: null, changes: items }), change({ server: 'other:80' })];
  expect(changesMessage(translatorFor('en'), orders)).toBe(
    [
      'Please change these orders in the WMS (wms.example:8040):',
      '',
      'Order 700 (WMS id 12)',
      '– Phone: +998901234567 → blank',
      '',
      'Order 701',
      '– Quantity (product 17): 1 → 3',
      '– item: no such item → 19 × 2',
      '',
      'Please change these orders in the WMS (other:80):',
      '',
      'Order 700 (WMS id 12)',
      '– Phone: +998901234567 → blank',
    ].join('\n'),
  );
});

it('says so where what was sent is not kept any more', () => {
  const unknown = change({
    compared: false,
    changes: [{ field: 'phone', product: null, before: null, after: '+998907654321' }],
  });
  expect(changesMessage(translatorFor('ru'), [unknown])).toContain('здесь уже не хранится → +998907654321');
});
