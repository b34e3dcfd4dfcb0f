/** Runs subjects in fresh processes, in turns, and takes the medians of their results. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { bundleFolder, workFolder } from './bundle.ts';
import type { BenchTask, BenchResult } from './child.ts';
import { median } from './statistics.ts';
import type { Arguments, Numbers } from './subject.ts';

export interface Entrant {
  /** Its name in the table. */
  readonly label: string;
  /** Name of a file under subjects/, and of a subject in it. */
  readonly module: string;
  readonly subject: string;
  readonly args: Arguments;
  readonly rounds: number;
}

/** The result of an entrant's runs: the medians of its numbers, or why it failed. */
export interface Outcome {
  readonly label: string;
  readonly runs: number;
  readonly numbers: Numbers;
  readonly failure: string | null;
}

const longestRun = 150_000;
const nodeOptions = ['--expose-gc', '--disable-warning=ExperimentalWarning'];

/** Starts a process for one subject. If BENCH_PROFILE names a folder, V8 writes its profiles there. */
export function startSubject({ module, subject, args }: Pick<Entrant, 'module' | 'subject' | 'args'>): ChildProcess {
  const order: BenchTask = { module: path.join(bundleFolder, 'subjects', `${module}.js`), subject, args };
  const profiles = process.env['BENCH_PROFILE'];
  const execArgv = profiles
    ? [...nodeOptions, '--cpu-prof', `--cpu-prof-dir=${path.join(profiles, `${module}-${subject}`)}`]
    : nodeOptions;
  return fork(path.join(bundleFolder, 'child.js'), [JSON.stringify(order)], {
    cwd: workFolder,
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** Runs a subject once; a failure of it is part of the result and does not reject. */
export function runOnce(
  entrant: Pick<Entrant, 'module' | 'subject' | 'args'>,
  longest = longestRun,
): Promise<BenchResult> {
  return new Promise((resolve) => {
    const child = startSubject(entrant);
    let complaint = '';
    let result: BenchResult | undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, longest);
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-20_000);
    });
    child.on('message', (message) => {
      result = message as BenchResult;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(
        result ?? {
          ok: false,
          message: isLate ? `took longer than ${longest / 1000} s` : deathOf(complaint, code, signal),
        },
      );
    });
  });
}

function deathOf(complaint: string, code: number | null, signal: NodeJS.Signals | null): string {
  return complaint.includes('heap out of memory')
    ? 'out of memory'
    : `ended by itself (${signal ?? `exit code ${code}`})`;
}

/** Runs all entrants in turns (the first run of each, then the second …), so that other load on the machine hits all alike. */
export async function measureInTurns(
  entrants: readonly Entrant[],
  say: (text: string) => void,
): Promise<Map<string, Outcome>> {
  const runs = new Map<string, Numbers[]>(entrants.map(({ label }) => [label, []]));
  const failures = new Map<string, string>();
  const rounds = Math.max(...entrants.map((entrant) => entrant.rounds));
  for (let round = 0; round < rounds; round++) {
    for (const entrant of entrants) {
      if (round >= entrant.rounds || failures.has(entrant.label)) continue;
      const result = await runOnce(entrant);
      if (result.ok) runs.get(entrant.label)?.push(result.numbers);
      else failures.set(entrant.label, result.message);
      const { ms = 0, peak = 0 } = result.ok ? result.numbers : {};
      say(`  ${entrant.label}: ${result.ok ? `${Math.round(ms)} ms, ${Math.round(peak)} MB` : result.message}`);
    }
  }
  return new Map(
    entrants.map(({ label }) => [label, outcomeOf(label, runs.get(label) ?? [], failures.get(label) ?? null)]),
  );
}

function outcomeOf(label: string, runs: readonly Numbers[], failure: string | null): Outcome {
  const names = Object.keys(runs[0] ?? {});
  const numbers = Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]));
  return { label, runs: runs.length, numbers, failure };
}
