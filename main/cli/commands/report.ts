/** The `report` command writes the report of a file that was opened or sent. */
import { sheetsBesideSentence } from '../../../shared/messages/sheets-beside.ts';
import { createReportSource, isRequestLog, restOfFile, saveReport, shopNameOf } from '../../services/report-service.ts';
import { openBatch } from '../../services/open-batch.ts';
import { writeRequestLog } from '../../reporting/request-log.ts';
import type { OpeningStore } from '../../services/opening-store.ts';
import { systemClock } from '../../ports.ts';
import type { BatchRecord as StoredBatch } from '../../store/batch-stores.ts';
import type { Store } from '../../store/store.ts';
import type { Batch } from '../../engine/batch.ts';
import { exitStatus } from '../exit-status.ts';
import { findBatch, withStore } from '../home-store.ts';
import type { CommandContext } from '../context.ts';

/** Opens a stored batch with its edits and outcomes. */
export async function openStoredBatch(
  stored: StoredBatch,
  { foreign, terminal }: Pick<CommandContext, 'foreign' | 'terminal'>,
  store: Store,
  server: string | null,
  archive: OpeningStore = store,
): Promise<Batch> {
  const batch = await openBatch(
    {
      batchId: stored.id,
      fileName: stored.fileName,
      file: { path: stored.path, name: stored.fileName },
      choices: stored.choices,
      isNew: stored.counts === null,
      shop: stored.shop,
      folder: stored.folder,
      ...(stored.profile === null || stored.shop === null
        ? {}
        : { profile: store.profiles.get(stored.shop, stored.profile) }),
      history: store.edits.history(stored.id),
      outcomes: store.outcomes.ofBatch(stored.id),
      server,
    },
    archive,
    systemClock.now(),
    { foreign, signal: terminal.signal },
  );
  store.edits.followReading(stored.id, batch.cellPlaces);
  return batch;
}

export async function saveBatchReport(
  context: CommandContext,
  name: string,
  options: { readonly output: string },
): Promise<number> {
  const { home, language, translate, terminal } = context;
  return withStore(home, async (store) => {
    const stored = findBatch(store, name);
    if (isRequestLog(options.output)) {
      const count = await writeRequestLog(options.output, (from, most) =>
        store.outcomes.loggedRequests(stored.id, from, most),
      );
      terminal.printNotice(translate('cli.report.logSaved', { file: options.output, count }));
      return exitStatus.success;
    }
    const batch = await openStoredBatch(stored, context, store, stored.server?.identity ?? null);
    const source = createReportSource(
      batch,
      stored.server,
      language,
      systemClock.now(),
      shopNameOf(batch, store.shops.list()),
    );
    const rest = restOfFile(batch, store.batches.otherParts(stored.id), stored.server);
    await saveReport(options.output, { ...source, ...rest });
    terminal.printNotice(translate('cli.report.saved', { file: options.output }));
    if (rest.sheetsBeside.length > 0) terminal.printNotice(sheetsBesideSentence(translate, rest.sheetsBeside));
    return exitStatus.success;
  });
}
