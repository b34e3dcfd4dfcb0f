/** Recognises the format of a file by its content: its name may be wrong. */
import type { ByteSource } from './byte-source.ts';
import { isChatExport } from './chat/read-chat.ts';
import { isCompoundFile, recogniseCompoundFile } from './compound-file.ts';
import { readingRefusal, type ReadingRefusalCode } from './refusal.ts';
import { decodeReferences } from './xlsx/xml-text.ts';

const headBytes = 4096;

/** `fods`: an OpenDocument spreadsheet in one XML text; `chat`: a messenger's export. */
export type RecognisedFormat = 'zip' | 'text' | 'xls' | 'xml2003' | 'fods' | 'html' | 'chat';

/** First bytes of text formats that people drop by mistake. */
const textSignatures: readonly (readonly [code: ReadingRefusalCode, ...signatures: string[]])[] = [
  ['reading.pdf', '%PDF'],
  ['reading.shortcut', '[InternetShortcut]', '[{000214A0'],
  ['reading.word', '{\\rtf'],
  ['reading.html', 'MIME-Version:'],
];

/** First bytes of binary formats. Checked only where the content is no text: «MZ» and «BM» also begin words of a heading. */
const binarySignatures: readonly (readonly [code: ReadingRefusalCode, ...signatures: string[]])[] = [
  ['reading.archive', 'Rar!', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh', '\xfd7zXZ'],
  ['reading.image', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', '8BPS'],
  ['reading.shortcut', 'L\0\0\0\x01\x14\x02\0'],
  ['reading.notSpreadsheet', 'MZ', '\x7fELF', 'SQLite format 3', 'ID3', 'OggS', 'wOFF', '!BDN'],
];

/** BIFF 2 to 5 may begin without a compound file around them. */
const bareWorkbooks = [
  '\x09\x00\x04\x00',
  '\x09\x00\x06\x00',
  '\x09\x02\x06\x00',
  '\x09\x04\x06\x00',
  '\x09\x08\x08\x00',
  '\x09\x08\x10\x00',
];

/** Names that browsers give to what they are still downloading. */
const downloading = /\.(?:crdownload|part|partial|opdownload|download)$/i;
/** LibreOffice's lock file beside an open file. */
const officeLock = /^\.~lock\.(.+)#$/;

/** Recognises the format. @throws FailureError `reading.…`, a code for each kind of file that is no spreadsheet */
export async function recogniseFormat(source: ByteSource): Promise<RecognisedFormat> {
  refuseName(source);
  const head = await source.read(0, Math.min(source.size, headBytes));
  const latin = head.toString('latin1');
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return 'zip';
  if (isCompoundFile(head)) return recogniseCompoundFile(source, head);
  if (bareWorkbooks.some((signature) => latin.startsWith(signature))) return 'xls';
  refuseSignature(latin, textSignatures);
  if (!isPlainText(latin)) refuseBinary(latin);
  return recogniseText(head);
}

/** Refuses, by name and size, unfinished downloads and lock files, whose content tells nothing. */
function refuseName({ name, size }: ByteSource): void {
  if (downloading.test(name)) throw readingRefusal('reading.downloading');
  const [, locked] = officeLock.exec(name) ?? [];
  if (locked !== undefined && size < 1024) throw readingRefusal('reading.lockFile', { file: locked });
  // Excel's own lock file beside an open workbook; its content has no signature.
  if (name.startsWith('~$') && size < 1024) throw readingRefusal('reading.lockFile', { file: name.slice(2) });
}

function refuseBinary(latin: string): void {
  // Cut in its first bytes, or the second half of a split archive.
  if (latin.startsWith('PK')) throw readingRefusal('reading.incomplete');
  refuseSignature(latin, binarySignatures);
  if (/^RIFF....WEBP/s.test(latin) || /^....ftyp(?:heic|heix|mif1|avif)/s.test(latin))
    throw readingRefusal('reading.image');
  if (/^(?:RIFF|....ftyp)/s.test(latin)) throw readingRefusal('reading.notSpreadsheet');
  if (/^\0+$/.test(latin)) throw readingRefusal('reading.zeros');
}

function refuseSignature(latin: string, list: typeof textSignatures): void {
  for (const [code, ...signatures] of list) {
    if (signatures.some((signature) => latin.startsWith(signature))) throw readingRefusal(code);
  }
}

function isPlainText(latin: string): boolean {
  return !/[\0-\x08\x0e-\x1f]/.test(latin.slice(0, 64));
}

/** Distinguishes markup from a table of values. */
function recogniseText(head: Buffer): RecognisedFormat {
  const text = decodeHead(head)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (isChatExport(text)) return 'chat';
  if (/^<\?xml|^<\w+[\s:>]/i.test(text)) {
    const named = decodeReferences(text);
    if (named.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003';
    if (named.includes('urn:oasis:names:tc:opendocument:xmlns:office')) return 'fods';
    if (/<(?:html|table|head|body|meta|style|div)[\s>]/i.test(text)) return 'html';
    throw readingRefusal('reading.notSpreadsheet');
  }
  if (/^<!doctype html|^<!--/i.test(text)) return 'html';
  if (/^\{\s*"[^"]+"\s*:/.test(text))
    throw readingRefusal(text.includes('docs.google.com') ? 'reading.googleShortcut' : 'reading.notSpreadsheet');
  if (/^\[\s*\{\s*"/.test(text)) throw readingRefusal('reading.notSpreadsheet');
  return 'text';
}

function decodeHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return head.toString('utf8');
}
