/** Opens a sheet without a home, a store or a thread: some milliseconds, for what is tried on thousands of variants. */
import { openBatch } from '../../../main/services/open-batch.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { isAsked, pairOrders, silentFault, wouldGo, describe } from './judge.ts';
import { takeSnapshot, type Snapshot } from './session.ts';
import { sheetFile } from './sheet-file.ts';
import { productsOf, type Sheet } from './sheet.ts';

/** What the window would show of the sheet when it is first opened. Files of earlier days are not opened. */
export async function snapshotInMemory(sheet: Sheet): Promise<Snapshot> {
  const { bytes, ending } = sheetFile(sheet);
  const name = `sheet.${ending}`;
  const batch = await openBatch(
    {
      batchId: 'variant',
      fileName: name,
      file: { bytes, name },
      choices: noChoices,
      isNew: true,
      server: null,
      products: productsOf(sheet),
    },
    null,
    Date.parse(`${sheet.today}:00+05:00`),
  );
  return takeSnapshot({
    columns: () => batch.columns(),
    summary: () => batch.summary(),
    rows: (filter, from, count) => batch.rows(filter, from, count),
    order: (key) => valueOrThrow(batch.order(key)),
    causes: () => batch.causes(),
  });
}

/** Whatever of the sheet does not come out at once as it should, in words: held, wrong, lost, or asked without need. */
export function faultsAtOnce(sheet: Sheet, snapshot: Snapshot): string[] {
  const pairs = pairOrders(sheet, snapshot);
  return [
    ...pairs.flatMap((pair) => silentFault(pair, sheet, snapshot)?.replace(/^/u, 'IN SILENCE: ') ?? []),
    ...snapshot.questions
      .filter((question) => !question.isSetting && !isAsked(question, sheet))
      .map(({ code, severity, topics }) => `asks ${code} (${severity}; ${[...topics].join()})`),
    ...pairs.flatMap(({ right, order, differences }) => {
      if (right === null) return wouldGo(order) ? [`row ${order?.rows.join()} would be sent`] : [];
      const row = `row ${right.rows[0]}`;
      if (order === null) return [`${row}: no such order`];
      const held = wouldGo(order) ? [] : [`${row} is ${order.state}: ${order.issues.map(({ code }) => code).join()}`];
      return [...held, ...differences.map((difference) => `${row}: ${describe(difference)}`)];
    }),
  ];
}
