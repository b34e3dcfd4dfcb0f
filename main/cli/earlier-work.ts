/** The work on a file as it was sent or opened before, when the file comes again, changed. */
import { tashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { unfitLine, workWords } from '../../shared/messages/earlier-sentences.ts';
import { valueOf } from '../../shared/result.ts';
import { earlierVersionView, findEarlierVersion } from '../services/earlier-version.ts';
import type { Batch } from '../engine/batch.ts';
import { learnPast } from '../services/open-batch.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';

/** Carries over what fits and names what does not; without the option it says that there is something to carry over. */
export async function takeEarlierWork({ translate, terminal, foreign }: CommandContext, store: Store, batch: Batch, server: string, carryOver: boolean): Promise<void> {
  const found = await findEarlierVersion(batch, store, foreign);
  const { edits = [], unfit = [] } = found?.comparison.work ?? {};
  if (!found || edits.length + unfit.length === 0) return;
  const { fileName, openedAt, work, unfit: listed } = earlierVersionView(found, carryOver);
  const named = { file: fileName, at: tashkentTime(openedAt) };
  if (!carryOver) return terminal.remark(translate('cli.earlier.left', { ...named, work: edits.length > 0 ? workWords(translate, work, 'earlier.done') : 'none', unfit: work.unfit }));
  for (const edit of edits) {
    valueOf(batch.applyEdit(edit));
    store.edits.append(batch.batchId, edit);
  }
  store.batches.setEarlierAnswer(batch.batchId, unfit.length > 0 ? 'carried' : 'closed');
  await learnPast(batch, store, server);
  if (edits.length > 0) terminal.remark(translate('cli.earlier.carried', { ...named, work: workWords(translate, work, 'earlier.done') }));
  if (unfit.length > 0) terminal.remark(translate('cli.earlier.unfit', { count: unfit.length }));
  for (const one of listed) terminal.remark(unfitLine(translate, one));
}
