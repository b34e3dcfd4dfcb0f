/** Finds the batch of a file that a terminal names, or makes it: what was sent of the file, or corrected, is kept. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isSamePart } from '../../shared/domain/model/file-part.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { valueOrThrow } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import type { FileToRead } from '../reading/read-file.ts';
import { teamNumbers } from '../services/team-numbers.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';
import type { TeamSession } from '../team/session.ts';
import type { CommandContext } from './context.ts';
import { carryOverEarlierEdits } from './earlier-edits.ts';
import { openFile, parseTableOption, sheetsNamed, type FileOptions } from './open-file.ts';
import { readOnlyStore } from './read-only-store.ts';
import { decidedShop } from './shop-option.ts';

async function hashOf(file: FileToRead): Promise<string | null> {
  const hash = createHash('sha256');
  if ('bytes' in file) return hash.update(file.bytes).digest('hex');
  try {
    // A pipe or a device would be waited for.
    if (!(await stat(file.path)).isFile()) return null;
    await pipeline(createReadStream(file.path), hash);
    return hash.digest('hex');
  } catch {
    // The reader gives the better reason why the file cannot be read.
    return null;
  }
}

const noOptions: FileOptions = { map: [], set: [], rule: [] };

/** Whose orders the file holds, as it tells itself. @throws FailureError `shop.unsure` */
export async function shopOfFile(
  file: FileToRead & { readonly name: string },
  options: FileOptions,
  context: CommandContext,
  store: Store,
  server: RunServer,
): Promise<string> {
  const { batch } = await openFile(file, options, context, store, server.identity, undefined, readOnlyStore(store));
  return decidedShop(batch.shop, store, batch.shopHints.removedShop);
}

/** With the sheet that is read where nobody chose one: by its name it is told from the file's others. */
async function withSheetNamed(
  known: BatchRecord,
  context: CommandContext,
  store: Store,
  server: RunServer,
): Promise<BatchRecord> {
  const { choices, shop } = known;
  if (choices.sheet !== null || choices.together.length > 0) return known;
  const copy = { path: known.path, name: known.fileName };
  const stored = { batchId: known.id, shop, choices };
  const { batch } = await openFile(copy, noOptions, context, store, server.identity, stored, readOnlyStore(store));
  const { sheet, pair } = batch.summary().file;
  if (pair?.joined === true) return known;
  const named = { ...choices, sheet };
  store.batches.setChoices(known.id, named);
  return { ...known, choices: named };
}

/**
 * The batch of the sheet or table that the options name: what was sent of another one, or corrected, stays in its own. Null:
 * there is none yet.
 */
async function batchOfPart(
  found: BatchRecord,
  { sheet: sheets = [], table }: FileOptions,
  context: CommandContext,
  store: Store,
  server: RunServer,
): Promise<BatchRecord | null> {
  const hasWork = store.outcomes.ofBatch(found.id).size > 0 || store.edits.makings(found.id).size > 0;
  if ((sheets.length === 0 && table === undefined) || !hasWork) return found;
  const known = await withSheetNamed(found, context, store, server);
  const { foreign, terminal } = context;
  const file = { path: known.path, name: known.fileName };
  const part = await sheetsNamed(file, sheets, known.choices, { foreign, signal: terminal.signal });
  const wanted = { ...part, range: parseTableOption(table) ?? known.choices.range };
  const parts = [known, ...store.batches.otherParts(known.id)];
  return parts.find(({ choices }) => isSamePart(choices, wanted)) ?? null;
}

/** The file as a batch of the store, new or known, with the options' choices kept. */
export async function openOrCreateBatch(
  context: CommandContext,
  file: FileToRead & { readonly name: string },
  options: FileOptions & { readonly carryOver?: boolean },
  store: Store,
  server: RunServer,
  shop: string,
  team: TeamSession | null,
): Promise<Batch> {
  const archive = { ...store, ...teamNumbers(store, () => team) };
  const fileHash = await hashOf(file);
  const same = fileHash === null ? null : store.batches.findSameFile({ fileHash, server: server.identity, shop });
  const known = same && (await batchOfPart(same, options, context, store, server));
  if (known) {
    store.batches.touch(known.id);
    if (known.shop !== shop) valueOrThrow(store.batches.setShop(known.id, shop));
    const { batch, choices } = await openFile(
      { path: known.path, name: known.fileName },
      options,
      context,
      store,
      server.identity,
      { batchId: known.id, shop, choices: known.choices },
      archive,
    );
    store.batches.setChoices(known.id, choices);
    return batch;
  }
  // Opened before it is stored: a file that cannot be read leaves no trace.
  const opened = await openFile(file, options, context, store, server.identity, undefined, archive);
  const { choices, profile } = opened;
  const stored = await ('path' in file
    ? store.batches.createFromPath(path.resolve(file.path))
    : store.batches.createFromBytes(file.bytes, file.name));
  valueOrThrow(store.batches.setShop(stored.id, shop));
  store.batches.setChoices(stored.id, choices);
  // Rows that opening itself left out stay out (open-batches.ts keeps them the same way).
  for (const edit of opened.batch.edits) store.edits.append(stored.id, edit);
  if (profile && store.profiles.get(shop, profile.name)) store.batches.setProfile(stored.id, profile.name);
  // The stored copy is read, so that what is sent is what is stored.
  const { batch } = await openFile(
    { path: stored.path, name: stored.fileName },
    noOptions,
    context,
    store,
    server.identity,
    { batchId: stored.id, shop, choices },
    archive,
  ).catch(async (error: unknown) => {
    await store.batches.remove(stored.id);
    throw error;
  });
  store.batches.setHeadings(stored.id, batch.headings());
  await carryOverEarlierEdits(context, store, batch, server.identity, options.carryOver === true);
  return batch;
}
