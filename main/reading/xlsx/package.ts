/**
 * Reads the parts of an Office package: a zip whose parts refer to one another by relationships. (ECMA-376 part 2)
 * Part names are compared without regard to case, and relationship types by their last word, which is the same in the
 * strict and the transitional form of the standard.
 */
import { readingRefusal } from '../refusal.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { inflate, inflateWhole, type UnpackContext } from '../zip/inflate.ts';
import { xmlTags } from './xml-tags.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `sharedStrings` … */
  readonly type: string;
  /** Full name of the part, without a leading slash. */
  readonly part: string;
}

export class OfficePackage {
  readonly unpacking: UnpackContext;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #twice = new Set<string>();

  constructor(unpacking: UnpackContext, entries: readonly ZipEntry[]) {
    this.unpacking = unpacking;
    for (const entry of entries) {
      const name = partKey(entry.name);
      if (this.#entries.has(name)) this.#twice.add(name);
      this.#entries.set(name, entry);
    }
  }

  find(part: string): ZipEntry | undefined {
    const name = partKey(part);
    // Two parts of one name are ambiguous: programs differ in which they take.
    if (this.#twice.has(name)) throw readingRefusal('reading.brokenWorkbook');
    return this.#entries.get(name);
  }

  /** Whether there is a worksheet, by its usual folder, that is none of these parts. */
  hasWorksheetBeside(parts: readonly string[]): boolean {
    const known = new Set(parts.map(partKey));
    return [...this.#entries.keys()].some((name) => /(?:^|\/)worksheets\/[^/]+\.xml$/.test(name) && !known.has(name));
  }

  /** A small part as text, or undefined where the package has none of that name. */
  async text(part: string): Promise<string | undefined> {
    const entry = this.find(part);
    return entry ? decodeXml(await inflateWhole(this.unpacking, entry)) : undefined;
  }

  /** A large part in pieces of UTF-8. */
  async *pieces(entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
    let decoder: ReturnType<typeof otherEncoding> | undefined;
    for await (const piece of inflate(this.unpacking, entry)) {
      if (decoder === undefined) decoder = otherEncoding(piece);
      yield decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece;
    }
    const rest = decoder?.decode();
    if (rest) yield Buffer.from(rest);
  }

  /** The relationships of a part; of the package itself for ''. */
  async relationships(part: string): Promise<Relationship[]> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const xml = await this.text(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    const found: Relationship[] = [];
    for (const tag of xml === undefined ? [] : xmlTags(xml)) {
      if (tag.name !== 'Relationship' || tag.closing || tag.attributes.get('TargetMode') === 'External') continue;
      found.push({
        id: tag.attributes.get('Id') ?? '',
        type: tag.attributes.get('Type')?.split('/').at(-1) ?? '',
        part: resolvePart(folder, tag.attributes.get('Target') ?? ''),
      });
    }
    return found;
  }
}

function partKey(part: string): string {
  return part.toLowerCase().replace(/^\/+/, '');
}

/** `../x/y.xml` from a folder, or `/x/y.xml` from the package's root. */
function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const part = steps.join('/');
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function decodeXml(bytes: Buffer): string {
  return (otherEncoding(bytes) ?? new TextDecoder('utf-8')).decode(bytes);
}

/**
 * A decoder for XML that is not UTF-8: by its byte order mark, its zero bytes, or its declaration. What can be read as ASCII is
 * no UTF-16, whatever it declares: writers declare the encoding of the text that they had in memory.
 */
function otherEncoding(start: Buffer): InstanceType<typeof TextDecoder> | null {
  const first = start.length > 1 ? start.readUInt16BE(0) : 0;
  if (first === 0xfffe || first === 0x3c00) return new TextDecoder('utf-16le');
  if (first === 0xfeff || first === 0x003c) return new TextDecoder('utf-16be');
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start.toString('latin1', 0, 200))?.[1];
  if (declared === undefined || /^(?:utf-?(?:8|16)(?:le|be)?|ucs-?2|us-ascii)$/i.test(declared)) return null;
  try {
    return new TextDecoder(declared);
  } catch {
    throw readingRefusal('reading.brokenWorkbook');
  }
}
