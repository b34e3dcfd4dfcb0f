/** Makes of a web page another one that shows the same: tag soup, entities, quotes, elements of look. */
import type { Chance } from './chance.ts';
import { encodeText } from '../encode-text.ts';

const optionalEnds = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'p', 'li']);
const entities: Readonly<Record<string, string>> = {
  '\u00a0': '&nbsp;',
  '«': '&laquo;',
  '»': '&raquo;',
  '—': '&mdash;',
  '№': '&numero;',
};

/** @param writesNamed whether letters may be written as entities with names */
export function rewriteHtml(bytes: Uint8Array, chance: Chance): Buffer {
  const page = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const leavesEndsOut = chance.is(0.4);
  const changesCase = chance.is(0.5);
  let isRaw = false;
  let isInCell = false;
  const token =
    /<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<\?[\s\S]*?>|<(\/?)([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)|</gi;
  let written = '';
  for (const [whole, end, name, rest = '', characters] of page.matchAll(token)) {
    if (characters !== undefined) {
      written += isRaw ? characters : isInCell ? textOf(characters, chance) : characters;
      continue;
    }
    if (name === undefined) {
      written += whole;
      continue;
    }
    const local = name.toLowerCase();
    if (['script', 'style', 'title', 'xml'].includes(local)) isRaw = end === '';
    if (local === 'td' || local === 'th') isInCell = end === '';
    if (end === '/' && optionalEnds.has(local) && leavesEndsOut && chance.often()) continue;
    const shown = changesCase && chance.often() ? name.toUpperCase() : name;
    const before = isRaw || isInCell ? '' : chance.often() ? chance.pick(['\n', '  ', '<!-- <td>9</td> -->', '']) : '';
    written += `${before}<${end ?? ''}${shown}${end === '/' ? '' : attributesOf(rest, chance)}${chance.is(0.1) ? ' ' : ''}>`;
  }
  const isMarked = chance.is(0.3);
  const encoding = chance.pick(['utf-8', 'utf-8', 'utf-16le', 'windows-1251']);
  if (encoding === 'windows-1251')
    return encodeText(
      written
        .replace(/charset\s*=\s*["']?[\w-]+/gi, (declared) => declared.replace(/[\w-]+$/, 'windows-1251'))
        .replace(/[^\0-\x7fА-яЁё№«»\u00a0]/gu, (one) => `&#${one.codePointAt(0)};`),
      'windows-1251',
      false,
    );
  return encodeText(written, encoding, isMarked || encoding !== 'utf-8');
}

function attributesOf(rest: string, chance: Chance): string {
  return rest.replace(
    /(\s+)([^\s=/"'>]+)=(?:"([^"]*)"|'([^']*)')/g,
    (_, space: string, name: string, double?: string, single?: string) => {
      const value = double ?? single ?? '';
      const shown = chance.often() ? name.toUpperCase() : name;
      if (/^[\w.]+$/.test(value) && chance.often()) return `${space}${shown}=${value}`;
      const quote = value.includes('"') ? "'" : value.includes("'") ? '"' : chance.pick(['"', "'"]);
      return `${chance.pick([space, ' ', '\n'])}${shown}=${quote}${value}${quote}`;
    },
  );
}

/** Letters as references; what is one already stays. */
function textOf(characters: string, chance: Chance): string {
  let text = characters;
  if (chance.is(0.3))
    text = text.replace(/&[^;\s]+;|[^\s&]/gu, (one) =>
      one.length > 2 || !chance.often() ? one : (entities[one] ?? referenceTo(one, chance)),
    );
  if (chance.is(chance.share / 4) && text.trim() !== '')
    text = chance.pick([
      `<b>${text}</b>`,
      `<font color=red>${text}</font>`,
      `<span style='x:y'>${text}</span>`,
      `${text}<!-- x -->`,
    ]);
  return text;
}

function referenceTo(one: string, chance: Chance): string {
  const code = one.codePointAt(0) ?? 0;
  return chance.is(0.5) ? `&#${code};` : `&#x${code.toString(16)};`;
}
