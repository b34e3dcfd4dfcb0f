/** Makes of a workbook another one that means the same, by chance: in its XML, its strings, its styles, its package. */
import { columnFromLetters, columnLetters } from '../../../shared/domain/table/table.ts';
import { encodeText } from '../encode-text.ts';
import { zip, type ZipPart } from '../zip-writer.ts';
import type { Chance } from './chance.ts';
import { unzip } from './unzip.ts';
import {
  attributeOf,
  element,
  elementsOf,
  parseXml,
  setAttribute,
  text,
  walk,
  type XmlDocument,
  type XmlElement,
  type XmlName,
} from './xml-document.ts';
import { XmlWriter } from './xml-writing.ts';

const relationshipNamespaces = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
const mainNamespaces = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const extension: XmlName = { namespace: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main', local: '' };
const extended = (local: string): XmlName => ({ namespace: extension.namespace, local });
const attribute = (local: string, value: string) => ({ namespace: '', local, value });

interface Parts {
  readonly workbook: XmlDocument | undefined;
  readonly styles: XmlDocument | undefined;
  readonly strings: XmlDocument | undefined;
  readonly sheets: readonly XmlDocument[];
  readonly relationships: readonly XmlDocument[];
}

export async function rewriteXlsx(bytes: Uint8Array, chance: Chance): Promise<Buffer> {
  const files = await unzip(bytes);
  const documents = new Map<string, XmlDocument>();
  for (const [name, data] of files)
    if (/\.(?:xml|rels)$/i.test(name)) documents.set(name, parseXml(data.toString('utf8')));
  const matching = (pattern: RegExp): XmlDocument[] =>
    [...documents].filter(([name]) => pattern.test(name)).map(([, document]) => document);
  const parts: Parts = {
    workbook: matching(/^xl\/workbook\.xml$/i)[0],
    styles: matching(/^xl\/styles\.xml$/i)[0],
    strings: matching(/^xl\/sharedstrings\.xml$/i)[0],
    sheets: matching(/^xl\/worksheets\/[^/]+\.xml$/i),
    relationships: matching(/\.rels$/i),
  };
  if (parts.styles && chance.is(0.5)) shuffleStyles(parts.styles, parts.sheets, chance);
  for (const sheet of parts.sheets) rewriteSheet(sheet.root, parts.strings?.root, chance);
  if (parts.strings) for (const item of elementsOf(parts.strings.root, 'si')) rewriteString(item, chance);
  if (chance.is(0.5)) extend(parts, chance);
  for (const document of documents.values()) rewriteBooleans(document.root, chance);
  for (const { root } of parts.relationships) rewriteRelationships(root, chance);
  return pack(files, documents, chance);
}

/** The same formats in another order, some of them twice, with the cells' numbers after them. */
function shuffleStyles(styles: XmlDocument, sheets: readonly XmlDocument[], chance: Chance): void {
  const list = elementsOf(styles.root, 'cellXfs')[0];
  if (!list) return;
  const formats = elementsOf(list);
  // The first one is that of cells without a format.
  const order = [0, ...chance.shuffled([...formats.keys(), ...formats.keys()])];
  list.children = order.map((index) => structuredClone(formats[index] as XmlElement));
  setAttribute(list, 'count', String(order.length));
  for (const { root } of sheets)
    walk(root, (one) => {
      const name = one.local === 'col' ? 'style' : one.local === 'c' || one.local === 'row' ? 's' : '';
      const style = name === '' ? undefined : attributeOf(one, name);
      if (style === undefined) return;
      const places = [...order.keys()].filter((place) => order[place] === Number(style));
      if (places.length > 0) setAttribute(one, name, String(chance.pick(places)));
    });
}

function rewriteSheet(root: XmlElement, strings: XmlElement | undefined, chance: Chance): void {
  const rows = elementsOf(root, 'sheetData')[0];
  if (!rows) return;
  const numbered = numberAll(rows);
  if (numbered && chance.is(0.1)) rows.children = chance.shuffled(rows.children);
  for (const row of elementsOf(rows, 'row')) {
    for (const cell of elementsOf(row, 'c')) rewriteCell(cell, strings, chance);
    if (numbered && chance.is(0.1)) row.children = chance.shuffled(row.children);
    else if (chance.often()) addEmptyCells(row, chance);
    if (chance.is(0.3)) setAttribute(row, 'spans', chance.pick([undefined, '1:1', '1:16384']));
  }
  if (chance.is(0.5)) dropAddresses(rows, chance);
  const dimension = elementsOf(root, 'dimension')[0];
  if (dimension && chance.is(0.5)) setAttribute(dimension, 'ref', 'A1');
  if (chance.is(0.3)) root.children.push(sheetExtension(root));
}

/** Gives every row and cell its address; false where one stands at a place that is taken. */
function numberAll(rows: XmlElement): boolean {
  const taken = new Set<string>();
  let isPlain = true;
  let number = 0;
  for (const row of elementsOf(rows, 'row')) {
    number = Number(attributeOf(row, 'r') ?? number + 1);
    let column = -1;
    for (const cell of elementsOf(row, 'c')) {
      const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(attributeOf(cell, 'r') ?? '') ?? [];
      column = letters === '' ? column + 1 : (columnFromLetters(letters) ?? 0);
      if (digits !== '') number = Number(digits);
      const address = `${columnLetters(column)}${number}`;
      if (taken.has(address)) isPlain = false;
      taken.add(address);
      setAttribute(cell, 'r', address);
    }
    setAttribute(row, 'r', String(number));
  }
  return isPlain;
}

function addEmptyCells(row: XmlElement, chance: Chance): void {
  const last = elementsOf(row, 'c').at(-1);
  if (!last) return;
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(attributeOf(last, 'r') ?? '') ?? [];
  const column = columnFromLetters(letters) ?? 16_000;
  if (column > 16_000) return;
  const cell = element({ namespace: row.namespace, local: 'c' }, [
    attribute('r', `${columnLetters(column + 1 + chance.below(3))}${number}`),
    attribute('s', '0'),
    ...chance.pick([[], [attribute('t', 's')], [attribute('t', 'n')]]),
  ]);
  row.children.push(cell);
}

/** Leaves addresses out where the place says them. */
function dropAddresses(rows: XmlElement, chance: Chance): void {
  let number = 0;
  for (const row of elementsOf(rows, 'row')) {
    const own = Number(attributeOf(row, 'r'));
    if (own === number + 1 && chance.often()) setAttribute(row, 'r', undefined);
    number = own;
    let column = -1;
    for (const cell of elementsOf(row, 'c')) {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(attributeOf(cell, 'r') ?? '') ?? [];
      const place = columnFromLetters(letters) ?? 0;
      if (place === column + 1 && Number(digits) === number && chance.often()) setAttribute(cell, 'r', undefined);
      column = place;
      number = Number(digits);
    }
  }
}

function rewriteCell(cell: XmlElement, strings: XmlElement | undefined, chance: Chance): void {
  const hasFormula = elementsOf(cell, 'f').length > 0;
  const type = attributeOf(cell, 't');
  if ((type === undefined || type === 'n') && elementsOf(cell, 'v').length > 0 && chance.often())
    setAttribute(cell, 't', chance.pick([undefined, 'n']));
  if (!hasFormula && type === 's' && strings && chance.often()) inlineString(cell, strings, chance);
  else if (!hasFormula && type === 'inlineStr' && strings && chance.often()) shareString(cell, strings);
  for (const item of elementsOf(cell, 'is')) rewriteString(item, chance);
  if (chance.is(chance.share / 4))
    cell.children.push(
      element(
        { namespace: cell.namespace, local: 'extLst' },
        [],
        [
          element(
            { namespace: cell.namespace, local: 'ext' },
            [attribute('uri', '{0}')],
            [
              element(extended('v'), [], [text('77')]),
              element(extended('is'), [], [element(extended('t'), [], [text('no')])]),
            ],
          ),
        ],
      ),
    );
}

function inlineString(cell: XmlElement, strings: XmlElement, chance: Chance): void {
  const value = elementsOf(cell, 'v')[0];
  const index = value?.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  const item = index === undefined || index.trim() === '' ? undefined : elementsOf(strings, 'si')[Number(index)];
  if (!item || !value) return;
  const [only] = item.children;
  const isPlain = item.children.length === 1 && only?.kind === 'element' && only.local === 't';
  cell.children = cell.children.filter((child) => child !== value);
  if (isPlain && chance.is(0.3)) {
    setAttribute(cell, 't', 'str');
    cell.children.unshift(element({ namespace: cell.namespace, local: 'v' }, [], structuredClone(only.children)));
    return;
  }
  setAttribute(cell, 't', 'inlineStr');
  cell.children.unshift(element({ namespace: cell.namespace, local: 'is' }, [], structuredClone(item.children)));
}

function shareString(cell: XmlElement, strings: XmlElement): void {
  const item = elementsOf(cell, 'is')[0];
  if (!item || elementsOf(cell, 'v').length > 0) return;
  strings.children.push(element({ namespace: strings.namespace, local: 'si' }, [], structuredClone(item.children)));
  setAttribute(cell, 't', 's');
  cell.children = cell.children.filter((child) => child !== item);
  const place = elementsOf(strings, 'si').length - 1;
  cell.children.unshift(element({ namespace: cell.namespace, local: 'v' }, [], [text(String(place))]));
}

/** A text as runs, with a look of their own and with a pronunciation. */
function rewriteString(item: XmlElement, chance: Chance): void {
  const named = (local: string, value: readonly (XmlElement | ReturnType<typeof text>)[], attributes = {}) =>
    element(
      { namespace: item.namespace, local },
      Object.entries(attributes).map(([name, of]) => attribute(name, String(of))),
      value,
    );
  const [only] = item.children;
  const isPlain = item.children.length === 1 && only?.kind === 'element' && only.local === 't';
  const value = isPlain ? only.children.map((child) => (child.kind === 'text' ? child.text : '')).join('') : '';
  if (isPlain && !value.includes('_') && chance.is(chance.share / 2)) {
    const letters = Array.from(value);
    const at = chance.below(letters.length + 1);
    const run = (part: string): XmlElement => {
      const look = named(
        'rPr',
        chance.shuffled([
          named('sz', [], { val: 7 }),
          named('b', []),
          named('rFont', [], { val: 'Arial' }),
          named('strike', []),
          named('i', []),
          named('scheme', [], { val: 'minor' }),
        ]),
      );
      const preserved = { namespace: 'xml', local: 'space', value: 'preserve' };
      const shown = element({ namespace: item.namespace, local: 't' }, [preserved], part === '' ? [] : [text(part)]);
      return named('r', chance.is(0.5) ? [look, shown] : [shown]);
    };
    item.children = [run(letters.slice(0, at).join('')), run(letters.slice(at).join(''))];
  }
  if (item.children.length > 0 && chance.is(chance.share / 4))
    item.children.push(
      named('rPh', [named('t', [text('トウキョウ')])], { sb: 0, eb: 1 }),
      named('phoneticPr', [], { fontId: 1 }),
    );
}

const list = (document: XmlDocument, ...inside: readonly XmlElement[]): XmlElement =>
  element(
    { namespace: document.root.namespace, local: 'extLst' },
    [],
    [element({ namespace: document.root.namespace, local: 'ext' }, [attribute('uri', '{140A7094}')], inside)],
  );

/** What newer programs add, in elements whose local names are those of real ones. */
function extend({ workbook, styles }: Parts, chance: Chance): void {
  if (workbook && elementsOf(workbook.root, 'extLst').length === 0)
    workbook.root.children.push(
      list(
        workbook,
        element(extended('workbookPr'), [attribute('date1904', chance.pick(['0', '1']))]),
        element(
          extended('sheets'),
          [],
          [element(extended('sheet'), [attribute('name', 'no'), attribute('sheetId', '99')])],
        ),
      ),
    );
  if (!styles || elementsOf(styles.root, 'dxfs').length > 0) return;
  const named = (
    local: string,
    inside: readonly XmlElement[],
    attributes: readonly ReturnType<typeof attribute>[] = [],
  ) => element({ namespace: styles.root.namespace, local }, attributes, inside);
  styles.root.children.push(
    named('dxfs', [
      named('dxf', [named('numFmt', [], [attribute('numFmtId', '164'), attribute('formatCode', 'dd\\.mm')])]),
      named('dxf', [named('numFmt', [], [attribute('numFmtId', '14'), attribute('formatCode', '0.00')])]),
    ]),
    list(styles, element(extended('cellXfs'), [], [element(extended('xf'), [attribute('numFmtId', '14')])])),
  );
}

function sheetExtension(root: XmlElement): XmlElement {
  return element(
    { namespace: root.namespace, local: 'extLst' },
    [],
    [
      element(
        { namespace: root.namespace, local: 'ext' },
        [attribute('uri', '{78C0D931}')],
        [
          element(extended('mergeCell'), [attribute('ref', 'A1:B2')]),
          element(extended('col'), [attribute('min', '1'), attribute('max', '3'), attribute('hidden', '1')]),
          element(
            extended('sheetData'),
            [],
            [element(extended('row'), [attribute('r', '1')], [element(extended('c'), [attribute('r', 'A1')])])],
          ),
        ],
      ),
    ],
  );
}

function rewriteBooleans(root: XmlElement, chance: Chance): void {
  walk(root, (one) => {
    for (const name of ['hidden', 'date1904', 'customFormat']) {
      const value = attributeOf(one, name);
      if (value !== undefined && chance.often())
        setAttribute(one, name, chance.pick(value === '1' || value === 'true' ? ['1', 'true'] : ['0', 'false']));
    }
  });
}

function rewriteRelationships(root: XmlElement, chance: Chance): void {
  root.children = chance.shuffled(root.children);
  for (const one of elementsOf(root, 'Relationship')) {
    const target = attributeOf(one, 'Target') ?? '';
    if (target.startsWith('worksheets/') && chance.is(0.3))
      setAttribute(
        one,
        'Target',
        chance.pick([`/xl/${target}`, `../xl/${target}`, `./${target}`, target.replace('worksheets', 'WorkSheets')]),
      );
  }
}

const optional = /^(?:docProps\/.*|xl\/calcChain\.xml|xl\/theme\/.*|\[Content_Types\]\.xml|xl\/printerSettings\/.*)$/i;

function pack(files: ReadonlyMap<string, Buffer>, documents: ReadonlyMap<string, XmlDocument>, chance: Chance): Buffer {
  const leavesOut = chance.is(0.3);
  const entries: ZipPart[] = [];
  for (const [name, data] of files) {
    if (leavesOut && optional.test(name) && chance.is(0.7)) continue;
    const document = documents.get(name);
    const stored = chance.is(0.3);
    entries.push({
      name: chance.is(0.05) ? `/${name}` : chance.is(0.05) ? name.toUpperCase() : name,
      data: document ? xmlBytes(document, chance) : data,
      stored,
      dataDescriptor: !stored && chance.is(0.3),
      zip64: chance.is(0.1),
    });
  }
  const isRegular = chance.is(0.8);
  return zip(chance.is(0.5) ? chance.shuffled(entries) : entries, {
    comment: isRegular ? '' : 'a comment',
    zip64: chance.is(0.1),
  });
}

/** The document in one of the encodings that XML may have. */
function xmlBytes(document: XmlDocument, chance: Chance): Buffer {
  const encoding = chance.below(12);
  const writer = new XmlWriter(document, chance, {
    free: [...mainNamespaces, ...relationshipNamespaces, packageNamespace],
    mixed: new Set(['si', 'is', 'r', 'rPh', 't', 'v', 'f']),
    // Where letters are written as references there can be no CDATA.
    splitsTexts: encoding !== 4 && encoding !== 5,
    spacesBetween: true,
  });
  const xml = writer.write(document);
  const after = chance.pick(['', '\n', '<!-- end -->']);
  const declaration = (name: string): string =>
    chance.pick([
      `<?xml version="1.0" encoding="${name}"?>`,
      `<?xml version='1.0' encoding='${name}' standalone='yes'?>\n`,
      `<?xml version="1.0"  encoding = "${name}" ?>\r\n<!-- begin -->`,
    ]);
  switch (encoding) {
    case 0:
      return encodeText(declaration('UTF-16') + xml + after, 'utf-16le', true);
    case 1:
      return encodeText(declaration('utf-16') + xml + after, 'utf-16be', true);
    case 2:
      return encodeText(chance.pick(['', declaration('utf-8')]) + xml + after, 'utf-8', true);
    case 3:
      // What writers of the .NET world declare of a text that they had in memory.
      return Buffer.from(declaration('utf-16') + xml + after);
    case 4:
      return Buffer.from(`${declaration('US-ASCII')}${xml}${after}`.replace(/[^\0-\x7f]/gu, numbered));
    case 5:
      return encodeText(
        `${declaration('windows-1251')}${xml}${after}`.replace(/[^\0-\x7fА-яЁё№«»]/gu, numbered),
        'windows-1251',
        false,
      );
    default:
      return Buffer.from(chance.pick(['', declaration('UTF-8')]) + xml + after);
  }
}

function numbered(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
