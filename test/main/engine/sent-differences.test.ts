import { expect, it } from 'vitest';
import type { OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import { documentHeadings, openRows, orderRow } from '../../support/batch.ts';

const accepted: OrderOutcome = {
  orderId: 700001,
  state: 'accepted',
  bodyHash: '',
  wmsId: 9,
  proof: 'answer',
  reasons: [],
  attempts: 1,
  sendAnyway: false,
  at: Date.UTC(2026, 10, 24, 5),
};

it('names what was read differently, corrected, or taken from elsewhere, each on its row', () => {
  const batch = openRows([
    documentHeadings,
    orderRow({ phone: '90 123-45-67', price: '50 000' }),
    orderRow({ client_product_id: '18', quantity: 'x' }),
  ]);
  batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: documentHeadings.indexOf('quantity'), text: '2' }] });
  expect(batch.report.sentOf('700001', 2)).toEqual([]);
  batch.setOutcomes([accepted]);
  const first = batch.report.sentOf('700001', 2);
  expect(first).toContainEqual({ field: 'phone', text: '+998901234567' });
  expect(first.map(({ field }) => field)).not.toContain('full_name');
  // 25.11.2026 14:00 in Tashkent is sent in UTC, and shown as the cell has it.
  expect(first.map(({ field }) => field)).not.toContain('scheduled_at');
  expect(batch.report.sentOf('700001', 3)).toContainEqual({ field: 'quantity', text: '2' });
});

it('a region has its usual name in the report’s language, however it was typed', () => {
  const { report } = openRows([
    documentHeadings,
    orderRow({ region: 'Фергана' }),
    orderRow({ order_id: '700002', region: 'Qayerdir' }),
  ]);
  expect(report.regionOf('700001', 'uz')).toBe('Fargʻona viloyati');
  expect(report.regionOf('700001', 'ru')).toBe('Ферганская область');
  expect(report.regionOf('700002', 'uz')).toBe('Qayerdir');
  expect(report.regionOf('no such order', 'uz')).toBeNull();
});

it('says nothing of an order that was not sent', () => {
  const batch = openRows([documentHeadings, orderRow({ phone: '12' })]);
  expect(batch.report.sentOf('700001', 2)).toEqual([]);
  expect(batch.report.sentOf('no such order', 2)).toEqual([]);
});
