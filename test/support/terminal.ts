/** Runs terminal commands in tests: captures stdout and stderr, on a home that is removed with the test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '../../main/cli/program.ts';
import type { Terminal } from '../../main/cli/terminal.ts';
import type { OpenStoredAccessKeys } from '../../main/cli/terminal-access-key.ts';
import { forkForeignReader } from '../../main/workers/foreign-reader.ts';

export interface CommandResult {
  readonly status: number;
  readonly output: string;
  readonly remarks: string;
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-importer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Runs commands over one home. */
export class TestTerminal {
  readonly home: string;
  /** The lines that the latest command has written to stderr so far. */
  remarks: string[] = [];
  /** What the latest command has written to stdout so far, as it was handed over. */
  pieces: string[] = [];
  readonly #environment: NodeJS.ProcessEnv;
  readonly #openKeptKeys: OpenStoredAccessKeys | null;

  readonly #signal: AbortSignal;

  /** @param openKeptKeys opens the access keys stored by the window, if this program can read them; `signal`: Ctrl+C */
  constructor(
    environment: NodeJS.ProcessEnv = {},
    home = temporaryFolder(),
    openKeptKeys: OpenStoredAccessKeys | null = null,
    signal = new AbortController().signal,
  ) {
    this.#signal = signal;
    this.home = home;
    this.#openKeptKeys = openKeptKeys;
    this.#environment = { LANG: 'en_GB.UTF-8', ORDER_IMPORTER_HOME: home, ...environment };
  }

  async run(...words: string[]): Promise<CommandResult> {
    this.pieces = [];
    const { pieces } = this;
    const remarked: string[] = [];
    this.remarks = remarked;
    const terminal: Terminal = {
      print: (text) => pieces.push(`${text}\n`),
      write: async (piece) => void pieces.push(piece),
      printNotice: (text) => remarked.push(text),
      environment: this.#environment,
      isInteractive: false,
      signal: this.#signal,
    };
    const status = await runCli(words, terminal, forkForeignReader, this.#openKeptKeys);
    return { status, output: pieces.join('').replace(/\n$/u, ''), remarks: remarked.join('\n') };
  }
}

/** Words that run a command in a process of its own, under Node. */
export const terminalProgram: readonly string[] = [
  process.execPath,
  '--experimental-strip-types',
  '--no-warnings',
  path.resolve('main/cli.ts'),
];

/**
 * Starts a program, for tests that end its process or limit it.
 * @param program the program and its words, such as {@link terminalProgram} and those of a command
 */
export function startTerminal(home: string, program: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const [file = '', ...words] = program;
  const child = spawn(file, words, {
    env: { ...process.env, LANG: 'en_GB.UTF-8', ORDER_IMPORTER_HOME: home, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let remarks = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (remarks += String(chunk)));
  const done = once(child, 'close').then(() => ({
    status: child.exitCode,
    signal: child.signalCode,
    output,
    remarks,
  }));
  return { done, kill: () => child.kill('SIGKILL') };
}
