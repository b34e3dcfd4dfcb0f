/** Figure: how much of a stranger's sheets is understood (test/fixtures/understanding/README.md). */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { SheetResult } from '../../test/support/understanding/measure.ts';
import { writeOpenState } from '../../test/support/understanding/open-state.ts';
import { corpusFolder, halves, type Half } from '../../test/support/understanding/sheet.ts';
import { classTable, isFaultless, percent, tallyOf } from '../../test/support/understanding/tally.ts';
import { workFolder } from '../bundle.ts';
import type { BenchContext, Figure } from '../figure.ts';
import { runOnce } from '../measure.ts';
import { atLeast, atMost, type FigureLine } from '../table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const processes = 2;
const runsFile = path.join(root, corpusFolder, 'aside-runs.md');

/** Which sheets are measured, and what is printed of them. */
export interface UnderstandingOptions {
  /** undefined: both. */
  readonly half: Half | undefined;
  /** Everything about the sheets whose names contain this. */
  readonly show: string | undefined;
  /** What differed, sheet by sheet. */
  readonly failures: boolean;
  /** Also for the half that is set aside, which is measured, not looked at. */
  readonly force: boolean;
  /** Writes down what is right of the open half. */
  readonly keep: boolean;
}

async function measureHalf(half: Half, only: string): Promise<SheetResult[]> {
  const parts = await Promise.all(
    Array.from({ length: processes }, async (_, part) => {
      const out = path.join(workFolder, `understanding-${half}-${part}.json`);
      const args = { half, only, part, of: processes, root, out };
      const result = await runOnce({ module: 'understanding', subject: 'sheets', args });
      if (!result.ok) throw new Error(result.message);
      return JSON.parse(fs.readFileSync(out, 'utf8')) as SheetResult[];
    }),
  );
  return parts.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}

function printFailures(
  half: Half,
  results: readonly SheetResult[],
  { show, failures, force }: UnderstandingOptions,
): void {
  if (!failures && show === undefined) return;
  if (half === 'aside' && !force) {
    console.log('What failed in the half that is set aside is not shown (--force).');
    return;
  }
  for (const result of results)
    if (show !== undefined || !isFaultless(result))
      console.log(`\n${result.name}${result.remarks.map((remark) => `\n  ${remark}`).join('')}`);
}

/** Every run on the half that is set aside is kept: whoever looks often begins to write for it. */
function logRun(results: readonly SheetResult[], looked: string): void {
  const tally = tallyOf(results);
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  const commit = `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '-uno') === '' ? '' : ' + changes'}`;
  const cells = [
    new Date().toISOString().slice(0, 16).replace('T', ' '),
    `${commit}${looked}`,
    String(tally.sheets),
    String(tally.orders),
    percent(tally.rightAtOnce, tally.unaskedParts),
    percent(tally.rightAfterAnswers, tally.parts),
    percent(tally.heldNeedlessly, tally.orders),
    `${tally.firstAnswersRight} of ${tally.questions}`,
    String(tally.needlessQuestions),
    String(tally.silent),
    String(tally.silentAfterAnswers),
  ];
  fs.appendFileSync(runsFile, `| ${cells.join(' | ')} |\n`);
}

function linesOf(half: Half, results: readonly SheetResult[]): FigureLine[] {
  const tally = tallyOf(results);
  const line = (what: string, ours: string, goal: FigureLine['goal']): FigureLine => ({
    what: `${what}, ${half} half`,
    ours,
    peer: '',
    ratio: '',
    goal,
  });
  const ratio = (part: number, of: number): number => (of === 0 ? 1 : part / of);
  const { rightAtOnce, unaskedParts, rightAfterAnswers, parts, firstAnswersRight, questions } = tally;
  const { heldNeedlessly, orders } = tally;
  return [
    line(
      'right at once, where nothing has to be asked',
      percent(rightAtOnce, unaskedParts),
      atLeast(ratio(rightAtOnce, unaskedParts), 0.98, '98 %'),
    ),
    line(
      'right after the first answers',
      percent(rightAfterAnswers, parts),
      atLeast(ratio(rightAfterAnswers, parts), 0.95, '95 %'),
    ),
    line(
      'first answer right',
      percent(firstAnswersRight, questions),
      atLeast(ratio(firstAnswersRight, questions), 0.9, '90 %'),
    ),
    line('held needlessly', percent(heldNeedlessly, orders), atMost(ratio(heldNeedlessly, orders), 0.02, '2 %')),
    line('needless questions', String(tally.needlessQuestions), atMost(tally.needlessQuestions, 0, '0')),
    line('wrong in silence', String(tally.silent), atMost(tally.silent, 0, '0')),
    line(
      'wrong in silence after the first answers',
      String(tally.silentAfterAnswers),
      atMost(tally.silentAfterAnswers, 0, '0'),
    ),
  ];
}

export const understandingFigure: Figure = {
  name: 'understanding',
  byDefault: false,
  packages: [],
  async measure({ log, understanding }: BenchContext) {
    const lines: FigureLine[] = [];
    for (const half of understanding.half === undefined ? halves : [understanding.half]) {
      log(`understanding the ${half} half of the corpus`);
      const results = await measureHalf(half, understanding.show ?? '');
      console.log(`\n${half}\n\n${classTable(results)}`);
      printFailures(half, results, understanding);
      const { show, failures, force, keep } = understanding;
      if (half === 'aside')
        logRun(results, force && (failures || show !== undefined) ? `, looked at ${show ?? 'all'}` : '');
      else if (keep && show === undefined) writeOpenState(root, results);
      lines.push(...linesOf(half, results));
    }
    console.log('');
    return lines;
  },
};
