import { describe, expect, it } from 'vitest';
import { hashOfBody } from '../../../main/platform/encode-order.ts';
import type { LedgerEntry, OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import { documentHeadings, issueCodes, openRows, orderRow } from '../../support/batch.ts';

const rows = [documentHeadings, orderRow(), orderRow({ order_id: '700002' })];
const hashes = [...openRows(rows).payloads()].map(hashOfBody);

function ledger(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    orderId: 700001,
    state: 'accepted',
    bodyHash: hashes[0] ?? '',
    batchId: 'other',
    fileName: 'kecha.xlsx',
    wmsId: 4,
    at: Date.UTC(2026, 10, 23, 5),
    ...changes,
  };
}

function outcome(changes: Partial<OrderOutcome> = {}): OrderOutcome {
  return {
    orderId: 700001,
    state: 'accepted',
    bodyHash: hashes[0] ?? '',
    wmsId: 9,
    proof: 'answer',
    reasons: [],
    attempts: 1,
    sendAnyway: false,
    at: Date.UTC(2026, 10, 24, 5),
    ...changes,
  };
}

describe('what other files sent', () => {
  it('with the same content is «already sent», and out of the way', () => {
    const batch = openRows(rows);
    batch.setLedger([ledger()]);
    expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, alreadySent: 1 });
    expect([...batch.payloads()]).toHaveLength(1);
    const order = batch.order('700001');
    expect(order.ok && order.value).toMatchObject({ wmsId: 4, earlierSending: { fileName: 'kecha.xlsx', wmsId: 4 } });
  });

  it.each([
    ['with other content', ledger({ bodyHash: 'f'.repeat(64) }), 'orders.sentBefore'],
    ['of which only the id is known', ledger({ bodyHash: null }), 'orders.sentBefore'],
    ['that is being sent', ledger({ state: 'sending' }), 'orders.beingSent'],
    ['whose answer was lost', ledger({ state: 'unknown' }), 'orders.sentUnknown'],
    ['that the server refused as taken', ledger({ state: 'taken' }), 'orders.idTaken'],
  ])('%s is a duplicate that a person decides', (_, entry, code) => {
    const batch = openRows(rows);
    batch.setLedger([entry]);
    expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, duplicate: 1 });
    expect(batch.causes()).toContainEqual(
      expect.objectContaining({ code, severity: 'error', params: { fileName: 'kecha.xlsx', at: '23.11.2026 10:00' } }),
    );
  });

  it('holds nothing back that an operator wants sent all the same, but for a request under way', () => {
    const wanted = outcome({ state: 'ready', proof: null, wmsId: null, attempts: 0, sendAnyway: true });
    for (const [state, counts] of [
      ['accepted', { ready: 2 }],
      ['taken', { ready: 2 }],
      ['unknown', { ready: 2 }],
      ['sending', { ready: 1, duplicate: 1 }],
    ] as const) {
      const batch = openRows(rows);
      batch.setLedger([ledger({ state })]);
      batch.setOutcomes([wanted]);
      expect([state, batch.summary().counts]).toEqual([state, expect.objectContaining(counts)]);
    }
  });

  it('follows the edits: content that comes to differ makes a duplicate, and back', () => {
    const batch = openRows(rows);
    batch.setLedger([ledger()]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: 4, text: 'Boshqa manzil 1' }] });
    expect(batch.summary().counts).toMatchObject({ duplicate: 1, alreadySent: 0 });
    batch.undo();
    expect(batch.summary().counts).toMatchObject({ duplicate: 0, alreadySent: 1 });
  });

  it('an order with errors stays one with errors, and the earlier sending is named', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '12' })]);
    batch.setLedger([ledger()]);
    expect(batch.summary().counts.withErrors).toBe(1);
    expect(issueCodes(batch)).toContain('orders.sentBefore');
  });

  it('is asked for once for each id, new ones after an edit', () => {
    const batch = openRows(rows);
    expect(batch.takeIdsWithoutHistory()).toEqual([700001, 700002]);
    expect(batch.takeIdsWithoutHistory()).toEqual([]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 0, text: '700003' }] });
    expect(batch.takeIdsWithoutHistory()).toEqual([700003]);
  });
});

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
    const bodyHash = hashOfBody([...batch.payloads()][0] ?? '');
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

describe('orders taken by a run', () => {
  it('are taken once, in file order, and again after the run has ended', () => {
    const batch = openRows(rows);
    expect(batch.take(1).map(({ orderKey }) => orderKey)).toEqual(['700001']);
    expect(batch.take(5).map(({ orderKey, rows: at }) => [orderKey, at])).toEqual([['700002', [3]]]);
    expect(batch.take(5)).toEqual([]);
    batch.releaseTaken();
    expect(batch.take(5)).toHaveLength(2);
  });

  it('cannot be edited meanwhile, but for those that the server refused', () => {
    const batch = openRows(rows);
    batch.take(5);
    const edit = { kind: 'cells', cells: [{ row: 2, column: 4, text: 'Boshqa manzil 1' }] } as const;
    expect(batch.applyEdit({ ...edit, cells: [...edit.cells] }).ok).toBe(false);
    batch.setOutcomes([outcome({ state: 'rejected' })]);
    expect(batch.take(5)).toEqual([]);
    expect(batch.applyEdit({ ...edit, cells: [...edit.cells] }).ok).toBe(true);
    expect(batch.take(5).map(({ orderKey }) => orderKey)).toEqual(['700001']);
  });

  it('are those that are ready or waiting, and nothing else', () => {
    const batch = openRows([
      ...rows,
      orderRow({ order_id: '700003', phone: '1' }),
      orderRow({ order_id: '700004' }),
      orderRow({ order_id: '700005' }),
    ]);
    batch.setOutcomes([outcome({ state: 'waiting' }), outcome({ orderId: 700002, state: 'accepted' })]);
    batch.applyEdit({ kind: 'leaveOut', rows: [5], out: true });
    expect(batch.take(9).map(({ orderKey }) => orderKey)).toEqual(['700001', '700005']);
  });
});
