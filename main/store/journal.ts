/** Stores the journal: revisions, attempts and their outcomes. The schema enforces its rules where SQLite can. */
import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import { isFinalState } from '../../shared/domain/sending/reduce-revision.ts';
import {
  initialRevisionState,
  type Revision,
  type RevisionCause,
  type RevisionDraft,
  type RevisionState,
} from '../../shared/domain/sending/revision.ts';
import type { Attempt, AttemptEnd, Blocked, Clock, Journal } from '../ports.ts';
import { factsOfBody } from './sent-orders.ts';
import { signatureOfBody } from './alike-orders.ts';
import type { Database, SqlValue } from './database.ts';
import type { InternalIdentities } from './identities.ts';
import type { openLedgerStore } from './ledger.ts';
import type { ProcessPresence } from './process-presence.ts';
import { revisionOf, stateColumns, stateValues } from './revision-rows.ts';
import { isServer, namesOf, reservedAs } from './server-names.ts';
import { restoreShop, shopOf } from './shops.ts';
import { openWitnessComparison } from './witness-comparison.ts';

/** A revision's content; the body is null where the database lost it. */
type Content = Omit<RevisionDraft, 'body'> & Pick<Revision, 'body'>;

const setState = `UPDATE revisions SET ${stateColumns.map((column) => `${column} = ?`).join(', ')}, at = ?, owner = ?, in_flight_as = ? WHERE id = ?`;
const newRevision = `INSERT INTO revisions
  (batch_id, server, order_id, number, latest, cause, order_key, rows, body, body_hash, signature, amount, items, delivery_day,
    at, keys, ${stateColumns.join(', ')})
  VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${stateColumns.map(() => '?').join(', ')})`;

export function openJournal(
  database: Database,
  ledger: ReturnType<typeof openLedgerStore>,
  presence: () => ProcessPresence,
  clock: Clock,
  identities: Pick<InternalIdentities, 'addKeys' | 'keysOf' | 'forgetOtherContents'>,
  operator: () => string | null,
): Journal {
  const revision = (id: number): Revision | null => read('SELECT * FROM revisions WHERE id = ?', id);
  const latest = (batchId: string, orderId: number): Revision | null =>
    read('SELECT * FROM revisions WHERE batch_id = ? AND order_id = ? AND latest = 1', batchId, orderId);

  function read(sql: string, ...values: readonly SqlValue[]): Revision | null {
    const row = database.get(sql, ...values);
    return row ? revisionOf(row) : null;
  }

  function existing(id: number): Revision {
    const found = revision(id);
    if (!found) throw new Error(`There is no revision ${id}.`);
    return found;
  }

  function write(id: number, state: RevisionState): Revision {
    const inHand = state.state === 'sending' || state.state === 'verifying';
    const reserved = state.state === 'sending' ? reservedAs(database, existing(id).server) : null;
    database.run(setState, ...stateValues(state), clock.now(), inHand ? presence().id : null, reserved, id);
    if (state.state === 'accepted') identities.forgetOtherContents(id);
    if (state.proof === 'operator') decideBy(id);
    return existing(id);
  }

  /** Notes that whoever works here now decided about the order. */
  function decideBy(id: number): void {
    database.run('UPDATE revisions SET decided_by = ? WHERE id = ?', operator(), id);
  }

  function open(batchId: string, server: string, draft: Content, cause: RevisionCause, state: RevisionState): Revision {
    const previous = latest(batchId, draft.orderId);
    if (previous) database.run('UPDATE revisions SET latest = 0 WHERE id = ?', previous.id);
    const { last } =
      database.get(
        'SELECT coalesce(max(number), 0) AS last FROM revisions WHERE batch_id = ? AND order_id = ?',
        batchId,
        draft.orderId,
      ) ?? {};
    const number = Number(last ?? 0) + 1;
    const facts = factsOfBody(draft.body, draft.amount);
    const { id } = database.run(
      newRevision,
      batchId,
      server,
      draft.orderId,
      number,
      cause,
      draft.orderKey,
      JSON.stringify(draft.rows),
      draft.body,
      draft.bodyHash,
      signatureOfBody(draft.body),
      facts.amount,
      facts.items,
      facts.deliveryDay,
      clock.now(),
      draft.keys ? JSON.stringify(draft.keys) : null,
      ...stateValues(state),
    );
    identities.addKeys(server, draft.orderId, draft.keys ?? []);
    // Under another name of the WMS it is known by the same keys, also where the two names are told apart later.
    if (previous && previous.server !== server)
      identities.addKeys(server, draft.orderId, identities.keysOf(server, [draft.orderId]).get(draft.orderId) ?? []);
    return existing(id);
  }

  /** The initial state of a new revision: it inherits earlier ambiguous attempts for its order id, in any batch. */
  function inherited(server: string, orderId: number): RevisionState {
    const row = database.get(
      `SELECT max(ambiguous_at) AS at FROM revisions WHERE server ${isServer()} AND order_id = ? AND ambiguous = 1`,
      server,
      orderId,
    );
    const at = row?.['at'];
    return typeof at === 'number'
      ? { ...initialRevisionState, ambiguous: true, ambiguousAt: at }
      : initialRevisionState;
  }

  function closeAttempt(attemptId: string, end: AttemptEnd): void {
    database.run(
      'UPDATE attempts SET ended_at = ?, happened = ?, status = ?, headers = ?, answer = ? WHERE id = ?',
      clock.now(),
      end.resultClass,
      end.status,
      JSON.stringify(end.headers),
      end.answer,
      attemptId,
    );
  }

  return {
    transaction: (act) => database.transaction(act),
    freeze: (batchId, server, draft) =>
      database.transaction((): Revision | Blocked => {
        const previous = latest(batchId, draft.orderId);
        const isOpen = previous?.state === 'ready' || previous?.state === 'waiting';
        // What was frozen for another name of the WMS keeps that address: it goes out as a revision of its own.
        if (previous && isOpen && previous.bodyHash === draft.bodyHash && previous.server === server)
          return previous.body === null ? completed(previous, draft) : previous;
        // The same content was answered already: only an operator may have it sent a second time.
        if (previous && !isOpen && previous.bodyHash === draft.bodyHash) return { blocked: null };
        const cause = causeAfter(previous);
        const entry = forbidding(batchId, server, draft.orderId, 0, cause);
        if (entry) return { blocked: entry };
        return open(batchId, server, draft, cause, inherited(server, draft.orderId));
      }),
    beginAttempt: ({ revisionId, url, state, operator: sender = null }) =>
      database.transaction((): Attempt | Blocked => {
        const found = existing(revisionId);
        const entry = forbidding(found.batchId, found.server, found.orderId, revisionId, found.cause);
        if (entry) return { blocked: entry };
        if (found.state !== 'ready' && found.state !== 'waiting') return { blocked: null };
        const id = randomUUID();
        const startedAt = clock.now();
        write(revisionId, state);
        database.run('UPDATE revisions SET operator = ? WHERE id = ?', sender, revisionId);
        const decider = database.get('SELECT decided_by FROM revisions WHERE id = ?', revisionId)?.['decided_by'];
        database.run(
          'INSERT INTO attempts (id, revision_id, url, started_at) VALUES (?, ?, ?, ?)',
          id,
          revisionId,
          url,
          startedAt,
        );
        return {
          id,
          revisionId,
          batchId: found.batchId,
          server: found.server,
          url,
          orderId: found.orderId,
          bodyHash: found.bodyHash,
          startedAt,
          keys: identities.keysOf(found.server, [found.orderId]).get(found.orderId) ?? [],
          ...(sender === null ? {} : { operator: sender }),
          ...(typeof decider === 'string' ? { decidedBy: decider } : {}),
          ...shopOfBatch(found.batchId),
        };
      }),
    endAttempt: (attemptId, end, state) =>
      database.transaction(() => {
        closeAttempt(attemptId, end);
        const row = database.get('SELECT revision_id FROM attempts WHERE id = ?', attemptId);
        return write(Number(row?.['revision_id']), state);
      }),
    saveState: (revisionId, state) => database.transaction(() => write(revisionId, state)),
    createResendRevision: (previous) =>
      decided(() =>
        open(previous.batchId, previous.server, previous, 'again', inherited(previous.server, previous.orderId)),
      ),
    createForcedRevision: (batchId, server, draft) =>
      decided(() => open(batchId, server, draft, 'again', inherited(server, draft.orderId))),
    revision,
    latest,
    adoptUnknown: (batchId, server, draft, at) =>
      database.transaction(() => {
        const previous = latest(batchId, draft.orderId);
        if (previous && (previous.state === 'unknown' || previous.state === 'verifying')) return previous;
        return open(batchId, server, draft, causeAfter(previous), {
          ...initialRevisionState,
          state: 'unknown',
          ambiguous: true,
          ambiguousAt: at,
        });
      }),
    listInStates: (batchId, states) =>
      database
        .all(
          'SELECT * FROM revisions WHERE batch_id = ? AND latest = 1 AND state IN (SELECT value FROM json_each(?)) ORDER BY order_id',
          batchId,
          JSON.stringify(states),
        )
        .map(revisionOf),
    latestAccepted(server) {
      const latestOf = namesOf(database, server).map((name) =>
        database.get(
          `SELECT order_id, at FROM revisions WHERE server = ? AND state = 'accepted' AND proof IN ('answer', 'lookup') ORDER BY at DESC LIMIT 1`,
          name,
        ),
      );
      const [row] = latestOf
        .filter((found) => found !== undefined)
        .toSorted((a, b) => Number(b['at']) - Number(a['at']));
      return row ? Number(row['order_id']) : null;
    },
    orphans(isRunning) {
      const present = presence();
      const owners = database
        .all('SELECT DISTINCT owner FROM revisions WHERE owner IS NOT NULL')
        .map((row) => String(row['owner']));
      const deadOwners = owners.filter((owner) => owner === present.id || !present.isAlive(owner));
      if (deadOwners.length === 0) return [];
      return database
        .all(
          'SELECT * FROM revisions WHERE owner IN (SELECT value FROM json_each(?)) ORDER BY id',
          JSON.stringify(deadOwners),
        )
        .filter((row) => row['owner'] !== present.id || !isRunning(String(row['batch_id'])))
        .map(revisionOf);
    },
    endOpenAttempts: (revisionId, end, state) =>
      database.transaction(() => {
        for (const row of database.all(
          'SELECT id FROM attempts WHERE revision_id = ? AND ended_at IS NULL',
          revisionId,
        ))
          closeAttempt(String(row['id']), end);
        return write(revisionId, state);
      }),
    restoreBody: (revisionId, draft) =>
      database.transaction(() => {
        const found = existing(revisionId);
        if (found.body !== null) return found;
        return found.orderId === draft.orderId && found.bodyHash === draft.bodyHash ? completed(found, draft) : null;
      }),
    ...openWitnessComparison(database, clock),
    adoptAttempt: (attempt, fileName, end, stateFrom) =>
      database.transaction(() => {
        const { batchId, orderId, bodyHash, server } = attempt;
        restoreShop(database, attempt.shop);
        if (!database.get('SELECT 1 FROM batches WHERE id = ?', batchId)) addLostBatch(attempt, fileName);
        const previous = latest(batchId, orderId);
        const continues = previous?.bodyHash === bodyHash && !isFinalState(previous.state);
        const target = continues
          ? previous
          : open(batchId, server, lostDraft(attempt), causeAfter(previous), inherited(server, orderId));
        database.run(
          'INSERT INTO attempts (id, revision_id, url, started_at) VALUES (?, ?, ?, ?)',
          attempt.id,
          target.id,
          attempt.url,
          attempt.startedAt,
        );
        closeAttempt(attempt.id, end);
        database.run(
          'UPDATE revisions SET operator = coalesce(?, operator), decided_by = coalesce(?, decided_by) WHERE id = ?',
          attempt.operator ?? null,
          attempt.decidedBy ?? null,
          target.id,
        );
        identities.addKeys(server, orderId, attempt.keys ?? []);
        return write(target.id, stateFrom(target));
      }),
  };

  /** A revision that a person wants. */
  function decided(opened: () => Revision): Revision {
    return database.transaction(() => {
      const { id } = opened();
      decideBy(id);
      return existing(id);
    });
  }

  /** Restores content that was lost and is offered again. */
  function completed(previous: Revision, { orderKey, rows, body, amount }: RevisionDraft): Revision {
    const facts = factsOfBody(body, amount);
    database.run(
      `UPDATE revisions SET order_key = ?, rows = ?, body = ?, signature = ?, amount = ?, items = ?, delivery_day = ?
       WHERE id = ?`,
      orderKey,
      JSON.stringify(rows),
      body,
      signatureOfBody(body),
      facts.amount,
      facts.items,
      facts.deliveryDay,
      previous.id,
    );
    return existing(previous.id);
  }

  /** Adds a batch that the database lost: it appears in the ledger, not in the list. */
  function addLostBatch({ batchId, shop }: Attempt, fileName: string): void {
    database.run(
      `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, removed_at, shop)
       VALUES (?1, ?2, '', '', 0, ?3, ?3, '{}', ?3, ?4)`,
      batchId,
      fileName,
      clock.now(),
      shop?.id ?? firstShop,
    );
  }

  /** The shop of a batch, where somebody named it. */
  function shopOfBatch(batchId: string): Pick<Attempt, 'shop'> {
    const row = database.get('SELECT s.shop FROM batches b JOIN shops s ON s.id = b.shop WHERE b.id = ?', batchId);
    const shop = row && shopOf(row);
    return shop && shop.name !== '' ? { shop } : {};
  }

  /** The content of an attempt that the database lost; its body only where an earlier revision had the same. */
  function lostDraft({ batchId, orderId, bodyHash }: Attempt): Content {
    const same = read(
      'SELECT * FROM revisions WHERE batch_id = ? AND order_id = ? AND body_hash = ? LIMIT 1',
      batchId,
      orderId,
      bodyHash,
    );
    return {
      orderKey: same?.orderKey ?? orderKeyOf(orderId),
      orderId,
      rows: same?.rows ?? [],
      body: same?.body ?? null,
      bodyHash,
    };
  }

  /** The ledger entry that forbids sending; after an operator's «send again» only a request under way does. */
  function forbidding(
    batchId: string,
    server: string,
    orderId: number,
    exceptRevision: number,
    cause: RevisionCause,
  ): LedgerEntry | null {
    const entry = ledger.findOther(batchId, server, orderId, exceptRevision);
    return entry && (entry.state === 'sending' || cause !== 'again') ? entry : null;
  }
}

/** Corrections of an order that an operator chose to send again keep that cause. */
function causeAfter(previous: Revision | null): RevisionCause {
  if (!previous) return 'first';
  return previous.cause === 'again' ? 'again' : 'correction';
}
