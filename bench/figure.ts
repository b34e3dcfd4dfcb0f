/** A figure: a group of lines in the table, measured together. */
import fs from 'node:fs';
import path from 'node:path';
import { workFolder } from './bundle.ts';
import { runOnce, type Outcome } from './measure.ts';
import type { FileKind } from './order-files.ts';
import { megabytes, milliseconds, ratioText, type Goal, type Line } from './table.ts';

export interface Circumstances {
  /** 10,000 rows and few runs, to see that everything works. */
  readonly quick: boolean;
  /** Tells of the progress. */
  readonly say: (text: string) => void;
}

export interface Figure {
  readonly name: string;
  /** Whether it is measured unless asked for by name. */
  readonly byDefault: boolean;
  /** Packages whose versions matter. */
  readonly packages: readonly string[];
  measure(circumstances: Circumstances): Promise<readonly Line[]>;
}

/** Changes with what the generator writes, so that no older file is taken for it. */
const generation = 2;

/** The order file of this kind and size, made if it is not there yet. */
export async function orderFile(kind: FileKind, rows: number, { say }: Circumstances): Promise<string> {
  const file = path.join(workFolder, `orders-${generation}-${kind}-${rows}.${kind === 'csv' ? 'csv' : 'xlsx'}`);
  if (fs.existsSync(file)) return file;
  say(`  making ${path.basename(file)}`);
  const made = await runOnce({ module: 'generate', subject: 'orders', args: { file, kind, rows } });
  if (!made.ok) throw new Error(`The file could not be made: ${made.message}`);
  return file;
}

export const groupedDigits = (count: number): string => count.toLocaleString('en-US');

export const timeOf = (outcome: Outcome): number => outcome.numbers['ms'] ?? Number.NaN;
export const peakOf = (outcome: Outcome): number => outcome.numbers['peak'] ?? Number.NaN;

/** Time and memory in one cell of the table. */
export function shown(outcome: Outcome): string {
  return outcome.failure === null ? `${milliseconds(timeOf(outcome))}, ${megabytes(peakOf(outcome))}` : `fails: ${outcome.failure.slice(0, 60)}`;
}

export function ofLabel(outcomes: ReadonlyMap<string, Outcome>, label: string): Outcome {
  const outcome = outcomes.get(label);
  if (!outcome) throw new Error(`${label} was not measured`);
  return outcome;
}

/** A reader that did not give every cell has not read the file. */
export function judged(outcome: Outcome, cells: number): Outcome {
  const read = outcome.numbers['cells'];
  return outcome.failure !== null || read === undefined || read === cells ? outcome : { ...outcome, failure: `reads ${groupedDigits(read)} of ${groupedDigits(cells)} cells` };
}

/** What our own code brought; throws where it failed, for then there is nothing to compare. */
export function ownOutcome(outcomes: ReadonlyMap<string, Outcome>, label: string, cells?: number): Outcome {
  const outcome = ofLabel(outcomes, label);
  const own = cells === undefined ? outcome : judged(outcome, cells);
  if (own.failure !== null) throw new Error(`${label}: ${own.failure}`);
  return own;
}

/** Our time against a peer's. */
export function timeLine(what: string, ours: Outcome, peer: Outcome, goalOf: ((ratio: number) => Goal) | null): Line {
  const ratio = timeOf(ours) / timeOf(peer);
  return { what, ours: shown(ours), peer: `${peer.label}: ${shown(peer)}`, ratio: ratioText(ratio), goal: goalOf?.(ratio) ?? null };
}
