/** What a file is, by its content, and what is said of those that are no spreadsheets. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEverySheet, readSheetFile } from '../../../main/reading/read-file.ts';
import { languages, sentence } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { FailureError } from '../../../shared/result.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../support/read-bytes.ts';
import { workbook } from '../../support/xlsx-writer.ts';
import { zip } from '../../support/zip-writer.ts';

const table = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
const cells = { A1: 'id', A2: 'n:1' };

/** A compound file whose directory holds streams of these names. */
function compoundFile(...names: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(0, 48);
  ['Root Entry', ...names].forEach((name, index) => {
    const at = 512 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
  });
  return bytes;
}

describe('formats that are refused', () => {
  const latin = (text: string): Buffer => Buffer.from(text.padEnd(600, '\0'), 'latin1');
  const cases: readonly (readonly [title: string, bytes: Uint8Array, code: string, name?: string])[] = [
    ['an empty file', Buffer.alloc(0), 'reading.empty'],
    ['a file of zeros', Buffer.alloc(9000), 'reading.zeros'],
    ['a workbook with a password', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'reading.passwordProtected'],
    ['an old workbook', compoundFile('Workbook'), 'reading.xls'],
    ['a very old workbook', compoundFile('Book'), 'reading.xls'],
    ['a workbook older than that', latin('\x09\x08\x08\x00\x00\x05\x05\x00'), 'reading.xls'],
    ['an old document', compoundFile('WordDocument'), 'reading.word'],
    ['another compound file', compoundFile('__properties_version1.0'), 'reading.notSpreadsheet'],
    ['a cut compound file', compoundFile('Workbook').subarray(0, 300), 'reading.incomplete'],
    ['a compound file cut after its header', compoundFile('Workbook').subarray(0, 512), 'reading.incomplete'],
    [
      'a binary workbook',
      zip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.bin', data: '' },
      ]),
      'reading.xlsb',
    ],
    [
      'a document',
      zip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'word/document.xml', data: '' },
      ]),
      'reading.word',
    ],
    [
      'slides',
      zip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'ppt/presentation.xml', data: '' },
      ]),
      'reading.word',
    ],
    [
      'a LibreOffice sheet',
      zip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '' },
      ]),
      'reading.ods',
    ],
    [
      'Apple Numbers',
      zip([
        { name: 'Index/Document.iwa', data: '' },
        { name: 'preview.jpg', data: '' },
      ]),
      'reading.numbers',
    ],
    ['a zip of pictures', zip([{ name: 'photo.jpg', data: 'x' }]), 'reading.zipWithoutSheet'],
    ['an empty zip', zip([]), 'reading.zipWithoutSheet'],
    ['half a zip', Buffer.from('PK\x03\x04 and no more'), 'reading.incomplete'],
    ['a later part of a zip', Buffer.from('PK\x07\x08 and no more'), 'reading.incomplete'],
    ['a PDF', latin('%PDF-1.7\n'), 'reading.pdf'],
    ['a RAR', latin('Rar!\x1a\x07\x01\x00'), 'reading.archive'],
    ['a 7z', latin('7z\xbc\xaf\x27\x1c'), 'reading.archive'],
    ['a PNG', latin('\x89PNG\r\n\x1a\n'), 'reading.image'],
    ['a JPEG', latin('\xff\xd8\xff\xe0'), 'reading.image'],
    ['a WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'reading.image'],
    ['a HEIC', latin('\0\0\0\x18ftypheic'), 'reading.image'],
    ['a BMP', latin('BM\x36\0\0\0'), 'reading.image'],
    ['a video', latin('\0\0\0\x18ftypisom'), 'reading.notSpreadsheet'],
    ['a program', latin('MZ\x90\0'), 'reading.notSpreadsheet'],
    [
      'bytes of anything',
      Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 31) % 256)),
      'reading.notSpreadsheet',
    ],
    ['a shortcut', latin('L\0\0\0\x01\x14\x02\0\0\0\0\0'), 'reading.shortcut'],
    ['a link', Buffer.from('[InternetShortcut]\r\nURL=https://example.uz\r\n'), 'reading.shortcut'],
    [
      'a link to Google Sheets',
      Buffer.from('{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}'),
      'reading.googleShortcut',
    ],
    ['JSON', Buffer.from('[{"order_id": 1}]'), 'reading.notSpreadsheet'],
    [
      'a web page without a table',
      Buffer.from('\ufeff\r\n<!DOCTYPE html><html><p>Kirish</p></html>'),
      'reading.pageWithoutTable',
      'orders.xls',
    ],
    [
      'a web page whose table is cut',
      Buffer.from('<html><table><tr><td>1</td></tr><tr><td>'),
      'reading.html',
      'orders.xls',
    ],
    [
      'a web page whose table is empty',
      Buffer.from('<style>td{}</style><table></table>'),
      'reading.noCells',
      'orders.xls',
    ],
    ['a saved web page', Buffer.from('MIME-Version: 1.0\r\n'), 'reading.html', 'orders.xls'],
    [
      'XML of Excel 2003 without sheets',
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      'reading.noSheets',
      'orders.xls',
    ],
    [
      'XML of Excel 2003 that is cut',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>'),
      'reading.xml2003',
      'orders.xls',
    ],
    ['a download that is not finished', Buffer.from('id;x\n1;2\n'), 'reading.downloading', 'orders.csv.crdownload'],
    [
      'LibreOffice’s mark of an open file',
      Buffer.from(',aziza,kassa-1,05.10.2026 09:00,file:///home/aziza;'),
      'reading.lockFile',
      '.~lock.orders.ods#',
    ],
    ['other XML', Buffer.from('<?xml version="1.0"?><orders/>'), 'reading.notSpreadsheet'],
    ['RTF', Buffer.from('{\\rtf1\\ansi}'), 'reading.word'],
    ['Excel’s mark of an open file', latin('\x05Aziza'), 'reading.lockFile', '~$orders.xlsx'],
  ];
  it.each(cases.map(([title, bytes, code, name = 'orders.xlsx']) => ({ title, bytes, code, name })))(
    '$title',
    async ({ bytes, code, name }) => {
      expect(await refusalOf(readBytes(bytes, { name }))).toBe(code);
    },
  );

  it.each(['BMW', 'MZakaz', 'PKod', 'ID3', 'RIFFat', 'GIF8', 'II*', 'Rar!'])(
    'a table whose first heading is %s is a table',
    async (heading) => {
      expect(await readCells(`${heading};narx\n1;2\n`, { name: 'a.csv' })).toEqual({
        A1: heading,
        B1: 'narx',
        A2: '1',
        B2: '2',
      });
    },
  );

  it('a comparison in the first heading is no web page', async () => {
    expect(await readCells('<5;narx\n1;2\n', { name: 'a.csv' })).toMatchObject({ A1: '<5', B2: '2' });
  });
});

describe('names say nothing', () => {
  it.each([['orders.xls'], ['orders.csv'], ['orders'], ['orders.pdf']])('a workbook called %s', async (name) => {
    expect(await readCells(workbook({ rows: table }), { name })).toEqual(cells);
  });

  it.each([['orders.xls'], ['orders.xlsx'], ['orders']])('a csv called %s', async (name) => {
    expect(await readCells('id;x\n1;2\n', { name })).toEqual({ A1: 'id', B1: 'x', A2: '1', B2: '2' });
  });
});

describe('packed spreadsheets', () => {
  it('the only spreadsheet of a zip is opened', async () => {
    const bytes = zip([
      { name: '__MACOSX/._orders.xlsx', data: 'x' },
      { name: 'photo.jpg', data: 'x' },
      { name: 'kun/', data: '' },
      { name: 'kun/~$orders.xlsx', data: 'x' },
      { name: 'kun/orders.xlsx', data: workbook({ rows: table }) },
    ]);
    expect(await readCells(bytes, { name: 'orders.zip' })).toEqual(cells);
  });

  it('a csv in a zip', async () => {
    const file = await readBytes(zip([{ name: 'orders.csv', data: 'id;x\n1;2\n' }]), { name: 'a.zip' });
    expect(file).toMatchObject({ format: 'csv', delimiter: ';', sheets: [{ name: 'orders' }] });
  });

  it('one behind a password is not', async () => {
    expect(await refusalOf(readBytes(zip([{ name: 'orders.xlsx', data: 'x', flags: 1 }]), { name: 'a.zip' }))).toBe(
      'reading.packedPassword',
    );
  });

  it('of several, none is chosen silently', async () => {
    const bytes = zip([
      { name: 'a.xlsx', data: workbook({ rows: table }) },
      { name: Buffer.from('ab\x8f.csv', 'latin1'), data: '1' },
    ]);
    await expect(readBytes(bytes, { name: 'b.zip' })).rejects.toMatchObject({
      failure: { code: 'reading.zipManyFiles', params: { file: 'b.zip', count: 2, files: '«a.xlsx», «abП.csv»' } },
    });
  });
});

describe('files on disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'order-importer-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('a workbook', async () => {
    const path = join(folder, 'buyurtma.xlsx');
    await writeFile(path, workbook({ rows: table }));
    expect(cellsOf((await readSheetFile({ path })).table)).toEqual(cells);
  });

  it('a csv', async () => {
    const path = join(folder, 'a.csv');
    await writeFile(path, 'id;x\n1;2\n');
    const told: number[] = [];
    const file = await readSheetFile({ path }, { onProgress: (done) => told.push(done) });
    expect(file.sheets).toEqual([{ name: 'a', hidden: false }]);
    expect(told.at(-1)).toBe(9);
  });

  it('one that is not there', async () => {
    await expect(readSheetFile({ path: join(folder, 'yoʻq.xlsx') })).rejects.toMatchObject({
      failure: { code: 'reading.notFound', params: { file: 'yoʻq.xlsx' } },
    });
  });

  it('one below a file', async () => {
    await writeFile(join(folder, 'file'), 'x');
    expect(await refusalOf(readSheetFile({ path: join(folder, 'file', 'a.xlsx') }))).toBe('reading.notFound');
  });

  it('a folder', async () => {
    expect(await refusalOf(readSheetFile({ path: folder }))).toBe('reading.folder');
  });

  it.runIf(process.platform === 'linux')('a device', async () => {
    expect(await refusalOf(readSheetFile({ path: '/dev/zero' }))).toBe('reading.notAFile');
  });

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('one that may not be read', async () => {
    const path = join(folder, 'secret.xlsx');
    await writeFile(path, workbook({ rows: table }));
    await chmod(path, 0);
    expect(await refusalOf(readSheetFile({ path }))).toBe('reading.noAccess');
  });

  it('one that is too big', async () => {
    const path = join(folder, 'big.csv');
    await writeFile(path, '');
    const { truncate } = await import('node:fs/promises');
    await truncate(path, 201 * 1024 * 1024);
    await expect(readSheetFile({ path })).rejects.toMatchObject({
      failure: { code: 'reading.tooBig', params: { megabytes: 201, limit: 200 } },
    });
  });
});

describe('every sheet', () => {
  async function sheetsOf(bytes: Uint8Array, name: string): Promise<unknown[]> {
    const sheets: unknown[] = [];
    for await (const file of readEverySheet({ bytes, name }))
      sheets.push([file.table.sheet, file.sheetIndex, cellsOf(file.table)]);
    return sheets;
  }

  it('of a workbook', async () => {
    const bytes = workbook({
      sheets: [{ name: 'One', rows: table }, { name: 'Two', state: 'hidden', rows: table }, { name: 'Three' }],
    });
    expect(await sheetsOf(bytes, 'a.xlsx')).toEqual([
      ['One', 0, cells],
      ['Two', 1, cells],
      ['Three', 2, {}],
    ]);
  });

  it('of a csv and of a packed csv', async () => {
    expect(await sheetsOf(Buffer.from('a;b\n'), 'a.csv')).toEqual([['a', 0, { A1: 'a', B1: 'b' }]]);
    expect(await sheetsOf(zip([{ name: 'b.csv', data: 'a;b\n' }]), 'a.zip')).toEqual([['b', 0, { A1: 'a', B1: 'b' }]]);
  });

  it('of a broken file: the refusal', async () => {
    await expect(sheetsOf(Buffer.from('%PDF-1.4'), 'a.xlsx')).rejects.toMatchObject({
      failure: { code: 'reading.pdf', params: { file: 'a.xlsx' } },
    });
  });
});

describe('sentences', () => {
  it.each(languages)('every refusal says in %s which file it is about', async (language) => {
    const error: unknown = await readBytes(Buffer.from('%PDF-1.4'), { name: 'narxlar.xlsx' }).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof FailureError)) throw new Error('not refused');
    expect(sentence(translatorFor(language), 'error', error.failure.code, error.failure.params)).toMatch(
      /«narxlar\.xlsx».*PDF.*\.$/,
    );
  });
});
