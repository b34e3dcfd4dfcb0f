/** What an order is, with what journal and ledger know of it (docs/domain.md, decisions 12 and 13). */
import { describe, expect, it } from 'vitest';
import type { LedgerEntry, OrderOutcome } from '../../../../shared/domain/model/ledger.ts';
import { OrderEntry } from '../../../../shared/domain/orders/order-entry.ts';
import { decideStateFromSendHistory } from '../../../../shared/domain/orders/send-history-state.ts';

const at = Date.UTC(2026, 10, 24, 9);

type OrderIs = 'ready' | 'withErrors' | 'leftOut';

/** `same`: the content is the one that was sent. */
function decided(
  order: OrderIs,
  content: 'same' | 'other',
  past: {
    readonly outcome?: Partial<OrderOutcome>;
    readonly ledger?: Partial<LedgerEntry>;
    readonly cancelled?: boolean;
  },
): string {
  const entry = new OrderEntry('7', 7);
  entry.leftOut = order === 'leftOut';
  entry.sendable = order === 'ready';
  const { state, issues } = decideStateFromSendHistory(entry, 2, {
    bodyHash: () => (order === 'withErrors' ? null : content === 'same' ? 'sent' : 'changed'),
    saysWhatWasSent: () => false,
    isCancelledSince: () => past.cancelled ?? false,
    outcome:
      past.outcome === undefined
        ? undefined
        : {
            orderId: 7,
            state: 'accepted',
            bodyHash: 'sent',
            wmsId: null,
            proof: null,
            reasons: [],
            attempts: 1,
            sendAnyway: false,
            at,
            ...past.outcome,
          },
    ledger:
      past.ledger === undefined
        ? undefined
        : {
            orderId: 7,
            state: 'accepted',
            bodyHash: 'sent',
            batchId: 'b',
            fileName: 'kecha.xlsx',
            wmsId: 4,
            at,
            ...past.ledger,
          },
  });
  return [state, ...issues.map(({ code, severity }) => `${severity} ${code}`)].join(', ');
}

describe('without a past an order is what it is', () => {
  it.each<OrderIs>(['ready', 'withErrors', 'leftOut'])('%s', (order) => expect(decided(order, 'same', {})).toBe(order));
});

describe('what this file’s journal says', () => {
  const wasSent = ['accepted', 'sending', 'verifying', 'unknown'] as const;
  it.each(wasSent)('%s holds whatever the order is now', (state) => {
    for (const order of ['ready', 'withErrors', 'leftOut'] as const)
      for (const content of ['same', 'other'] as const)
        expect(decided(order, content, { outcome: { state } })).toBe(state);
  });

  it.each(['waiting', 'rejected', 'duplicate'] as const)(
    '%s holds until the order is corrected or left out',
    (state) => {
      expect(decided('ready', 'same', { outcome: { state } })).toBe(state);
      expect(decided('ready', 'other', { outcome: { state } })).toBe('ready');
      expect(decided('withErrors', 'other', { outcome: { state } })).toBe('withErrors');
      expect(decided('leftOut', 'same', { outcome: { state } })).toBe('leftOut');
    },
  );

  it('a case for a person may be corrected where the WMS cannot have the order, else a person decides first', () => {
    const reason = (code: string) =>
      ({ state: 'review', reasons: [{ code, params: {}, field: null, item: null }] }) as const;
    const harmless = reason('sending.badRequest');
    const perhapsThere = reason('sending.neverThere');
    expect(decided('ready', 'same', { outcome: harmless })).toBe('review');
    expect(decided('ready', 'other', { outcome: harmless })).toBe('ready');
    expect(decided('ready', 'other', { outcome: perhapsThere })).toBe('review');
    expect(decided('withErrors', 'other', { outcome: perhapsThere })).toBe('review');
    expect(decided('leftOut', 'same', { outcome: perhapsThere })).toBe('leftOut');
  });
});

describe('what the ledger knows from other files', () => {
  it.each<[LedgerEntry['state'], OrderIs, 'same' | 'other', string]>([
    ['accepted', 'ready', 'same', 'alreadySent, notice orders.alreadySent'],
    ['accepted', 'ready', 'other', 'duplicate, error orders.sentBefore'],
    ['accepted', 'withErrors', 'other', 'duplicate, error orders.sentBefore'],
    ['sending', 'ready', 'same', 'duplicate, error orders.beingSent'],
    ['unknown', 'ready', 'same', 'duplicate, error orders.sentUnknown'],
    ['unknown', 'withErrors', 'other', 'duplicate, error orders.sentUnknown'],
    ['taken', 'ready', 'same', 'duplicate, error orders.idTaken'],
  ])('%s, an order that is %s with the %s content', (state, order, content, expected) => {
    expect(decided(order, content, { ledger: { state } })).toBe(expected);
  });

  it.each(['sending', 'unknown'] as const)('%s, and left behind by another computer, is to be taken over', (state) => {
    const ledger = { state, by: 'Aziza', isLeftBehind: true } as const;
    expect(decided('ready', 'same', { ledger })).toBe('ready, warning orders.leftBehindBy');
    expect(decided('ready', 'other', { ledger })).toBe('ready, warning orders.leftBehindBy');
    expect(decided('leftOut', 'same', { ledger })).toBe('leftOut');
  });

  it('names whoever of the team’s other computers has it, and offers the same answers', () => {
    const by = 'Aziza';
    expect(decided('ready', 'same', { ledger: { by } })).toBe('alreadySent, notice orders.alreadySentBy');
    expect(decided('ready', 'other', { ledger: { by } })).toBe('duplicate, error orders.sentBeforeBy');
    expect(decided('ready', 'same', { ledger: { by, state: 'taken' } })).toBe('duplicate, error orders.idTakenBy');
    expect(decided('ready', 'same', { ledger: { by }, cancelled: true })).toBe(
      'duplicate, error orders.cancelledAfterSendingBy',
    );
  });

  it.each<LedgerEntry['state']>(['accepted', 'sending', 'unknown', 'taken'])(
    '%s says nothing of an order that is left out',
    (state) => expect(decided('leftOut', 'same', { ledger: { state } })).toBe('leftOut'),
  );

  it('accepted with the same content, and cancelled since, is for a person to decide', () => {
    expect(decided('ready', 'same', { ledger: {}, cancelled: true })).toBe(
      'duplicate, error orders.cancelledAfterSending',
    );
    expect(decided('leftOut', 'same', { ledger: {}, cancelled: true })).toBe('leftOut');
  });

  it('an id of which no content is known is a duplicate, never «already sent»', () => {
    expect(decided('ready', 'same', { ledger: { bodyHash: null } })).toBe('duplicate, error orders.sentBefore');
    expect(decided('withErrors', 'same', { ledger: { bodyHash: null } })).toBe('duplicate, error orders.sentBefore');
  });

  it('a person’s «send it all the same» passes over everything but a request under way', () => {
    const anyway = { state: 'ready', sendAnyway: true } as const;
    for (const state of ['accepted', 'unknown', 'taken'] as const)
      expect(decided('ready', 'same', { outcome: anyway, ledger: { state } })).toBe('ready');
    expect(decided('ready', 'same', { outcome: anyway, ledger: { state: 'sending' } })).toBe(
      'duplicate, error orders.beingSent',
    );
    expect(decided('withErrors', 'same', { outcome: anyway, ledger: {} })).toBe('withErrors');
  });

  it('what this file’s journal says comes before it', () => {
    expect(decided('ready', 'same', { outcome: { state: 'unknown' }, ledger: {} })).toBe('unknown');
    expect(decided('ready', 'other', { outcome: { state: 'rejected' }, ledger: {} })).toBe(
      'duplicate, error orders.sentBefore',
    );
  });
});
