/** Writes a zip file as a stream, for the workbooks of the bench. */
import { once } from 'node:events';
import fs from 'node:fs';
import zlib from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const methodDeflated = 8;
const utf8Names = 0x800;
/** 2026-11-24 as a DOS date. */
const dosDate = 0x5d78;

export class ZipFile {
  readonly #out: fs.WriteStream;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#out = fs.createWriteStream(path);
  }

  async add(name: string, content: Iterable<string>): Promise<void> {
    const deflate = zlib.createDeflateRaw({ chunkSize: 1 << 18 });
    const parts: Buffer[] = [];
    deflate.on('data', (part: Buffer) => parts.push(part));
    const ended = once(deflate, 'end');
    let crc = 0;
    let size = 0;
    for (const text of content) {
      const bytes = Buffer.from(text);
      crc = zlib.crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    await ended;
    const packed = parts.reduce((sum, part) => sum + part.length, 0);
    const entry = { name: Buffer.from(name), crc, packed, size, offset: this.#offset };
    this.#entries.push(entry);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    writeFacts(header, 4, entry);
    for (const part of [header, entry.name, ...parts]) await this.#write(part);
  }

  async close(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) {
      const header = Buffer.alloc(46);
      header.writeUInt32LE(0x02014b50, 0);
      header.writeUInt16LE(20, 4);
      writeFacts(header, 6, entry);
      header.writeUInt32LE(entry.offset, 42);
      await this.#write(header);
      await this.#write(entry.name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#write(end);
    this.#out.end();
    await once(this.#out, 'finish');
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length;
    if (!this.#out.write(bytes)) await once(this.#out, 'drain');
  }
}

/** Writes the fields that an entry's two headers have in common, from «version needed» on. */
function writeFacts(header: Buffer, at: number, entry: Entry): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(utf8Names, at + 2);
  header.writeUInt16LE(methodDeflated, at + 4);
  header.writeUInt16LE(dosDate, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packed, at + 14);
  header.writeUInt32LE(entry.size, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}
