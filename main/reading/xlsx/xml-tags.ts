/** The tags of a small XML part (workbook, relationships, styles), one after the other. Sheets have a scanner of their own. */
import { refusal } from '../refusal.ts';
import { decodeReferences } from './xml-text.ts';

export interface XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** The attributes, by their names with prefix. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Walks through every tag; comments, processing instructions and CDATA are passed over, a DOCTYPE refuses the file. */
export function* xmlTags(xml: string): Generator<XmlTag, void, undefined> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at + 9);
    else if (xml.startsWith('<!', at)) throw refusal('reading.hostileXml');
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else {
      const end = tagEnd(xml, at + 1);
      yield readTag(xml.slice(at + 1, end));
      at = end + 1;
    }
  }
}

function readTag(text: string): XmlTag {
  const closing = text.startsWith('/');
  const selfClosing = text.endsWith('/');
  const name = /^\/?(?:[^\s/:]*:)?([^\s/:]+)/.exec(text)?.[1] ?? '';
  const attributes = new Map<string, string>();
  if (!closing) {
    for (const [, key, double, single] of text.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes.set(key ?? '', decodeReferences(double ?? single ?? ''));
    }
  }
  return { name, closing, selfClosing, attributes };
}

/** The position after `mark`; a part that ends before it was cut. */
function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw refusal('reading.brokenWorkbook');
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
  throw refusal('reading.brokenWorkbook');
}

/** An attribute by its local name, in whatever namespace prefix, but with one: `r:id`, `rel:id`. */
export function prefixedAttribute(tag: XmlTag, localName: string): string | undefined {
  for (const [name, value] of tag.attributes) if (name.endsWith(`:${localName}`)) return value;
  return undefined;
}

/** The two ways in which XML schemas write a boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
