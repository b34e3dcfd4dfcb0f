/** What is known about sent orders: ledger entries and the journal's outcomes (docs/domain.md, decision 12). */
import { z } from 'zod';
import { fieldSchema } from './choices.ts';
import { paramsSchema } from './issues.ts';
import type { ShopName } from './shop.ts';
import { journalStates } from './order-states.ts';

export interface LedgerEntry {
  readonly orderId: number;
  /** `taken`: the server refused the id because it exists already. */
  readonly state: 'sending' | 'accepted' | 'unknown' | 'taken';
  /** SHA-256 (hex) of the last request body sent; null where only the id is known. */
  readonly bodyHash: string | null;
  readonly batchId: string;
  readonly fileName: string;
  readonly wmsId: number | null;
  /** Milliseconds since 1970-01-01Z. */
  readonly at: number;
  /** Whose order it is; undefined: whoever told of it did not say, or there was only one shop. */
  readonly shop?: ShopName | undefined;
  /** Who had it sent: the operator who was chosen, else the computer's user; absent where nobody is known. */
  readonly operator?: string | undefined;
  /** Which of the team's other computers sent it; undefined: this one. */
  readonly by?: string | undefined;
  /** Whether that computer is not heard of any more: whoever sends the order takes it over, and has it looked up first. */
  readonly isLeftBehind?: true;
  /** What the month tells of it; absent where only its number is known. */
  readonly facts?: OrderFacts | undefined;
}

/** What is kept of an order for the month (docs/domain.md), and nothing of its customer. */
export interface OrderFacts {
  /** In soʻm; null where it is not known. */
  readonly amount: number | null;
  /** Items, not pieces; null as the amount. */
  readonly items: number | null;
  /** The day of delivery in Tashkent, YYYY-MM-DD; null: none was asked for, or it is not known. */
  readonly deliveryDay: string | null;
}

/** Why an order is in its state: `issue.<code>`; item is the index of the item in the sent body. */
export const outcomeReasonSchema = z
  .object({ code: z.string(), params: paramsSchema, field: fieldSchema.nullable(), item: z.int().nullable() })
  .readonly();
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

/** What the journal says about one order of a batch. Reasons are codes, to be shown in any language. */
export const orderOutcomeSchema = z
  .object({
    orderId: z.int(),
    state: z.enum(journalStates),
    /** SHA-256 (hex) of the revision's body. */
    bodyHash: z.string(),
    wmsId: z.int().nullable(),
    /** What proves an acceptance. */
    proof: z.enum(['answer', 'lookup', 'operator']).nullable(),
    reasons: z.array(outcomeReasonSchema).readonly(),
    attempts: z.int(),
    /** An operator decided to send it although its number was sent before: the ledger does not hold it back. */
    sendAnyway: z.boolean(),
    at: z.int(),
    /** The operator whose run sent it, and the one who settled it or had it sent again; null or absent: nobody was chosen. */
    sentBy: z.string().nullable().optional(),
    decidedBy: z.string().nullable().optional(),
  })
  .readonly();
export type OrderOutcome = z.infer<typeof orderOutcomeSchema>;
