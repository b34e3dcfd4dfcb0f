/**
 * The Uzbek catalogue in Cyrillic: each message of the Latin one, respelled when it is first used. Values in {braces},
 * names of programs and formats, and what is typed as it stands (options, commands, headings of fields) stay as they are.
 */
import { cyrillicWord } from './cyrillic-word.ts';

/** Names that stay Latin, also with an Uzbek ending: «Excelда», «WMSдан». */
const names = [
  'Alt',
  'Apple',
  'CSV',
  'Ctrl',
  'DOCTYPE',
  'DOS',
  'Delete',
  'English',
  'Enter',
  'Esc',
  'Excel',
  'Google',
  'HTTP',
  'HTTPS',
  'ID',
  'Importer',
  'JSON',
  'Numbers',
  'Order',
  'PDF',
  'PEM',
  'PIN',
  'Shift',
  'Shopify',
  'Tab',
  'Telegram',
  'TLS',
  'URL',
  'UTC',
  'Uzbekistan',
  'WMS',
  'XML',
];

/** Words of the terminal and endings of file names: Latin where nothing is added to them. */
const typedWords = new Set(
  `add address all apart batches changes check choose create csv en export exportUnmapped forget go-on host html http https import importer join json
  jsonl leave leave-out ledger list lost-answer md merge month none ods off office on order other phone practice products
  ours profiles quantity read refill region report resume ru same save send servers settle settled shops show status take team template theirs together tsv upgrade
  uz uz-Cyrl value watch witness xls xlsb xlsx zip`.split(/\s+/u),
);

/** Spelled as a whole. */
const abbreviations: Readonly<Record<string, string>> = { 'F.I.Sh.': 'Ф.И.Ш.' };

/** Addresses, paths, options, names with digits or underscores, words with a capital inside: never Uzbek. */
const technical = [
  String.raw`(?:https?|postgres):\/\/[^\s»)]*`,
  String.raw`\]\([^)]*\)`, // where a picture or a link of the guide leads to
  String.raw`\(Toshkent (?:shahri|viloyati)\)`, // what the cell gets
  String.raw`«Sam-d» — Samarqand viloyati`,
  String.raw`order-importer(?: [a-z][a-z-]*)*`,
  String.raw`docs\/[\w./-]+`,
  String.raw`witness\.log`,
  String.raw`\/v\d[\w/]*`,
  String.raw`--[a-z][a-z-]*`,
  String.raw`-[a-z](?![a-zʻʼ])`,
  String.raw`x-mac-cyrillic`,
  String.raw`\w+_\w+`,
  String.raw`[A-Za-z]+-?\d+(?:-[a-z\d]+)*`,
  String.raw`[A-Za-z]*[a-z][A-Z][A-Za-z]*`,
];

const tokens = new RegExp(
  `(?<fixed>${Object.keys(abbreviations)
    .join('|')
    .replaceAll('.', String.raw`\.`)})|(?<kept>${technical.join('|')})|(?<word>[A-Za-zʻʼ]+(?:-[A-Za-zʻʼ]+)*)`,
  'gu',
);
const nameWithEnding = new RegExp(`^(${names.join('|')})([a-zʻʼ]*)$`, 'u');

function respelledPart(part: string): string {
  const [, name, ending = ''] = nameWithEnding.exec(part) ?? [];
  if (name !== undefined) return name + cyrillicWord(ending, false);
  // One capital is a column or a key; «U» is a word. No Uzbek word has w, or c but in ch.
  if (/^[A-TV-Z]$|w|c(?!h)/iu.test(part) && !/^u$/iu.test(part)) return part;
  return cyrillicWord(part);
}

function respelledText(text: string): string {
  return text.replaceAll(tokens, (...found) => {
    const { fixed, kept, word } = found.at(-1) as Readonly<Record<'fixed' | 'kept' | 'word', string | undefined>>;
    if (fixed !== undefined) return abbreviations[fixed] ?? fixed;
    if (word === undefined) return kept ?? '';
    if (typedWords.has(word)) return word;
    return word
      .split('-')
      .map((part) => (typedWords.has(part) ? part : respelledPart(part)))
      .join('-');
  });
}

/** Where the text that begins at `start` ends: at the next brace. */
function endOfText(message: string, start: number): number {
  const brace = message.slice(start).search(/[{}]/u);
  return brace < 0 ? message.length : start + brace;
}

/** A message's text, from `start` to the brace that closes it, or to the end; with where it ends. */
function respelledFrom(message: string, start: number): readonly [text: string, end: number] {
  let text = '';
  let at = start;
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') {
      const [value, end] = valueFrom(message, at);
      text += value;
      at = end;
    } else {
      const end = endOfText(message, at);
      text += respelledText(message.slice(at, end));
      at = end;
    }
  }
  return [text, at];
}

/** A value in braces: its name, kind and keywords as they are, the texts of its cases respelled. */
function valueFrom(message: string, start: number): readonly [text: string, end: number] {
  let text = '{';
  let at = start + 1;
  while (at < message.length && message[at] !== '}') {
    const brace = endOfText(message, at);
    text += message.slice(at, brace);
    at = brace;
    if (message[at] === '{') {
      const [inner, end] = respelledFrom(message, at + 1);
      text += `{${inner}}`;
      at = end + 1;
    }
  }
  return [`${text}}`, at + 1];
}

/** A message of the Latin catalogue, or a text of the guide, in Cyrillic. */
export function toCyrillic(message: string): string {
  return respelledFrom(message, 0)[0];
}
