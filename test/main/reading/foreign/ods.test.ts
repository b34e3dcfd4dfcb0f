/** OpenDocument, feature by feature; the whole workbooks of LibreOffice are in calc.test.ts. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { zip, type ZipPart } from '../../../support/zip-writer.ts';

const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" ' +
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

function ods(tables: string, ...more: readonly ZipPart[]): Buffer {
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:body>` +
    `<office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', data: content },
    ...more,
  ]);
}

const table = (rows: string): string => `<table:table table:name="A">${rows}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (paragraphs: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}>${paragraphs}</table:table-cell>`;
const p = (content: string): string => text(`<text:p>${content}</text:p>`);
const cellsIn = (rows: string): Promise<Record<string, string>> => readCells(ods(table(rows)));

describe('values', () => {
  it.each<[string, string, string | undefined]>([
    [
      'a number keeps its digits',
      '<table:table-cell office:value-type="float" office:value="12345678901234567890"><text:p>1,23E+19</text:p></table:table-cell>',
      'n:12345678901234567890',
    ],
    [
      'the zeros that a format shows before a number',
      '<table:table-cell office:value-type="float" office:value="1001"><text:p>001001</text:p></table:table-cell>',
      'n:001001',
    ],
    [
      'a number with zeros',
      '<table:table-cell office:value-type="float" office:value="5000.00"><text:p>5000</text:p></table:table-cell>',
      'n:5000.00',
    ],
    [
      'money',
      '<table:table-cell office:value-type="currency" office:currency="UZS" office:value="15000">' +
        '<text:p>15 000 soʻm</text:p></table:table-cell>',
      'n:15000',
    ],
    [
      'a percentage',
      '<table:table-cell office:value-type="percentage" office:value="0.075"><text:p>7,5%</text:p></table:table-cell>',
      '%:0.075',
    ],
    [
      'a date',
      '<table:table-cell office:value-type="date" office:date-value="2026-10-05"><text:p>05.10.26</text:p></table:table-cell>',
      'd:2026-10-05',
    ],
    [
      'a time of day',
      '<table:table-cell office:value-type="time" office:time-value="PT06H00M00S"><text:p>06:00</text:p></table:table-cell>',
      'd:0.25',
    ],
    [
      'a duration',
      '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"><text:p>36:00</text:p></table:table-cell>',
      'n:1.5',
    ],
    [
      'false',
      '<table:table-cell office:value-type="boolean" office:boolean-value="false"><text:p>YOLGʻON</text:p></table:table-cell>',
      'b:FALSE',
    ],
    [
      'a result of 0',
      '<table:table-cell table:formula="of:=0" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>',
      'n:0',
    ],
    ['a formula without a result', '<table:table-cell table:formula="of:=[.B1]"/>', '?:'],
    [
      'a formula that gives an empty text',
      '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>',
      undefined,
    ],
    [
      'an error',
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" ' +
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      'e:#DIV/0!',
    ],
    ['a text of a cell without a type', '<table:table-cell><text:p>eski</text:p></table:table-cell>', 'eski'],
    ['spaces alone', p('<text:s text:c="4"/>'), undefined],
    ['a text of the attribute', text('<text:p>koʻrinish</text:p>', 'office:string-value="qiymat"'), 'qiymat'],
    ['paragraphs', text('<text:p>bir</text:p><text:p/><text:p>uch</text:p>'), 'bir\n\nuch'],
    [
      'white space written as elements',
      p('a<text:s/>b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e'),
      'a b  c\td\ne',
    ],
    ['white space as it stands', p(' ikki  boʻsh '), ' ikki  boʻsh '],
    ['runs and links', p('<text:span text:style-name="T1">qa</text:span>lin <text:a>havola</text:a>'), 'qalin havola'],
    [
      'a phonetic guide',
      p('東京<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>y</text:ruby-text></text:ruby>'),
      '東京x',
    ],
    [
      'a comment is no text of the cell',
      text('<office:annotation><text:p>izoh</text:p></office:annotation><text:p>qiymat</text:p>'),
      'qiymat',
    ],
    [
      'a drawing is none either',
      text('<text:p>qiymat</text:p><draw:frame><draw:text-box><text:p>rasm</text:p></draw:text-box></draw:frame>'),
      'qiymat',
    ],
    ['references and sections', p('&lt;a&gt; &amp; &#1178; <![CDATA[<b>]]>'), '<a> & Қ <b>'],
  ])('%s', async (_, cell, expected) => {
    expect(
      await cellsIn(row(`${cell}<table:table-cell office:value-type="string"><text:p>end</text:p></table:table-cell>`)),
    ).toEqual(expected === undefined ? { B1: 'end' } : { A1: expected, B1: 'end' });
  });
});

describe('places', () => {
  it('repeated cells and rows stand where they belong', async () => {
    const cells = await cellsIn(
      row(
        '<table:table-cell table:number-columns-repeated="3"/>' +
          text('<text:p>x</text:p>', 'table:number-columns-repeated="2"') +
          p('y'),
      ) +
        row('<table:table-cell/>', 'table:number-rows-repeated="5"') +
        row(p('z'), 'table:number-rows-repeated="2"') +
        row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048568"'),
    );
    expect(cells).toEqual({ D1: 'x', E1: 'x', F1: 'y', A7: 'z', A8: 'z' });
  });

  it('groups and header rows are rows', async () => {
    expect(
      await cellsIn(
        `<table:table-header-rows>${row(p('id'))}</table:table-header-rows><table:table-row-group>` +
          `${row(p('1'))}<table:table-row-group>${row(p('2'))}</table:table-row-group></table:table-row-group>`,
      ),
    ).toEqual({ A1: 'id', A2: '1', A3: '2' });
  });

  it('what a merged range covers keeps its place', async () => {
    const file = await readBytes(
      ods(
        table(
          row(
            text('<text:p>a</text:p>', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') +
              '<table:covered-table-cell/>' +
              p('b'),
          ) + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + p('c')),
        ),
      ),
    );
    expect(cellsOf(file.table)).toEqual({ A1: 'a', C1: 'b', C2: 'c' });
    expect(file.table.merged).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }]);
  });

  it('rows that a filter hides are read, and said', async () => {
    const file = await readBytes(ods(table(row(p('id')) + row(p('1'), 'table:visibility="filter"') + row(p('2')))));
    expect(cellsOf(file.table)).toEqual({ A1: 'id', A2: '1', A3: '2' });
    expect(file.issues).toEqual([
      { code: 'reading.hiddenRows', severity: 'notice', scope: 'file', params: { count: 1 }, row: 2 },
    ]);
  });

  it('tables of kept changes and of other files are no sheets', async () => {
    const bytes = ods(
      `<table:tracked-changes>${table(row(p('eski')))}</table:tracked-changes>` +
        `${table(row(p('id')) + row(p('1')))}<table:dde-links><table:dde-link>${table(row(p('boshqa')))}` +
        '</table:dde-link></table:dde-links>',
    );
    expect((await readBytes(bytes)).sheets).toHaveLength(1);
    expect(await readCells(bytes)).toEqual({ A1: 'id', A2: '1' });
  });

  it('other prefixes mean the same', async () => {
    const bytes = zip([
      { name: 'mimetype', data: 'x', stored: true },
      {
        name: 'content.xml',
        data:
          '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
          'xmlns="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
          'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:spreadsheet>' +
          '<table name="A"><table-row><table-cell o:value-type="float" o:value="7"><t:p>7</t:p>' +
          '</table-cell></table-row></table></o:spreadsheet></o:body></o:document-content>',
      },
    ]);
    expect(await readCells(bytes)).toEqual({ A1: 'n:7' });
  });
});

describe('what is refused', () => {
  const many = table(
    row(text('<text:p>x</text:p>', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"'),
  );
  it.each<[string, Buffer, string]>([
    [
      'a password',
      ods(table(row(p('x'))), { name: 'META-INF/manifest.xml', data: '<manifest:encryption-data/>' }),
      'reading.passwordProtected',
    ],
    [
      'a package that is encrypted as a whole',
      zip([
        { name: 'mimetype', data: 'x' },
        { name: 'encrypted-package', data: 'x' },
      ]),
      'reading.passwordProtected',
    ],
    [
      'XML that is cut',
      zip([
        { name: 'mimetype', data: 'x' },
        {
          name: 'content.xml',
          data: `<office:document-content ${namespaces}><office:body><office:spreadsheet>${table(row(p('x')))}`,
        },
      ]),
      'reading.ods',
    ],
    [
      'tags that do not close what is open',
      zip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<a><b></a></b>' },
      ]),
      'reading.ods',
    ],
    [
      'a DOCTYPE',
      zip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
      ]),
      'reading.hostileXml',
    ],
    [
      'a text document',
      zip([
        { name: 'mimetype', data: 'x' },
        {
          name: 'content.xml',
          data: `<office:document-content ${namespaces}><office:body><office:text/></office:body></office:document-content>`,
        },
      ]),
      'reading.word',
    ],
    ['no sheets', ods(''), 'reading.noSheets'],
    ['no cells', ods(table(row('<table:table-cell/>'))), 'reading.noCells'],
    [
      'pictures alone',
      ods(table(row('<table:table-cell/>')), { name: 'Pictures/1.png', data: 'x' }),
      'reading.onlyPictures',
    ],
    ['a few tags for billions of cells', ods(many), 'reading.tooManyCells'],
    [
      'cells beyond the last column',
      ods(table(row(text('<text:p>x</text:p>', 'table:number-columns-repeated="16385"')))),
      'reading.beyondSheet',
    ],
    [
      'rows beyond the last one',
      ods(table(row('<table:table-cell/>', 'table:number-rows-repeated="1048576"') + row(p('x')))),
      'reading.beyondSheet',
    ],
    ['more sheets than are held', ods(table(row(p('x'))).repeat(2001)), 'reading.ods'],
    [
      'a table inside a table',
      ods(table(row(`<table:table-cell>${table(row(p('x')))}</table:table-cell>`))),
      'reading.ods',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(readBytes(bytes, { name: 'a.ods' }))).toBe(code);
  });
});

describe('rows struck through', () => {
  const styled = (name: string, properties: string, more = ''): string =>
    `<style:style style:name="${name}" style:family="table-cell" ${more}><style:text-properties ${properties}/></style:style>`;
  const automatic =
    styled('s', 'style:text-line-through-style="solid"') +
    styled('t', 'style:text-line-through-type="double"') +
    styled('none', 'style:text-line-through-style="none"', 'style:parent-style-name="s"') +
    '<style:style style:name="child" style:family="table-cell" style:parent-style-name="Done"/>' +
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>';
  const named = `<?xml version="1.0"?><office:document-styles ${namespaces}><office:styles>${styled(
    'Done',
    'style:text-line-through-style="solid"',
  )}</office:styles></office:document-styles>`;
  const span = (style: string, content: string): string =>
    `<text:span text:style-name="${style}">${content}</text:span>`;
  const cell = (content: string, style?: string): string =>
    text(`<text:p>${content}</text:p>`, style === undefined ? '' : `table:style-name="${style}"`);
  const number = (style: string): string =>
    `<table:table-cell office:value-type="float" office:value="5" table:style-name="${style}"/>`;
  const rows =
    row(cell('a', 's') + cell('b', 't') + number('s')) +
    row(cell('a', 's') + cell('b')) +
    row(cell('a') + cell('b', 's')) +
    row(cell('a', 'none') + cell('b', 's')) +
    row(cell(span('T1', 'a'), undefined) + cell(`${span('T1', 'a')}${span('T1', 'b')}`)) +
    row(cell(`${span('T1', 'a')}b`)) +
    row(cell(span('T2', 'a'), 's')) +
    row(cell('a', 'child')) +
    row(cell('a'), 'table:default-cell-style-name="s"') +
    row(cell('a', 's'), 'table:number-rows-repeated="2"');
  const struck = [1, 5, 8, 9, 10, 11];

  it('are told by the cells’ styles, those of their row and column, and by their runs of text', async () => {
    const content =
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}>` +
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>${table(rows)}` +
      '</office:spreadsheet></office:body></office:document-content>';
    const file = await readBytes(
      zip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'styles.xml', data: named },
        { name: 'content.xml', data: content },
      ]),
    );
    expect(file.table.struckRows).toEqual(struck);
    expect((await readBytes(ods(table(rows)))).table.struckRows).toEqual([]);
  });

  it('of one XML text, too; a column’s style counts where the cell has none', async () => {
    const columns = '<table:table-column table:default-cell-style-name="s" table:number-columns-repeated="3"/>';
    const flat =
      `<?xml version="1.0"?><office:document ${namespaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
      `<office:styles>${styled('Done', 'style:text-line-through-style="solid"')}</office:styles>` +
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>` +
      `<table:table table:name="A">${columns}${row(cell('a') + cell('b'))}${row(cell('a') + cell('b', 'none'))}</table:table>` +
      '</office:spreadsheet></office:body></office:document>';
    expect((await readBytes(flat, { name: 'a.fods' })).table.struckRows).toEqual([1]);
  });
});
