/** Gives the commands their terminal: standard output and error, environment variables, whether a person watches. */
export interface Terminal {
  /** Standard output: what was asked for, and nothing else. */
  print(text: string): void;
  /** A part of a line on standard output; resolves when whoever reads it has taken it, or reads no more. */
  write(piece: string): Promise<void>;
  /** Standard error: remarks, progress, refusals. */
  printNotice(text: string): void;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether standard error is a terminal, where a progress bar makes sense. */
  readonly isInteractive: boolean;
  /** Aborts when the operator asks to stop (Ctrl+C): what is in flight is awaited. */
  readonly signal: AbortSignal;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  // The reader of the output may have ended (`… | head`): the work goes on without output.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    write: (piece) => new Promise((resolve) => void process.stdout.write(piece, () => resolve())),
    printNotice: (text) => void process.stderr.write(`${text}\n`),
    environment: process.env,
    isInteractive: process.stderr.isTTY === true,
    signal: stop.signal,
  };
}
