/** Packages and workbooks as different programs write them: parts, sheets, hidden things, facts about the sheet. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { sheetXml, spreadsheetNamespace, workbook, type WorkbookSpec } from '../../../support/xlsx-writer.ts';

const one = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45568</v></c></row>';
const plain: WorkbookSpec = { rows: one, strings: '<si><t>x</t></si>', cellFormats: [0, 14] };
const expected = { A1: 'x', B1: 'd:45568' };
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const prefixed = (xml: string): string => xml.replace(/<(\/?)(?![?!])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
const worksheet = sheetXml({ rows: one });
const strings = `<sst xmlns="${spreadsheetNamespace}"><si><t>x</t></si></sst>`;

const main = spreadsheetNamespace;
const excel2013 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const excel2010 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

describe('xlsx: namespaces', () => {
  const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const workbookPart = (inside: string, attributes = ''): string =>
    `<workbook xmlns="${main}" xmlns:r="${officeRelationships}" ${attributes}>${inside}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><extLst><ext uri="{140A7094}" xmlns:x15="${excel2013}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`;

  it.each([
    ['1904, and an extension that has a workbookPr of its own', '<workbookPr date1904="1"/>', true],
    ['1904, with an end tag', '<workbookPr date1904="true"></workbookPr>', true],
    ['1900', '<workbookPr/>', false],
  ])('date systems: %s', async (_, inside, date1904) => {
    const file = await readBytes(workbook({ ...plain, parts: { 'xl/workbook.xml': workbookPart(inside) } }));
    expect(file.table.date1904).toBe(date1904);
  });

  it('an extension declared with the prefix of an outer one, and a default namespace inside', async () => {
    const xml = workbookPart(
      `<workbookPr date1904="1"/><x15:z xmlns:x15="a"><workbookPr xmlns="${excel2013}"/><x15:workbookPr/></x15:z>`,
      `xmlns:x15="${main}"`,
    );
    const file = await readBytes(workbook({ ...plain, parts: { 'xl/workbook.xml': xml } }));
    expect(file.table.date1904).toBe(true);
    expect(file.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });

  it('a sheet whose first attribute of that name is none of a relationship', async () => {
    const xml = `<workbook xmlns="${main}" xmlns:rel="${officeRelationships}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><sheets><sheet name="S" sheetId="1" xr:id="{0}" rel:id="rId1"/></sheets></workbook>`;
    expect(await readCells(workbook({ ...plain, parts: { 'xl/workbook.xml': xml } }))).toEqual(expected);
  });

  it('formats that only conditional formats use, under the id of another', async () => {
    const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"></numFmt></numFmts><cellXfs><xf numFmtId="0"></xf><xf numFmtId="164"></xf></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs><extLst><ext xmlns:x14="${excel2010}"><x14:dxfs><x14:dxf><x14:numFmts><x14:numFmt numFmtId="164" formatCode="0"/></x14:numFmts></x14:dxf></x14:dxfs></ext></extLst></styleSheet>`;
    expect(await readCells(workbook({ ...plain, parts: { 'xl/styles.xml': styles } }))).toEqual(expected);
  });

  it('elements of other namespaces with the names of a sheet', async () => {
    const xml = `<worksheet xmlns="${main}" xmlns:z="urn:z"><z:cols><z:col min="1" max="1" hidden="1"/></z:cols><z:sheetData/><sheetData><z:row r="9"><z:c r="A9"><z:v>9</z:v></z:c></z:row>${one}</sheetData><z:mergeCells><z:mergeCell ref="A1:B1"/></z:mergeCells></worksheet>`;
    const { table } = await readBytes(workbook({ ...plain, parts: { 'xl/worksheets/sheet1.xml': xml } }));
    expect(cellsOf(table)).toEqual(expected);
    expect(table.merged).toEqual([]);
    expect(table.hiddenColumns).toEqual([]);
  });

  it('prefixes of the same length', async () => {
    const xml = `<a:worksheet xmlns:a="${main}" xmlns:z="urn:z"><a:sheetData><z:row r="9"><z:c r="A9"><z:v>9</z:v></z:c></z:row>${one.replace(/<(\/?)/g, '<$1a:')}</a:sheetData></a:worksheet>`;
    expect(await readCells(workbook({ ...plain, parts: { 'xl/worksheets/sheet1.xml': xml } }))).toEqual(expected);
  });

  it('rows that declare a prefix of their own for the same namespace', async () => {
    const rows = one.replace(/<(\/?)/g, '<$1m:').replace('<m:row', `<m:row xmlns:m="${main}"`);
    const xml = `<worksheet xmlns="${main}"><sheetData>${rows}<row r="2"><c r="A2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    const { table } = await readBytes(workbook({ ...plain, parts: { 'xl/worksheets/sheet1.xml': xml } }));
    expect(cellsOf(table)).toEqual({ ...expected, A2: 'n:2' });
    expect(table.merged).toHaveLength(1);
  });
});

describe('xlsx: a sheet that the workbook lists without a relationship', () => {
  const listed = (...sheets: readonly string[]): WorkbookSpec => ({
    ...plain,
    parts: {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
  });
  const real = '<sheet name="Kun" sheetId="1" r:id="rId1"/>';

  it.each([
    ['an empty id', '<sheet name="Macro1" sheetId="2" state="veryHidden" r:id=""/>'],
    ['an unknown id', '<sheet name="Macro1" sheetId="2" r:id="rId77"/>'],
    ['no id', '<sheet name="Macro1" sheetId="2"/>'],
  ])('%s: the others are read, and it is said', async (_, leftover) => {
    for (const sheets of [
      [real, leftover],
      [leftover, real],
    ]) {
      const file = await readBytes(workbook(listed(...sheets)));
      expect(cellsOf(file.table)).toEqual(expected);
      expect(file.sheets).toEqual([{ name: 'Kun', hidden: false }]);
      expect(file.issues).toEqual([
        {
          code: 'reading.missingSheets',
          severity: 'notice',
          scope: 'file',
          params: { count: 1, sheets: '«Macro1»' },
        },
      ]);
    }
  });

  it('where its rows may lie in the file, it is damaged', async () => {
    const spec = listed(real, '<sheet name="B" sheetId="2" r:id="rId77"/>');
    const parts = { ...spec.parts, 'xl/worksheets/sheet2.xml': worksheet };
    expect(await refusalOf(readBytes(workbook({ ...spec, parts })))).toBe('reading.brokenWorkbook');
  });

  it('where there is no other, it is damaged', async () => {
    expect(await refusalOf(readBytes(workbook(listed('<sheet name="B" sheetId="2" r:id="rId77"/>'))))).toBe(
      'reading.brokenWorkbook',
    );
  });
});

describe('xlsx: packages', () => {
  const variants: readonly (readonly [string, WorkbookSpec])[] = [
    ['as it is usually written', plain],
    [
      'every element prefixed',
      {
        ...plain,
        parts: { 'xl/worksheets/sheet1.xml': prefixed(worksheet), 'xl/sharedStrings.xml': prefixed(strings) },
      },
    ],
    [
      'a workbook with prefixes',
      {
        ...plain,
        parts: {
          'xl/workbook.xml':
            '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="Sheet1" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
          'xl/styles.xml':
            '<x:styleSheet xmlns:x="m"><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>',
        },
      },
    ],
    [
      'rows with another prefix than the sheet',
      {
        ...plain,
        parts: {
          'xl/worksheets/sheet1.xml': `<worksheet xmlns:m="m"><m:sheetData>${one.replace(/<(\/?)/g, '<$1m:')}</m:sheetData></worksheet>`,
        },
      },
    ],
    [
      'the strict form',
      {
        ...plain,
        parts: {
          '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
          'xl/_rels/workbook.xml.rels':
            '<Relationships>' +
            `<Relationship Id="rId1" Type="${strict}/worksheet" Target="worksheets/sheet1.xml"/>` +
            `<Relationship Id="b" Type="${strict}/sharedStrings" Target="sharedStrings.xml"/>` +
            `<Relationship Id="c" Type="${strict}/styles" Target="styles.xml"/></Relationships>`,
        },
      },
    ],
    [
      'parts of UTF-8 that declare UTF-16',
      {
        ...plain,
        part: (part) => ({
          ...part,
          data: part.data.toString().replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="utf-16"?>'),
        }),
      },
    ],
    [
      'parts with a mark of UTF-8 that declare another encoding',
      {
        ...plain,
        part: (part) => ({
          ...part,
          data: part.data.toString().replace(/^<\?xml[^>]*\?>/, '\ufeff<?xml version="1.0" encoding="koi8-r"?>'),
        }),
        strings: '<si><t>x</t></si>',
      },
    ],
    ['absolute targets', { ...plain, sheets: [{ rows: one, target: '/xl/worksheets/sheet1.xml' }] }],
    ['targets with dots', { ...plain, sheets: [{ rows: one, target: '../xl/./worksheets/sheet1.xml' }] }],
    ['targets in another case', { ...plain, sheets: [{ rows: one, target: 'Worksheets/SHEET1.xml' }] }],
    ['targets with backslashes', { ...plain, sheets: [{ rows: one, target: 'worksheets\\sheet1.xml' }] }],
    [
      'targets with escapes',
      { ...plain, sheets: [{ rows: one, part: 'worksheets/my sheet.xml', target: 'worksheets/my%20sheet.xml' }] },
    ],
    [
      'shared strings with a capital S',
      { ...plain, parts: { 'xl/sharedStrings.xml': null, 'xl/SharedStrings.xml': strings } },
    ],
    ['part names with a leading slash', { ...plain, part: (part) => ({ ...part, name: `/${String(part.name)}` }) }],
    [
      'part names with backslashes',
      { ...plain, part: (part) => ({ ...part, name: String(part.name).replaceAll('/', '\\') }) },
    ],
    [
      'other folders',
      {
        ...plain,
        parts: {
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="book/main.xml"/></Relationships>',
          'book/main.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>',
          'book/_rels/main.xml.rels':
            '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="../data/one.xml"/>' +
            '<Relationship Id="s2" Type="x/sharedStrings" Target="/data/two.xml"/>' +
            '<Relationship Id="s3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>',
          'data/one.xml': worksheet,
          'data/two.xml': strings,
          'xl/workbook.xml': null,
        },
      },
    ],
    ['no package relationships', { ...plain, parts: { '_rels/.rels': null } }],
    ['no content types', { ...plain, parts: { '[Content_Types].xml': null } }],
    ['no workbook relationships', { ...plain, parts: { 'xl/_rels/workbook.xml.rels': null } }],
    [
      'a byte order mark in every part',
      { ...plain, part: (part) => ({ ...part, data: `\ufeff${part.data.toString()}` }) },
    ],
    [
      'UTF-16 parts',
      {
        ...plain,
        part: (part) => ({
          ...part,
          data: Buffer.from(`\ufeff${part.data.toString().replace('UTF-8', 'UTF-16')}`, 'utf16le'),
        }),
      },
    ],
    [
      'a windows-1251 sheet',
      { ...plain, parts: { 'xl/worksheets/sheet1.xml': worksheet.replace('UTF-8', 'windows-1251') } },
    ],
    ['stored parts', { ...plain, part: (part) => ({ ...part, stored: true }) }],
    ['sizes after the data', { ...plain, part: (part) => ({ ...part, dataDescriptor: true }) }],
    ['zip64 sizes', { ...plain, part: (part) => ({ ...part, zip64: true }), zip: { zip64: true } }],
    ['no checksums', { ...plain, part: (part) => ({ ...part, declaredChecksum: 0 }) }],
    ['a comment on the zip', { ...plain, zip: { comment: 'made by PK\u0005\u0006 hand' } }],
    ['a long comment on the zip', { ...plain, zip: { comment: `PK\u0005\u0006${'x'.repeat(500)}` } }],
    [
      'a hidden sheet whose part is missing',
      {
        ...plain,
        sheets: [{ rows: one }, { name: 'Gone', state: 'hidden' }],
        parts: { 'xl/worksheets/sheet2.xml': null },
      },
    ],
    [
      'an external link',
      {
        ...plain,
        parts: {
          'xl/_rels/sheet1.xml.rels':
            '<Relationships><Relationship Id="h" Type="x/hyperlink" Target="https://example.uz" TargetMode="External"/></Relationships>',
        },
      },
    ],
  ];
  it.each(variants)('%s', async (_, spec) => {
    expect(await readCells(workbook(spec))).toEqual(expected);
  });

  it('bytes before the zip', async () => {
    const bytes = workbook({ ...plain, zip: { prefix: Buffer.from('PK\u0003\u0004') } });
    expect(await readCells(bytes)).toEqual(expected);
  });

  it('bytes after the zip', async () => {
    expect(await readCells(Buffer.concat([workbook(plain), Buffer.from('\r\n-- end of mail --\r\n')]))).toEqual(
      expected,
    );
  });

  it('a strings part that the relationships do not name', async () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    expect(await readCells(workbook({ ...plain, parts: { 'xl/_rels/workbook.xml.rels': rels } }))).toEqual(expected);
  });
});

describe('xlsx: sheets', () => {
  const table =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
  const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>Izoh</t></is></c></row>';

  it('names, order and hidden sheets', async () => {
    const file = await readBytes(
      workbook({
        sheets: [
          { name: 'Buyurtmalar', rows: table },
          { name: 'Maʼlumot & «1»', state: 'hidden' },
          { name: 'Kod', state: 'veryHidden' },
        ],
      }),
    );
    expect(file).toMatchObject({
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheetIndex: 0,
      sheets: [
        { name: 'Buyurtmalar', hidden: false },
        { name: 'Maʼlumot & «1»', hidden: true },
        { name: 'Kod', hidden: true },
      ],
    });
    expect(file.table.sheet).toBe('Buyurtmalar');
    expect(file.issues).toEqual([]);
  });

  it('takes the first visible sheet with a table', async () => {
    const file = await readBytes(
      workbook({
        sheets: [{ state: 'hidden', rows: table }, { rows: title }, { rows: '' }, { name: 'Orders', rows: table }],
      }),
    );
    expect(file.table.sheet).toBe('Orders');
    expect(file.sheetIndex).toBe(3);
    expect(file.issues).toEqual([]);
  });

  it('takes the fullest visible sheet where none holds a table', async () => {
    expect(
      (await readBytes(workbook({ sheets: [{ rows: '' }, { name: 'Only a title', rows: title }] }))).table.sheet,
    ).toBe('Only a title');
  });

  it('is refused where no sheet holds anything, but not where an empty sheet is asked for', async () => {
    const bytes = workbook({ sheets: [{ name: 'Empty', rows: '' }, { rows: '' }, { state: 'hidden', rows: '' }] });
    expect(await refusalOf(readBytes(bytes))).toBe('reading.noCells');
    expect((await readBytes(bytes, { sheet: 'Empty' })).table).toMatchObject({ sheet: 'Empty', rowCount: 0 });
  });

  it('takes a hidden sheet where the visible ones are empty, and says so', async () => {
    const file = await readBytes(
      workbook({ sheets: [{ rows: '' }, { state: 'hidden', rows: '' }, { name: 'H', state: 'hidden', rows: table }] }),
    );
    expect(file.table.sheet).toBe('H');
    expect(file.issues).toEqual([
      { code: 'reading.hiddenSheet', severity: 'notice', scope: 'file', params: { sheet: 'H' } },
    ]);
  });

  it('takes a hidden sheet where all are', async () => {
    expect((await readBytes(workbook({ sheets: [{ name: 'H', state: 'hidden', rows: table }] }))).table.sheet).toBe(
      'H',
    );
  });

  it('says which other visible sheets hold tables', async () => {
    const file = await readBytes(
      workbook({
        sheets: [
          { name: 'One', rows: table },
          { name: 'Two', rows: title },
          { name: 'Three', rows: table },
          { name: 'Four', state: 'hidden', rows: table },
        ],
      }),
    );
    expect(file.issues).toEqual([
      {
        code: 'reading.otherSheets',
        severity: 'notice',
        scope: 'file',
        params: { sheet: 'One', read: 1, sheets: '«Three» (2)', count: 1 },
        answers: [
          { fix: { kind: 'setReading', answer: 'readSheet', params: { sheet: 'Three' }, reading: { sheet: 'Three' } } },
        ],
      },
    ]);
  });

  it('a broken sheet beside the one that is read does not matter, a broken one that is read does', async () => {
    const spec: WorkbookSpec = {
      sheets: [
        { name: 'One', rows: table },
        { name: 'Two', xml: '<worksheet><sheetData><row' },
      ],
    };
    expect(cellsOf((await readBytes(workbook(spec))).table)).toEqual({ A1: 'id', A2: 'n:1' });
    expect(await refusalOf(readBytes(workbook(spec), { sheet: 'Two' }))).toBe('reading.brokenWorkbook');
  });

  it.each([
    ['by name', 'Two'],
    ['by name in another case', 'two'],
    ['by number', 2],
    ['by number as text', '2'],
  ])('chosen %s', async (_, sheet) => {
    const file = await readBytes(
      workbook({
        sheets: [
          { name: 'One', rows: table },
          { name: 'Two', rows: title },
        ],
      }),
      { sheet },
    );
    expect(file.sheetIndex).toBe(1);
    expect(cellsOf(file.table)).toEqual({ A1: 'Izoh' });
  });

  it('a sheet named by a digit comes before the number', async () => {
    expect(
      (
        await readBytes(
          workbook({
            sheets: [
              { name: '2', rows: table },
              { name: 'x', rows: title },
            ],
          }),
          { sheet: '2' },
        )
      ).sheetIndex,
    ).toBe(0);
  });

  it.each([['Three'], [3], [0], [-1], [1.5], ['0']])('no sheet %s', async (sheet) => {
    const reading = readBytes(workbook({ sheets: [{ name: 'One' }, { name: 'Two' }] }), { sheet });
    await expect(reading).rejects.toMatchObject({
      failure: {
        code: 'reading.noSuchSheet',
        params: { file: 'orders.xlsx', wanted: String(sheet), sheets: '«One», «Two»', count: 2 },
      },
    });
  });

  it('charts are no sheets', async () => {
    const file = await readBytes(
      workbook({
        sheets: [
          { name: 'Chart', type: 'chartsheet', xml: '<chartsheet/>' },
          { name: 'Data', rows: table },
        ],
      }),
    );
    expect(file.sheets).toEqual([{ name: 'Data', hidden: false }]);
    expect(
      await refusalOf(readBytes(workbook({ sheets: [{ name: 'Chart', type: 'chartsheet', xml: '<chartsheet/>' }] }))),
    ).toBe('reading.noSheets');
  });
});

describe('xlsx: facts about the sheet', () => {
  it.each([
    ['date1904="1"', true],
    ['date1904="true"', true],
    ['date1904="0"', false],
    ['', false],
  ])('the date system of workbookPr %s', async (properties, date1904) => {
    expect((await readBytes(workbook({ ...plain, properties }))).table.date1904).toBe(date1904);
  });

  it('merged ranges', async () => {
    const { table } = await readBytes(
      workbook({
        rows: one,
        strings: '<si><t>x</t></si>',
        afterRows:
          '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="D7:B2"/><mergeCell ref="nonsense"/></mergeCells>',
      }),
    );
    expect(table.merged).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 },
      { firstRow: 2, lastRow: 7, firstColumn: 1, lastColumn: 3 },
    ]);
  });

  it('rows struck through in every filled cell are told, by the font of the cells', async () => {
    const styles =
      '<styleSheet><fonts count="3"><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>' +
      '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>';
    const rows =
      '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="3"><v>45000</v></c><c r="C1"/></row>' +
      '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>2</v></c></row>' +
      '<row r="4"><c r="A4" s="2"><v>1</v></c></row>' +
      '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="1" t="inlineStr"><is><t>Ali</t></is></c></row>' +
      '<row r="6"><c s="1" r="A6"><f>1+1</f><v>2</v></c><c r="B6" s="1" t="str"><f>x</f><v>y</v></c></row>' +
      '<row r="7"><c r="A7" s="1"/></row>';
    const strings = '<si><t>Vali</t></si><si><t> </t></si>';
    const file = await readBytes(workbook({ rows, strings, parts: { 'xl/styles.xml': styles } }));
    expect(file.table.struckRows).toEqual([1, 5, 6]);
    expect(file.issues).toEqual([]);
    expect((await readBytes(workbook({ rows, strings }))).table.struckRows).toEqual([]);
  });

  it('rows are struck through, too, where every run of their texts is', async () => {
    const run = (text: string, properties: string): string => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
    const strings =
      `<si>${run('Vali', '<strike/><sz val="11"/>')}${run(' ', '')}${run('aka', '<strike/>')}</si>` +
      `<si>${run('Vali', '<strike/>')}${run('keldi', '<strike val="0"/>')}</si>` +
      `<si><r><t>Vali</t></r>${run('aka', '<strike/>')}</si><si><t>Vali</t></si>`;
    const styles =
      '<styleSheet><fonts count="2"><font><sz val="11"/></font><font><strike/></font></fonts>' +
      '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
    const shared = (at: number, style = 0): string => `<c s="${style}" t="s"><v>${at}</v></c>`;
    const rows =
      `<row r="1">${shared(0)}</row><row r="2">${shared(1)}</row><row r="3">${shared(2)}</row>` +
      `<row r="4">${shared(0)}${shared(3)}</row><row r="5">${shared(1, 1)}</row><row r="6">${shared(2, 1)}</row>` +
      `<row r="7">${shared(0)}${shared(3, 1)}</row>`;
    const file = await readBytes(workbook({ rows, strings, parts: { 'xl/styles.xml': styles } }));
    expect(file.table.struckRows).toEqual([1, 6, 7]);
    const inline = (content: string): string => `<c t="inlineStr"><is>${content}</is></c>`;
    const inCells =
      `<row r="1">${inline('<t>a</t>')}</row><row r="2">${inline('<t>a</t>')}${inline(run('b', '<strike/>'))}</row>` +
      `<row r="3">${inline(run('a', '<strike/>'))}${inline(run('b', '<strike/>'))}</row>` +
      `<row r="4">${inline(run('a', '<strike/>'))}${inline('<t>b</t>')}</row>`;
    expect((await readBytes(workbook({ rows: inCells }))).table.struckRows).toEqual([3]);
  });

  it('hidden rows and columns are read, and said', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v>' +
      '</c></row><row r="3" hidden="true"/><row r="4" hidden="0"><c r="A4"><v>4</v></c></row>';
    const file = await readBytes(
      workbook({
        rows,
        beforeRows: '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>',
      }),
    );
    expect(cellsOf(file.table)).toEqual({ A1: 'n:1', C1: 'n:2', A2: 'n:3', A4: 'n:4' });
    expect(file.table.hiddenRows).toEqual([2, 3]);
    expect(file.table.hiddenColumns.slice(0, 3)).toEqual([1, 2, 3]);
    expect(file.table.hiddenColumns).toHaveLength(16383);
    expect(file.issues).toEqual([
      { code: 'reading.hiddenRows', severity: 'notice', scope: 'file', params: { count: 1 }, row: 2 },
      {
        code: 'reading.hiddenColumns',
        severity: 'notice',
        scope: 'file',
        params: { count: 2, columns: 'B, C' },
        column: 1,
      },
    ]);
  });

  it('formulas without results are counted, and the first is named', async () => {
    const file = await readBytes(
      workbook({ rows: '<row r="4"><c r="A4"><v>1</v></c><c r="B4"><f>A4</f></c><c r="C4"><f>A4</f><v/></c></row>' }),
    );
    expect(file.issues).toEqual([
      { code: 'reading.uncalculated', severity: 'warning', scope: 'file', params: { count: 2 }, row: 4, column: 1 },
    ]);
  });

  it('a text over Excel’s length is an error, and whole', async () => {
    const long = 'ў'.repeat(40_000);
    const file = await readBytes(
      workbook({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: `<si><t>${long}</t></si>` }),
    );
    expect(file.table.text(0, 0)).toBe(long);
    expect(file.issues).toEqual([
      {
        code: 'reading.longCell',
        severity: 'error',
        scope: 'cell',
        params: { characters: 40_000, limit: 32_767 },
        row: 1,
        column: 0,
      },
    ]);
  });

  it('only the first rows, when asked', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, index) => `<row r="${index * 2 + 1}"><c r="A${index * 2 + 1}"><v>${index}</v></c></row>`,
    ).join('');
    expect(await readCells(workbook({ rows }), { firstRows: 2 })).toEqual({ A1: 'n:0', A3: 'n:1' });
  });
});
