/** The XML of Excel 2003, as Excel, 1C and web shops write it. */
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../support/encode-text.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';

const styles =
  '<Styles><Style ss:ID="Default"/><Style ss:ID="date"><NumberFormat ss:Format="dd\\.mm\\.yyyy"/></Style><Style ss:ID="short"><NumberFormat ss:Format="Short Date"/></Style>' +
  '<Style ss:ID="child" ss:Parent="date"/><Style ss:ID="zip"><NumberFormat ss:Format="000000"/></Style><Style ss:ID="percent"><NumberFormat ss:Format="Percent"/></Style></Styles>';

const book = (sheets: string): string =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ` +
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" ' +
  'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">' +
  `${sheets}</Workbook>`;
const sheet = (rows: string, name = 'A', options = ''): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;
const cell = (type: string, data: string, attributes = ''): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${data}</Data></Cell>`;
const cellsIn = (rows: string): Promise<Record<string, string>> =>
  readCells(book(styles + sheet(rows)), { name: 'a.xls' });

describe('values', () => {
  it.each<[string, string, string]>([
    ['a number keeps its digits', cell('Number', '12345678901234567890'), 'n:12345678901234567890'],
    ['a number with zeros', cell('Number', '5000.00'), 'n:5000.00'],
    ['the zeros that a format shows', cell('Number', '1001', 'ss:StyleID="zip"'), 'n:001001'],
    ['a percentage', cell('Number', '0.1', 'ss:StyleID="percent"'), '%:0.1'],
    ['a serial under a date format', cell('Number', '46300', 'ss:StyleID="date"'), 'd:46300'],
    ['under a format with a name', cell('Number', '46300', 'ss:StyleID="short"'), 'd:46300'],
    ['under an inherited format', cell('Number', '46300', 'ss:StyleID="child"'), 'd:46300'],
    ['a date', cell('DateTime', '2026-10-05T14:30:00.000', 'ss:StyleID="date"'), 'd:2026-10-05T14:30:00.000'],
    ['a time without a date', cell('DateTime', '1899-12-31T06:00:00.000'), 'd:0.25'],
    ['true', cell('Boolean', '1'), 'b:TRUE'],
    ['false', cell('Boolean', '0'), 'b:FALSE'],
    ['an error', cell('Error', '#N/A'), 'e:#N/A'],
    ['a text of digits', cell('String', '00123'), '00123'],
    ['a text with lines and references', cell('String', 'bir&#10;&lt;ikki&gt; &amp;'), 'bir\n<ikki> &'],
    [
      'a text with a look',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>qalin</B>' +
        '<Font html:Color="#FF0000"> qizil</Font></ss:Data></Cell>',
      'qalin qizil',
    ],
    ['a formula’s result', '<Cell ss:Formula="=R[-1]C+1"><Data ss:Type="Number">0</Data></Cell>', 'n:0'],
    ['a formula without a result', '<Cell ss:Formula="=R[-1]C+1"/>', '?:'],
    [
      'a comment is no text of the cell',
      '<Cell><Data ss:Type="String">qiymat</Data><Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">izoh</ss:Data></Comment></Cell>',
      'qiymat',
    ],
    ['a type without its prefix', '<Cell><Data Type="Number">7</Data></Cell>', 'n:7'],
  ])('%s', async (_, first, expected) => {
    expect(await cellsIn(`<Row>${first}${cell('String', 'end')}</Row>`)).toEqual({ A1: expected, B1: 'end' });
  });
});

describe('places', () => {
  it('indexes of rows and cells are followed', async () => {
    expect(
      await cellsIn(
        `<Row ss:Index="3">${cell('String', 'a', 'ss:Index="2"')}${cell('String', 'b')}</Row><Row/><Row>${cell('String', 'c')}</Row>`,
      ),
    ).toEqual({ B3: 'a', C3: 'b', A5: 'c' });
  });

  it('an empty merged cell moves those behind it', async () => {
    const file = await readBytes(
      book(
        sheet(
          `<Row><Cell ss:MergeAcross="2" ss:StyleID="s1"/>${cell('String', 'd')}</Row><Row>` +
            `${cell('String', 'a', 'ss:MergeDown="1" ss:MergeAcross="1"')}${cell('String', 'c')}</Row>`,
        ),
      ),
      { name: 'a.xls' },
    );
    expect(cellsOf(file.table)).toEqual({ D1: 'd', A2: 'a', C2: 'c' });
    expect(file.table.merged).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 },
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 1 },
    ]);
  });

  it('a row that stands for several moves those below it', async () => {
    expect(
      await cellsIn(
        `<Row>${cell('String', 'a')}</Row><Row ss:Span="2" ss:Height="12"/><Row>${cell('String', 'b')}</Row>`,
      ),
    ).toEqual({ A1: 'a', A5: 'b' });
  });

  it('hidden sheets, rows and columns, and the 1904 system', async () => {
    const hidden =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
    const bytes = book(
      `<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>${styles}` +
        sheet(`<Row>${cell('String', 'x')}</Row><Row>${cell('String', 'y')}</Row>`, 'Yashirin', hidden) +
        sheet(
          `<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Row>${cell('String', 'id')}${cell('String', 'b')}` +
            `</Row><Row ss:Hidden="1">${cell('Number', '1', 'ss:StyleID="date"')}</Row>`,
          'Kun',
        ),
    );
    const file = await readBytes(bytes, { name: 'a.xls' });
    expect(file.sheets).toEqual([
      { name: 'Yashirin', hidden: true },
      { name: 'Kun', hidden: false },
    ]);
    expect(file.table).toMatchObject({ sheet: 'Kun', date1904: true, hiddenRows: [2], hiddenColumns: [1, 2] });
    expect(cellsOf(file.table)).toEqual({ A1: 'id', B1: 'b', A2: 'd:1' });
    expect(file.issues.map(({ code }) => code)).toEqual(['reading.hiddenRows', 'reading.hiddenColumns']);
  });

  it('a column’s format holds for its numbers', async () => {
    expect(
      await cellsIn(`<Column/><Column ss:StyleID="date"/><Row>${cell('Number', '1')}${cell('Number', '46300')}</Row>`),
    ).toEqual({ A1: 'n:1', B1: 'd:46300' });
  });
});

describe('texts of every encoding', () => {
  it.each(['windows-1251', 'utf-16le', 'utf-16be', 'utf-8'])('%s', async (encoding) => {
    const xml = book(sheet(`<Row>${cell('String', 'Тошкент город')}</Row>`)).replace(
      '<?xml version="1.0"?>',
      `<?xml version="1.0" encoding="${encoding}"?>`,
    );
    const file = await readBytes(encodeText(xml, encoding, encoding.startsWith('utf-16')), { name: 'a.xls' });
    expect(file).toMatchObject({ format: 'xml2003', encoding });
    expect(cellsOf(file.table)).toEqual({ A1: 'Тошкент город' });
  });
});

describe('what is refused', () => {
  const whole = book(styles + sheet(`<Row>${cell('String', 'id')}</Row><Row>${cell('Number', '1')}</Row>`));
  it('a text that is cut anywhere behind its first tag', async () => {
    for (let length = whole.indexOf('<Styles>'); length < whole.length; length += 23)
      expect(await refusalOf(readBytes(whole.slice(0, length), { name: 'a.xls' }))).toBe('reading.xml2003');
  });

  it.each<[string, string, string]>([
    ['no cells', book(sheet('<Row><Cell/></Row>')), 'reading.noCells'],
    ['a DOCTYPE', whole.replace('<Workbook', '<!DOCTYPE a [<!ENTITY b "c">]><Workbook'), 'reading.hostileXml'],
    [
      'a column that no sheet has',
      book(sheet(`<Row>${cell('String', 'x', 'ss:Index="16385"')}</Row>`)),
      'reading.beyondSheet',
    ],
    ['more sheets than are held', book(sheet(`<Row>${cell('String', 'x')}</Row>`).repeat(2001)), 'reading.xml2003'],
    [
      'a row that no sheet has',
      book(sheet(`<Row ss:Index="1048577">${cell('String', 'x')}</Row>`)),
      'reading.beyondSheet',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(readBytes(bytes, { name: 'a.xls' }))).toBe(code);
  });
});

it('rows struck through in every filled cell are told', async () => {
  const struck =
    '<Styles><Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="child" ss:Parent="s"/>' +
    '<Style ss:ID="none" ss:Parent="s"><Font ss:StrikeThrough="0"/></Style></Styles>';
  const rows =
    `<Row>${cell('String', 'a', 'ss:StyleID="s"')}${cell('Number', '5', 'ss:StyleID="child"')}</Row>` +
    `<Row>${cell('String', 'a', 'ss:StyleID="s"')}${cell('String', 'b')}</Row>` +
    `<Row>${cell('String', 'a', 'ss:StyleID="none"')}</Row>` +
    `<Row ss:StyleID="s">${cell('String', 'a')}<Cell/></Row>`;
  expect((await readBytes(book(struck + sheet(rows)), { name: 'a.xls' })).table.struckRows).toEqual([1, 4]);
});
