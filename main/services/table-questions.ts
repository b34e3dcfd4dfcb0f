/** What is said and asked of a sheet that holds several tables. */
import { rowInTable, rowName, sheetPlaceOf } from '../../shared/domain/model/sheet-rows.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import type { Issue, QuestionAnswer } from '../../shared/domain/model/issues.ts';
import type { FoundTable } from '../../shared/domain/sheets/find-tables.ts';
import { areAlike, type CountedOn } from '../../shared/domain/sheets/stack-tables.ts';
import {
  formatSheetRange,
  tablesTogether,
  wholeSheet,
  type SheetRange,
} from '../../shared/domain/sheets/sheet-range.ts';

/** Headings by which a table is named in a list. */
export const namedHeadings = 4;
/** Tables that a sentence lists. */
const namedTables = 5;

/** Asks which of the tables holds the orders, or says that they were read together. */
export function tableQuestion(tables: readonly FoundTable[], chosen: SheetRange | typeof tablesTogether): Issue {
  const text = chosen === tablesTogether ? '' : formatSheetRange(chosen);
  const isChosen = ({ range }: FoundTable): boolean => formatSheetRange(range) === text;
  const ordered = [...tables.filter(isChosen), ...tables.filter((table) => !isChosen(table))];
  const others = chosen === tablesTogether ? ordered : ordered.slice(1);
  const list =
    others
      .slice(0, namedTables)
      .map(
        ({ range, rows, headings }) =>
          `${formatSheetRange(range)} (${rows}: ${headings.slice(0, namedHeadings).join(', ')})`,
      )
      .join('; ') + (others.length > namedTables ? ' …' : '');
  const read = (range: string): QuestionAnswer['fix'] => ({
    kind: 'setReading',
    answer: 'readTable',
    params: { range },
    reading: { range },
  });
  const together: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'tablesTogether', params: {}, reading: { range: tablesTogether } },
  };
  const answers: QuestionAnswer[] = [
    ...(chosen === tablesTogether ? [together] : []),
    ...ordered.slice(0, namedTables).map(({ range }) => ({ fix: read(formatSheetRange(range)) })),
    { fix: { kind: 'setReading', answer: 'wholeSheet', params: {}, reading: { range: wholeSheet } } },
  ];
  return {
    code: chosen === tablesTogether ? 'reading.tablesTogether' : 'reading.otherTables',
    // Orders of a table that is read alone would be lost with those beside it.
    severity: chosen !== tablesTogether && areAlike(tables) ? 'error' : 'warning',
    scope: 'file',
    params: { count: tables.length, range: text, tables: list },
    ...(answers[0] ? { fix: answers[0].fix } : {}),
    answers,
  };
}

/** Says how the rows of a table beside the others are counted. */
export function countedOnIssue({ range, row, here }: CountedOn, { sheetNames }: Table): Issue {
  const params = {
    range: formatSheetRange(range),
    row: rowName(sheetNames, rowInTable(sheetPlaceOf(here), row)),
    here: rowName(sheetNames, here),
  };
  return { code: 'reading.rowsCountedOn', severity: 'notice', scope: 'file', params };
}
