/** What other files sent: orders that were sent before, and what the ledger knows of them. */
import { describe, expect, it } from 'vitest';
import { documentHeadings, issueCodes, openRows, orderRow } from '../../support/batch.ts';
import { rows, ledger, outcome } from './sent-orders.ts';

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

  it('an order with errors that was accepted does not ask to be repaired, but what became of it', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '12' })]);
    batch.setLedger([ledger()]);
    expect(batch.summary().counts).toMatchObject({ withErrors: 0, duplicate: 1 });
    expect(issueCodes(batch)).toEqual(['orders.sentBefore']);
  });

  it('is asked for once for each id, new ones after an edit', () => {
    const batch = openRows(rows);
    expect(batch.takeIdsWithoutHistory()).toEqual([700001, 700002]);
    expect(batch.takeIdsWithoutHistory()).toEqual([]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 0, text: '700003' }] });
    expect(batch.takeIdsWithoutHistory()).toEqual([700003]);
  });
});
