/** Adds up the results of sheets, and prints them by class. */
import type { SheetResult } from './measure.ts';

export interface Tally {
  sheets: number;
  orders: number;
  /** Of sheets where nothing has to be asked. */
  unaskedParts: number;
  rightAtOnce: number;
  parts: number;
  rightAfterAnswers: number;
  heldNeedlessly: number;
  questions: number;
  firstAnswersRight: number;
  needlessQuestions: number;
  silent: number;
  silentAfterAnswers: number;
}

const nothing: Tally = {
  sheets: 0,
  orders: 0,
  unaskedParts: 0,
  rightAtOnce: 0,
  parts: 0,
  rightAfterAnswers: 0,
  heldNeedlessly: 0,
  questions: 0,
  firstAnswersRight: 0,
  needlessQuestions: 0,
  silent: 0,
  silentAfterAnswers: 0,
};

export function tallyOf(results: readonly SheetResult[]): Tally {
  const tally = { ...nothing };
  for (const result of results) {
    tally.sheets++;
    tally.orders += result.orders;
    if (!result.needsAnswer) {
      tally.unaskedParts += result.parts;
      tally.rightAtOnce += result.rightAtOnce;
    }
    tally.parts += result.parts;
    tally.rightAfterAnswers += result.rightAfterAnswers;
    tally.heldNeedlessly += result.heldNeedlessly;
    tally.questions += result.questions;
    tally.firstAnswersRight += result.firstAnswersRight;
    tally.needlessQuestions += result.needlessQuestions;
    tally.silent += result.silent;
    tally.silentAfterAnswers += result.silentAfterAnswers;
  }
  return tally;
}

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);
export const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${(share(part, of) * 100).toFixed(1)} %`;

const heading = [
  'class',
  'sheets',
  'orders',
  'right at once',
  'after first answers',
  'held needlessly',
  'first answer right',
  'needless questions',
  'wrong in silence',
  '… after answers',
];

function rowOf(name: string, tally: Tally): string[] {
  return [
    name,
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
}

/** The table as Markdown: a line a class, and all of them. */
export function classTable(results: readonly SheetResult[]): string {
  const classes = [...new Set(results.map((result) => result.class))].sort();
  const rows = [
    heading,
    ...classes.map((name) => rowOf(name, tallyOf(results.filter((result) => result.class === name)))),
    rowOf('all', tallyOf(results)),
  ];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
}

/** Whether a sheet came out as it should: everything right once its questions are answered, and nothing else amiss. */
export function isFaultless(result: SheetResult): boolean {
  return (
    (result.needsAnswer || result.rightAtOnce === result.parts) &&
    result.rightAfterAnswers === result.parts &&
    result.heldNeedlessly === 0 &&
    result.needlessQuestions === 0 &&
    result.silent === 0 &&
    result.silentAfterAnswers === 0
  );
}
