/** Reads a text file of any length line by line, or in pieces of whole lines: no more of it is in memory at once. */
import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FailureError } from '../../shared/result.ts';
import { openOrdinaryFile, readingFailure } from './files.ts';

/** Bytes that are read at once. */
const pieceBytes = 1 << 16;
const lineEnd = 10;

/** What it returns is overwritten by the next reading. */
export class LineReader {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #tooLong: (line: number) => FailureError;
  #buffer = Buffer.allocUnsafe(2 * pieceBytes);
  /** What of the buffer was read from the file, and not taken yet. */
  #from = 0;
  #to = 0;
  #isAtEnd = false;
  /** Lines that were taken. */
  #lines = 0;
  #digest: Hash | null = null;

  private constructor(file: string, handle: FileHandle, tooLong: (line: number) => FailureError) {
    this.#file = file;
    this.#handle = handle;
    this.#tooLong = tooLong;
  }

  /**
   * @param tooLong what is said of the line of this number (the first is 1) that is longer than allowed
   * @throws FailureError `reading.…` with the file's name
   */
  static async open(file: string, tooLong: (line: number) => FailureError): Promise<LineReader> {
    return new LineReader(file, await openOrdinaryFile(file), tooLong);
  }

  /** The next line with its line break; the last one may have none. Empty at the end. @param most bytes */
  async line(most: number): Promise<Buffer> {
    await this.#readLine(most);
    const end = this.#rest.indexOf(lineEnd);
    return this.#take(end < 0 ? this.#rest.length : end + 1, most);
  }

  /** The lines that are left, as pieces that end where a line does; behind the last line may be none. @param most bytes of a line */
  async *pieces(most: number): AsyncGenerator<Buffer> {
    for (;;) {
      await this.#readLine(most);
      if (this.#rest.length === 0) return;
      const end = this.#rest.lastIndexOf(lineEnd);
      yield this.#take(end < 0 ? this.#rest.length : end + 1, most);
    }
  }

  /** Has the digest follow everything that is read from here on. */
  follow(digest: Hash): void {
    this.#digest = digest;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  get #rest(): Buffer {
    return this.#buffer.subarray(this.#from, this.#to);
  }

  /** Reads on until there is a whole line, or one that is too long. */
  async #readLine(most: number): Promise<void> {
    while (!this.#isAtEnd && this.#rest.length <= most && !this.#rest.includes(lineEnd)) {
      this.#makeRoom();
      const { bytesRead } = await this.#handle.read(this.#buffer, this.#to, pieceBytes).catch((error: unknown) => {
        throw readingFailure(error, this.#file, true);
      });
      this.#isAtEnd = bytesRead === 0;
      this.#to += bytesRead;
    }
  }

  #makeRoom(): void {
    const rest = this.#rest;
    if (rest.length + pieceBytes > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(2 * this.#buffer.length);
      rest.copy(larger);
      this.#buffer = larger;
    } else this.#buffer.copyWithin(0, this.#from, this.#to);
    this.#to = rest.length;
    this.#from = 0;
  }

  #take(length: number, most: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#from += length;
    this.#digest?.update(taken);
    for (let from = 0; from < taken.length;) {
      const end = taken.indexOf(lineEnd, from);
      const next = end < 0 ? taken.length : end + 1;
      this.#lines++;
      if (next - from > most) throw this.#tooLong(this.#lines);
      from = next;
    }
    return taken;
  }
}
