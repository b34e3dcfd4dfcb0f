/** Decodes line ends, references and Excel's escapes in the text of an XML part. */

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Normalises ends of line as XML does, and decodes the five named references and the numeric ones. Any other `&` stays as
 * it is written (a part with a DOCTYPE, which could define more, is never read).
 */
export function decodeReferences(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(
    /&(?:#x0*([0-9a-fA-F]{1,6})|#0*([0-9]{1,7})|(lt|gt|amp|quot|apos));/g,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? reference;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : reference;
    },
  );
}

/** Excel's own escapes inside texts: `_x000D_` is a carriage return, `_x005F_` an underscore. (ECMA-376 part 1, 22.9.2.19) */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
