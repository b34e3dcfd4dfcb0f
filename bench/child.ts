/** The child process of one run: runs one subject, sends its result to the parent, and exits. */
import fs from 'node:fs';
import type { Arguments, Subjects } from './subject.ts';

/** The child's only argument, as JSON. */
export interface BenchTask {
  /** Path of the subject's module. */
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
    // VmHWM counts this process alone; resourceUsage may include the process that forked it.
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const { module, subject, args } = JSON.parse(process.argv[2] ?? '') as BenchTask;
let result: BenchResult;
try {
  const { subjects } = (await import(module)) as { readonly subjects: Subjects };
  const run = subjects[subject];
  if (!run) throw new Error(`There is no subject ${subject}.`);
  const numbers = await run(args);
  result = { ok: true, numbers: { ...numbers, peak: peakMemory() } };
} catch (error) {
  result = { ok: false, message: error instanceof Error ? error.message : String(error) };
}
process.send?.(result, () => process.exit());
