/** Keeps which styles of an OpenDocument spreadsheet strike their text through. (ODF 1.3 part 3, 16.2 and 20.382) */
import type { StartTag, XmlEventHandler } from '../markup/xml-events.ts';

type Family = 'table-cell' | 'text';

interface Style {
  readonly parent: string | undefined;
  /** Undefined: as its parent. */
  isStruck: boolean | undefined;
}

/** Styles are hardly ever derived so often; a ring of parents ends here, too. */
const mostParents = 16;

export class OdsStruckStyles implements XmlEventHandler {
  readonly wantsText = false;
  readonly #styles: Readonly<Record<Family, Map<string, Style>>> = { 'table-cell': new Map(), text: new Map() };
  #open: Style | undefined;

  start(tag: StartTag): void {
    if (tag.name === 'style:style') this.#startStyle(tag);
    else if (tag.name === 'style:text-properties' && this.#open) this.#open.isStruck ??= strikes(tag);
  }

  text(): void {
    // Styles hold no text.
  }

  end(name: string): void {
    if (name === 'style:style') this.#open = undefined;
  }

  /** Undefined where the style says nothing of it. */
  isStruck(family: Family, name: string | undefined): boolean | undefined {
    let style = this.#styles[family].get(name ?? '');
    for (let depth = 0; style && depth < mostParents; depth++) {
      if (style.isStruck !== undefined) return style.isStruck;
      style = this.#styles[family].get(style.parent ?? '');
    }
    return undefined;
  }

  #startStyle({ attributes }: StartTag): void {
    const family = attributes.get('style:family');
    this.#open = undefined;
    if (family !== 'table-cell' && family !== 'text') return;
    this.#open = { parent: attributes.get('style:parent-style-name'), isStruck: undefined };
    this.#styles[family].set(attributes.get('style:name') ?? '', this.#open);
  }
}

function strikes({ attributes }: StartTag): boolean | undefined {
  const lines = ['style', 'type'].flatMap((kind) => attributes.get(`style:text-line-through-${kind}`) ?? []);
  return lines.length === 0 ? undefined : lines.every((line) => line !== 'none');
}
