/** Loads what must be known of the orders of a batch from earlier sending: who they are, their numbers, the ledger's entries. */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import { runToCompletion, type CooperativeTask } from '../../shared/cooperative.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import type { Batch } from '../engine/batch.ts';
import { runCooperatively, yieldToEventLoop } from '../platform/cooperative.ts';
import type { ResolvedOrder } from '../ports.ts';
import type { SourceOfOrders } from '../store/number-stores.ts';
import type { OpeningStage, OpeningStore, OpenOptions } from './opening-store.ts';

/** Runs the task with pauses while the batch is being opened; without (null) where it is open, so that nobody sees it half done. */
export function runTask<T>(
  steps: CooperativeTask<T>,
  opening: OpenOptions | null,
  stage: OpeningStage,
  before = 0,
): T | Promise<T> {
  return opening === null
    ? runToCompletion(steps)
    : runCooperatively(steps, opening.signal, (share) =>
        opening.onStageProgress?.(stage, before + (1 - before) * share),
      );
}

/** Gives numbers of our own to the outside ids that have none (decision 11); without an archive they are valid only in memory. */
async function assignOrderNumbers(
  batch: Batch,
  archive: OpeningStore | null,
  server: string | null,
  opening: OpenOptions | null,
): Promise<void> {
  const { unnumberedIds } = batch;
  const rule = batch.rowIdentities.rule;
  if (unnumberedIds.length === 0 || rule.kind !== 'own') return;
  const passing = (): ReadonlyMap<string, number> => new Map(unnumberedIds.map((id, at) => [id, rule.start + at]));
  const identity = server ?? anyPracticeServer;
  const shop = batch.shop ?? firstShop;
  let goods: ReadonlyMap<string, string> | undefined;
  if (archive && (await archive.orderNumbers.knowsOthers(identity))) {
    // Orders are put together by their numbers: with passing ones it shows which of them another computer has sent.
    const numbers = await archive.orderNumbers.preview(identity, shop, unnumberedIds, rule.start);
    await runTask(batch.setOrderNumbersCooperatively(numbers), opening, 'checking');
    goods = batch.outsideGoodsKeys(new Set(unnumberedIds));
  }
  const numbers = archive
    ? await archive.orderNumbers.allocate(identity, shop, unnumberedIds, rule.start, goods)
    : passing();
  await runTask(batch.setOrderNumbersCooperatively(numbers, unnumberedIds), opening, 'checking');
}

/**
 * Finds out which orders without a number are known already, and gives the new ones lasting numbers of our own (decision
 * 41). Without a store they are numbered in the file's order, for as long as the batch is in memory.
 */
async function resolveOrders(
  batch: Batch,
  archive: OpeningStore | null,
  server: string | null,
  opening: OpenOptions | null,
): Promise<void> {
  const { listKind } = batch.choices.rules;
  const rule = batch.rowIdentities.rule;
  const orders = rule.kind === 'everyRow' ? batch.takeUnresolved() : [];
  if (orders.length === 0 || rule.kind !== 'everyRow') return;
  const passing = (): ReadonlyMap<number, ResolvedOrder> =>
    new Map(orders.map(({ row }, at) => [row, { kind: 'given', number: rule.start + at }]));
  const identity = server ?? anyPracticeServer;
  const options = { start: rule.start, listKind, keep: batch.batchId !== '', source: sourceOf(batch) };
  const resolved = archive ? await archive.identities.resolve(identity, batch.batchId, orders, options) : passing();
  const resembled = [...resolved.values()].filter(({ kind }) => kind !== 'given' && kind !== 'same');
  const ledger =
    archive && resembled.length > 0
      ? await archive.ledger.find(
          identity,
          resembled.map(({ number }) => number),
          batch.batchId,
        )
      : new Map<number, LedgerEntry>();
  await runTask(batch.setResolvedCooperatively(resolved, ledger), opening, 'checking');
}

function sourceOf(batch: Batch): SourceOfOrders {
  const { fileName, shop } = batch;
  const profile = batch.summary().profileName;
  return { shop: shop ?? firstShop, headings: batch.headings(), profile, fileName };
}

/** Tells the store whether a person has said of each order that may be an erased one what it is. */
async function noteAnsweredGaps(batch: Batch, archive: OpeningStore, server: string): Promise<void> {
  const { erasedRows, batchId } = batch;
  if (erasedRows === null || batchId === '') return;
  await archive.identities.answerGaps(server, batchId, sourceOf(batch), erasedRows);
}

/** Finds out which numbered orders went out before their shop gave them a number: under one of ours. */
async function recogniseOrders(
  batch: Batch,
  archive: OpeningStore,
  server: string,
  ids: readonly number[],
  opening: OpenOptions | null,
): Promise<void> {
  if (ids.length === 0 || !(await archive.identities.hasOwnNumbers(server))) return;
  const orders = await runTask(batch.unsentOrdersCooperatively(ids), opening, 'comparing');
  if (orders.length === 0) return;
  const options = { listKind: batch.choices.rules.listKind, keep: batch.batchId !== '' };
  const recognised = await archive.identities.recognise(server, orders, options);
  if (recognised.size === 0) return;
  const numbers = [...recognised.values()].map(({ number }) => number);
  batch.setRecognised(recognised, await archive.ledger.find(server, numbers, null));
}

/** Finds out which orders seem to have gone out of another file already, under another number. */
async function findAlikeOrders(batch: Batch, archive: OpeningStore, server: string): Promise<void> {
  if (batch.asksForRecentOrders)
    batch.setRecentSignatures(await archive.alikeOrders.recentSignatures(server, batch.batchId));
  const signatures = batch.takeSignaturesSeenBefore();
  if (signatures.length > 0) batch.setEarlierOrders(await archive.alikeOrders.find(server, signatures, batch.batchId));
}

/** Order ids per request to the ledger. */
const askedAtOnce = 20_000;
/** Share of the stage `comparing` that the requests take, where most orders were sent before. */
const askingShare = 0.2;

/**
 * Loads what must be known of the batch's order ids: numbers of our own, and other batches' ledger entries. To be called
 * again after changes that bring new ids.
 * @param opening while the batch is not open yet
 * @throws FailureError `reading.cancelled` while opening
 */
export async function loadSendHistory(
  batch: Batch,
  archive: OpeningStore | null,
  server: string | null,
  opening: OpenOptions | null = null,
): Promise<void> {
  // While nobody knows whose orders these are, they get no lasting numbers.
  const numbering = batch.shop === null ? null : archive;
  await assignOrderNumbers(batch, numbering, server, opening);
  await resolveOrders(batch, numbering, server, opening);
  const ids = batch.takeIdsWithoutHistory();
  if (!archive || server === null) return;
  const entries: LedgerEntry[] = [];
  for (let at = 0; at < ids.length; at += askedAtOnce) {
    opening?.onStageProgress?.('comparing', (askingShare * at) / ids.length);
    entries.push(...(await archive.ledger.find(server, ids.slice(at, at + askedAtOnce), batch.batchId)).values());
    if (opening) await yieldToEventLoop(opening.signal);
  }
  if (entries.length > 0) await runTask(batch.setLedgerCooperatively(entries), opening, 'comparing', askingShare);
  await recogniseOrders(batch, archive, server, ids, opening);
  await noteAnsweredGaps(batch, archive, server);
  // What was sent with another body may say the same all the same: its keys tell.
  const uncompared = batch.takeUncompared();
  if (uncompared.length > 0) batch.setKnownKeys(await archive.identities.keysOf(server, uncompared));
  await findAlikeOrders(batch, archive, server);
}
