/** Reads a text in memory in pieces, between which other work runs and the reading can be cancelled. */
import { throwIfCancelled } from '../../../platform/cooperative.ts';

export interface MarkupOptions {
  /** Read only so many non-empty rows of each sheet. */
  readonly firstRows?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of characters that are done. */
  readonly onCharacters?: ((done: number) => void) | undefined;
}

/** Characters between two pauses: some milliseconds of work. */
export const pieceCharacters = 256 * 1024;

/** Reports progress and yields to the event loop. @throws FailureError `reading.cancelled` */
export async function checkpoint({ signal, onCharacters }: MarkupOptions, done: number): Promise<void> {
  onCharacters?.(done);
  await new Promise(setImmediate);
  throwIfCancelled(signal);
}

/** The text piece by piece. */
export async function* textPieces(text: string, options: MarkupOptions): AsyncGenerator<string, void, undefined> {
  for (let at = 0; at < text.length; at += pieceCharacters) {
    yield text.slice(at, at + pieceCharacters);
    await checkpoint(options, Math.min(at + pieceCharacters, text.length));
  }
}
