/** Inflated bytes come in pieces that end anywhere: wherever they do, the same cells come out. */
import { describe, expect, it } from 'vitest';
import { CellCollector } from '../../../../main/reading/cells.ts';
import { SharedStringScanner } from '../../../../main/reading/xlsx/shared-strings.ts';
import { numberFormatOf } from '../../../../main/reading/xlsx/number-formats.ts';
import { SheetScanner } from '../../../../main/reading/xlsx/sheet-scanner.ts';
import { cellsOf } from '../../../support/read-bytes.ts';

const sheet = Buffer.from(
  '\ufeff<?xml version="1.0"?><!-- a > b --><worksheet xmlns="m"><dimension ref="A1:D9"/><sheetData>' +
    '<row r="1" spans=\'1:4\' hidden="1"><c r="A1" s="1"><v>45568.5</v></c><c r="B1" t="s"><v>1</v></c>' +
    '<c r="C1" t="inlineStr"><is><r><t>Ў</t></r><rPh><t>no</t></rPh><r><t>қ&amp;</t></r></is></c><c/></row>' +
    '<row><c t="str" ><f>A1&lt;"&gt;"</f><v>т<![CDATA[<е>]]>к<!-- x -->ст</v></c><c t="b"><v>1</v></c>' +
    '<c r=\'D2\'><v>-12</v></c></row><row r="9"/>' +
    '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
);

const strings = Buffer.from(
  '<sst xmlns="m"><si><t>a</t></si><!-- si --><si><r><rPr><t/></rPr><t xml:space="preserve">б </t></r><rPh>' +
    '<t>no</t></rPh><r><t>&#x432;</t></r></si><si/></sst>',
);

function scanSheet(pieces: Iterable<Buffer>): SheetScanner {
  const scanner = new SheetScanner({
    strings: ['a', 'б в'],
    numberFormats: ['General', 'dd.mm.yyyy'].map(numberFormatOf),
    cells: collector,
    firstRows: undefined,
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return scanner;
}

let collector = new CellCollector();

function* inPieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function readSheet(pieces: Iterable<Buffer>): unknown {
  collector = new CellCollector();
  const scanner = scanSheet(pieces);
  const table = collector.build({ sheet: 'S' }, scanner.text());
  return { cells: cellsOf(table), merged: scanner.merged, hidden: scanner.hiddenRows };
}

const expected = {
  cells: { A1: 'd:45568.5', B1: 'б в', C1: 'Ўқ&', A2: 'т<е>кст', B2: 'b:TRUE', D2: 'n:-12' },
  merged: [{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1 }],
  hidden: [1],
};

describe('pieces', () => {
  it('a sheet cut in two at every byte', () => {
    for (let at = 0; at <= sheet.length; at++)
      expect(readSheet([sheet.subarray(0, at), sheet.subarray(at)]), `cut at ${at}`).toEqual(expected);
  });

  it('a sheet in pieces of every size', () => {
    for (let size = 1; size < 80; size++)
      expect(readSheet(inPieces(sheet, size)), `pieces of ${size}`).toEqual(expected);
  });

  it('a sheet that ends at any byte before its end is refused', () => {
    const end = sheet.lastIndexOf('</worksheet>') + '</worksheet'.length;
    for (let at = 0; at <= end; at++)
      expect(() => readSheet([sheet.subarray(0, at)]), `ends at ${at}`).toThrow('reading.brokenWorkbook');
  });

  it('strings in pieces of every size', () => {
    for (let size = 1; size < 80; size++) {
      const scanner = new SharedStringScanner();
      for (const piece of inPieces(strings, size)) scanner.write(piece);
      scanner.end();
      expect(scanner.strings, `pieces of ${size}`).toEqual(['a', 'б в', '']);
    }
  });

  it('strings that end before their end are refused', () => {
    for (let at = 0; at < strings.length; at++) {
      const scanner = new SharedStringScanner();
      scanner.write(strings.subarray(0, at));
      expect(() => scanner.end(), `ends at ${at}`).toThrow('reading.brokenWorkbook');
    }
  });
});
