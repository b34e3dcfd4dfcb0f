/** Web pages named .xls, as shops, 1C and Excel write them. */
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../support/encode-text.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';

const page = (content: string): string => `<html><body>${content}</body></html>`;
const cellsIn = (content: string): Promise<Record<string, string>> => readCells(page(content), { name: 'a.xls' });
const inCell = async (content: string): Promise<string | undefined> =>
  (await cellsIn(`<table><tr><td>${content}</td><td>end</td></tr></table>`))['A1'];

describe('cells', () => {
  it.each<[string, string, string | undefined]>([
    ['digits are text, as shown', '00123', '00123'],
    ['a number with zeros', '5 000,00', '5 000,00'],
    ['white space is one space', '\n  bir \t\r\n  ikki  ', 'bir ikki'],
    ['lines', 'bir<br>ikki<BR />uch', 'bir\nikki\nuch'],
    ['blocks', '<p>bir</p><p>ikki</p><div>uch</div>', 'bir\nikki\nuch'],
    ['inline markup', '<b>qa</b>lin <a href="x?a=1&b=2">havola</a>', 'qalin havola'],
    ['references', '&lt;a&gt; &amp; &quot;b&quot; &laquo;c&raquo; &#1178; &#x49A; &mdash;', '<a> & "b" «c» Қ Қ —'],
    ['numbers of windows-1252', '&#147;a&#148;', '“a”'],
    ['what is no reference', 'A&B &yoq; &', 'A&B &yoq; &'],
    ['a fixed space stays', '5&nbsp;000', '5\u00a0000'],
    ['a fixed space alone is nothing', '&nbsp;', undefined],
    ['a comment', 'a<!-- <td>b</td> -->c', 'ac'],
    ['conditional markup of Excel', 'a<![if !supportEmptyParas]>&nbsp;<![endif]>', 'a\u00a0'],
    ['a lone less-than', '3 < 5', '3 < 5'],
    ['a tag with > in its attribute', '<span title="a>b">c</span>', 'c'],
    ['a script', 'a<script>var x = "</td><td>";</script>b', 'ab'],
  ])('%s', async (_, content, expected) => {
    expect(await inCell(content)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['the number that Excel rounds', '<td x:num="5000.456">5 000,46</td>', 'n:5000.456'],
    ['the number that LibreOffice rounds', '<td sdval="0.125">13%</td>', '%:0.125'],
    ['the zeros that are shown before a number', '<td x:num="1001">001001</td>', 'n:001001'],
    ['not of a date: its number has no format here', '<td x:num="46300">05.10.2026</td>', '05.10.2026'],
    ['not of a time', '<td x:num="0.5">12:00</td>', '12:00'],
  ])('%s', async (_, cell, expected) => {
    expect(await cellsIn(`<table><tr>${cell}</tr><tr><td>x</td></tr></table>`)).toMatchObject({ A1: expected });
  });
});

describe('places', () => {
  it('end tags may be left out', async () => {
    expect(await cellsIn('<TABLE><TR><TH>id<TH>narx<TR><TD>1<TD>2<TR><TD>3<TD>4</TABLE>')).toEqual({
      A1: 'id',
      B1: 'narx',
      A2: '1',
      B2: '2',
      A3: '3',
      B3: '4',
    });
  });

  it('spans keep the cells behind and below them in their columns', async () => {
    const file = await readBytes(
      page(
        '<table><tr><td rowspan=3>a</td><td colspan="2">b</td><td>c</td></tr><tr><td>d</td>' +
          '<td rowspan="2">e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr><tr><td>i</td></tr></table>',
      ),
      { name: 'a.xls' },
    );
    expect(cellsOf(file.table)).toEqual({
      A1: 'a',
      B1: 'b',
      D1: 'c',
      B2: 'd',
      C2: 'e',
      D2: 'f',
      B3: 'g',
      D3: 'h',
      A4: 'i',
    });
    expect(file.table.merged).toHaveLength(3);
  });

  it('sections and empty rows are rows', async () => {
    expect(
      await cellsIn(
        '<table><caption>Kun</caption><thead><tr><th>id</th></tr></thead><tbody><tr></tr><tr><td></td>' +
          '<td>1</td></tr></tbody><tfoot><tr><td>jami</td></tr></tfoot></table>',
      ),
    ).toEqual({ A1: 'id', B3: '1', A4: 'jami' });
  });

  it('every table with cells is a sheet; a table around others holds only its own', async () => {
    const content =
      '<table><tr><td>menyu<table><caption>Buyurtmalar</caption><tr><td>id</td></tr><tr><td>1</td></tr>' +
      '</table></td></tr></table><table><tr><td> </td></tr></table><table><tr><td>a</td></tr><tr><td>b</td>' +
      '</tr></table>';
    const file = await readBytes(page(content), { name: 'a.xls' });
    expect(file.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Buyurtmalar', 'Sheet3']);
    expect(cellsOf(file.table)).toEqual({ A1: 'id', A2: '1' });
    expect(file.issues).toMatchObject([
      {
        code: 'reading.otherSheets',
        severity: 'notice',
        scope: 'file',
        params: { sheet: 'Buyurtmalar', read: 1, sheets: '«Sheet3» (2)', count: 1 },
      },
    ]);
    expect(await readCells(page(content), { name: 'a.xls', sheet: 1 })).toEqual({ A1: 'menyu' });
  });

  it('a sheet has the name that Excel gave it', async () => {
    const excel =
      '<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Kun 5</x:Name>' +
      '</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->';
    expect((await readBytes(page(`${excel}<table><tr><td>1</td></tr></table>`), { name: 'a.xls' })).sheets).toEqual([
      { name: 'Kun 5', hidden: false },
    ]);
  });

  it('rows that the page hides are read, and said', async () => {
    const file = await readBytes(page('<table><tr><td>id</td></tr><tr style="display: none"><td>1</td></tr></table>'), {
      name: 'a.xls',
    });
    expect(file.issues.map(({ code, row }) => [code, row])).toEqual([['reading.hiddenRows', 2]]);
  });

  it('only the first rows where only those are asked for', async () => {
    expect(
      await readCells(page('<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e</table>'), { name: 'a.xls', firstRows: 2 }),
    ).toEqual({ A1: 'a', B1: 'b', A2: 'c', B2: 'd' });
  });
});

describe('encodings', () => {
  const content = (charset: string): string =>
    (
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>` +
      '<table><tr><td>Ҳудуд</td></tr></table></html>'
    ).replace('Ҳудуд', 'Регион');

  it.each([
    ['windows-1251', 'windows-1251', 'windows-1251'],
    ['koi8-r', 'koi8-r', 'koi8-r'],
    ['utf-8', 'utf-8', 'utf-8'],
    // Declared so, and not written so.
    ['windows-1251', 'utf-8', 'utf-8'],
    ['utf-8', 'windows-1251', 'windows-1251'],
  ])('declared %s, written %s', async (declared, written, found) => {
    const file = await readBytes(encodeText(content(declared), written, false), { name: 'a.xls' });
    expect(file.encoding).toBe(found);
    expect(cellsOf(file.table)).toEqual({ A1: 'Регион' });
  });

  it('one that is chosen by hand', async () => {
    expect(
      await readCells(encodeText(content('utf-8'), 'windows-1251', false), { name: 'a.xls', encoding: 'windows-1251' }),
    ).toEqual({ A1: 'Регион' });
  });
});

describe('what is refused', () => {
  it.each<[string, string, string]>([
    ['a table that does not end', page('<table><tr><td>id</td></tr><tr><td>1'), 'reading.html'],
    ['a page without a table', page('<form>Kirish</form>'), 'reading.pageWithoutTable'],
    ['tables without cells', page('<table><tr><td>&nbsp;</td></tr></table>'), 'reading.noCells'],
    [
      'cells beyond the last column',
      page(`<table><tr>${'<td colspan="9000">x</td>'.repeat(2)}</tr></table>`),
      'reading.beyondSheet',
    ],
    ['more tables than are held', page('<table><tr><td>x</td></tr></table>'.repeat(2001)), 'reading.html'],
    ['more tables inside one another', page('<table><tr><td>x'.repeat(2001)), 'reading.html'],
    ['a saved page with its pictures', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', 'reading.html'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(readBytes(bytes, { name: 'a.xls' }))).toBe(code);
  });

  it('spans of millions of rows and columns cost nothing', async () => {
    expect(
      await cellsIn('<table><tr><td rowspan="99999999" colspan="16000">a</td></tr><tr><td>b</td></tr></table>'),
    ).toEqual({ A1: 'a', WQK2: 'b' });
  });
});
