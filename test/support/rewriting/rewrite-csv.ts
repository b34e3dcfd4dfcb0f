/** Makes of a text table another one that means the same: quotes, delimiter, ends of line, encoding. */
import type { Table } from '../../../shared/domain/table/table.ts';
import { encodeText } from '../encode-text.ts';
import type { Chance } from './chance.ts';

/** The cells of a table as text. A `sep=` line names the delimiter where it may be taken for another one. */
export function writeCsv(table: Table, chance: Chance): Buffer {
  const delimiter = chance.pick([',', ';', '\t', '|']);
  const end = chance.pick(['\n', '\r\n', '\r']);
  const quotesAll = chance.is(0.2);
  const isRagged = chance.is(0.2);
  const lines: string[] = [];
  for (let index = 0; index < table.rowCount; index++) {
    // Blank lines count.
    while (lines.length + 1 < table.rowNumber(index)) lines.push('');
    const cells: string[] = Array.from({ length: table.columnCount }, () => '');
    table.forEachCell(index, (column, _kind, text) => {
      cells[column] = text;
    });
    if (isRagged) while (cells.length > 1 && cells.at(-1) === '') cells.pop();
    lines.push(
      cells
        .map((text) => {
          const mustBeQuoted = /["\r\n]/.test(text) || text.includes(delimiter) || /^\s|\s$/.test(text);
          return mustBeQuoted || quotesAll || (text !== '' && chance.is(chance.share / 3))
            ? `"${text.replaceAll('"', '""')}"`
            : text;
        })
        .join(delimiter),
    );
  }
  const separator = `sep=${delimiter}${end}`;
  const text = separator + lines.join(end) + chance.pick(['', end]);
  const oneByte = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'];
  const encoding = chance.pick(['utf-8', 'utf-8', 'utf-16le', 'utf-16be', ...oneByte]);
  if (!oneByte.includes(encoding)) return encodeText(text, encoding, encoding !== 'utf-8' || chance.is(0.5));
  try {
    return encodeText(text, encoding, false);
  } catch {
    return Buffer.from(text);
  }
}
