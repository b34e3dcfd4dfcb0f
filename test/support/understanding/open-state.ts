/** What is right of the open half today, and what goes out wrong in silence: a list that only gets better. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SheetResult } from './measure.ts';
import { corpusFolder } from './sheet.ts';
import { isFaultless } from './tally.ts';

const stateSchema = z.strictObject({
  /** Names of sheets that come out as they should. */
  faultless: z.array(z.string()),
  /** How many orders go out wrong or are lost without a word, at once and after the first answers; by sheet. */
  silent: z.record(z.string(), z.int().min(1)),
});
export type OpenState = z.infer<typeof stateSchema>;

const stateFile = (root: string): string => path.join(root, corpusFolder, 'open-state.json');

export const silentOf = ({ silent, silentAfterAnswers }: SheetResult): number => silent + silentAfterAnswers;

export function readOpenState(root: string): OpenState {
  return stateSchema.parse(JSON.parse(readFileSync(stateFile(root), 'utf8')));
}

export function writeOpenState(root: string, results: readonly SheetResult[]): void {
  const state: OpenState = {
    faultless: results.filter(isFaultless).map(({ name }) => name),
    silent: Object.fromEntries(results.filter((one) => silentOf(one) > 0).map((one) => [one.name, silentOf(one)])),
  };
  writeFileSync(stateFile(root), `${JSON.stringify(state, null, 1)}\n`);
}

/** What got worse than the list says, in words. */
export function worseThan({ faultless, silent }: OpenState, results: readonly SheetResult[]): string[] {
  return results.flatMap((result) => {
    const worse = [
      ...(faultless.includes(result.name) && !isFaultless(result) ? ['was right'] : []),
      ...(silentOf(result) > (silent[result.name] ?? 0)
        ? [`${silentOf(result)} wrong in silence, at most ${silent[result.name] ?? 0} before`]
        : []),
    ];
    return worse.length === 0 ? [] : [`${result.name}: ${worse.join('; ')}\n  ${result.remarks.join('\n  ')}`];
  });
}
