/**
 * What the prefixes of an XML part mean at the place that is read. Programs extend workbooks by elements of namespaces of their
 * own, some of which have the local names of real ones: `x15:workbookPr` beside `workbookPr`.
 */
import { decodeReferences } from './xml-text.ts';

/** Of SpreadsheetML, in the transitional and the strict form of the standard. (ECMA-376 part 1, annex A) */
const spreadsheetNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

interface OuterScope {
  readonly depth: number;
  readonly bound: ReadonlyMap<string, string>;
}

/** Follows the elements of a part that are entered and left. */
export class XmlNamespaces {
  #depth = 0;
  #bound: ReadonlyMap<string, string> = new Map();
  readonly #outer: OuterScope[] = [];
  /** The namespace of the outermost element. */
  #own: string | undefined;
  #hasRoot = false;

  /** `tag`: what stands between `<` and `>` of a start tag; only declarations in it are looked at. */
  enter(tag: string): void {
    this.#depth++;
    if (tag.includes('xmlns')) {
      this.#outer.push({ depth: this.#depth, bound: this.#bound });
      this.#bound = this.#boundWith(tag);
    }
    if (this.#hasRoot) return;
    this.#hasRoot = true;
    this.#own = this.#bound.get(prefixOf(tag));
  }

  leave(): void {
    if (this.#outer.at(-1)?.depth === this.#depth) this.#bound = this.#outer.pop()?.bound ?? this.#bound;
    this.#depth--;
  }

  /** The address that a prefix stands for here. */
  address(prefix: string): string | undefined {
    return this.#bound.get(prefix);
  }

  /**
   * Whether an element of this prefix is of the part's own kind, and no extension. Prefixes that are nowhere declared, and parts
   * that declare nothing, are taken as they stand. `tag`: its start tag, where it may declare its own prefix.
   */
  isOwn(prefix: string, tag = ''): boolean {
    const bound = tag.includes('xmlns') ? this.#boundWith(tag) : this.#bound;
    const address = bound.get(prefix);
    return (
      address === undefined || this.#own === undefined || address === this.#own || spreadsheetNamespaces.has(address)
    );
  }

  #boundWith(tag: string): ReadonlyMap<string, string> {
    const bound = new Map(this.#bound);
    for (const [, prefix = '', double, single] of tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      bound.set(prefix, decodeReferences(double ?? single ?? ''));
    return bound;
  }
}

function prefixOf(tag: string): string {
  return /^([^\s/:>]*):/.exec(tag)?.[1] ?? '';
}
