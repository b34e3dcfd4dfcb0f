/** Reads a workbook in a process of its own, which is ended when it takes too much memory, too long, or is cancelled. */
import type { MessagePort } from 'node:worker_threads';
import { FailureError } from '../../../shared/result.ts';
import type { StartForeignReader } from '../../ports.ts';
import { CellCollector } from '../cells.ts';
import { limits } from '../limits.ts';
import { throwIfCancelled } from '../../platform/cooperative.ts';
import { readingRefusal } from '../refusal.ts';
import type { ForeignBook, ForeignSheet, TableWithIssues } from './foreign-sheet.ts';
import { unpackCells } from './packed-cells.ts';
import {
  parseForeignAnswer,
  type ForeignAnswer,
  type ForeignFile,
  type ForeignFormat,
  type ForeignRequest,
  type SheetEndAnswer,
} from './protocol.ts';

export interface RemoteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of rows that have arrived. */
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly memoryBytes?: number | undefined;
  readonly milliseconds?: number | undefined;
}

export interface RemoteBook extends ForeignBook {
  /** Ends the process. */
  close(): void;
}

/**
 * Opens the file in a new process.
 * @throws FailureError `reading.tooHeavy`, `reading.tooSlow`, `reading.cancelled`, and what the process answers:
 * `reading.brokenWorkbook` where the library does not understand the file
 */
export async function openRemoteBook(
  start: StartForeignReader,
  file: ForeignFile,
  format: ForeignFormat,
  options: RemoteOptions = {},
): Promise<RemoteBook> {
  throwIfCancelled(options.signal);
  const reader = new Conversation(start(), options);
  try {
    await reader.expect('ready');
    const { sheets } = await reader.request(
      { kind: 'open', file, format, memoryBytes: options.memoryBytes ?? limits.foreignMemoryBytes },
      'workbook',
    );
    return {
      encoding: null,
      issues: [],
      sheets: sheets.map((sheet, index): ForeignSheet => ({
        ...sheet,
        read: (firstRows) => readSheet(reader, sheet.name, index, firstRows, options.onRows),
      })),
      close: () => reader.end(),
    };
  } catch (error) {
    reader.end();
    throw error;
  }
}

async function readSheet(
  reader: Conversation,
  name: string,
  index: number,
  firstRows: number | undefined,
  onRows: RemoteOptions['onRows'],
): Promise<TableWithIssues> {
  const cells = new CellCollector();
  let end: SheetEndAnswer | undefined;
  reader.send({ kind: 'sheet', index, firstRows });
  while (!end) {
    const answer = await reader.receive();
    if (answer.kind === 'cells') {
      const rows = unpackCells(answer.cells, cells);
      onRows?.(rows);
    } else if (answer.kind === 'sheetEnd') end = answer;
    else throw readingRefusal('reading.brokenWorkbook');
  }
  const { date1904, merged, hiddenRows, hiddenColumns, struckRows } = end;
  return {
    table: cells.build({ sheet: name, date1904, merged, hiddenRows, hiddenColumns, struckRows }),
    issues: cells.issues,
  };
}

/** Requests to the process and its answers, one after the other, until one side ends it. */
class Conversation {
  readonly #port: MessagePort;
  readonly #answers: unknown[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => this.#fail(readingRefusal('reading.cancelled'));
  #failure: Error | undefined;
  #isReady = false;
  #wake: () => void = () => undefined;

  constructor(port: MessagePort, options: RemoteOptions) {
    const { signal, memoryBytes = limits.foreignMemoryBytes, milliseconds = limits.foreignMilliseconds } = options;
    this.#port = port;
    port.on('message', (message) => {
      this.#answers.push(message);
      this.#wake();
    });
    // A process that ends without an answer ended itself, or was ended by the system, for its memory.
    port.on('close', () =>
      this.#fail(
        this.#isReady
          ? readingRefusal('reading.tooHeavy', { megabytes: Math.round(memoryBytes / 1024 / 1024) })
          : new Error('the process for foreign formats did not start'),
      ),
    );
    this.#timer = setTimeout(
      () => this.#fail(readingRefusal('reading.tooSlow', { seconds: Math.round(milliseconds / 1000) })),
      milliseconds,
    );
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  send(request: ForeignRequest): void {
    this.#port.postMessage(request);
  }

  /** The next answer. @throws FailureError that the process answered, or for which it was ended */
  async receive(): Promise<ForeignAnswer> {
    while (this.#answers.length === 0) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    // Answers from before the end count, unless the operator or the time limit ended the process.
    const answer = parseForeignAnswer(this.#answers.shift());
    if (answer.kind === 'ready') this.#isReady = true;
    if (answer.kind === 'failure') throw new FailureError(answer.code, answer.params);
    return answer;
  }

  async request<K extends ForeignAnswer['kind']>(
    request: ForeignRequest,
    kind: K,
  ): Promise<Extract<ForeignAnswer, { readonly kind: K }>> {
    this.send(request);
    return this.expect(kind);
  }

  async expect<K extends ForeignAnswer['kind']>(kind: K): Promise<Extract<ForeignAnswer, { readonly kind: K }>> {
    const answer = await this.receive();
    if (answer.kind !== kind) throw readingRefusal('reading.brokenWorkbook');
    return answer as Extract<ForeignAnswer, { readonly kind: K }>;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#port.close();
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.end();
    this.#wake();
  }
}
