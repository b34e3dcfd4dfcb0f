/** Parses an XML text piece by piece into events: start tags, texts and end tags, in their order. */
import { limits } from '../../limits.ts';
import { readingRefusal } from '../../refusal.ts';
import { decodeReferences } from '../../xlsx/xml-text.ts';

/** A start tag. Names are written with the prefixes that the format's own documents use, whatever the file's are. */
export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface XmlEventHandler {
  /** A tag without content is followed by its {@link end}. */
  start(tag: StartTag): void;
  end(name: string): void;
  /** Called with the characters between two tags, references decoded; only while {@link wantsText}. */
  text(text: string): void;
  readonly wantsText: boolean;
}

/** Start tags kept parsed: tags of cells repeat. */
const keptTags = 2000;

/** What prefixes mean inside the element at this depth. */
interface Scope {
  readonly depth: number;
  /** The file's prefixes that differ from the usual ones. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly tags: Map<string, StartTag>;
}

export class XmlEventParser {
  readonly #listener: XmlEventHandler;
  /** Usual prefix by namespace address. */
  readonly #usual: Readonly<Record<string, string>>;
  readonly #open: string[] = [];
  readonly #scopes: Scope[] = [];
  #scope: Scope = { depth: 0, prefixes: new Map(), tags: new Map() };
  #rest = '';
  #isClosed = false;

  /** @param usual the prefix under which `listener` knows the names of a namespace, by the namespace's address */
  constructor(listener: XmlEventHandler, usual: Readonly<Record<string, string>>) {
    this.#listener = listener;
    this.#usual = usual;
  }

  /** @throws FailureError `reading.hostileXml`; `reading.brokenWorkbook` where the text is no XML */
  write(piece: string): void {
    const xml = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = xml.indexOf('<', at);
      const end = tag < 0 ? -1 : markupEnd(xml, tag);
      if (end < 0) break;
      if (tag > at) this.#text(xml.slice(at, tag));
      this.#markup(xml, tag, end);
      at = end;
    }
    this.#rest = xml.slice(at);
    if (this.#rest.length > limits.xmlPieceBytes) throw readingRefusal('reading.brokenWorkbook');
  }

  /** Every tag must have been closed: a text that ends before was cut. @throws FailureError `reading.brokenWorkbook` */
  end(): void {
    if (!this.#isClosed || this.#rest.trim() !== '') throw readingRefusal('reading.brokenWorkbook');
  }

  #text(text: string): void {
    if (this.#listener.wantsText) this.#listener.text(decodeReferences(text));
  }

  #markup(xml: string, from: number, to: number): void {
    const second = xml[from + 1];
    if (second === '!') {
      if (xml.startsWith('<![CDATA[', from)) {
        if (this.#listener.wantsText) this.#listener.text(xml.slice(from + 9, to - 3));
      } else if (!xml.startsWith('<!--', from)) throw readingRefusal('reading.hostileXml');
    } else if (second === '/') this.#close(this.#nameOf(xml.slice(from + 2, to - 1).trimEnd()));
    else if (second !== '?') this.#start(xml, from, to);
  }

  #start(xml: string, from: number, to: number): void {
    const isEmpty = xml[to - 2] === '/';
    const tag = this.#tagOf(xml.slice(from + 1, isEmpty ? to - 2 : to - 1));
    if (this.#isClosed) throw readingRefusal('reading.brokenWorkbook');
    this.#open.push(tag.name);
    this.#listener.start(tag);
    if (isEmpty) this.#close(tag.name);
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw readingRefusal('reading.brokenWorkbook');
    this.#listener.end(name);
    if (this.#open.length < this.#scope.depth) this.#scope = this.#scopes.pop() ?? this.#scope;
    this.#isClosed = this.#open.length === 0;
  }

  #tagOf(text: string): StartTag {
    const known = this.#scope.tags.get(text);
    if (known) return known;
    if (text.includes('xmlns')) this.#openScope(text);
    const attributes = new Map<string, string>();
    for (const [, name, double, single] of text.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes.set(this.#nameOf(name ?? ''), decodeReferences(double ?? single ?? ''));
    }
    const tag = { name: this.#nameOf(/^[^\s]*/.exec(text)?.[0] ?? ''), attributes };
    if (text.includes('xmlns')) return tag;
    if (this.#scope.tags.size >= keptTags) this.#scope.tags.clear();
    this.#scope.tags.set(text, tag);
    return tag;
  }

  #openScope(text: string): void {
    const prefixes = new Map(this.#scope.prefixes);
    for (const [, prefix = '', double, single] of text.matchAll(
      /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      const usual = this.#usual[decodeReferences(double ?? single ?? '')];
      if (usual === undefined) prefixes.delete(prefix);
      else prefixes.set(prefix, usual);
    }
    this.#scopes.push(this.#scope);
    this.#scope = { depth: this.#open.length + 1, prefixes, tags: new Map() };
  }

  /** Strictly an attribute without a prefix has no namespace; writers who leave its prefix out mean the tag's. */
  #nameOf(written: string): string {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const usual = this.#scope.prefixes.get(prefix);
    return usual === undefined || usual === prefix ? written : `${usual}:${written.slice(colon + 1)}`;
  }
}

/** The position after the markup that begins at `from`; -1 where it goes on in the next piece. */
function markupEnd(xml: string, from: number): number {
  if (xml.startsWith('<!--', from)) return after(xml, '-->', from + 4);
  if (xml.startsWith('<![CDATA[', from)) return after(xml, ']]>', from + 9);
  if (xml.startsWith('<?', from)) return after(xml, '?>', from + 2);
  // The first letters of the three above may stand in the next piece.
  if (xml[from + 1] === '!' && xml.length - from < 9) return -1;
  for (let end = xml.indexOf('>', from); end >= 0; end = xml.indexOf('>', end + 1)) {
    if (!endsInsideQuotes(xml, from, end)) return end + 1;
  }
  return -1;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A `>` may stand in an attribute's value. */
function endsInsideQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code;
    } else if (code === quote) quote = 0;
  }
  return quote !== 0;
}
