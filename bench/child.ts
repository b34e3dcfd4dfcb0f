/** The process in which one run takes place: it runs one subject, tells what came of it, and ends. */
import fs from 'node:fs';
import type { Arguments, Subjects } from './subject.ts';

/** What the child is asked for, as its only argument. */
export interface BenchTask {
  /** File of the subject's module. */
  readonly module: string;
  readonly subject: string;
  readonly args: Arguments;
}

export type BenchResult =
  | { readonly ok: true; readonly numbers: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly message: string };

/** The most memory that this process had at once, in MB. */
function peakMemory(): number {
  try {
    // Of this program alone; what resourceUsage tells may stem from the process that started it.
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const { module, subject, args } = JSON.parse(process.argv[2] ?? '') as BenchTask;
let told: BenchResult;
try {
  const { subjects } = (await import(module)) as { readonly subjects: Subjects };
  const run = subjects[subject];
  if (!run) throw new Error(`There is no subject ${subject}.`);
  const numbers = await run(args);
  told = { ok: true, numbers: { ...numbers, peak: peakMemory() } };
} catch (error) {
  told = { ok: false, message: error instanceof Error ? error.message : String(error) };
}
process.send?.(told, () => process.exit());
