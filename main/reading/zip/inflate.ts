/** Inflates the bytes of a zip entry on demand, counts them as they come, and checks them at the end. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../byte-source.ts';
import { limits } from '../limits.ts';
import { throwIfCancelled } from '../../platform/cooperative.ts';
import { readingRefusal } from '../refusal.ts';
import type { ZipEntry } from './directory.ts';

const stored = 0;
const deflated = 8;
const localHeaderSignature = 0x04034b50;
const localHeaderLength = 30;
const packedPieceBytes = 128 * 1024;
const inflatedPieceBytes = 512 * 1024;

/** Counts what all entries of one file inflate to, so that a small file cannot grow without end. */
export class InflationBudget {
  #packed = 0;
  #inflated = 0;

  addPacked(bytes: number): void {
    this.#packed += bytes;
  }

  addInflated(bytes: number): void {
    this.#inflated += bytes;
    const overRatio =
      this.#inflated > limits.freeInflatedBytes && this.#inflated > limits.inflationRatio * this.#packed;
    if (overRatio || this.#inflated > limits.inflatedBytes) {
      throw readingRefusal('reading.bomb', { megabytes: Math.round(this.#inflated / 1024 / 1024) });
    }
  }
}

export interface UnpackContext {
  readonly source: ByteSource;
  readonly budget: InflationBudget;
  readonly signal: AbortSignal | undefined;
  /** Called with the number of packed bytes for every piece read. */
  readonly onPacked: ((bytes: number) => void) | undefined;
}

/** The entry's bytes in pieces. Ends normally only where the whole entry came, with the size and the checksum declared. */
export async function* inflate(unpacking: UnpackContext, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.encrypted) throw readingRefusal('reading.passwordProtected');
  if (entry.method !== stored && entry.method !== deflated)
    throw readingRefusal('reading.unknownPacking', { method: entry.method });
  unpacking.budget.addPacked(entry.compressedSize);
  let size = 0;
  let checksum = 0;
  for await (const piece of piecesOf(unpacking, entry)) {
    unpacking.budget.addInflated(piece.length);
    throwIfCancelled(unpacking.signal);
    size += piece.length;
    if (size > entry.size) throw readingRefusal('reading.brokenZip');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  // Some writers leave the checksum at 0.
  if (size !== entry.size || (entry.crc32 !== 0 && checksum !== entry.crc32)) throw readingRefusal('reading.brokenZip');
}

/** The whole entry at once, for parts that must be small. */
export async function inflateWhole(
  unpacking: UnpackContext,
  entry: ZipEntry,
  maximum: number = limits.smallPartBytes,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of inflate(unpacking, entry)) {
    size += piece.length;
    if (size > maximum) throw readingRefusal('reading.bomb', { megabytes: Math.round(size / 1024 / 1024) });
    pieces.push(piece);
  }
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, size);
}

function piecesOf(unpacking: UnpackContext, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.method === stored) return packedPieces(unpacking, entry);
  const isSmall = entry.compressedSize <= packedPieceBytes && entry.size <= inflatedPieceBytes;
  return isSmall ? smallPiece(unpacking, entry) : inflatedPieces(unpacking, entry);
}

/** A small entry without a stream: for two thousand small sheets, creating streams would take longer than reading cells. */
async function* smallPiece(unpacking: UnpackContext, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  for await (const packed of packedPieces(unpacking, entry)) yield inflateSmall(packed, entry.size);
}

function inflateSmall(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    throw isZlibError(error) ? readingRefusal('reading.brokenZip', {}, error) : error;
  }
}

async function* inflatedPieces(unpacking: UnpackContext, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  // Inflating runs some pieces ahead of the reading.
  const options = { chunkSize: inflatedPieceBytes, readableHighWaterMark: inflatedPieceBytes * 4 };
  const inflater = createInflateRaw(options);
  const packed = Readable.from(packedPieces(unpacking, entry), { objectMode: false, highWaterMark: packedPieceBytes });
  // Errors of the source are passed on to the inflater, and thrown by its reader below.
  pipeline(packed, inflater, () => undefined);
  try {
    for await (const piece of inflater) yield piece as Buffer;
  } catch (error) {
    throw isZlibError(error) ? readingRefusal('reading.brokenZip', {}, error) : error;
  } finally {
    packed.destroy();
    inflater.destroy();
  }
}

async function* packedPieces(unpacking: UnpackContext, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const { source, signal, onPacked } = unpacking;
  const header = await source.read(entry.headerPosition, localHeaderLength);
  if (header.readUInt32LE(0) !== localHeaderSignature) throw readingRefusal('reading.brokenZip');
  const start = entry.headerPosition + localHeaderLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = start + entry.compressedSize;
  for (let position = start; position < end;) {
    throwIfCancelled(signal);
    const length = Math.min(packedPieceBytes, end - position);
    yield await source.read(position, length);
    position += length;
    onPacked?.(length);
  }
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    (error.code.startsWith('Z_') || error.code.startsWith('ERR_'))
  );
}
