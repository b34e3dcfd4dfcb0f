/** What is right of the open half today, and what goes out wrong in silence: a list that only gets better. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SheetResult } from './measure.ts';
import { corpusFolder } from './sheet.ts';
import { isFaultless, tallyOf } from './tally.ts';

const stateSchema = z.strictObject({
  /** Names of sheets that come out as they should. */
  faultless: z.array(z.string()),
  /** How many orders go out wrong or are lost without a word, without help; by sheet. */
  silent: z.record(z.string(), z.int().min(1)),
  /**
   * The same after the first answers, of all sheets together: a sheet that was held altogether is worse off there while it
   * is half understood.
   */
  silentAfterAnswers: z.int().min(0),
});
export type OpenState = z.infer<typeof stateSchema>;

const stateFile = (root: string): string => path.join(root, corpusFolder, 'open-state.json');

export function readOpenState(root: string): OpenState {
  return stateSchema.parse(JSON.parse(readFileSync(stateFile(root), 'utf8')));
}

export function writeOpenState(root: string, results: readonly SheetResult[]): void {
  const state: OpenState = {
    faultless: results.filter(isFaultless).map(({ name }) => name),
    silent: Object.fromEntries(results.filter(({ silent }) => silent > 0).map(({ name, silent }) => [name, silent])),
    silentAfterAnswers: tallyOf(results).silentAfterAnswers,
  };
  writeFileSync(stateFile(root), `${JSON.stringify(state, null, 1)}\n`);
}

/** What of single sheets got worse than the list says, in words. */
export function worseThan(
  { faultless, silent }: Pick<OpenState, 'faultless' | 'silent'>,
  results: readonly SheetResult[],
): string[] {
  return results.flatMap((result) => {
    const worse = [
      ...(faultless.includes(result.name) && !isFaultless(result) ? ['was right'] : []),
      ...(result.silent > (silent[result.name] ?? 0)
        ? [`${result.silent} wrong in silence, at most ${silent[result.name] ?? 0} before`]
        : []),
    ];
    return worse.length === 0 ? [] : [`${result.name}: ${worse.join('; ')}\n  ${result.remarks.join('\n  ')}`];
  });
}
