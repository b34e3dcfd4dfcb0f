/** A store of the latest summary of each shown batch; main is asked once, however many components show it. */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from './call.ts';
import { windowEvents } from './use-event.ts';

export interface BatchSnapshot {
  /** Null until the first answer. */
  readonly summary: BatchSummary | null;
  /** Why the last request failed; null: it did not. */
  readonly failure: Failure | null;
}

interface Entry {
  snapshot: BatchSnapshot;
  readonly viewers: Set<() => void>;
  asking: boolean;
  /** Something changed while the request was under way: ask once more. */
  askAgain: boolean;
  timer: number | null;
}

const nothingYet: BatchSnapshot = { summary: null, failure: null };
/** Least time between two requests for a batch whose orders are changing all the time, in ms. */
const PAUSE = 300;
const entries = new Map<string, Entry>();
let listening = false;

function entryOf(batchId: string): Entry {
  let entry = entries.get(batchId);
  if (!entry)
    entries.set(
      batchId,
      (entry = { snapshot: nothingYet, viewers: new Set(), asking: false, askAgain: false, timer: null }),
    );
  return entry;
}

function show(entry: Entry, snapshot: BatchSnapshot): void {
  entry.snapshot = snapshot;
  for (const viewer of [...entry.viewers]) viewer();
}

/** Stores a result and notifies the viewers, unless a newer version is shown already. */
export function applySummaryResult(batchId: string, answer: Result<BatchSummary>): void {
  const entry = entryOf(batchId);
  if (!answer.ok) show(entry, { summary: entry.snapshot.summary, failure: answer.error });
  else if (answer.value.version >= (entry.snapshot.summary?.version ?? 0))
    show(entry, { summary: answer.value, failure: null });
}

/** Asks main for the batch's summary; calls made while a request is under way become one more request. */
export async function refreshSummary(batchId: string): Promise<void> {
  const entry = entryOf(batchId);
  if (entry.asking) {
    entry.askAgain = true;
    return;
  }
  entry.asking = true;
  do {
    entry.askAgain = false;
    applySummaryResult(batchId, await call('batch.getSummary', { batchId }));
  } while (entry.askAgain);
  entry.asking = false;
}

function refreshSoon(batchId: string): void {
  const entry = entries.get(batchId);
  if (!entry || entry.viewers.size === 0 || entry.timer !== null) return;
  entry.timer = window.setTimeout(() => {
    entry.timer = null;
    void refreshSummary(batchId);
  }, PAUSE);
}

function listen(): void {
  if (listening) return;
  listening = true;
  const events = windowEvents();
  events.on('batch.changed', ({ batchId, version }) => {
    if (version > (entries.get(batchId)?.snapshot.summary?.version ?? 0)) refreshSoon(batchId);
  });
  events.on('order.changed', ({ batchId }) => refreshSoon(batchId));
  events.onGap(() => {
    for (const batchId of entries.keys()) refreshSoon(batchId);
  });
}

/** Calls `viewer` when the batch's snapshot changes; requests the first one. Returns the function that unsubscribes. */
export function subscribeToSummary(batchId: string, viewer: () => void): () => void {
  listen();
  const entry = entryOf(batchId);
  entry.viewers.add(viewer);
  if (!entry.snapshot.summary && !entry.asking) void refreshSummary(batchId);
  return () => {
    entry.viewers.delete(viewer);
  };
}

export function summarySnapshot(batchId: string): BatchSnapshot {
  return entries.get(batchId)?.snapshot ?? nothingYet;
}

/** Forgets a batch that was closed or removed. */
export function forgetSummary(batchId: string): void {
  const entry = entries.get(batchId);
  if (!entry) return;
  if (entry.timer !== null) window.clearTimeout(entry.timer);
  if (entry.viewers.size === 0) entries.delete(batchId);
  else entry.snapshot = nothingYet;
}
