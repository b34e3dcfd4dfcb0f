/**
 * Reads a stream of a compound file (OLE), whole or not at all: where a sector is missing, the file was cut.
 * Source of the layout: [MS-CFB] 2.2 to 2.6.
 */
import { readingRefusal } from '../refusal.ts';

const headerBytes = 512;
const headerFatSectors = 109;
const entryBytes = 128;
const lastSpecialSector = 0xfffffffa;
const endOfChain = 0xfffffffe;
const streamEntry = 2;
const rootEntry = 5;

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** The bytes of the first of these streams that exists; undefined where none does. @throws FailureError `reading.incomplete` */
export function compoundStream(file: Buffer, names: readonly string[]): Buffer | undefined {
  if (file.length < headerBytes) throw readingRefusal('reading.incomplete');
  const sectors = new Sectors(file);
  const entries = readDirectory(sectors.chain(file.readUInt32LE(48)));
  const wanted = names
    .map((name) =>
      entries.find((entry) => entry.type === streamEntry && entry.name.toLowerCase() === name.toLowerCase()),
    )
    .find((entry) => entry !== undefined);
  if (!wanted) return undefined;
  const inMiniStream = wanted.size < file.readUInt32LE(56);
  const bytes = inMiniStream ? miniStream(file, sectors, entries, wanted) : sectors.chain(wanted.start);
  if (bytes.length < wanted.size) throw readingRefusal('reading.incomplete');
  return bytes.subarray(0, wanted.size);
}

/** Small streams are in the root's own stream, in smaller sectors with an allocation table of their own. */
function miniStream(
  file: Buffer,
  sectors: Sectors,
  entries: readonly DirectoryEntry[],
  wanted: DirectoryEntry,
): Buffer {
  const root = entries.find((entry) => entry.type === rootEntry);
  if (!root) throw readingRefusal('reading.incomplete');
  const container = sectors.chain(root.start);
  const table = sectors.chain(file.readUInt32LE(60));
  const size = 2 ** Math.min(file.readUInt16LE(32), 16);
  return chained(
    wanted.start,
    (sector) => (sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : undefined),
    (sector) => container.subarray(sector * size, (sector + 1) * size),
    size,
  );
}

class Sectors {
  readonly #file: Buffer;
  readonly #size: number;
  /** Sectors that hold the allocation table, in its order. */
  readonly #fat: number[] = [];

  constructor(file: Buffer) {
    this.#file = file;
    this.#size = 2 ** Math.min(Math.max(file.readUInt16LE(30), 7), 16);
    this.#readFatSectors();
  }

  chain(start: number): Buffer {
    return chained(
      start,
      (sector) => this.#next(sector),
      (sector) => this.#sector(sector),
      this.#size,
    );
  }

  #sector(sector: number): Buffer {
    // The header counts as the sector before the first.
    const at = (sector + 1) * this.#size;
    return this.#file.subarray(at, at + this.#size);
  }

  #next(sector: number): number | undefined {
    const inTable = this.#size / 4;
    const table = this.#fat[Math.floor(sector / inTable)];
    if (table === undefined) return undefined;
    const bytes = this.#sector(table);
    const at = (sector % inTable) * 4;
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : undefined;
  }

  #readFatSectors(): void {
    for (let index = 0; index < headerFatSectors; index++) this.#addFat(this.#file.readUInt32LE(76 + index * 4));
    // Large files keep the rest of the list in further sectors, each of which ends with the position of the next.
    const inList = this.#size / 4 - 1;
    let next = this.#file.readUInt32LE(68);
    for (let seen = 0; next < lastSpecialSector; seen++) {
      const list = this.#sector(next);
      if (list.length < this.#size || seen > this.#file.length / this.#size) throw readingRefusal('reading.incomplete');
      for (let index = 0; index < inList; index++) this.#addFat(list.readUInt32LE(index * 4));
      next = list.readUInt32LE(inList * 4);
    }
  }

  #addFat(sector: number): void {
    if (sector < lastSpecialSector) this.#fat.push(sector);
  }
}

/** Follows a chain of sectors. One that leads nowhere, or in a circle, is broken. */
function chained(
  start: number,
  next: (sector: number) => number | undefined,
  sectorAt: (sector: number) => Buffer,
  size: number,
): Buffer {
  const pieces: Buffer[] = [];
  const seen = new Set<number>();
  for (let sector: number | undefined = start; sector !== endOfChain; sector = next(sector)) {
    if (sector === undefined || sector >= lastSpecialSector || seen.has(sector))
      throw readingRefusal('reading.incomplete');
    const piece = sectorAt(sector);
    pieces.push(piece);
    seen.add(sector);
    // The last sector of a file may be cut after its last used byte; the stream's size shows whether that is so.
    if (piece.length < size) break;
  }
  return Buffer.concat(pieces);
}

function readDirectory(bytes: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
    const nameBytes = Math.min(bytes.readUInt16LE(at + 64), 64);
    if (nameBytes < 2) continue;
    entries.push({
      name: bytes.toString('utf16le', at, at + nameBytes - 2),
      type: bytes[at + 66] ?? 0,
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}
