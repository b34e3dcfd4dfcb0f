/**
 * Reads the directory of a zip: which entries it holds, and where.
 * Source of the layout: PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16 and 4.5.3.
 */
import type { ByteSource } from '../byte-source.ts';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';

export interface ZipEntry {
  /** As written, but with forward slashes. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressedSize: number;
  /** Bytes when inflated, as declared: never trusted, only compared. */
  readonly size: number;
  /** 0 where the writer gave none. */
  readonly crc32: number;
  readonly headerPosition: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorLength = 20;
const zip64EndSignature = 0x06064b50;
const zip64EndLength = 56;
const headerSignature = 0x02014b50;
const headerLength = 46;
const zip64ExtraField = 0x0001;
const unset16 = 0xffff;
const unset32 = 0xffffffff;

interface DirectoryPlace {
  readonly entries: number;
  readonly length: number;
  readonly position: number;
  /** Bytes before the zip, which its own positions do not count. */
  readonly shift: number;
}

/** Reads the directory; a zip without one was cut, or never was one. */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const place = await findDirectory(source);
  if (place.entries > limits.zipEntries)
    throw readingRefusal('reading.tooManyParts', { count: place.entries, limit: limits.zipEntries });
  if (place.length > limits.zipDirectoryBytes) throw readingRefusal('reading.brokenZip');
  const bytes = await source.read(place.position, place.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < place.entries; index++) {
    if (at + headerLength > bytes.length || bytes.readUInt32LE(at) !== headerSignature)
      throw readingRefusal('reading.brokenZip');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + headerLength + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw readingRefusal('reading.brokenZip');
    entries.push(readHeader(bytes, at, nameLength, extraLength, place.shift));
    at = next;
  }
  return entries;
}

function readHeader(bytes: Buffer, at: number, nameLength: number, extraLength: number, shift: number): ZipEntry {
  const nameAt = at + headerLength;
  const flags = bytes.readUInt16LE(at + 8);
  const extra = bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength);
  // The zip64 field holds, in this order, only the values that do not fit into the header.
  const wide = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const [size, compressedSize, position] = widen(wide, extra);
  return {
    name: decodeName(bytes.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (flags & 1) === 1,
    compressedSize,
    size,
    crc32: bytes.readUInt32LE(at + 16),
    headerPosition: position + shift,
  };
}

function widen(values: readonly number[], extra: Buffer): [number, number, number] {
  const field = values.includes(unset32) ? findExtraField(extra, zip64ExtraField) : undefined;
  let at = 0;
  const widened = values.map((value) => {
    if (value !== unset32) return value;
    if (!field || at + 8 > field.length) throw readingRefusal('reading.brokenZip');
    const wide = safeNumber(field.readBigUInt64LE(at));
    at += 8;
    return wide;
  });
  return [widened[0] ?? 0, widened[1] ?? 0, widened[2] ?? 0];
}

function findExtraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const tailLength = Math.min(source.size, endLength + longestComment);
  const tailPosition = source.size - tailLength;
  const tail = await source.read(tailPosition, tailLength);
  const at = findEndRecord(tail);
  if (at < 0) throw readingRefusal('reading.incomplete');

  const endPosition = tailPosition + at;
  let entries = tail.readUInt16LE(at + 10);
  let length = tail.readUInt32LE(at + 12);
  let position = tail.readUInt32LE(at + 16);
  let directoryEnd = endPosition;
  if (entries === unset16 || length === unset32 || position === unset32) {
    const wide = await readZip64End(source, endPosition);
    if (wide) ({ entries, length, position, directoryEnd } = wide);
  }
  // The directory ends where its end record begins: bytes before the zip shift every position in it.
  const shift = directoryEnd - length - position;
  if (shift < 0) throw readingRefusal('reading.brokenZip');
  return { entries, length, position: position + shift, shift };
}

/** The end record whose comment ends with the file; where none does (bytes were added to the file), the last one. */
function findEndRecord(tail: Buffer): number {
  let last = -1;
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endLength + tail.readUInt16LE(at + 20) === tail.length) return at;
    if (last < 0) last = at;
  }
  return last;
}

async function readZip64End(
  source: ByteSource,
  endPosition: number,
): Promise<{ entries: number; length: number; position: number; directoryEnd: number } | undefined> {
  const locatorPosition = endPosition - zip64LocatorLength;
  if (locatorPosition < 0) return undefined;
  const locator = await source.read(locatorPosition, zip64LocatorLength);
  if (locator.readUInt32LE(0) !== zip64LocatorSignature) return undefined;
  const recordPosition = safeNumber(locator.readBigUInt64LE(8));
  if (recordPosition + zip64EndLength > locatorPosition) throw readingRefusal('reading.brokenZip');
  const record = await source.read(recordPosition, zip64EndLength);
  if (record.readUInt32LE(0) !== zip64EndSignature) throw readingRefusal('reading.brokenZip');
  return {
    entries: safeNumber(record.readBigUInt64LE(32)),
    length: safeNumber(record.readBigUInt64LE(40)),
    position: safeNumber(record.readBigUInt64LE(48)),
    directoryEnd: recordPosition,
  };
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw readingRefusal('reading.brokenZip');
  return Number(value);
}

/** Names are UTF-8, or the DOS page of whoever packed it: here cp866. Only people read such names. */
function decodeName(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('ibm866').decode(bytes);
  }
}
