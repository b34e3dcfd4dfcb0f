/** One feature of cells at a time: what stands in the sheet's XML, and what must come out. */
import { describe, expect, it } from 'vitest';
import { readBytes, readCells } from '../../../support/read-bytes.ts';
import { workbook, type WorkbookSpec } from '../../../support/xlsx-writer.ts';

type Case = readonly [title: string, spec: WorkbookSpec, cells: Readonly<Record<string, string>>];

const row = (cells: string, attributes = 'r="1"'): WorkbookSpec => ({ rows: `<row ${attributes}>${cells}</row>` });

/** As report writers of the .NET world write them. */
const runsWithEndTags =
  '<r><rPr><sz val="7"></sz><color rgb="FF0000"></color><rFont val="Arial"></rFont><b></b><u></u><vertAlign val="baseline"></vertAlign></rPr><t>Ali</t></r><r><rPr></rPr><t xml:space="preserve"> Karimov</t></r>';

const numbers: readonly Case[] = [
  ['an integer', row('<c r="A1"><v>42</v></c>'), { A1: 'n:42' }],
  ['zero', row('<c r="A1"><v>0</v></c>'), { A1: 'n:0' }],
  ['a negative integer', row('<c r="A1"><v>-7</v></c>'), { A1: 'n:-7' }],
  ['minus zero as it is written', row('<c r="A1"><v>-0</v></c>'), { A1: 'n:-0' }],
  ['leading zeros as they are written', row('<c r="A1"><v>007</v></c>'), { A1: 'n:007' }],
  ['a fraction', row('<c r="A1"><v>0.1</v></c>'), { A1: 'n:0.1' }],
  ['a fraction with all its digits', row('<c r="A1"><v>0.10000000000000001</v></c>'), { A1: 'n:0.10000000000000001' }],
  ['trailing zeros', row('<c r="A1"><v>5000.00</v></c>'), { A1: 'n:5000.00' }],
  ['an exponent', row('<c r="A1"><v>9.98901E+11</v></c>'), { A1: 'n:9.98901E+11' }],
  ['a small exponent', row('<c r="A1"><v>1.5e-7</v></c>'), { A1: 'n:1.5e-7' }],
  ['fifteen digits', row('<c r="A1"><v>999999999999999</v></c>'), { A1: 'n:999999999999999' }],
  ['seventeen digits, none lost', row('<c r="A1"><v>12345678901234567</v></c>'), { A1: 'n:12345678901234567' }],
  [
    'sixteen digits that a JavaScript number does not hold',
    row('<c r="A1"><v>9007199254740993</v></c>'),
    { A1: 'n:9007199254740993' },
  ],
  [
    'thirty digits',
    row('<c r="A1"><v>123456789012345678901234567890</v></c>'),
    { A1: 'n:123456789012345678901234567890' },
  ],
  ['a phone as a number', row('<c r="A1"><v>998901234567</v></c>'), { A1: 'n:998901234567' }],
  ['a value among spaces', row('<c r="A1"><v> 42 </v></c>'), { A1: 'n:42' }],
  ['an explicit type', row('<c r="A1" t="n"><v>42</v></c>'), { A1: 'n:42' }],
  ['words in a number cell, kept as text', row('<c r="A1"><v>abc</v></c>'), { A1: 'abc' }],
  ['a value in CDATA', row('<c r="A1"><v><![CDATA[42]]></v></c>'), { A1: 'n:42' }],
  ['a comment inside the value', row('<c r="A1"><v>4<!-- x -->2</v></c>'), { A1: 'n:42' }],
  ['an empty value', row('<c r="A1"><v></v></c><c r="B1"><v/></c><c r="C1"/>'), {}],
];

const texts: readonly Case[] = [
  [
    'runs whose properties have end tags, shared and inline',
    {
      ...row(
        `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${runsWithEndTags}</is></c><c r="C1" t="s"><v>1</v></c>`,
      ),
      strings: `<si>${runsWithEndTags}</si><si><t>next</t></si>`,
    },
    { A1: 'Ali Karimov', B1: 'Ali Karimov', C1: 'next' },
  ],
  [
    'the same with prefixes',
    {
      ...row('<c r="A1" t="s"><v>0</v></c>'),
      strings: '<x:si><x:r><x:rPr><x:sz val="7"></x:sz></x:rPr><x:t>Ali</x:t></x:r></x:si>',
    },
    { A1: 'Ali' },
  ],
  [
    'escapes that are written as references',
    {
      ...row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>a&#95;x000A_b</v></c><c r="C1" t="s"><v>1</v></c>'),
      strings: '<si><t>a&#x5F;x000D_b _&#x78;0041_ _x00&#52;2_</t></si><si><t>&#x5F;x005F_x0041_</t></si>',
    },
    { A1: 'a\rb A B', B1: 'a\nb', C1: '_x0041_' },
  ],
  [
    'a shared string',
    { ...row('<c r="A1" t="s"><v>1</v></c>'), strings: '<si><t>no</t></si><si><t>yes</t></si>' },
    { A1: 'yes' },
  ],
  [
    'one string in many cells',
    { ...row('<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>0</v></c>'), strings: '<si><t>x</t></si>' },
    { A1: 'x', C1: 'x' },
  ],
  [
    'a string of runs',
    {
      ...row('<c r="A1" t="s"><v>0</v></c>'),
      strings: '<si><r><rPr><b/><sz val="11"/></rPr><t>Ali</t></r><r><t xml:space="preserve"> Karimov</t></r></si>',
    },
    { A1: 'Ali Karimov' },
  ],
  [
    'a string with its pronunciation',
    {
      ...row('<c r="A1" t="s"><v>0</v></c>'),
      strings: '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    },
    { A1: '東京' },
  ],
  [
    'an empty string',
    {
      ...row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'),
      strings: '<si/><si><t/></si><si><t>c</t></si>',
    },
    { C1: 'c' },
  ],
  [
    'a string of spaces',
    {
      ...row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
      strings: '<si><t xml:space="preserve"> \u00a0\t</t></si><si><t>b</t></si>',
    },
    { B1: 'b' },
  ],
  [
    'spaces around a text',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t xml:space="preserve">  a  b </t></si>' },
    { A1: '  a  b ' },
  ],
  [
    'a lone zero-width space',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>\u200b</t></si>' },
    { A1: '\u200b' },
  ],
  [
    'zero-width and direction marks',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>\u202a+998\u202c\u200b</t></si>' },
    { A1: '\u202a+998\u202c\u200b' },
  ],
  [
    'the five named references',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>&lt;&gt;&amp;&quot;&apos;</t></si>' },
    { A1: '<>&"\'' },
  ],
  [
    'numeric references',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>&#65;&#x416;&#x1F600;</t></si>' },
    { A1: 'AЖ😀' },
  ],
  [
    'a reference of a reference',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>&amp;lt;</t></si>' },
    { A1: '&lt;' },
  ],
  [
    'references that mean nothing',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>&nbsp; &#xD800; &#99999999; R&D</t></si>' },
    { A1: '&nbsp; &#xD800; &#99999999; R&D' },
  ],
  [
    'Excel’s escapes',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>a_x000D_b_x005F_x000D_c_x00zz_</t></si>' },
    { A1: 'a\rb_x000D_c_x00zz_' },
  ],
  [
    'ends of line',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>a\r\nb\rc\nd&#13;e</t></si>' },
    { A1: 'a\nb\nc\nd\re' },
  ],
  [
    'CDATA and comments in a string',
    {
      ...row('<c r="A1" t="s"><v>0</v></c>'),
      strings: '<!-- <si> --><si><t>a<![CDATA[<b>&amp;</b>]]><!-- x -->c</t></si>',
    },
    { A1: 'a<b>&amp;</b>c' },
  ],
  [
    'a shared string number in CDATA',
    { ...row('<c r="A1" t="s"><v><![CDATA[0]]></v></c>'), strings: '<si><t>x</t></si>' },
    { A1: 'x' },
  ],
  ['an inline string', row('<c r="A1" t="inlineStr"><is><t>Ali</t></is></c>'), { A1: 'Ali' }],
  [
    'an inline string of runs',
    row(
      '<c r="A1" t="inlineStr"><is><r><t>A</t></r><r><rPr><i/></rPr><t>li</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
    ),
    { A1: 'Ali' },
  ],
  ['an inline string without its type', row('<c r="A1"><is><t>00123</t></is></c>'), { A1: '00123' }],
  ['an inline string in a value', row('<c r="A1" t="inlineStr"><v>Ali</v></c>'), { A1: 'Ali' }],
  [
    'an empty inline string',
    row(
      '<c r="A1" t="inlineStr"><is/></c><c r="B1" t="inlineStr"><is><t/></is></c><c r="C1" t="inlineStr"><is><t>  </t></is></c>',
    ),
    {},
  ],
  [
    'digits as text keep their zeros',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>00123</t></si>' },
    { A1: '00123' },
  ],
  [
    'names of JavaScript',
    {
      ...row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
      strings: '<si><t>__proto__</t></si><si><t>constructor</t></si>',
    },
    { A1: '__proto__', B1: 'constructor' },
  ],
  [
    'letters of Uzbek, Russian and beyond',
    { ...row('<c r="A1" t="s"><v>0</v></c>'), strings: '<si><t>Gʻulom oʼqituvchi Ўқув ёзғи 👨‍👩‍👧</t></si>' },
    { A1: 'Gʻulom oʼqituvchi Ўқув ёзғи 👨‍👩‍👧' },
  ],
];

const others: readonly Case[] = [
  [
    'booleans',
    row(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="b"><v>false</v></c>',
    ),
    { A1: 'b:TRUE', B1: 'b:FALSE', C1: 'b:TRUE', D1: 'b:FALSE' },
  ],
  ['a boolean that is none', row('<c r="A1" t="b"><v>ha</v></c>'), { A1: 'ha' }],
  [
    'errors',
    row('<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>'),
    { A1: 'e:#N/A', B1: 'e:#DIV/0!' },
  ],
  ['an ISO date', row('<c r="A1" t="d"><v>2026-11-24T14:00:00</v></c>'), { A1: 'd:2026-11-24T14:00:00' }],
  ['a formula and its number', row('<c r="A1"><f>1+1</f><v>2</v></c>'), { A1: 'n:2' }],
  ['a formula that gives zero', row('<c r="A1"><f>1-1</f><v>0</v></c>'), { A1: 'n:0' }],
  ['a formula that gives false', row('<c r="A1" t="b"><f>1=2</f><v>0</v></c>'), { A1: 'b:FALSE' }],
  ['a formula that gives a text', row('<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'), { A1: 'ab' }],
  ['a formula that gives an empty text', row('<c r="A1" t="str"><f>""</f><v></v></c>'), {}],
  ['a formula that gives an error', row('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), { A1: 'e:#DIV/0!' }],
  [
    'a formula without a result',
    row(
      '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f><v/></c><c r="D1" t="str"><f>"x"</f></c>',
    ),
    { A1: '?:', B1: '?:', C1: '?:', D1: '?:' },
  ],
  [
    'shared and array formulas',
    row(
      '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>5</v></c><c r="B1"><f t="shared" si="0"/><v>6</v>' +
        '</c><c r="C1"><f t="array" ref="C1">SUM(A1:B1)</f><v>11</v></c>',
    ),
    { A1: 'n:5', B1: 'n:6', C1: 'n:11' },
  ],
  ['markup inside a formula', row('<c r="A1"><f><![CDATA[IF(A2<"<c>",1,2)]]></f><v>1</v></c>'), { A1: 'n:1' }],
  [
    'an extension inside a cell',
    row('<c r="A1"><v>1</v><extLst><ext uri="{x}"><a:v xmlns:a="y">9</a:v></ext></extLst></c><c r="B1"><v>2</v></c>'),
    { A1: 'n:1', B1: 'n:2' },
  ],
  ['a comment inside a cell', row('<c r="A1"><!-- <v>9</v> --><v>1</v></c>'), { A1: 'n:1' }],
];

const formats: readonly Case[] = [
  [
    'a date by a built-in format',
    { ...row('<c r="A1" s="1"><v>45568.5833333333</v></c>'), cellFormats: [0, 14] },
    { A1: 'd:45568.5833333333' },
  ],
  ['a whole day', { ...row('<c r="A1" s="1"><v>45568</v></c>'), cellFormats: [0, 22] }, { A1: 'd:45568' }],
  ['a time', { ...row('<c r="A1" s="1"><v>0.5</v></c>'), cellFormats: [0, 20] }, { A1: 'd:0.5' }],
  ['a duration is no date', { ...row('<c r="A1" s="1"><v>1.5</v></c>'), cellFormats: [0, 46] }, { A1: 'n:1.5' }],
  [
    'an own date format',
    { ...row('<c r="A1" s="1"><v>45568</v></c>'), formats: { 164: 'dd.mm.yyyy hh:mm' }, cellFormats: [0, 164] },
    { A1: 'd:45568' },
  ],
  [
    'an own format under a built-in number',
    { ...row('<c r="A1" s="0"><v>45568</v></c>'), formats: { 14: '0.00' }, cellFormats: [14] },
    { A1: 'n:45568' },
  ],
  [
    'a percentage',
    {
      ...row('<c r="A1" s="1"><v>0.1</v></c><c r="B1" s="2"><v>0.25</v></c>'),
      formats: { 164: '0.0%' },
      cellFormats: [0, 9, 164],
    },
    { A1: '%:0.1', B1: '%:0.25' },
  ],
  [
    'a money format',
    { ...row('<c r="A1" s="1"><v>5000</v></c>'), formats: { 164: '#,##0\\ "so\'m"' }, cellFormats: [0, 164] },
    { A1: 'n:5000' },
  ],
  [
    'zeros that a format shows before whole numbers',
    {
      ...row(
        '<c r="A1" s="1"><v>1001</v></c><c r="B1" s="1"><v>1234567</v></c><c r="C1" s="1"><v>0</v></c><c r="D1" s="1"><v>5.5</v></c><c r="E1" s="1"><v>-7</v></c><c r="F1" s="1"><f>1+6</f><v>7</v></c><c r="G1" s="1"><v> 8 </v></c><c r="H1" s="1"><v>009</v></c><c r="I1" s="1" t="inlineStr"><is><t>7</t></is></c><c r="J1" s="1" t="n"><v>10</v></c>',
      ),
      formats: { 164: '000000' },
      cellFormats: [0, 164],
    },
    {
      A1: 'n:001001',
      B1: 'n:1234567',
      C1: 'n:0',
      D1: 'n:5.5',
      E1: 'n:-7',
      F1: 'n:000007',
      G1: 'n:000008',
      H1: 'n:000009',
      I1: '7',
      J1: 'n:000010',
    },
  ],
  [
    'formats with such zeros',
    {
      ...row(
        Array.from({ length: 8 }, (_, index) => `<c r="${'ABCDEFGH'[index]}1" s="${index}"><v>42</v></c>`).join(''),
      ),
      formats: {
        164: '"№;"00000',
        165: '000\\-000',
        166: '[Red]0000;[Blue]-0',
        167: '[$-419]0000',
        168: '#000',
        169: '00000_);(00000)',
        170: '@000',
        171: '0000;;',
      },
      cellFormats: [164, 165, 166, 167, 168, 169, 170, 171],
    },
    { A1: 'n:00042', B1: 'n:000042', C1: 'n:0042', D1: 'n:0042', E1: 'n:042', F1: 'n:00042', G1: 'n:42', H1: 'n:0042' },
  ],
  [
    'formats of sums and measures show no such zeros',
    {
      ...row(
        Array.from({ length: 9 }, (_, index) => `<c r="${'ABCDEFGHI'[index]}1" s="${index}"><v>42</v></c>`).join(''),
      ),
      formats: {
        164: '0.00',
        165: '000.00',
        166: '0,000',
        167: '00E+00',
        168: '[<100]000;0',
        169: '# ?/?',
        170: '0',
        171: '"000"0',
        172: '??00',
      },
      cellFormats: [164, 165, 166, 167, 168, 169, 170, 171, 172],
    },
    Object.fromEntries(Array.from('ABCDEFGHI', (letter) => [`${letter}1`, 'n:42'])),
  ],
  ['a format that the file does not have', row('<c r="A1" s="77"><v>5</v></c>'), { A1: 'n:5' }],
  [
    'a text under a date format',
    { ...row('<c r="A1" s="1" t="inlineStr"><is><t>ertaga</t></is></c>'), cellFormats: [0, 14] },
    { A1: 'ertaga' },
  ],
  [
    'no styles part',
    { ...row('<c r="A1" s="1"><v>45568</v></c>'), parts: { 'xl/styles.xml': null } },
    { A1: 'n:45568' },
  ],
];

const places: readonly Case[] = [
  [
    'gaps between cells and rows',
    { rows: '<row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c></row><row r="9"><c r="A9"><v>3</v></c></row>' },
    { B2: 'n:1', E2: 'n:2', A9: 'n:3' },
  ],
  [
    'cells without addresses',
    { rows: '<row r="3"><c><v>1</v></c><c><v>2</v></c><c r="F3"><v>3</v></c><c><v>4</v></c></row>' },
    { A3: 'n:1', B3: 'n:2', F3: 'n:3', G3: 'n:4' },
  ],
  [
    'rows without numbers',
    {
      rows: '<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="7"><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    },
    { A1: 'n:1', A2: 'n:2', A7: 'n:3', A8: 'n:4' },
  ],
  [
    'rows without numbers whose cells have addresses',
    { rows: '<row><c r="A5"><v>1</v></c><c r="B5"><v>2</v></c></row><row><c r="A8"><v>3</v></c></row>' },
    { A5: 'n:1', B5: 'n:2', A8: 'n:3' },
  ],
  ['an empty cell keeps its place', { rows: '<row r="1"><c/><c><v>2</v></c></row>' }, { B1: 'n:2' }],
  [
    'empty rows',
    {
      rows: '<row r="1"/><row r="2"></row><row r="3"><c r="A3"><v>1</v></c></row><row r="1048576" s="1" customFormat="1"/>',
    },
    { A3: 'n:1' },
  ],
  ['the last corner', { rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }, { XFD1048576: 'n:1' }],
  [
    'cells out of order',
    { rows: '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>' },
    { A1: 'n:1', B1: 'n:2', C1: 'n:3' },
  ],
  [
    'rows out of order',
    {
      rows:
        '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3">' +
        '<c r="A3"><v>3</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>',
    },
    { A2: 'n:2', A3: 'n:3', A5: 'n:5', A9: 'n:9' },
  ],
  [
    'one address twice: the last counts',
    { rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>' },
    { A1: 'n:2', B1: 'n:3' },
  ],
  [
    'one row in two parts',
    { rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>' },
    { A1: 'n:1', B1: 'n:2' },
  ],
  ['small letters in addresses', { rows: '<row r="1"><c r="b1"><v>1</v></c></row>' }, { B1: 'n:1' }],
  [
    'other quotes, spaces and orders of attributes',
    { rows: "<row\n spans='1:3' r = '4' ><c\tt='inlineStr'  s=\"0\" r='B4' ><is ><t >x</t ></is ></c ></row >" },
    { B4: 'x' },
  ],
  [
    'a > inside an attribute',
    { rows: '<row r="1" x="a>b"><c r="A1" cm="1" note=">"><v>1</v></c></row>' },
    { A1: 'n:1' },
  ],
  [
    'comments, instructions and CDATA between rows',
    {
      rows:
        '<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><?x <row?><![CDATA[<c><v>9</v></c>]]>' +
        '<row r="2"><!-- - -- --><c r="A2"><v>1</v></c></row>',
    },
    { A2: 'n:1' },
  ],
  [
    'an element of another namespace, as long as a prefixed cell',
    {
      sheets: [
        {
          xml:
            '<ab:worksheet><ab:sheetData><ab:row r="1"><docc r="A1"><v>9</v></docc><ab:c r="B1">' +
            '<ab:v>1</ab:v></ab:c></ab:row></ab:sheetData></ab:worksheet>',
        },
      ],
    },
    { B1: 'n:1' },
  ],
  [
    'wrong dimensions',
    { beforeRows: '<dimension ref="A1"/>', rows: '<row r="2" spans="1:1"><c r="D2"><v>1</v></c></row>' },
    { D2: 'n:1' },
  ],
  ['an empty sheet', { sheets: [{ xml: '<worksheet><sheetData/></worksheet>' }] }, {}],
  ['a sheet without rows', { sheets: [{ xml: '<worksheet><cols/></worksheet>' }] }, {}],
  [
    'cells after the rows, in an extension, are none',
    {
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      afterRows: '<extLst><ext><row r="2"><c r="A2"><v>9</v></c></row></ext></extLst>',
    },
    { A1: 'n:1' },
  ],
];

describe.each([
  ['numbers', numbers],
  ['texts', texts],
  ['booleans, errors, dates, formulas', others],
  ['number formats', formats],
  ['addresses', places],
])('xlsx: %s', (_, cases) => {
  it.each(cases)('%s', async (_title, spec, cells) => {
    expect(await readCells(workbook(spec))).toEqual(cells);
  });
});

it('of two cells at one address, one is left', async () => {
  const { table } = await readBytes(
    workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
  );
  expect(table.cellCount).toBe(1);
});

it('the zeros that formats show are said once, with their columns', async () => {
  const { issues } = await readBytes(
    workbook({
      rows: '<row r="1"><c r="B1" s="1"><v>42</v></c><c r="C1"><v>5</v></c><c r="D1" s="2"><v>7</v></c></row><row r="2"><c r="B2" s="1"><v>43</v></c></row>',
      formats: { 164: '00000', 165: '000' },
      cellFormats: [0, 164, 165],
    }),
  );
  expect(issues).toEqual([
    {
      code: 'reading.shownZeros',
      severity: 'notice',
      scope: 'file',
      params: { count: 3, columns: 'B, D', columnCount: 2, shown: '00042', held: '42' },
      column: 1,
    },
  ]);
});
