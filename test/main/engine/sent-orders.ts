/** Two orders, and what the journal or another file’s ledger may say of them. */
import { createHash } from 'node:crypto';
import type { LedgerEntry, OrderOutcome } from '../../../shared/domain/model/ledger.ts';
import { documentHeadings, openRows, orderRow } from '../../support/batch.ts';

export const rows = [documentHeadings, orderRow(), orderRow({ order_id: '700002' })];

const hashes = [...openRows(rows).payloads()].map((body) => createHash('sha256').update(body).digest('hex'));

export function ledger(changes: Partial<LedgerEntry> = {}): LedgerEntry {
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

export function outcome(changes: Partial<OrderOutcome> = {}): OrderOutcome {
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
