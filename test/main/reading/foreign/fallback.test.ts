/** Workbooks that our own reader does not understand, and a library does. */
import { describe, expect, it } from 'vitest';
import type { StartForeignReader } from '../../../../main/ports.ts';
import { readEverySheet } from '../../../../main/reading/read-file.ts';
import { localReader } from '../../../support/local-reader.ts';
import { cellsOf, readBytes, refusalOf } from '../../../support/read-bytes.ts';
import { workbook } from '../../../support/xlsx-writer.ts';
import { zip, type ZipPart } from '../../../support/zip-writer.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>700001</v></c></row>';

/** A workbook whose relationships name another sheet than the workbook does. */
function misnamed(
  sheetXml = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  ...more: readonly ZipPart[]
): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      data:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Override PartName="/xl/workbook.xml" ' +
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        '<Override PartName="/xl/worksheets/sheet1.xml" ' +
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
        '</Types>',
    },
    {
      name: '_rels/.rels',
      data:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>` +
        '</Relationships>',
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Kun" sheetId="1" r:id="rId9"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheetXml },
    ...more,
  ]);
}

const never: StartForeignReader = () => {
  throw new Error('no process may be started');
};

describe('a workbook that only the library understands', () => {
  it('is read, with a warning', async () => {
    const file = await readBytes(misnamed(), { foreign: localReader });
    expect(file).toMatchObject({ format: 'xlsx', sheets: [{ name: 'Kun', hidden: false }] });
    expect(cellsOf(file.table)).toEqual({ A1: 'id', A2: 'n:700001' });
    expect(file.issues).toEqual([{ code: 'reading.otherReader', severity: 'warning', scope: 'file', params: {} }]);
  });

  it('with all of its sheets', async () => {
    const sheets: unknown[] = [];
    for await (const { table } of readEverySheet({ bytes: misnamed(), name: 'a.xlsx' }, { foreign: localReader }))
      sheets.push(cellsOf(table));
    expect(sheets).toEqual([{ A1: 'id', A2: 'n:700001' }]);
  });

  it('is refused as before where nobody starts a process', async () => {
    expect(await refusalOf(readBytes(misnamed()))).toBe('reading.brokenWorkbook');
  });
});

describe('the library is not asked', () => {
  it.each<[string, Buffer, string]>([
    [
      'for a hostile workbook',
      misnamed('<!DOCTYPE a><worksheet/>', {
        name: 'xl/styles.xml',
        data: '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>',
      }),
      'reading.brokenWorkbook',
    ],
    ['for what is no workbook', zip([{ name: 'photo.jpg', data: 'x' }]), 'reading.zipWithoutSheet'],
    ['for a cut zip', misnamed().subarray(0, 700), 'reading.incomplete'],
  ])('%s', async (_, bytes, code) => {
    expect(
      await refusalOf(readBytes(bytes, { foreign: code === 'reading.brokenWorkbook' ? localReader : never })),
    ).toBe(code);
  });
});

describe('what the library reads short is refused as our reader refused it', () => {
  it('rows that break off', async () => {
    expect(
      await refusalOf(
        readBytes(misnamed(`<worksheet xmlns="${main}"><sheetData>${rows}<row r="3"><c r="A3"><v>7`), {
          foreign: localReader,
        }),
      ),
    ).toBe('reading.brokenWorkbook');
  });

  it('one sheet of several', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'A', rows },
        { name: 'B', xml: `<worksheet xmlns="${main}"><sheetData>${rows}` },
      ],
    });
    expect(await refusalOf(readBytes(bytes, { foreign: localReader, sheet: 'B' }))).toBe('reading.brokenWorkbook');
  });

  it('a text that is not among the shared ones', async () => {
    const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}<row r="3"><c r="A3" t="s"><v>7</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(readBytes(misnamed(sheet), { foreign: localReader }))).toBe('reading.brokenWorkbook');
  });

  it('a wrong checksum', async () => {
    expect(
      await refusalOf(
        readBytes(misnamed(undefined, { name: 'xl/theme.xml', data: 'x', declaredChecksum: 7 }), {
          foreign: localReader,
        }),
      ),
    ).toBe('reading.brokenWorkbook');
  });
});
