/** Writes a zip field by field, so that tests can make every variant, and every kind of broken one. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string | Buffer;
  readonly data: string | Uint8Array;
  /** Not compressed. */
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** A false size for the directory. */
  readonly declaredSize?: number;
  readonly declaredPackedSize?: number;
  readonly declaredChecksum?: number;
  readonly declaredPosition?: number;
  /** Sizes in a zip64 field. */
  readonly zip64?: boolean;
  /** Sizes after the data instead of before it, as streaming writers do. */
  readonly dataDescriptor?: boolean;
  /** Already compressed bytes, instead of compressing `data`. */
  readonly packed?: Uint8Array;
}

export interface ZipOptions {
  readonly comment?: string;
  /** Bytes in front of the zip. */
  readonly prefix?: Uint8Array;
  /** Adds a zip64 end record. */
  readonly zip64?: boolean;
  readonly declaredEntries?: number;
}

export function zip(parts: readonly ZipPart[], options: ZipOptions = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  const put = (bytes: Buffer): void => {
    body.push(bytes);
    position += bytes.length;
  };
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const data = Buffer.from(part.data as string);
    const method = part.method ?? (part.stored ? 0 : 8);
    const packed = Buffer.from(part.packed ?? (method === 8 ? deflateRawSync(data) : data));
    const flags = (part.flags ?? 0) | 0x800 | (part.dataDescriptor ? 8 : 0);
    const checksum = part.declaredChecksum ?? crc32(data);
    const size = part.declaredSize ?? data.length;
    const packedSize = part.declaredPackedSize ?? packed.length;
    const start = part.declaredPosition ?? position;

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    if (!part.dataDescriptor) {
      local.writeUInt32LE(checksum, 14);
      local.writeUInt32LE(packedSize, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(name.length, 26);
    put(local);
    put(name);
    put(packed);
    if (part.dataDescriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(checksum, 4);
      descriptor.writeUInt32LE(packedSize, 8);
      descriptor.writeUInt32LE(size, 12);
      put(descriptor);
    }

    const extra = part.zip64 ? Buffer.alloc(28) : Buffer.alloc(0);
    if (part.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packedSize), 12);
      extra.writeBigUInt64LE(BigInt(start), 20);
    }
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(20, 6);
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(method, 10);
    header.writeUInt32LE(checksum, 16);
    header.writeUInt32LE(part.zip64 ? 0xffffffff : packedSize, 20);
    header.writeUInt32LE(part.zip64 ? 0xffffffff : size, 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt16LE(extra.length, 30);
    header.writeUInt32LE(part.zip64 ? 0xffffffff : start, 42);
    directory.push(header, name, extra);
  }
  const directoryBytes = Buffer.concat(directory);
  const entries = options.declaredEntries ?? parts.length;
  return Buffer.concat([
    options.prefix ?? Buffer.alloc(0),
    ...body,
    directoryBytes,
    ...(options.zip64 ? zip64End(entries, directoryBytes.length, position) : []),
    end(entries, directoryBytes.length, position, options),
  ]);
}

function end(entries: number, length: number, position: number, options: ZipOptions): Buffer {
  const comment = Buffer.from(options.comment ?? '');
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(options.zip64 ? 0xffff : entries, 8);
  record.writeUInt16LE(options.zip64 ? 0xffff : entries, 10);
  record.writeUInt32LE(options.zip64 ? 0xffffffff : length, 12);
  record.writeUInt32LE(options.zip64 ? 0xffffffff : position, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, comment]);
}

function zip64End(entries: number, length: number, position: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(position), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(position + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
