/** Recognises what a compound file (OLE) holds: an old workbook or document, or an encrypted new one. ([MS-CFB]) */
import type { ByteSource } from './byte-source.ts';
import { readingRefusal } from './refusal.ts';

const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const headerBytes = 512;
/** Bytes of the directory that are read: the names that tell what the file is come first. */
const directoryBytes = 64 * 1024;
const entryBytes = 128;

export function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}

/** Recognises an old workbook. @throws FailureError `reading.…`, a code for each other kind of content */
export async function recogniseCompoundFile(source: ByteSource, head: Buffer): Promise<'xls'> {
  if (head.length < headerBytes) throw readingRefusal('reading.incomplete');
  const names = await streamNames(source, head);
  if (names.has('EncryptedPackage')) throw readingRefusal('reading.passwordProtected');
  if (names.has('Workbook') || names.has('Book')) return 'xls';
  throw readingRefusal(
    names.has('WordDocument') || names.has('PowerPoint Document') ? 'reading.word' : 'reading.notSpreadsheet',
  );
}

async function streamNames(source: ByteSource, head: Buffer): Promise<Set<string>> {
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 16);
  const start = (head.readUInt32LE(48) + 1) * sectorBytes;
  const names = new Set<string>();
  if (start >= source.size) throw readingRefusal('reading.incomplete');
  const directory = await source.read(start, Math.min(directoryBytes, source.size - start));
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64);
    if (nameBytes >= 2) names.add(directory.toString('utf16le', at, at + nameBytes - 2));
  }
  return names;
}
