/** Makes of an OpenDocument file, or of the XML of Excel 2003, another one that means the same. */
import { encodeText } from '../encode-text.ts';
import { zip } from '../zip-writer.ts';
import type { Chance } from './chance.ts';
import { unzip } from './unzip.ts';
import { parseXml } from './xml-document.ts';
import { XmlWriter } from './xml-writing.ts';

/** Elements between whose children a space is a character. */
const mixed = new Set([
  'p',
  'span',
  'a',
  'h',
  's',
  'Data',
  'B',
  'I',
  'Font',
  'U',
  'Sup',
  'Sub',
  'binary-data',
  'script',
]);

export function rewriteXmlText(bytes: Uint8Array, chance: Chance, isFlat: boolean): Buffer {
  const document = parseXml(Buffer.from(bytes).toString('utf8'));
  const namespaces = [...document.prefixes.keys()];
  const encoding = isFlat ? chance.below(6) : 5;
  const writer = new XmlWriter(document, chance, {
    // Formulas and styles name prefixes in their values; the readers look at neither.
    free: namespaces,
    mixed,
    splitsTexts: encoding !== 3,
    spacesBetween: true,
  });
  const xml = writer.write(document);
  // Excel's own mark of such files; a flat OpenDocument file is told by its namespace.
  const head = /urn:schemas-microsoft-com:office:spreadsheet/.test(xml)
    ? chance.pick(['<?mso-application progid="Excel.Sheet"?>\n', ''])
    : '';
  const declared = (name: string): string => `<?xml version="1.0" encoding="${name}"?>\n${head}${xml}`;
  switch (encoding) {
    case 0:
      return encodeText(declared('UTF-16'), 'utf-16le', true);
    case 1:
      return encodeText(declared('UTF-16'), 'utf-16be', true);
    case 2:
      return encodeText(declared('utf-8'), 'utf-8', true);
    case 3:
      return encodeText(
        declared('windows-1251').replace(/[^\0-\x7fА-яЁё№«»]/gu, (one) => `&#${one.codePointAt(0)};`),
        'windows-1251',
        false,
      );
    default:
      return Buffer.from(declared('UTF-8'));
  }
}

export async function rewriteOds(bytes: Uint8Array, chance: Chance): Promise<Buffer> {
  const parts = [...(await unzip(bytes))].map(([name, data]) => ({
    name,
    data: name === 'content.xml' ? rewriteXmlText(data, chance, false) : data,
    stored: name === 'mimetype' || chance.is(0.3),
  }));
  const [first, ...others] = parts;
  // The kind of file stands first, unpacked.
  return zip(first === undefined ? [] : [first, ...(chance.is(0.5) ? chance.shuffled(others) : others)]);
}
