/** Reads several sheets of a workbook that list the same as one table: sheets of days, shops, operators. */
import { findDoubts, type FileDoubts } from '../../shared/domain/checking/file-doubts.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { ColumnField } from '../../shared/domain/model/fields.ts';
import { sheetsName } from '../../shared/domain/model/file-part.ts';
import type { Issue, QuestionAnswer } from '../../shared/domain/model/issues.ts';
import { defaultRules } from '../../shared/domain/model/rules.ts';
import { rowInTable } from '../../shared/domain/model/sheet-rows.ts';
import { findTables } from '../../shared/domain/sheets/find-tables.ts';
import { findRepeatedRows, type RepeatedRows } from '../../shared/domain/sheets/repeated-rows.ts';
import { areOneList, canStand, stackTables, type TableToStack } from '../../shared/domain/sheets/stack-tables.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import { FailureError } from '../../shared/result.ts';
import { limits } from '../reading/limits.ts';
import { countedOnIssue } from './table-questions.ts';

/**
 * The sheets of these names, each once, in the workbook's order.
 * @throws FailureError `reading.sheetsTooLarge` where they hold more than one sheet may
 */
export async function readSheets(
  names: readonly string[],
  readSheet: (name: string) => Promise<SheetFile>,
): Promise<readonly SheetFile[]> {
  const read = new Map<number, SheetFile>();
  let cells = 0;
  for (const name of new Set(names)) {
    const file = await readSheet(name);
    if (read.has(file.sheetIndex)) continue;
    read.set(file.sheetIndex, file);
    cells += file.table.cellCount;
    if (cells > limits.cells) throw new FailureError('reading.sheetsTooLarge', { limit: limits.cells });
  }
  return [...read.values()].toSorted((a, b) => a.sheetIndex - b.sheetIndex);
}

/** The fields of the table's columns, by its headings and values; none without headings. */
export function fieldsOfTable(table: Table, { headerRow }: Pick<Choices, 'headerRow'>): ReadonlySet<ColumnField> {
  const { headerIndex, mapping } = interpretColumns(table, { ...noChoices, headerRow });
  return new Set(headerIndex === null ? [] : (Object.keys(mapping.columns) as ColumnField[]));
}

/**
 * The sheets as one table under the first one's headings, with what was said of each.
 * @param now milliseconds since 1970
 * @throws FailureError `reading.sheetListsOther`, `reading.sheetHasTables`, `reading.sheetRepeats`, `reading.sheetDoubt`, and those of {@link unlikeCodes}, of a sheet
 * that cannot be read with the first
 */
export function joinAlikeSheets(
  files: readonly SheetFile[],
  choices: Pick<Choices, 'headerRow'>,
  now: number,
): { readonly table: Table; readonly issues: readonly Issue[] } {
  const [first] = files;
  if (first === undefined) throw new RangeError('no sheets');
  const fields = fieldsOfTable(first.table, choices);
  const tables = files.flatMap((file, place) => {
    const params = { sheet: file.table.sheet, first: first.table.sheet };
    if (!canStand({ fields }, { fields: fieldsOfTable(file.table, place === 0 ? choices : noChoices) }))
      throw new FailureError('reading.sheetListsOther', params);
    return tablesOfSheet(file.table, place) ?? failTables(params);
  });
  const { table, countedOn, unlike } = stackTables(tables, choices.headerRow);
  if (unlike !== null) {
    const { kind, heading, under } = unlike;
    const sheet = files[unlike.sheet]?.table.sheet ?? '';
    throw new FailureError(unlikeCodes[kind], { sheet, heading, first: first.table.sheet, under });
  }
  const plan = interpretColumns(table, { ...noChoices, headerRow: choices.headerRow });
  refuseVanishingDoubts(files, choices, doubtsOf(table, plan, now), now);
  const repeated = findRepeatedRows(table, plan);
  if (repeated?.sheet) {
    const { name, count } = repeated.sheet;
    throw new FailureError('reading.sheetRepeats', { sheet: name, count });
  }
  const counted = countedOn.map((one) => countedOnIssue(one, table));
  return {
    table,
    issues: [togetherIssue(table), ...repeatedIssues(repeated), ...counted, ...issuesOf(files, table)],
  };
}

const doubtsOf = (table: Table, plan: ColumnPlan, now: number): FileDoubts =>
  findDoubts(table, plan, defaultRules, now);

/**
 * What would be asked about the sums or days of one sheet alone must not go unasked because others have more of them: per cent
 * beside sums, thousands beside sums in full, days and months that Excel exchanged.
 */
function refuseVanishingDoubts(
  files: readonly SheetFile[],
  choices: Pick<Choices, 'headerRow'>,
  together: FileDoubts,
  now: number,
): void {
  for (const [place, { table }] of files.entries()) {
    const alone = doubtsOf(table, interpretColumns(table, place === 0 ? { ...noChoices, ...choices } : noChoices), now);
    const about = (['percent', 'smallPrice', 'exchangedDate'] as const).find(
      (doubt) => alone[doubt] !== null && together[doubt] === null,
    );
    if (about !== undefined) throw new FailureError('reading.sheetDoubt', { sheet: table.sheet, about });
  }
}

/** Single rows that stand on two sheets may be customers who ordered again: they are named. */
function repeatedIssues(repeated: RepeatedRows | null): readonly Issue[] {
  if (repeated === null) return [];
  const { count, example } = repeated;
  const params = { count, row: example[0], other: example[1] };
  return [{ code: 'reading.rowsOnSheets', severity: 'warning', scope: 'file', params }];
}

const unlikeCodes = {
  unit: 'reading.sheetUnit',
  field: 'reading.sheetColumn',
  day: 'reading.sheetDay',
  price: 'reading.sheetPrice',
} as const;

function failTables(params: { readonly sheet: string; readonly first: string }): never {
  throw new FailureError('reading.sheetHasTables', params);
}

/** The sheet's tables that are one list; null where they are not. */
function tablesOfSheet(table: Table, sheet: number): readonly TableToStack[] | null {
  const tables = findTables(table);
  if (tables.length < 2) return [{ whole: table, range: null, sheet }];
  return areOneList(tables) ? tables.map(({ range }) => ({ whole: table, range, sheet })) : null;
}

function togetherIssue({ sheetNames }: Table): Issue {
  const [first = ''] = sheetNames;
  const sheets = sheetsName(sheetNames);
  const count = sheetNames.length;
  const together: QuestionAnswer = {
    fix: {
      kind: 'setReading',
      answer: 'sheetsTogether',
      params: { sheets, count },
      reading: { together: [...sheetNames] },
    },
  };
  const alone: QuestionAnswer = {
    fix: { kind: 'setReading', answer: 'readSheet', params: { sheet: first }, reading: { sheet: first } },
  };
  return {
    code: 'reading.sheetsTogether',
    severity: 'notice',
    scope: 'file',
    params: { sheets, count },
    answers: [together, alone],
  };
}

/** What was said of each sheet, where its cells stand now; of all of them the same is said once. */
function issuesOf(files: readonly SheetFile[], table: Table): readonly Issue[] {
  const said = new Set<string>();
  return files.flatMap((file, place) =>
    file.issues.flatMap((issue) => {
      if (['reading.otherSheets', 'reading.unseenSheets', 'reading.preferredSheet'].includes(issue.code)) return [];
      const key = JSON.stringify([issue.code, issue.params]);
      if (issue.scope === 'file' && said.has(key)) return [];
      said.add(key);
      return [inTable(issue, place, table)];
    }),
  );
}

function inTable(issue: Issue, place: number, { stacked }: Table): Issue {
  const { row, column } = issue;
  const columns = [...(stacked[place]?.columns ?? [])];
  const here = columns.find(([, own]) => own === column)?.[0] ?? column;
  return {
    ...issue,
    ...(row === undefined ? {} : { row: rowInTable(place, row) }),
    ...(here === undefined ? {} : { column: here }),
  };
}
