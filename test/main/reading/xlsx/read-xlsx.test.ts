/** What else workbooks of real offices carry: each varies one feature, and says by hand what must be read of it. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { sheetXml, workbook, type SheetSpec, type WorkbookSpec } from '../../../support/xlsx-writer.ts';

type Case = readonly [title: string, spec: WorkbookSpec, cells?: Readonly<Record<string, string>>];

const table =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>sana</t></is></c>' +
  '</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>45568</v></c></row>';
const usual = { A1: 'id', B1: 'sana', A2: 'n:1', B2: 'd:45568' };
const plain: WorkbookSpec = { rows: table, cellFormats: [0, 14] };
const after = (afterRows: string): WorkbookSpec => ({ ...plain, afterRows });
const before = (beforeRows: string): WorkbookSpec => ({ ...plain, beforeRows });
const parts = (more: Readonly<Record<string, string | Uint8Array>>): WorkbookSpec => ({ ...plain, parts: more });
const dated = (code: string, value: string): WorkbookSpec => ({
  rows: `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`,
  formats: { 164: code },
  cellFormats: [0, 164],
});
const one = (cell: string): WorkbookSpec => ({ rows: `<row r="1">${cell}</row>` });

/** Parts and elements beside the cells, which must change nothing of them. */
const besides: readonly Case[] = [
  ['an autofilter', after('<autoFilter ref="A1:B2"/>')],
  [
    'a filter that hides nothing',
    after(
      '<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>',
    ),
  ],
  ['protection of the sheet', after('<sheetProtection sheet="1" objects="1" scenarios="1"/>')],
  [
    'validations of cells',
    after(
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:A9"><formula1>"1,2"</formula1></dataValidation></dataValidations>',
    ),
  ],
  [
    'conditional formats',
    after(
      '<conditionalFormatting sqref="A2"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal">' +
        '<formula>1</formula></cfRule></conditionalFormatting>',
    ),
  ],
  ['hyperlinks', after('<hyperlinks><hyperlink ref="A2" location="\'Kun\'!A1" display="1"/></hyperlinks>')],
  [
    'page setup, headers and footers',
    after(
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><headerFooter>' +
        '<oddHeader>&amp;C9</oddHeader></headerFooter>',
    ),
  ],
  [
    'a drawing with a logo',
    {
      ...after('<drawing r:id="rId1"/>'),
      parts: {
        'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="d"><xdr:twoCellAnchor/></xdr:wsDr>',
        'xl/media/image1.png': Buffer.from('\x89PNG', 'latin1'),
      },
    },
  ],
  [
    'a table with its own part',
    {
      ...after('<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'),
      parts: {
        'xl/tables/table1.xml':
          '<table ref="A1:B2" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="boshqa"/></tableColumns></table>',
      },
    },
  ],
  [
    'comments on cells',
    {
      ...after('<legacyDrawing r:id="rId1"/>'),
      parts: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A2" authorId="0"><text><t>izoh</t></text></comment></commentList></comments>',
      },
    },
  ],
  [
    'frozen panes and a selection',
    before(
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>' +
        '<selection pane="bottomLeft" activeCell="A2"/></sheetView></sheetViews>',
    ),
  ],
  [
    'sheet properties with a filter and a tab colour',
    before('<sheetPr filterMode="1"><tabColor rgb="FFFF0000"/></sheetPr>'),
  ],
  ['widths of columns', before('<cols><col min="1" max="2" width="30.5" customWidth="1" style="1"/></cols>')],
  ['a default row height', before('<sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/>')],
  ['macros', parts({ 'xl/vbaProject.bin': Buffer.alloc(2000, 7) })],
  ['a calculation chain', parts({ 'xl/calcChain.xml': '<calcChain><c r="A2" i="1"/></calcChain>' })],
  [
    'a pivot cache',
    parts({ 'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><n v="9"/></r></pivotCacheRecords>' }),
  ],
  [
    'links to other books',
    parts({
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>9</v>' +
        '</cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
    }),
  ],
  [
    'document properties and a thumbnail',
    parts({
      'docProps/core.xml': '<cp:coreProperties/>',
      'docProps/thumbnail.jpeg': Buffer.from('\xff\xd8', 'latin1'),
    }),
  ],
  ['custom XML', parts({ 'customXml/item1.xml': '<row r="1"><c r="A1"><v>9</v></c></row>' })],
  [
    'parts that no standard names',
    parts({ 'xl/unknown.bin': Buffer.alloc(64), 'xl/richData/rdrichvalue.xml': '<rvData/>' }),
  ],
  [
    'its sheet as the last entry of the zip',
    {
      ...plain,
      parts: { 'xl/worksheets/sheet1.xml': null, zzz: '', 'xl/worksheets/last.xml': sheetXml({ rows: table }) },
      sheets: [{ rows: table, part: 'worksheets/last.xml' }],
    },
  ],
  ['a sheet part with another ending', { ...plain, sheets: [{ rows: table, part: 'worksheets/sheet1.data' }] }],
  [
    'rows with heights, outlines and styles',
    {
      ...plain,
      rows: table.replaceAll(
        '<row ',
        '<row ht="30" customHeight="1" outlineLevel="1" s="1" customFormat="1" x14ac:dyDescent="0.25" ',
      ),
    },
  ],
  ['rich values of cells', { ...plain, rows: table.replace('<c r="A2"', '<c r="A2" vm="1" cm="1" ph="1"') }],
  [
    'defined names and a print area',
    {
      ...plain,
      parts: {
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>' +
          '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1</definedName>' +
          '</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
      },
    },
  ],
];

const numberFormats: readonly Case[] = [
  ['days before months, with a locale', dated('[$-419]d mmm yyyy', '45568'), { A1: 'd:45568' }],
  ['a year alone', dated('yyyy', '45568'), { A1: 'd:45568' }],
  ['hours and minutes with AM/PM', dated('h:mm AM/PM', '0.25'), { A1: 'd:0.25' }],
  ['seconds with a fraction', dated('mm:ss.00', '0.001'), { A1: 'd:0.001' }],
  ['a date with a word in quotes', dated('dd.mm.yyyy "yil"', '45568'), { A1: 'd:45568' }],
  ['a date with a colour', dated('[Red]dd/mm/yy', '45568'), { A1: 'd:45568' }],
  ['a number with a unit that looks like a date', dated('0 "dona"', '12'), { A1: 'n:12' }],
  ['a number with an escaped letter', dated('0\\d', '12'), { A1: 'n:12' }],
  ['thousands and a colour for less than nothing', dated('#,##0;[Red]-#,##0', '-5000'), { A1: 'n:-5000' }],
  ['scientific', dated('0.00E+00', '123456'), { A1: 'n:123456' }],
  ['a fraction', dated('# ?/?', '0.5'), { A1: 'n:0.5' }],
  ['text', dated('@', '998901234567'), { A1: 'n:998901234567' }],
  ['accounting', dated('_-* #,##0.00_-;-* #,##0.00_-', '1'), { A1: 'n:1' }],
  ['a phone', dated('+000-00-000-00-00', '998901234567'), { A1: 'n:998901234567' }],
  ['General with a word', dated('General "so\'m"', '5'), { A1: 'n:5' }],
  ['per cent with decimals', dated('0.00%', '0.125'), { A1: '%:0.125' }],
];

const cells: readonly Case[] = [
  ['a date of the year 1900', { ...one('<c r="A1" s="1"><v>1</v></c>'), cellFormats: [0, 14] }, { A1: 'd:1' }],
  ['a date before 1900', { ...one('<c r="A1" s="1"><v>-5</v></c>'), cellFormats: [0, 14] }, { A1: 'd:-5' }],
  ['an ISO date without a time', one('<c r="A1" t="d"><v>2026-11-24</v></c>'), { A1: 'd:2026-11-24' }],
  ['an ISO date with a zone', one('<c r="A1" t="d"><v>2026-11-24T14:00:00Z</v></c>'), { A1: 'd:2026-11-24T14:00:00Z' }],
  ['a plus before a number, as it is written', one('<c r="A1"><v>+5</v></c>'), { A1: 'n:+5' }],
  ['a number too large for any computer', one('<c r="A1"><v>1E400</v></c>'), { A1: 'n:1E400' }],
  [
    'a shared string without a value',
    { ...one('<c r="A1" t="s"/><c r="B1"><v>2</v></c>'), strings: '<si><t>x</t></si>' },
    { B1: 'n:2' },
  ],
  [
    'more strings than are used',
    { ...one('<c r="A1" t="s"><v>2</v></c>'), strings: '<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>' },
    { A1: 'c' },
  ],
  [
    'the same string twice in the list',
    {
      ...one('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
      strings: '<si><t>a</t></si><si><t>a</t></si>',
    },
    { A1: 'a', B1: 'a' },
  ],
  [
    'a line break in a text',
    { ...one('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>Navoiy 5&#10;2-qavat</t></si>' },
    { A1: 'Navoiy 5\n2-qavat' },
  ],
  [
    'an error of a formula that Excel does not know',
    one('<c r="A1" t="e"><f>NEW()</f><v>#NAME?</v></c>'),
    { A1: 'e:#NAME?' },
  ],
  ['a spilled formula', one('<c r="A1" cm="1"><f t="array" ref="A1:A3">SEQUENCE(3)</f><v>1</v></c>'), { A1: 'n:1' }],
  [
    'a data table’s formula',
    one('<c r="A1"><f t="dataTable" ref="A1:A3" dt2D="0" dtr="0" r1="B1"/><v>4</v></c>'),
    { A1: 'n:4' },
  ],
  [
    'a merged title over the table',
    {
      ...plain,
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Buyurtmalar</t></is></c></row>',
      afterRows: '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>',
    },
    { A1: 'Buyurtmalar' },
  ],
  [
    'a value under a merged cell',
    {
      ...plain,
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
      afterRows: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    },
    { A1: 'n:1', B1: 'n:2' },
  ],
  [
    'a million empty formatted rows at the end',
    {
      ...plain,
      rows:
        table +
        Array.from(
          { length: 2000 },
          (_, at) => `<row r="${at + 3}" s="1" customFormat="1"><c r="A${at + 3}" s="1"/></row>`,
        ).join('') +
        '<row r="1048576"><c r="B1048576" s="1"/></row>',
    },
    usual,
  ],
];

describe.each([
  ['what stands beside the cells', besides],
  ['number formats', numberFormats],
  ['cells', cells],
])('xlsx: %s', (_, cases) => {
  it.each(cases.map(([title, spec, expected = usual]) => ({ title, spec, expected })))(
    '$title',
    async ({ spec, expected }) => {
      expect(await readCells(workbook(spec))).toEqual(expected);
    },
  );
});

describe('xlsx: names of sheets', () => {
  it.each<[string, readonly SheetSpec[], readonly string[]]>([
    [
      'with quotes, brackets and an ampersand',
      [{ name: 'O\'tgan [kun] & "bugun"', rows: table }],
      ['O\'tgan [kun] & "bugun"'],
    ],
    [
      'in three writings',
      [
        { name: 'Лист1', rows: table },
        { name: 'Varaq', rows: table },
        { name: '工作表', rows: table },
      ],
      ['Лист1', 'Varaq', '工作表'],
    ],
    ['of thirty-one characters', [{ name: 'x'.repeat(31), rows: table }], ['x'.repeat(31)]],
    [
      'the same twice',
      [
        { name: 'A', rows: table },
        { name: 'A', rows: table },
      ],
      ['A', 'A'],
    ],
    ['an empty one', [{ name: '', rows: table }], ['']],
    ['one of spaces', [{ name: ' Kun ', rows: table }], [' Kun ']],
  ])('%s', async (_, sheets, names) => {
    const file = await readBytes(workbook({ sheets, cellFormats: [0, 14] }));
    expect(file.sheets.map(({ name }) => name)).toEqual(names);
    expect(cellsOf(file.table)).toEqual(usual);
  });
});

describe('xlsx: a styles part that is missing', () => {
  const without = (rows: string): WorkbookSpec => ({ rows, parts: { 'xl/styles.xml': null } });

  it('dates are read as plain numbers, and that is said with their first place', async () => {
    const file = await readBytes(workbook(without(table.replace('45568', '45568.5'))));
    expect(cellsOf(file.table)).toEqual({ A1: 'id', B1: 'sana', A2: 'n:1', B2: 'n:45568.5' });
    expect(file.issues).toEqual([
      { code: 'reading.noStyles', severity: 'notice', scope: 'file', params: { count: 1 }, row: 2, column: 1 },
    ]);
  });

  it('is not spoken of where no number can be a date', async () => {
    expect(
      (
        await readBytes(
          workbook(without('<row r="1"><c r="A1"><v>5000</v></c><c r="B1"><v>998901234567</v></c></row>')),
        )
      ).issues,
    ).toEqual([]);
  });
});

describe('xlsx: what is refused', () => {
  it.each<[string, WorkbookSpec, string]>([
    [
      'a string that is not in the list',
      { ...one('<c r="A1" t="s"><v>7</v></c>'), strings: '<si><t>x</t></si>' },
      'reading.brokenWorkbook',
    ],
    [
      'a string before the first',
      { ...one('<c r="A1" t="s"><v>-1</v></c>'), strings: '<si><t>x</t></si>' },
      'reading.brokenWorkbook',
    ],
    [
      'a document type',
      { sheets: [{ xml: '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>' }] },
      'reading.hostileXml',
    ],
    ['a sheet that is another kind of XML', { sheets: [{ xml: '<html><body/></html>' }] }, 'reading.brokenWorkbook'],
  ])('%s', async (_, spec, code) => {
    expect(await refusalOf(readBytes(workbook(spec)))).toBe(code);
  });
});
