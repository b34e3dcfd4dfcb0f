/** Decodes a markup file: its own declaration counts where its bytes do not contradict it. */
import { decodeText, type DecodedText } from '../csv/encoding.ts';

/** `encoding="…"` of XML, `charset=…` of a web page: both are near the beginning, in ASCII. */
const declaration = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]*?charset\s*=\s*["']?([\w.:-]+)/i;
const declarationBytes = 4096;

/** Valid UTF-8 and byte order marks count more than the declaration, which is often wrong. */
export function decodeMarkup(bytes: Buffer, wanted: string | undefined): DecodedText {
  const byBytes = decodeText(bytes, wanted);
  if (wanted !== undefined || byBytes.encoding.startsWith('utf-')) return byBytes;
  const [, ofXml, ofPage] = declaration.exec(bytes.toString('latin1', 0, declarationBytes)) ?? [];
  const declared = ofXml ?? ofPage;
  return declared === undefined || /^utf-?(?:8|16)/i.test(declared) || !isKnown(declared)
    ? byBytes
    : decodeText(bytes, declared);
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
