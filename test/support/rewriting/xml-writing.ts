/** Writes an XML tree in any of the ways that mean the same: prefixes, quotes, order, spaces, references, CDATA, comments. */
import type { Chance } from './chance.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

export interface XmlWriting {
  /** Namespaces whose prefix may be another one; those of the others stay, for attributes name them in their values. */
  readonly free: readonly string[];
  /** Elements (local names) between whose children nothing may be put that a text reader would take for text. */
  readonly mixed: ReadonlySet<string>;
  /** Whether comments and CDATA may stand inside texts. */
  readonly splitsTexts: boolean;
  readonly spacesBetween: boolean;
}

const spaces = [' ', '  ', '\n', '\t', '\r\n  '];

export class XmlWriter {
  readonly #chance: Chance;
  readonly #how: XmlWriting;
  readonly #prefixes = new Map<string, string>();
  readonly #spaced: boolean;
  readonly #commented: boolean;
  readonly #references: boolean;

  constructor(document: XmlDocument, chance: Chance, how: XmlWriting) {
    this.#chance = chance;
    this.#how = how;
    this.#spaced = chance.is(0.5);
    this.#commented = chance.is(0.3);
    this.#references = chance.is(0.3);
    const taken = new Set(document.prefixes.values());
    for (const [namespace, prefix] of document.prefixes) {
      const other = chance.pick(['x', 'ss', 'ns0', 'a-b', 'm_1', 'ab']);
      const mayChange = how.free.includes(namespace) && !taken.has(other) && chance.is(0.6);
      this.#prefixes.set(namespace, mayChange ? other : prefix);
      if (mayChange) taken.add(other);
    }
  }

  write({ root }: XmlDocument): string {
    return this.#element(root, new Map(), true);
  }

  #space(): string {
    return this.#spaced && this.#chance.often() ? this.#chance.pick(spaces) : ' ';
  }

  #maybeSpace(): string {
    return this.#spaced && this.#chance.often() ? this.#chance.pick(spaces) : '';
  }

  /** What may stand between two elements. */
  #between(): string {
    let text = this.#how.spacesBetween && this.#spaced && this.#chance.often() ? this.#chance.pick(spaces) : '';
    if (this.#commented && this.#chance.is(this.#chance.share / 4))
      text += this.#chance.pick(['<!-- x -->', '<!-- </row><c r="A1"> -->', '<?pi <v>1</v>?>', '<!---->']);
    return text;
  }

  #element(one: XmlElement, bound: ReadonlyMap<string, string>, isRoot: boolean): string {
    const here = new Map(bound);
    const declared: string[] = [];
    const prefixOf = (namespace: string, isAttribute: boolean): string => {
      if (namespace.startsWith('?')) return `${namespace.slice(1)}:`;
      if (namespace === 'xml') return 'xml:';
      if (namespace === '') {
        if (!isAttribute && (here.get('') ?? '') !== '') declare('', '');
        return '';
      }
      let prefix = this.#prefixes.get(namespace) ?? 'q';
      // An attribute without a prefix has no namespace.
      if (isAttribute && prefix === '') prefix = 'own';
      if (here.get(prefix) !== namespace) declare(prefix, namespace);
      return prefix === '' ? '' : `${prefix}:`;
    };
    const declare = (prefix: string, namespace: string): void => {
      here.set(prefix, namespace);
      declared.push(`${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}${this.#value(namespace)}`);
    };
    const name = `${prefixOf(one.namespace, false)}${one.local}`;
    // Declared at the root, as usual, or where they are needed.
    if (isRoot && this.#chance.is(0.7))
      for (const [namespace, prefix] of this.#prefixes)
        if (here.get(prefix) !== namespace && !here.has(prefix)) declare(prefix, namespace);
    const attributes = this.#chance
      .shuffled(one.attributes)
      .map(({ namespace, local, value }) => `${prefixOf(namespace, true)}${local}${this.#value(value)}`);
    const inTag = (
      this.#chance.often() ? this.#chance.shuffled([...declared, ...attributes]) : [...declared, ...attributes]
    )
      .map((written) => this.#space() + written)
      .join('');
    if (one.children.length === 0)
      return this.#chance.is(0.5)
        ? `<${name}${inTag}${this.#maybeSpace()}/>`
        : `<${name}${inTag}${this.#maybeSpace()}></${name}${this.#maybeSpace()}>`;
    const isMixed = this.#how.mixed.has(one.local) || one.children.some((child) => child.kind === 'text');
    const inside = one.children.map((child) => {
      if (child.kind === 'text') return this.#text(child.text);
      return (isMixed ? '' : this.#between()) + this.#element(child, here, false);
    });
    return `<${name}${inTag}${this.#maybeSpace()}>${inside.join('')}${isMixed ? '' : this.#between()}</${name}${this.#maybeSpace()}>`;
  }

  #value(value: string): string {
    const quote = this.#chance.often() ? "'" : '"';
    let written = value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\t\n\r]/g, reference);
    written = quote === '"' ? written.replaceAll('"', '&quot;') : written.replaceAll("'", '&apos;');
    const equals = this.#spaced && this.#chance.is(0.2) ? this.#chance.pick([' = ', '= ', ' =']) : '=';
    return `${equals}${quote}${this.#referenced(written, value)}${quote}`;
  }

  #text(value: string): string {
    if (
      this.#how.splitsTexts &&
      this.#chance.is(this.#chance.share / 3) &&
      !value.includes('\r') &&
      !value.includes(']]>')
    )
      return `<![CDATA[${value}]]>`;
    if (this.#how.splitsTexts && this.#commented && this.#chance.is(this.#chance.share / 3)) {
      const at = this.#chance.below(value.length + 1);
      // Not between the halves of one character.
      if (!/^[\udc00-\udfff]/.test(value.slice(at)))
        return `${this.#plainText(value.slice(0, at))}<!-- x -->${this.#plainText(value.slice(at))}`;
    }
    return this.#plainText(value);
  }

  #plainText(value: string): string {
    const written = value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('\r', '&#13;')
      .replaceAll(']]>', ']]&gt;');
    const lines = this.#chance.is(0.2) ? written.replaceAll('\n', this.#chance.pick(['\r\n', '\r'])) : written;
    return this.#referenced(lines, value);
  }

  /** Some characters as references. */
  #referenced(written: string, value: string): string {
    if (!this.#references || !this.#chance.often() || value !== written) return written;
    return Array.from(value, (character) => (this.#chance.is(0.3) ? this.#reference(character) : character)).join('');
  }

  #reference(character: string): string {
    const code = character.codePointAt(0) ?? 0;
    return this.#chance.is(0.5) ? `&#x${code.toString(16).padStart(this.#chance.below(9), '0')};` : `&#${code};`;
  }
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
