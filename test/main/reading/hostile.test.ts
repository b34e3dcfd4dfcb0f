/** Files that are broken, cut, or made to harm: each is refused with its own words, quickly, and without filling the memory. */
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes, refusalOf } from '../../support/read-bytes.ts';
import { sheetXml, workbook, workbookParts, type WorkbookSpec } from '../../support/xlsx-writer.ts';
import { zip, type ZipPart } from '../../support/zip-writer.ts';

const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12345</v></c></row>';
const plain: WorkbookSpec = { rows: row.repeat(1), strings: '<si><t>x</t></si>' };

function changed(name: string, change: (part: ZipPart) => ZipPart, spec: WorkbookSpec = plain): Buffer {
  return workbook({ ...spec, part: (part) => (part.name === name ? change(part) : part) });
}
const sheet = 'xl/worksheets/sheet1.xml';

/** Packed zeros or spaces, without ever holding what they inflate to. */
function packedRun(byte: string, megabytes: number, before: string, after: string): { packed: Buffer; size: number } {
  // Full flushes end each piece at a byte, so that pieces can stand one after the other.
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024, byte), { finishFlush: constants.Z_FULL_FLUSH });
  const head = deflateRawSync(before, { finishFlush: constants.Z_FULL_FLUSH });
  return {
    packed: Buffer.concat([head, ...Array.from({ length: megabytes }, () => piece), deflateRawSync(after)]),
    size: before.length + after.length + megabytes * 1024 * 1024,
  };
}

function bomb(byte: string, megabytes: number, before: string, after: string, part = sheet): Buffer {
  const { packed, size } = packedRun(byte, megabytes, before, after);
  return changed(part, (one) => ({ ...one, data: '', packed, declaredSize: size, declaredChecksum: 0 }));
}

describe('bombs', () => {
  const cases: readonly (readonly [string, () => Buffer, string])[] = [
    ['spaces between rows', () => bomb(' ', 400, '<worksheet><sheetData>', '</sheetData></worksheet>'), 'reading.bomb'],
    [
      'spaces inside one cell',
      () => bomb(' ', 60, '<worksheet><sheetData><row><c><v>', '</v></c></row></sheetData></worksheet>'),
      'reading.brokenWorkbook',
    ],
    ['an endless comment', () => bomb('-', 400, '<worksheet><!--', '--><sheetData/></worksheet>'), 'reading.bomb'],
    ['an endless tag', () => bomb('a', 60, '<worksheet><', '><sheetData/></worksheet>'), 'reading.brokenWorkbook'],
    [
      'an endless attribute',
      () => bomb('a', 60, '<worksheet><sheetData><row x="', '"/></sheetData></worksheet>'),
      'reading.brokenWorkbook',
    ],
    [
      'one endless shared string',
      () => bomb('x', 60, '<sst><si><t>', '</t></si></sst>', 'xl/sharedStrings.xml'),
      'reading.brokenWorkbook',
    ],
    [
      'endless shared strings',
      () => {
        const piece = '<si/>'.repeat(200_000);
        const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH });
        const count = 300;
        return changed('xl/sharedStrings.xml', (one) => ({
          ...one,
          data: '',
          packed: Buffer.concat([
            deflateRawSync('<sst>', { finishFlush: constants.Z_FULL_FLUSH }),
            ...Array.from({ length: count }, () => packed),
            deflateRawSync('</sst>'),
          ]),
          declaredSize: 11 + count * piece.length,
          declaredChecksum: 0,
        }));
      },
      'reading.bomb',
    ],
    [
      'a workbook part without end',
      () => bomb(' ', 70, '<workbook>', '</workbook>', 'xl/workbook.xml'),
      'reading.bomb',
    ],
    [
      'a styles part without end',
      () => bomb(' ', 70, '<styleSheet>', '</styleSheet>', 'xl/styles.xml'),
      'reading.bomb',
    ],
    [
      'the declared size too small',
      () => changed(sheet, (part) => ({ ...part, declaredSize: 10 })),
      'reading.brokenZip',
    ],
    [
      'the declared size too large',
      () => changed(sheet, (part) => ({ ...part, declaredSize: 1_000_000 })),
      'reading.brokenZip',
    ],
    ['a wrong checksum', () => changed(sheet, (part) => ({ ...part, declaredChecksum: 12345 })), 'reading.brokenZip'],
    [
      'ten thousand entries',
      () => zip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}`, data: '' }))),
      'reading.tooManyParts',
    ],
    [
      'entries declared that are not there',
      () => workbook({ ...plain, zip: { declaredEntries: 1999 } }),
      'reading.brokenZip',
    ],
    [
      'a zip inside a zip',
      () => zip([{ name: 'a.xlsx', data: zip([{ name: 'b.xlsx', data: workbook(plain) }]) }]),
      'reading.zipWithoutSheet',
    ],
    [
      'all entries at one place',
      () => workbook({ ...plain, part: (part) => ({ ...part, declaredPosition: 0 }) }),
      'reading.brokenZip',
    ],
    [
      'an entry beyond the end',
      () => changed(sheet, (part) => ({ ...part, declaredPosition: 0x7fffffff })),
      'reading.incomplete',
    ],
    [
      'an entry longer than the file',
      () => changed(sheet, (part) => ({ ...part, declaredPackedSize: 0x7ffffff0 })),
      'reading.incomplete',
    ],
    [
      'two parts of one name',
      () => zip([...workbookParts(plain), { name: 'XL/Worksheets/Sheet1.xml', data: sheetXml({ rows: '' }) }]),
      'reading.brokenWorkbook',
    ],
    [
      'an unknown packing',
      () => changed(sheet, (part) => ({ ...part, method: 12, packed: Buffer.from(part.data as string) })),
      'reading.unknownPacking',
    ],
    [
      'packed garbage',
      () => changed(sheet, (part) => ({ ...part, packed: Buffer.alloc(500, 0xff) })),
      'reading.brokenZip',
    ],
    ['an encrypted entry', () => changed(sheet, (part) => ({ ...part, flags: 1 })), 'reading.passwordProtected'],
  ];
  it.each(cases)('%s', async (_, make, code) => {
    expect(await refusalOf(readBytes(make()))).toBe(code);
  });
});

describe('hostile XML', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    [
      'a DOCTYPE in the sheet',
      changed(sheet, (part) => ({
        ...part,
        data: (part.data as string).replace('<worksheet', `${doctype}<worksheet`),
      })),
      'reading.hostileXml',
    ],
    [
      'a DOCTYPE in the strings',
      workbook({ ...plain, parts: { 'xl/sharedStrings.xml': `${doctype}<sst><si><t>&b;</t></si></sst>` } }),
      'reading.hostileXml',
    ],
    [
      'a DOCTYPE in the workbook',
      workbook({ ...plain, parts: { 'xl/workbook.xml': `${doctype}<workbook/>` } }),
      'reading.hostileXml',
    ],
    [
      'a DOCTYPE in the styles',
      workbook({ ...plain, parts: { 'xl/styles.xml': `${doctype}<styleSheet/>` } }),
      'reading.hostileXml',
    ],
    [
      'a DOCTYPE inside a cell',
      workbook({ ...plain, rows: `<row><c><!DOCTYPE x []><v>1</v></c></row>` }),
      'reading.hostileXml',
    ],
    [
      'a DOCTYPE inside a string',
      workbook({ ...plain, strings: `<si><t>a<!DOCTYPE x []></t></si>` }),
      'reading.hostileXml',
    ],
    [
      'a cell beyond the last column',
      workbook({ ...plain, rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }),
      'reading.beyondSheet',
    ],
    [
      'a cell far beyond the last column',
      workbook({ ...plain, rows: '<row r="1"><c r="ZZZZZZZZZZZZZZZZ1"><v>1</v></c></row>' }),
      'reading.beyondSheet',
    ],
    [
      'a cell beyond the last row',
      workbook({ ...plain, rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }),
      'reading.beyondSheet',
    ],
    [
      'a row number without end',
      workbook({ ...plain, rows: `<row r="${'9'.repeat(400)}"><c><v>1</v></c></row>` }),
      'reading.beyondSheet',
    ],
    [
      'more rows than a sheet has, all empty',
      workbook({ ...plain, rows: '<row/>'.repeat(1_048_577) }),
      'reading.beyondSheet',
    ],
    [
      'one row over and over',
      workbook({ ...plain, rows: '<row r="1" hidden="1"/>'.repeat(1_048_577) }),
      'reading.brokenWorkbook',
    ],
    [
      'a cell whose address is none',
      workbook({ ...plain, rows: '<row r="1"><c r="R1C1"><v>1</v></c></row>' }),
      'reading.brokenWorkbook',
    ],
    [
      'a string that is not there',
      workbook({ ...plain, rows: '<row r="1"><c r="A1" t="s"><v>5</v></c></row>' }),
      'reading.brokenWorkbook',
    ],
    [
      'a string number that is none',
      workbook({ ...plain, rows: '<row r="1"><c r="A1" t="s"><v>length</v></c></row>' }),
      'reading.brokenWorkbook',
    ],
    ['no strings part', workbook({ rows: row }), 'reading.brokenWorkbook'],
    ['no sheet part', workbook({ ...plain, parts: { [sheet]: null } }), 'reading.brokenWorkbook'],
    ['no workbook part', workbook({ ...plain, parts: { 'xl/workbook.xml': null } }), 'reading.zipWithoutSheet'],
    [
      'a workbook without sheets',
      workbook({ ...plain, parts: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } }),
      'reading.noSheets',
    ],
    [
      'a workbook that is none',
      workbook({ ...plain, parts: { 'xl/workbook.xml': '<html></html>' } }),
      'reading.brokenWorkbook',
    ],
    [
      'a sheet that is none',
      workbook({ ...plain, parts: { [sheet]: '<html><sheetData/></html>' } }),
      'reading.brokenWorkbook',
    ],
    ['a sheet that is empty', workbook({ ...plain, parts: { [sheet]: '' } }), 'reading.brokenWorkbook'],
    [
      'a sheet without the end of its rows',
      workbook({ ...plain, parts: { [sheet]: `<worksheet><sheetData>${row}</worksheet>` } }),
      'reading.brokenWorkbook',
    ],
    [
      'a sheet without its end',
      workbook({ ...plain, parts: { [sheet]: `<worksheet><sheetData>${row}</sheetData>` } }),
      'reading.brokenWorkbook',
    ],
    [
      'a workbook without its end',
      workbook({ ...plain, parts: { 'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="rId1"/>' } }),
      'reading.brokenWorkbook',
    ],
    [
      'a relationship to nothing',
      workbook({
        ...plain,
        parts: { 'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="rId9"/></sheets></workbook>' },
      }),
      'reading.brokenWorkbook',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(readBytes(bytes))).toBe(code);
  });

  it('a merge over everything is only noted', async () => {
    const { table } = await readBytes(
      workbook({ ...plain, afterRows: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>` }),
    );
    expect(table.merged).toHaveLength(1000);
    expect(table.cellCount).toBe(2);
  });

  it('a million validations are passed over', async () => {
    const { table } = await readBytes(
      workbook({
        ...plain,
        afterRows:
          '<dataValidations>' +
          '<dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation>'.repeat(200_000) +
          '</dataValidations>',
      }),
    );
    expect(table.cellCount).toBe(2);
  });

  it('deep nesting is passed over', async () => {
    const { table } = await readBytes(
      workbook({
        ...plain,
        rows: `<row r="1"><c r="A1">${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}<v>1</v></c></row>`,
      }),
    );
    expect(table.text(0, 0)).toBe('1');
  });

  it('a number format without end says nothing', async () => {
    const { table } = await readBytes(
      workbook({ ...plain, formats: { 164: '['.repeat(200_000) }, cellFormats: [164] }),
    );
    expect(table.kind(0, 1)).toBe('number');
  });

  it.each([
    [
      'sheets without number, all of one part',
      workbook({
        ...plain,
        parts: {
          'xl/workbook.xml':
            '<workbook><sheets>' +
            Array.from({ length: 50_000 }, (_, index) => `<sheet name="S${index}" r:id="r${index}"/>`).join('') +
            '</sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships>' +
            Array.from(
              { length: 50_000 },
              (_, index) => `<Relationship Id="r${index}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`,
            ).join('') +
            '</Relationships>',
        },
      }),
      'reading.brokenWorkbook',
    ],
    [
      'tags without number in a small part',
      workbook({ ...plain, parts: { 'xl/styles.xml': `<styleSheet>${'<a/>'.repeat(1_000_001)}</styleSheet>` } }),
      'reading.brokenWorkbook',
    ],
    [
      'merges without number',
      workbook({ ...plain, afterRows: `<mergeCells>${'<mergeCell ref="A1"/>'.repeat(500_001)}</mergeCells>` }),
      'reading.brokenWorkbook',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(readBytes(bytes))).toBe(code);
  });

  it('long texts without number end the reading', async () => {
    const cells = Array.from({ length: 1002 }, () => '<c t="s"><v>0</v></c>').join('');
    expect(
      await refusalOf(
        readBytes(workbook({ rows: `<row>${cells}</row>`, strings: `<si><t>${'x'.repeat(33_000)}</t></si>` })),
      ),
    ).toBe('reading.tooManyLongCells');
  });
});

describe('hostile text tables', () => {
  it.each([
    ['a quoted cell of quotes that close nothing', `id;x\n"${'x"'.repeat(500_000)}`],
    ['such a cell that ends in spaces', `id;x\n"${'x"'.repeat(500_000)}${' '.repeat(500_000)};\n`],
    ['a quote that never closes', `id;x\n"${'x\n'.repeat(3_000_000)}`],
  ])('%s', async (_, text) => {
    expect(await refusalOf(readBytes(text, { name: 'a.csv' }))).toBe('reading.recordTooLong');
  });

  it.each([
    ['quoted and plain lines by turns, in one column', `id\n${'"a"\nb\n'.repeat(50_000)}`, 100_001],
    ['blank lines without number', `a;b\n1;2\n${'\n'.repeat(5_000_000)}`, 2],
    ['empty cells without number', `a;b\n1;2\n${';'.repeat(5_000_000)}`, 2],
    ['a few quotes that close nothing in every line', `id;x\n${'1;"a "b" c"   ;\n'.repeat(20_000)}`, 20_001],
  ])('%s are read', async (_, text, rows) => {
    expect((await readBytes(text, { name: 'a.csv' })).table.rowCount).toBe(rows);
  });

  it('a cell beyond the last row or column', async () => {
    expect(await refusalOf(readBytes(`a;b\n${'\n'.repeat(1_048_576)}1;2`, { name: 'a.csv' }))).toBe(
      'reading.beyondSheet',
    );
    expect(await refusalOf(readBytes(`a;b\n${';'.repeat(16_384)}1\n`, { name: 'a.csv' }))).toBe('reading.beyondSheet');
  });
});

describe('cut files', () => {
  const rows = Array.from(
    { length: 300 },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}"><v>${index * 7919}</v></c><c r="B${index + 1}" t="s"><v>${index % 3}</v></c></row>`,
  ).join('');
  const whole = workbook({ rows, strings: '<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>' });
  const refusals = [
    'reading.incomplete',
    'reading.brokenZip',
    'reading.brokenWorkbook',
    'reading.empty',
    'reading.notSpreadsheet',
    'reading.zipWithoutSheet',
  ];

  it('cut anywhere, a workbook is refused, never shorter', async () => {
    for (let length = 0; length < whole.length; length += 13)
      expect(refusals, `cut at ${length}`).toContain(await refusalOf(readBytes(whole.subarray(0, length))));
  });

  it('with its middle missing, a workbook is refused', async () => {
    for (let at = 40; at < whole.length - 200; at += 97) {
      const bytes = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 50)]);
      expect(refusals, `missing at ${at}`).toContain(await refusalOf(readBytes(bytes)));
    }
  });

  it('with a sheet whose packed bytes end early, a workbook is refused', async () => {
    const packed = deflateRawSync(sheetXml({ rows }));
    for (let length = 0; length < packed.length; length += 41) {
      const bytes = changed(sheet, (part) => ({ ...part, packed: packed.subarray(0, length) }), { rows });
      expect(refusals, `packed to ${length}`).toContain(await refusalOf(readBytes(bytes)));
    }
  });

  // A part of one piece, and one that is inflated piece by piece.
  it.each([300, 40_000])(
    'with wrong sums or sizes, or bytes behind the end, a sheet of %i rows is refused or read whole',
    async (count) => {
      const many = Array.from(
        { length: count },
        (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${(index * 7919) % 1_000_003}</v></c></row>`,
      ).join('');
      const packed = deflateRawSync(sheetXml({ rows: many }));
      const made = (facts: object): Buffer => changed(sheet, (part) => ({ ...part, packed, ...facts }), { rows: many });
      for (const facts of [{ declaredChecksum: 12_345 }, { declaredSize: 1000 }, { packed: packed.subarray(0, -50) }])
        expect(await refusalOf(readBytes(made(facts)))).toBe('reading.brokenZip');
      for (const facts of [{}, { declaredChecksum: 0 }, { packed: Buffer.concat([packed, Buffer.from('behind')]) }])
        expect((await readBytes(made(facts))).table.rowCount).toBe(count);
    },
  );

  it('with one bit turned, a workbook gives the same cells or is refused', async () => {
    const truth = JSON.stringify(await cellsOrRefusal(whole));
    expect(truth).toContain('7919');
    for (let at = 0; at < whole.length; at += 29) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await cellsOrRefusal(bytes);
      if (typeof outcome !== 'string') expect(JSON.stringify(outcome) === truth, `bit turned at ${at}`).toBe(true);
    }
  });

  async function cellsOrRefusal(bytes: Buffer): Promise<unknown> {
    const reading = readBytes(bytes);
    try {
      const { table } = await reading;
      return Array.from({ length: table.rowCount }, (_, index) => [
        table.rowNumber(index),
        table.text(index, 0),
        table.text(index, 1),
      ]);
    } catch {
      return refusalOf(reading);
    }
  }
});

describe('cancelling', () => {
  it.each([
    ['a workbook', workbook(plain)],
    ['a csv', Buffer.from('a;b\n1;2\n')],
  ])('%s, before it begins', async (_, bytes) => {
    const control = new AbortController();
    control.abort();
    expect(await refusalOf(readBytes(bytes, { signal: control.signal }))).toBe('reading.cancelled');
  });

  it.each([
    [
      'a workbook',
      workbook({
        rows: Array.from(
          { length: 60_000 },
          (_, index) => `<row><c><v>${index * 7919}</v></c><c><v>${(index * 104_729) % 7919}</v></c></row>`,
        ).join(''),
      }),
      'a.xlsx',
    ],
    [
      'a csv',
      Buffer.from('a;b;c\n' + Array.from({ length: 200_000 }, (_, index) => `${index};${index * 7};x\n`).join('')),
      'a.csv',
    ],
  ])('%s, in the middle', async (_, bytes, name) => {
    const control = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number, total: number): void => {
      told.push(done);
      expect(total).toBe(bytes.length);
      if (done > total / 3) control.abort();
    };
    expect(await refusalOf(readBytes(bytes, { name, signal: control.signal, onProgress }))).toBe('reading.cancelled');
    expect(told.length).toBeGreaterThan(0);
    expect(told.at(-1)).toBeLessThan(bytes.length);
  });
});

it('a packed stream is not taken for a table', async () => {
  expect(await refusalOf(readBytes(gzipSync('a;b\n1;2\n')))).toBe('reading.archive');
});
