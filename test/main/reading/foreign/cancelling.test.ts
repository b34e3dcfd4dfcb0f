/** Texts of markup are read in pieces: the progress is told in bytes of the file, and each can be the last. */
import { expect, it } from 'vitest';
import { readBytes, refusalOf } from '../../../support/read-bytes.ts';
import { zip } from '../../../support/zip-writer.ts';

const rows = <T>(make: (row: number) => T): T[] => Array.from({ length: 12_000 }, (_, row) => make(row));
const odf =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const odfRow = (row: number): string =>
  '<table:table-row><table:table-cell office:value-type="string">' +
  `<text:p>manzil ${row * 7919}</text:p></table:table-cell></table:table-row>`;
const odfBody =
  '<office:body><office:spreadsheet><table:table table:name="A">' +
  rows(odfRow).join('') +
  '</table:table></office:spreadsheet></office:body>';

const files: readonly (readonly [string, Uint8Array])[] = [
  [
    'a.html',
    Buffer.from(
      '<html><table>' +
        rows(
          (row) => `<tr><td>manzil ${row}</td><td>${row * 7919}</td><td>Toshkent shahri, Navoiy koʻchasi</td></tr>`,
        ).join('') +
        '</table></html>',
    ),
  ],
  [
    'a.xml',
    Buffer.from(
      '<?xml version="1.0"?>' +
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>' +
        rows((row) => `<Row><Cell><Data ss:Type="String">manzil ${row}</Data></Cell></Row>`).join('') +
        '</Table></Worksheet></Workbook>',
    ),
  ],
  [
    'a.fods',
    Buffer.from(
      '<?xml version="1.0"?>' +
        `<office:document ${odf} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${odfBody}` +
        '</office:document>',
    ),
  ],
  [
    'a.ods',
    zip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      {
        name: 'content.xml',
        data: `<?xml version="1.0"?><office:document-content ${odf}>${odfBody}</office:document-content>`,
        stored: true,
      },
    ]),
  ],
];

it.each(files)('%s', async (name, bytes) => {
  const told: number[] = [];
  const whole = await readBytes(bytes, { name, onProgress: (done) => told.push(done) });
  expect(whole.table.rowCount).toBe(12_000);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(bytes.length);

  const stop = new AbortController();
  const reading = readBytes(bytes, {
    name,
    signal: stop.signal,
    onProgress: (done, total) => void (done < total && stop.abort()),
  });
  expect(await refusalOf(reading)).toBe('reading.cancelled');
});
