/** Carries the edits of an earlier version of a file over to the version that is being sent. */
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { unfitLine, workWords } from '../../shared/messages/earlier-sentences.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { earlierVersionView, findEarlierVersion } from '../services/earlier-version.ts';
import type { Batch } from '../engine/batch.ts';
import { loadSendHistory } from '../services/send-history.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';

/** Carries over what fits and lists what does not. Without `carryOver` it only reports that there is something to carry over. */
export async function carryOverEarlierEdits(
  { translate, terminal, foreign }: CommandContext,
  store: Store,
  batch: Batch,
  server: string,
  carryOver: boolean,
): Promise<void> {
  const found = await findEarlierVersion(batch, store, foreign);
  const { edits = [], conflicts = [] } = found?.comparison.carriedOver ?? {};
  if (!found || edits.length + conflicts.length === 0) return;
  const { fileName, openedAt, work, conflicts: listed } = earlierVersionView(found, carryOver);
  const named = { file: fileName, at: formatTashkentTime(openedAt) };
  if (!carryOver)
    return terminal.printNotice(
      translate('cli.earlier.left', {
        ...named,
        work: edits.length > 0 ? workWords(translate, work, 'earlier.done') : 'none',
        unfit: work.conflicts,
      }),
    );
  for (const edit of edits) {
    valueOrThrow(batch.applyEdit(edit));
    store.edits.append(batch.batchId, edit);
  }
  store.batches.setCarryOverDecision(batch.batchId, conflicts.length > 0 ? 'carried' : 'closed');
  await loadSendHistory(batch, store, server);
  if (edits.length > 0)
    terminal.printNotice(
      translate('cli.earlier.carried', { ...named, work: workWords(translate, work, 'earlier.done') }),
    );
  if (conflicts.length > 0) terminal.printNotice(translate('cli.earlier.unfit', { count: conflicts.length }));
  for (const one of listed) terminal.printNotice(unfitLine(translate, one));
}
