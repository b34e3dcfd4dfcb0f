/** Runs subjects in fresh processes, one after another in turns, and makes medians of what they tell. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { bundleFolder, workFolder } from './bundle.ts';
import type { BenchTask, BenchResult } from './child.ts';
import { median } from './statistics.ts';
import type { Arguments, Numbers } from './subject.ts';

export interface Entrant {
  /** As the table names it. */
  readonly label: string;
  /** Name of a file under subjects/, and of a subject in it. */
  readonly module: string;
  readonly subject: string;
  readonly args: Arguments;
  readonly rounds: number;
}

/** What an entrant's runs brought: medians of its numbers, or why it failed. */
export interface Outcome {
  readonly label: string;
  readonly runs: number;
  readonly numbers: Numbers;
  readonly failure: string | null;
}

const longestRun = 150_000;
const nodeOptions = ['--expose-gc', '--disable-warning=ExperimentalWarning'];

/** Starts a process for one subject; V8's profiles, where BENCH_PROFILE is set, go to that folder. */
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

/** One run; a failure of the subject is told, not thrown. */
export function runOnce(entrant: Pick<Entrant, 'module' | 'subject' | 'args'>): Promise<BenchResult> {
  return new Promise((resolve) => {
    const child = startSubject(entrant);
    let complaint = '';
    let told: BenchResult | undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, longestRun);
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-20_000);
    });
    child.on('message', (message) => {
      told = message as BenchResult;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(
        told ?? {
          ok: false,
          message: isLate ? `took longer than ${longestRun / 1000} s` : deathOf(complaint, code, signal),
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

/** All entrants in turns: the first run of each, then the second of each, so that what else the machine does falls on all. */
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
      const told = await runOnce(entrant);
      if (told.ok) runs.get(entrant.label)?.push(told.numbers);
      else failures.set(entrant.label, told.message);
      say(
        `  ${entrant.label}: ${told.ok ? `${Math.round(told.numbers['ms'] ?? 0)} ms, ${Math.round(told.numbers['peak'] ?? 0)} MB` : told.message}`,
      );
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
