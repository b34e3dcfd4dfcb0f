/** What the journal says of a batch’s own orders, as it is shown, filtered and locked. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentHeadings, openRows, orderRow } from '../../support/batch.ts';
import { rows, outcome } from './sent-orders.ts';

describe('what this batch’s journal says', () => {
  it.each(['sending', 'verifying', 'accepted', 'unknown'] as const)(
    '%s: the order cannot be edited, and the refusal names it',
    (state) => {
      const batch = openRows(rows);
      expect(batch.setOutcomes([outcome({ state })])).toEqual(['700001']);
      expect(batch.summary().counts[state]).toBe(1);
      const before = batch.checkJson;
      expect(before).toBeTypeOf('function');
      const edited = batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 2, text: 'Boshqa' }] });
      expect(edited).toMatchObject({
        ok: false,
        error: { code: state === 'accepted' ? 'orders.editDone' : 'orders.editUnderWay', params: { order: '700001' } },
      });
      expect(batch.applyEdit({ kind: 'leaveOut', rows: [2], out: true }).ok).toBe(false);
      expect(batch.edits).toEqual([]);
    },
  );

  it('a locked order takes no item in from another order either', () => {
    const batch = openRows(rows);
    batch.setOutcomes([outcome({ state: 'sending' })]);
    expect(batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 0, text: '700001' }] })).toMatchObject({
      ok: false,
      error: { params: { order: '700001' } },
    });
    expect(batch.summary()).toMatchObject({ canUndo: false, counts: { total: 2, sending: 1, ready: 1 } });
    const order = batch.order('700001');
    expect(order.ok && order.value.rows).toEqual([2]);
  });

  it.each(['rejected', 'duplicate', 'review', 'waiting'] as const)(
    '%s is ready again when its content has changed',
    (state) => {
      const batch = openRows(rows);
      batch.setOutcomes([outcome({ state, proof: null, wmsId: null })]);
      expect(batch.summary().counts[state]).toBe(1);
      batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 4, text: 'Boshqa manzil 1' }] });
      expect(batch.summary().counts).toMatchObject({ [state]: 0, ready: 2 });
      batch.undo();
      expect(batch.summary().counts[state]).toBe(1);
    },
  );

  it('review of an order that the WMS may have stays review, whatever is corrected: a person says first what is there', () => {
    const batch = openRows(rows);
    batch.setOutcomes([
      outcome({
        state: 'review',
        proof: null,
        wmsId: null,
        reasons: [{ code: 'sending.otherOrder', params: {}, field: null, item: null }],
      }),
    ]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 4, text: 'Boshqa manzil 1' }] });
    expect(batch.summary().counts).toMatchObject({ review: 1, ready: 1 });
  });

  it('puts the server’s reasons at the cells that they are about', () => {
    const batch = openRows([documentHeadings, orderRow(), orderRow({ client_product_id: '99' })]);
    const bodyHash = createHash('sha256')
      .update([...batch.payloads()][0] ?? '')
      .digest('hex');
    batch.setOutcomes([
      outcome({
        state: 'rejected',
        bodyHash,
        reasons: [{ code: 'wms.unknownProduct', params: {}, field: 'client_product_id', item: 1 }],
      }),
    ]);
    expect(batch.causes()).toContainEqual(
      expect.objectContaining({ code: 'wms.unknownProduct', severity: 'error', firstPosition: { row: 3, column: 9 } }),
    );
    const { rows: shown } = batch.rows({ show: 'notDone', cause: null, search: '' }, 0, 10);
    expect(shown.map(({ row, cells }) => [row, cells[9]?.severity])).toEqual([
      [2, undefined],
      [3, 'error'],
    ]);
  });
});
