/** What a figure is (a group of lines in the table, measured together), and helpers to measure and print one. */
import fs from 'node:fs';
import path from 'node:path';
import { workFolder } from './bundle.ts';
import type { UnderstandingOptions } from './figures/understanding.ts';
import { runOnce, type Outcome } from './measure.ts';
import type { FileKind } from './order-files.ts';
import { formatMegabytes, formatMilliseconds, ratioText, type Goal, type FigureLine } from './table.ts';

export interface BenchContext {
  /** 10,000 rows and few runs, to check that everything works. */
  readonly quick: boolean;
  /** Reports the progress. */
  readonly log: (text: string) => void;
  readonly understanding: UnderstandingOptions;
}

export interface Figure {
  readonly name: string;
  /** Whether it is measured without being named by --only. */
  readonly byDefault: boolean;
  /** Packages whose versions are printed. */
  readonly packages: readonly string[];
  measure(circumstances: BenchContext): Promise<readonly FigureLine[]>;
}

/** To be raised when the generator writes something else, so that no older file is reused. */
const generation = 2;

/** The path of the order file of this kind and size, generated if it does not exist yet. */
export async function orderFile(kind: FileKind, rows: number, { log }: BenchContext): Promise<string> {
  const file = path.join(workFolder, `orders-${generation}-${kind}-${rows}.${kind === 'csv' ? 'csv' : 'xlsx'}`);
  if (fs.existsSync(file)) return file;
  log(`  making ${path.basename(file)}`);
  const made = await runOnce({ module: 'generate', subject: 'orders', args: { file, kind, rows } });
  if (!made.ok) throw new Error(`The file could not be made: ${made.message}`);
  return file;
}

export const groupedDigits = (count: number): string => count.toLocaleString('en-US');

export const timeOf = (outcome: Outcome): number => outcome.numbers['ms'] ?? Number.NaN;
export const peakOf = (outcome: Outcome): number => outcome.numbers['peak'] ?? Number.NaN;

/** Time and memory as the text of one cell of the table. */
export function timeAndMemoryText(outcome: Outcome): string {
  return outcome.failure === null
    ? `${formatMilliseconds(timeOf(outcome))}, ${formatMegabytes(peakOf(outcome))}`
    : `fails: ${outcome.failure.slice(0, 60)}`;
}

export function outcomeWithLabel(outcomes: ReadonlyMap<string, Outcome>, label: string): Outcome {
  const outcome = outcomes.get(label);
  if (!outcome) throw new Error(`${label} was not measured`);
  return outcome;
}

/** The outcome, as a failure if the reader did not return every cell. */
export function checkedOutcome(outcome: Outcome, cells: number): Outcome {
  const read = outcome.numbers['cells'];
  return outcome.failure !== null || read === undefined || read === cells
    ? outcome
    : { ...outcome, failure: `reads ${groupedDigits(read)} of ${groupedDigits(cells)} cells` };
}

/** The outcome of our own code, which must not fail: there would be nothing to compare. */
export function ownOutcome(outcomes: ReadonlyMap<string, Outcome>, label: string, cells?: number): Outcome {
  const outcome = outcomeWithLabel(outcomes, label);
  const own = cells === undefined ? outcome : checkedOutcome(outcome, cells);
  if (own.failure !== null) throw new Error(`${label}: ${own.failure}`);
  return own;
}

/** Our time against a peer's. */
export function timeLine(
  what: string,
  ours: Outcome,
  peer: Outcome,
  goalOf: ((ratio: number) => Goal) | null,
): FigureLine {
  const ratio = timeOf(ours) / timeOf(peer);
  return {
    what,
    ours: timeAndMemoryText(ours),
    peer: `${peer.label}: ${timeAndMemoryText(peer)}`,
    ratio: ratioText(ratio),
    goal: goalOf?.(ratio) ?? null,
  };
}
