/** Iterates the tags of a small XML part (workbook, relationships, styles). Sheets have a scanner of their own. */
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import { decodeReferences } from './xml-text.ts';

class XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly #text: string;
  #attributes: ReadonlyMap<string, string> | undefined;

  /** `text`: what is between `<` and `>`. */
  constructor(text: string) {
    this.closing = text.startsWith('/');
    this.selfClosing = text.endsWith('/');
    this.name = /^\/?(?:[^\s/:]*:)?([^\s/:]+)/.exec(text)?.[1] ?? '';
    this.#text = text;
  }

  /** The attributes, by their names with prefix; parsed on demand, since most tags' are never needed. */
  get attributes(): ReadonlyMap<string, string> {
    this.#attributes ??= readAttributes(this.closing ? '' : this.#text);
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

/** An attribute by its local name, with any namespace prefix: `r:id`, `rel:id`. */
export function prefixedAttribute(tag: XmlTag, localName: string): string | undefined {
  for (const [name, value] of tag.attributes) if (name.endsWith(`:${localName}`)) return value;
  return undefined;
}

/** The two ways in which XML schemas write a boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
