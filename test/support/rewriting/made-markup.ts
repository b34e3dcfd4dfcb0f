/** Files of the text formats made by chance: OpenDocument, the XML of Excel 2003, web pages, csv. */
import { escapeXml } from '../xlsx-writer.ts';
import { zip } from '../zip-writer.ts';
import type { Chance } from './chance.ts';
import type { FileToRewrite } from './rewrite.ts';

const words = [
  'Каримова Азиза',
  'Oʻktam Toʻxtayev',
  'a & b < c > "d"',
  '  ikki   boʻsh ',
  'bir\nikki',
  '😀 qutisi',
  ']]>',
  '&amp;',
  '00123',
  "G'ulomova; Navoiy, 5 | 7",
  'x\ty',
];
const numbers = ['0', '1001', '-7.5', '5000.00', '12345678901234567', '1E-7', '45568.5833'];

type Value = readonly [kind: 'text' | 'number' | 'empty', text: string];
type Grid = readonly (readonly Value[])[];

function madeGrid(chance: Chance): Grid {
  return Array.from({ length: 1 + chance.below(7) }, () =>
    Array.from({ length: 1 + chance.below(6) }, (): Value => {
      if (chance.is(0.2)) return ['empty', ''];
      return chance.is(0.5) ? ['text', chance.pick(words)] : ['number', chance.pick(numbers)];
    }),
  );
}

function content(grid: Grid, chance: Chance): string {
  const paragraphs = (text: string): string =>
    text
      .split('\n')
      .map(
        (line) => `<text:p>${escapeXml(line).replaceAll('\t', '<text:tab/>').replaceAll('  ', ' <text:s/>')}</text:p>`,
      )
      .join('');
  const cell = ([kind, text]: Value): string => {
    if (kind === 'empty')
      return chance.pick([
        '<table:table-cell/>',
        '<table:table-cell table:number-columns-repeated="2"/>',
        '<table:covered-table-cell/>',
      ]);
    if (kind === 'text') return `<table:table-cell office:value-type="string">${paragraphs(text)}</table:table-cell>`;
    const type = chance.pick(['float', 'percentage', 'currency']);
    const repeated = chance.is(0.1) ? ' table:number-columns-repeated="3"' : '';
    const formula = chance.is(0.2) ? ' table:formula="of:=[.A1]+1"' : '';
    return `<table:table-cell${repeated}${formula} office:value-type="${type}" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`;
  };
  const rows = grid.map((line) => {
    const repeated = chance.is(0.1) ? ' table:number-rows-repeated="2"' : '';
    return `<table:table-row${repeated}>${line.map(cell).join('')}</table:table-row>`;
  });
  return `<office:body><office:spreadsheet><table:table table:name="Kun &amp; tun"><table:table-column table:number-columns-repeated="6"/>${rows.join('')}</table:table></office:spreadsheet></office:body>`;
}

const officeNamespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

function xml2003(grid: Grid, chance: Chance): string {
  const rows = grid.map((line, row) => {
    const cells = line.map(([kind, text], column) => {
      if (kind === 'empty')
        return chance.pick(['<Cell/>', '<Cell ss:StyleID="zip"/>', '<Cell><Data ss:Type="String"></Data></Cell>']);
      const style = chance.pick(['', ' ss:StyleID="zip"', ' ss:StyleID="date"']);
      const index = chance.is(0.3) ? ` ss:Index="${column + 1}"` : '';
      return `<Cell${index}${style}><Data ss:Type="${kind === 'text' ? 'String' : 'Number'}">${escapeXml(text).replaceAll('\n', '&#10;')}</Data></Cell>`;
    });
    return `<Row${chance.is(0.3) ? ` ss:Index="${row + 1}"` : ''}>${cells.join('')}</Row>`;
  });
  return `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="zip"><NumberFormat ss:Format="000000"/></Style><Style ss:ID="date"><NumberFormat ss:Format="dd\\.mm\\.yyyy"/></Style></Styles><Worksheet ss:Name="Kun"><Table>${rows.join('')}</Table></Worksheet></Workbook>`;
}

function html(grid: Grid, chance: Chance): string {
  const rows = grid.map((line) => {
    const cells = line.map(([kind, text]) => {
      const span = chance.is(0.1) ? ' colspan="2"' : chance.is(0.1) ? ' rowspan="2"' : '';
      const number = kind === 'number' && chance.is(0.5) ? ` x:num="${text}"` : '';
      const shown = escapeXml(text).replaceAll('\n', '<br>');
      return `<td${span}${number} style="mso-number-format:'\\@'">${chance.is(0.2) ? `<p>${shown}</p>` : shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const body = `<tbody>${rows.join('')}</tbody>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>td { color: red }</style></head><body><table border="1">${body}</table></body></html>`;
}

/** A file of one of these formats. */
export function madeMarkup(seed: number, chance: Chance): FileToRewrite {
  const grid = [[['text', 'id'] as const, ['text', 'Исм'] as const], ...madeGrid(chance)];
  const kind = chance.pick(['ods', 'fods', 'xml2003', 'html', 'csv'] as const);
  const name = `made-${seed}.${kind}`;
  switch (kind) {
    case 'fods':
      return {
        name,
        kind,
        bytes: Buffer.from(
          `<office:document ${officeNamespaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${content(grid, chance)}</office:document>`,
        ),
      };
    case 'ods':
      return {
        name,
        kind,
        bytes: zip([
          { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
          {
            name: 'content.xml',
            data: `<office:document-content ${officeNamespaces}>${content(grid, chance)}</office:document-content>`,
          },
        ]),
      };
    case 'xml2003':
      return { name, kind, bytes: Buffer.from(xml2003(grid, chance)) };
    case 'html':
      return { name, kind, bytes: Buffer.from(html(grid, chance)) };
    case 'csv':
      return {
        name,
        kind,
        bytes: Buffer.from(
          'sep=;\r\n' +
            grid.map((line) => line.map(([, text]) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\r\n'),
        ),
      };
  }
}
