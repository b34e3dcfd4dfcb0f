import { expect, test } from 'vitest';
import { orderStatusText } from '../../../renderer/start/order-status-text.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

const order = {
  orderId: 1_220_011,
  orderKey: '1220011',
  wmsId: 90_412,
  state: 'accepted',
  at: Date.UTC(2026, 9, 3, 4, 12),
  row: 12,
  fileName: 'X.xlsx',
  batchId: 'b',
  practice: false,
  name: 'Karimova Aziza',
  phone: '+998901234567',
  changes: [],
} as const;

test('the answer says what, when, under which id and where it stands, and names no customer', () => {
  expect(orderStatusText(translatorFor('en'), order)).toBe(
    '1220011: accepted, 03.10.2026 09:12, WMS id 90412, file «X.xlsx», row 12',
  );
  expect(orderStatusText(translatorFor('ru'), { ...order, row: null, wmsId: null })).toBe(
    '1220011: принят, 03.10.2026 09:12, файл «X.xlsx»',
  );
});

test('practice is said', () => {
  expect(orderStatusText(translatorFor('uz'), { ...order, practice: true })).toMatch(/12-qator, mashq$/u);
});
