/** Converts revisions to database rows and back. */
import { z } from 'zod';
import { orderOutcomeSchema } from '../../shared/domain/model/ledger.ts';
import type { Revision, RevisionState } from '../../shared/domain/sending/revision.ts';
import type { Row, SqlValue } from './database.ts';

const flag = z.literal([0, 1]).transform((value) => value === 1);
const json = z.string().transform((text): unknown => JSON.parse(text));

const { state, proof, reasons } = orderOutcomeSchema.unwrap().shape;

const rowSchema = z.object({
  id: z.int(),
  batch_id: z.string(),
  server: z.string(),
  order_id: z.int(),
  number: z.int(),
  cause: z.enum(['first', 'correction', 'again']),
  order_key: z.string(),
  rows: json.pipe(z.array(z.int())),
  body: z.string().nullable(),
  body_hash: z.string(),
  state,
  attempts: z.int(),
  ambiguous: flag,
  taken: flag,
  not_there: z.int(),
  ambiguous_at: z.int().nullable(),
  wms_id: z.int().nullable(),
  proof,
  reasons: json.pipe(reasons),
  at: z.int(),
  operator: z.string().nullable(),
  decided_by: z.string().nullable(),
});

export function revisionOf(row: Row): Revision {
  const read = rowSchema.parse(row);
  return {
    id: read.id,
    batchId: read.batch_id,
    server: read.server,
    orderKey: read.order_key,
    orderId: read.order_id,
    rows: read.rows,
    number: read.number,
    cause: read.cause,
    body: read.body,
    bodyHash: read.body_hash,
    at: read.at,
    state: read.state,
    attempts: read.attempts,
    ambiguous: read.ambiguous,
    taken: read.taken,
    notFoundCount: read.not_there,
    ambiguousAt: read.ambiguous_at,
    wmsId: read.wms_id,
    proof: read.proof,
    reasons: read.reasons,
    sentBy: read.operator,
    decidedBy: read.decided_by,
  };
}

/** The columns of a {@link RevisionState}, in the order of {@link stateValues}. */
export const stateColumns = [
  'state',
  'attempts',
  'ambiguous',
  'taken',
  'not_there',
  'ambiguous_at',
  'wms_id',
  'proof',
  'reasons',
] as const;

export function stateValues(state: RevisionState): readonly SqlValue[] {
  return [
    state.state,
    state.attempts,
    Number(state.ambiguous),
    Number(state.taken),
    state.notFoundCount,
    state.ambiguousAt,
    state.wmsId,
    state.proof,
    JSON.stringify(state.reasons),
  ];
}
