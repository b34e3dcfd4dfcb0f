/** Finds tags and names in the bytes of UTF-8 XML, for the scanners. Functions return positions; -1 where the bytes end before. */
import { decodeReferences } from './xml-text.ts';

export const lessThan = 60;
export const greaterThan = 62;
export const slash = 47;
export const equals = 61;
export const doubleQuote = 34;
export const singleQuote = 39;
export const exclamation = 33;
export const questionMark = 63;
const colon = 58;

export const commentStart = Buffer.from('<!--');
export const commentEnd = Buffer.from('-->');
export const cdataStart = Buffer.from('<![CDATA[');
export const cdataEnd = Buffer.from(']]>');
export const instructionEnd = Buffer.from('?>');

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** Whether a name ends here: at a space, `/` or `>`. */
export function endsName(byte: number | undefined): boolean {
  return byte === greaterThan || byte === slash || isSpace(byte);
}

/** The `>` that ends the tag which begins before `from`, past any in quotes. */
export function findTagEnd(bytes: Buffer, from: number): number {
  const end = bytes.length;
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte === greaterThan) return at;
    if (byte === doubleQuote || byte === singleQuote) {
      at = bytes.indexOf(byte, at + 1);
      if (at < 0) return -1;
    }
    at++;
  }
  return -1;
}

/** The `>` of an end tag, which holds nothing but a name. For so few bytes a loop is faster than a native search. */
export function findEndTagEnd(bytes: Buffer, from: number): number {
  const end = bytes.length;
  let at = from;
  while (at < end && bytes[at] !== greaterThan) at++;
  return at < end ? at : -1;
}

/** Where the local name begins, in a tag whose name (with a prefix or not) begins at `from`. */
export function findLocalName(bytes: Buffer, from: number, tagEnd: number): number {
  let start = from;
  for (let at = from; at < tagEnd && !endsName(bytes[at]); at++) if (bytes[at] === colon) start = at + 1;
  return start;
}

export function findNameEnd(bytes: Buffer, from: number, tagEnd: number): number {
  let at = from;
  while (at < tagEnd && !endsName(bytes[at])) at++;
  return at;
}

/** Whether the bytes at `at` are those of `mark`; undefined where they end inside it. */
export function startsWith(bytes: Buffer, at: number, mark: Buffer): boolean | undefined {
  for (let index = 0; index < mark.length; index++) {
    if (at + index >= bytes.length) return undefined;
    if (bytes[at + index] !== mark[index]) return false;
  }
  return true;
}

/** The attributes of a tag, by name with prefix: for the few tags of a sheet that are no row and no cell. */
export function readAttributes(bytes: Buffer, from: number, tagEnd: number): Map<string, string> {
  const attributes = new Map<string, string>();
  const text = bytes.toString('latin1', from, tagEnd);
  for (const [, name, double, single] of text.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(name ?? '', decodeReferences(double ?? single ?? ''));
  return attributes;
}
