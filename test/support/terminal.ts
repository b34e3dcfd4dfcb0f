/** Runs terminal commands in tests: captures stdout and stderr, on a home that is removed with the test. */
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
