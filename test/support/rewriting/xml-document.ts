/** XML as a tree, with the namespaces of its names: what the rewriter changes. A plain reader of its own, for files that are well-formed. */

export interface XmlName {
  /** '' where it has none. */
  readonly namespace: string;
  readonly local: string;
}

export interface XmlAttribute extends XmlName {
  value: string;
}

export interface XmlElement extends XmlName {
  readonly kind: 'element';
  attributes: XmlAttribute[];
  children: XmlNode[];
}

export interface XmlText {
  readonly kind: 'text';
  text: string;
}

export type XmlNode = XmlElement | XmlText;

export interface XmlDocument {
  readonly root: XmlElement;
  /** Prefixes as the file has them, by namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : (named[name] ?? whole),
  );
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n');

export function element(
  name: XmlName,
  attributes: readonly XmlAttribute[] = [],
  children: readonly XmlNode[] = [],
): XmlElement {
  return {
    kind: 'element',
    namespace: name.namespace,
    local: name.local,
    attributes: [...attributes],
    children: [...children],
  };
}

export const text = (value: string): XmlText => ({ kind: 'text', text: value });

export function parseXml(source: string): XmlDocument {
  const prefixes = new Map<string, string>();
  const open: { readonly element: XmlElement; readonly bound: ReadonlyMap<string, string> }[] = [];
  let root: XmlElement | undefined;
  const put = (value: string): void => {
    const parent = open.at(-1)?.element;
    const last = parent?.children.at(-1);
    if (last?.kind === 'text') last.text += value;
    else if (value !== '') parent?.children.push(text(value));
  };
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g;
  for (const [whole, cdata, tag, characters] of source.replace(/^\ufeff/, '').matchAll(token)) {
    if (cdata !== undefined) put(lines(cdata));
    else if (characters !== undefined) put(decoded(lines(characters)));
    else if (whole.startsWith('</')) open.pop();
    else if (tag !== undefined) {
      const isEmpty = tag.endsWith('/');
      const written = [...tag.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, name = '', double, single]) => ({
          name,
          value: decoded((double ?? single ?? '').replace(/[\t\n\r]/g, ' ')),
        }),
      );
      const bound = new Map(open.at(-1)?.bound ?? [['xml', 'xml']]);
      for (const { name, value } of written)
        if (name === 'xmlns' || name.startsWith('xmlns:')) {
          bound.set(name.slice(6), value);
          if (!prefixes.has(value)) prefixes.set(value, name.slice(6));
        }
      const nameOf = (name: string, isAttribute: boolean): XmlName => {
        const [first = '', second] = name.split(':');
        if (second === undefined) return { namespace: isAttribute ? '' : (bound.get('') ?? ''), local: first };
        // A prefix that is nowhere declared stands for itself.
        return { namespace: bound.get(first) ?? `?${first}`, local: second };
      };
      const made = element(
        nameOf(/^[^\s/]+/.exec(tag)?.[0] ?? '', false),
        written
          .filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
          .map(({ name, value }) => ({ ...nameOf(name, true), value })),
      );
      open.at(-1)?.element.children.push(made);
      root ??= made;
      if (!isEmpty) open.push({ element: made, bound });
    }
  }
  if (root === undefined) throw new RangeError('no XML');
  return { root, prefixes };
}

/** The element and all below it, as it stands before what is visited is changed. */
export function walk(from: XmlElement, visit: (one: XmlElement) => void): void {
  visit(from);
  for (const child of [...from.children]) if (child.kind === 'element') walk(child, visit);
}

export const elementsOf = (parent: XmlElement, local?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => child.kind === 'element' && (local === undefined || child.local === local),
  );

export const attributeOf = (one: XmlElement, local: string): string | undefined =>
  one.attributes.find((attribute) => attribute.local === local && attribute.namespace === '')?.value;

export function setAttribute(one: XmlElement, local: string, value: string | undefined): void {
  one.attributes = one.attributes.filter((attribute) => attribute.local !== local || attribute.namespace !== '');
  if (value !== undefined) one.attributes.push({ namespace: '', local, value });
}
