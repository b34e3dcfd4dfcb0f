/** Scans a web page as browsers do: tags and texts, in their order. (HTML Living Standard, 13.2.5) */

export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** The characters between the name and the `>`. */
  readonly rest: string;
}

/** Elements whose content is no markup. */
const rawElements = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'noscript']);

/**
 * Calls `onTag` and `onText` (references not decoded) in the order of the page; `onNote` with the content of every comment.
 * Yields the position before each piece of markup, so that the caller can pause.
 */
export function* scanHtml(
  page: string,
  onTag: (tag: HtmlTag) => void,
  onText: (text: string) => void,
  onNote: (comment: string) => void,
): Generator<number, void, undefined> {
  let at = 0;
  while (at < page.length) {
    yield at;
    const found = nextMarkup(page, at);
    if (found > at) onText(page.slice(at, found));
    if (found >= page.length) return;
    if (page.startsWith('<!--', found)) {
      const end = page.indexOf('-->', found + 4);
      onNote(page.slice(found + 4, end < 0 ? page.length : end));
      at = end < 0 ? page.length : end + 3;
      continue;
    }
    const end = tagEnd(page, found + 1);
    const tag = readTag(page.slice(found + 1, end));
    if (tag) onTag(tag);
    at = end + 1;
    if (tag && !tag.closing && rawElements.has(tag.name)) at = endOfRaw(page, tag.name, at);
  }
}

/** The next `<` that begins markup: a `<` before anything but a letter, `/`, `!` or `?` is a character. */
function nextMarkup(page: string, from: number): number {
  for (let at = page.indexOf('<', from); at >= 0; at = page.indexOf('<', at + 1)) {
    if (/[a-zA-Z/!?]/.test(page[at + 1] ?? '')) return at;
  }
  return page.length;
}

/** Position of the `>` that ends the tag; an attribute's value in quotes may hold others. */
function tagEnd(page: string, from: number): number {
  let quote = '';
  for (let at = from; at < page.length; at++) {
    const character = page[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    // Only a quote after `=` begins a value: a lone one is a mistake of the writer.
    else if ((character === '"' || character === "'") && /=\s*$/.test(page.slice(Math.max(from, at - 4), at)))
      quote = character;
  }
  return page.length;
}

function readTag(text: string): HtmlTag | undefined {
  const parts = /^(\/?)([a-zA-Z][^\s/>]*)([\s\S]*)$/.exec(text);
  if (!parts) return undefined;
  const [, slash, name = '', rest = ''] = parts;
  return { name: name.toLowerCase(), closing: slash === '/', rest };
}

function endOfRaw(page: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[\\s/>]`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(page)?.index ?? page.length;
}

/** An attribute of a tag by its name in lower case; '' where it has no value, undefined where it is not there. */
export function attributeOf(tag: HtmlTag, name: string): string | undefined {
  if (tag.rest === '') return undefined;
  for (const [, key = '', double, single, bare] of tag.rest.matchAll(
    /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g,
  )) {
    if (key.toLowerCase() === name) return double ?? single ?? bare ?? '';
  }
  return undefined;
}
