/** Encodes text in the encodings that files come in: the reverse of TextDecoder, which Node has for UTF-8 only. */
export function encodeText(text: string, encoding: string, mark: boolean): Buffer {
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  const table = oneByteTable(encoding);
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = table.get(character);
      if (byte === undefined) throw new RangeError(`${character} is not in ${encoding}`);
      return byte;
    }),
  );
}

function oneByteTable(encoding: string): Map<string, number> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  // Some versions of Node decode the bytes 80 to 9F of windows-1252 to U+0080 to U+009F.
  const decoded = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return new Map(Array.from(decoded, (character, byte) => [character, byte]));
}

function windows1252(bytes: Uint8Array): string {
  const signs: Readonly<Record<number, string>> = {
    0x80: '€',
    0x91: '‘',
    0x92: '’',
    0x93: '“',
    0x94: '”',
    0x96: '–',
    0x97: '—',
  };
  return Array.from(bytes, (byte) => signs[byte] ?? String.fromCharCode(byte)).join('');
}
