/** Subjects: a CSV file read to cells; ours from the file, the others from its decoded text. */
import fs from 'node:fs';
import { readSheetFile } from '../../main/reading/read-file.ts';
import { textArgument, timed, type Arguments, type Subjects } from '../subject.ts';

const delimiter = ';';

const decoded = (args: Arguments): string =>
  new TextDecoder('utf-8').decode(fs.readFileSync(textArgument(args, 'file')));

function cellsIn(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  for (const row of rows) cells += row.length;
  return cells;
}

export const subjects: Subjects = {
  ours: async (args) => {
    const { ms, value } = await timed(() => readSheetFile({ path: textArgument(args, 'file') }));
    return { ms, cells: value.table.cellCount };
  },
  papaparse: async (args) => {
    const { default: papaparse } = await import('papaparse');
    const text = decoded(args);
    const { ms, value } = await timed(() => papaparse.parse<string[]>(text, { delimiter, skipEmptyLines: true }));
    return { ms, cells: cellsIn(value.data) };
  },
  csvParse: async (args) => {
    const { parse } = await import('csv-parse/sync');
    const text = decoded(args);
    const { ms, value } = await timed(() => parse(text, { delimiter, skip_empty_lines: true }));
    return { ms, cells: cellsIn(value) };
  },
  udsv: async (args) => {
    const { inferSchema, initParser } = await import('udsv');
    const text = decoded(args);
    const { ms, value } = await timed(() =>
      initParser(inferSchema(text, { col: delimiter, header: () => [] })).stringArrs(text),
    );
    return { ms, cells: cellsIn(value as string[][]) };
  },
  /** Without quoting: the least that splitting a text can cost. */
  split: async (args) => {
    const text = decoded(args);
    const { ms, value } = await timed(() => text.split('\r\n').map((line) => line.split(delimiter)));
    return { ms, pieces: cellsIn(value) };
  },
};
