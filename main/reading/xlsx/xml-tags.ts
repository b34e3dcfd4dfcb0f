/** Iterates the tags of a small XML part (workbook, relationships, styles). Sheets have a scanner of their own. */
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import { XmlNamespaces } from './xml-namespaces.ts';
import { decodeReferences } from './xml-text.ts';

class XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  /** Without its colon; '' where there is none. */
  readonly prefix: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** What stands between `<` and `>`. */
  readonly text: string;
  #attributes: ReadonlyMap<string, string> | undefined;

  constructor(text: string) {
    this.closing = text.startsWith('/');
    this.selfClosing = text.endsWith('/');
    const [, prefix, name] = /^\/?(?:([^\s/:]*):)?([^\s/:]+)/.exec(text) ?? [];
    this.name = name ?? '';
    this.prefix = prefix ?? '';
    this.text = text;
  }

  /** The attributes, by their names with prefix; parsed on demand, since most tags' are never needed. */
  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= readAttributes(this.closing ? '' : this.text);
    return this.#attributes;
  }
}

/** Every tag, without comments, processing instructions and CDATA. @throws FailureError `reading.hostileXml` for a DOCTYPE */
export function* xmlTags(xml: string): Generator<XmlTag, void, undefined> {
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (++tags > limits.smallPartTags) throw readingRefusal('reading.brokenWorkbook');
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml.startsWith('<!', at)) throw readingRefusal('reading.hostileXml');
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else {
      const end = tagEnd(xml, at + 1);
      yield new XmlTag(xml.slice(at + 1, end));
      at = end + 1;
    }
  }
}

/** A tag of a part's own kind, and what prefixes mean where it stands. */
export interface OwnTag {
  readonly tag: XmlTag;
  readonly namespaces: XmlNamespaces;
}

/** The tags of {@link xmlTags} without those of other namespaces, which are extensions. */
export function* ownTags(xml: string): Generator<OwnTag, void, undefined> {
  const namespaces = new XmlNamespaces();
  for (const tag of xmlTags(xml)) {
    if (!tag.closing) namespaces.enter(tag.text);
    if (namespaces.isOwn(tag.prefix)) yield { tag, namespaces };
    if (tag.closing || tag.selfClosing) namespaces.leave();
  }
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key, double, single] of text.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(key ?? '', decodeReferences(double ?? single ?? ''));
  }
  return attributes;
}

/** The position after `mark`; a part that ends before it was cut. */
function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw readingRefusal('reading.brokenWorkbook');
  return found + mark.length;
}

/** The `>` that ends the tag: not one inside an attribute's value. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const character = xml[at];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  throw readingRefusal('reading.brokenWorkbook');
}

/** The relationship that a tag names: its attribute `id` in the namespace of relationships, whatever the prefix (`r:id`, `rel:id`). */
export function relationshipId({ tag, namespaces }: OwnTag): string | undefined {
  let other: string | undefined;
  for (const [name, value] of tag.attributes) {
    const [prefix = '', local] = name.split(':');
    if (local !== 'id') continue;
    if (namespaces.address(prefix)?.endsWith('/relationships')) return value;
    other ??= value;
  }
  return other;
}

/** The two ways in which XML schemas write a boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
