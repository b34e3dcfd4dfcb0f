/** Subjects: a workbook read to cells by our reader and by libraries; and only inflated, which no reader can beat. */
import fs from 'node:fs';
import { readSheetFile } from '../../main/reading/read-file.ts';
import { textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';
import { packedSheet } from './sheet-entry.ts';

/** Rows that the first-rows subjects read. */
const firstRows = 50;

/** Counts the non-empty cells of rows that a library returned as arrays. */
function cellsIn(rows: readonly (readonly unknown[] | undefined)[]): number {
  let cells = 0;
  for (const row of rows)
    if (row) for (const cell of row) if (cell !== null && cell !== undefined && cell !== '') cells++;
  return cells;
}

/** Reads with exceljs' stream reader until `most` rows were read. */
async function exceljsStream(args: Arguments, most: number): Promise<Numbers> {
  const { default: exceljs } = await import('exceljs');
  const { ms, value } = await timed(async () => {
    let rows = 0;
    let cells = 0;
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(textArgument(args, 'file'), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'emit',
    })) {
      for await (const row of sheet) {
        cells += row.actualCellCount;
        if (++rows === most) return { rows, cells };
      }
    }
    return { rows, cells };
  });
  return { ms, ...value };
}

async function hucreStream(args: Arguments, most: number): Promise<Numbers> {
  const { streamXlsxRows } = await import('hucre');
  const { ms, value } = await timed(async () => {
    let rows = 0;
    let cells = 0;
    for await (const { values } of streamXlsxRows(fs.readFileSync(textArgument(args, 'file')))) {
      cells += cellsIn([values]);
      if (++rows === most) break;
    }
    return { rows, cells };
  });
  return { ms, ...value };
}

/** Inflates the sheet piece by piece. */
async function inflated(file: string, visit: (piece: Buffer) => void): Promise<void> {
  const { createInflateRaw } = await import('node:zlib');
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  inflate.end(packedSheet(file));
  for await (const piece of inflate) visit(piece as Buffer);
}

export const subjects: Subjects = {
  ours: async (args) => {
    const { ms, value } = await timed(() => readSheetFile({ path: textArgument(args, 'file') }));
    return { ms, rows: value.table.rowCount, cells: value.table.cellCount };
  },
  oursFirst: async (args) => {
    const { ms, value } = await timed(() => readSheetFile({ path: textArgument(args, 'file') }, { firstRows }));
    return { ms, rows: value.table.rowCount };
  },
  exceljs: async (args) => {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    const { ms } = await timed(() => workbook.xlsx.readFile(textArgument(args, 'file')));
    let cells = 0;
    workbook.worksheets[0]?.eachRow((row) => {
      cells += row.actualCellCount;
    });
    return { ms, cells };
  },
  exceljsStream: (args) => exceljsStream(args, Number.POSITIVE_INFINITY),
  exceljsFirst: (args) => exceljsStream(args, firstRows),
  sheetjs: async (args) => {
    const { read } = await import('@e965/xlsx');
    const { ms, value } = await timed(() =>
      read(fs.readFileSync(textArgument(args, 'file')), {
        dense: true,
        raw: true,
        cellText: false,
        cellHTML: false,
        cellFormula: false,
      }),
    );
    const rows = (value.Sheets[value.SheetNames[0] ?? '']?.['!data'] ?? []) as (
      readonly { readonly v?: unknown }[] | undefined
    )[];
    return { ms, cells: cellsIn(rows.map((row) => row?.map((cell) => cell?.v))) };
  },
  readExcelFile: async (args) => {
    const { readSheet } = await import('read-excel-file/node');
    const { ms, value } = await timed(() => readSheet(textArgument(args, 'file')));
    return { ms, cells: cellsIn(value) };
  },
  hucre: async (args) => {
    const { readXlsx } = await import('hucre');
    const { ms, value } = await timed(() => readXlsx(fs.readFileSync(textArgument(args, 'file'))));
    return { ms, cells: cellsIn(value.sheets[0]?.rows ?? []) };
  },
  hucreStream: (args) => hucreStream(args, Number.POSITIVE_INFINITY),
  hucreFirst: (args) => hucreStream(args, firstRows),
  inflate: async (args) => {
    let bytes = 0;
    const { ms } = await timed(() => inflated(textArgument(args, 'file'), (piece) => (bytes += piece.length)));
    return { ms, bytes };
  },
  saxes: async (args) => {
    const { SaxesParser } = await import('saxes');
    let cells = 0;
    let characters = 0;
    const { ms } = await timed(async () => {
      const parser = new SaxesParser();
      parser.on('opentag', ({ name }) => {
        if (name === 'c') cells++;
      });
      parser.on('text', (text) => (characters += text.length));
      const decoder = new TextDecoder();
      await inflated(textArgument(args, 'file'), (piece) => parser.write(decoder.decode(piece, { stream: true })));
      parser.close();
    });
    return { ms, cells, characters };
  },
};
