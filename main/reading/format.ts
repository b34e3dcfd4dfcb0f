/** What a file is, by its content: its name may say anything. */
import type { ByteSource } from './byte-source.ts';
import { isCompoundFile, refuseCompoundFile } from './compound-file.ts';
import { refusal, type RefusalCode } from './refusal.ts';

const headBytes = 4096;

/** First bytes of the files that people drop by mistake. */
const refusedSignatures: readonly (readonly [code: RefusalCode, ...signatures: string[]])[] = [
  ['reading.pdf', '%PDF'],
  ['reading.archive', 'Rar!', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh', '\xfd7zXZ'],
  ['reading.image', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', '8BPS'],
  ['reading.shortcut', 'L\0\0\0\x01\x14\x02\0', '[InternetShortcut]', '[{000214A0'],
  ['reading.word', '{\\rtf'],
  ['reading.html', 'MIME-Version:'],
  ['reading.notSpreadsheet', 'MZ', '\x7fELF', 'SQLite format 3', 'ID3', 'OggS', 'wOFF', '!BDN'],
  // BIFF 2 to 4 begin without a compound file around them.
  ['reading.xls', '\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x08\x00', '\x09\x08\x10\x00'],
];

/** Tells a zip from a text; everything else is refused, each kind with its own words. */
export async function recogniseFormat(source: ByteSource): Promise<'zip' | 'text'> {
  // Excel's own mark beside an open workbook; it looks like nothing in particular.
  if (source.name.startsWith('~$') && source.size < 1024) throw refusal('reading.lockFile', { file: source.name.slice(2) });
  const head = await source.read(0, Math.min(source.size, headBytes));
  const latin = head.toString('latin1');
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return 'zip';
  // Cut in its first bytes, or the second half of a split archive.
  if (latin.startsWith('PK')) throw refusal('reading.incomplete');
  if (isCompoundFile(head)) throw await refuseCompoundFile(source, head);
  for (const [code, ...signatures] of refusedSignatures) {
    if (signatures.some((signature) => latin.startsWith(signature)) && !(code === 'reading.image' && isPlainText(latin))) throw refusal(code);
  }
  if (/^RIFF....WEBP/s.test(latin) || /^....ftyp(?:heic|heix|mif1|avif)/s.test(latin)) throw refusal('reading.image');
  if (/^(?:RIFF|....ftyp)/s.test(latin)) throw refusal('reading.notSpreadsheet');
  if (/^\0+$/.test(latin)) throw refusal('reading.zeros');
  refuseMarkup(head);
  return 'text';
}

/** «BM» also begins words. */
function isPlainText(latin: string): boolean {
  return !/[\0-\x08\x0e-\x1f]/.test(latin.slice(0, 64));
}

/** Texts that are no tables of values: web pages, XML, JSON. */
function refuseMarkup(head: Buffer): void {
  const text = (head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le') : head.toString('utf8')).replace(/^\ufeff/, '').trimStart();
  if (/^<\?xml|^<\w+[\s:>]/i.test(text)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) throw refusal('reading.xml2003');
    if (/<(?:html|table|head|body|meta|style|div)[\s>]/i.test(text)) throw refusal('reading.html');
    throw refusal('reading.notSpreadsheet');
  }
  if (/^<!doctype html|^<!--/i.test(text)) throw refusal('reading.html');
  if (/^\{\s*"[^"]+"\s*:/.test(text)) throw refusal(text.includes('docs.google.com') ? 'reading.googleShortcut' : 'reading.notSpreadsheet');
  if (/^\[\s*\{\s*"/.test(text)) throw refusal('reading.notSpreadsheet');
}
