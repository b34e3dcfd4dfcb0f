/** A table of orders and a table of their items on one sheet, read as one by the orders' numbers. */
import type { Issue, QuestionAnswer } from '../../shared/domain/model/issues.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import type { FoundTable } from '../../shared/domain/sheets/find-tables.ts';
import { joinSheetsCooperatively, type JoinedTable } from '../../shared/domain/sheets/join-sheets.ts';
import { findSheetPair, type SheetPair } from '../../shared/domain/sheets/order-sheets.ts';
import { areOneList } from '../../shared/domain/sheets/stack-tables.ts';
import { cutTable, formatSheetRange } from '../../shared/domain/sheets/sheet-range.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import { runCooperatively } from '../platform/cooperative.ts';

/** What becomes of the tables: joined, or asked about. */
export type TablesOfOrders =
  | { readonly isJoined: true; readonly joined: JoinedTable; readonly issues: readonly Issue[] }
  | { readonly isJoined: false; readonly issues: readonly Issue[] };

/** The answers to a question whether two lists are one: what they set is kept with the file's settings. */
export function joinAnswers(): readonly QuestionAnswer[] {
  const answered = (answer: string, joinSheets: Rules['joinSheets']): QuestionAnswer => ({
    fix: { kind: 'setRules', answer, rules: { joinSheets } },
  });
  return [answered('joinSheets', 'on'), answered('separateSheets', 'off')];
}

/** Two tables of the sheet that belong together as its orders and their items; null where there are none. */
function pairOfTables(table: Table, tables: readonly FoundTable[]): SheetPair | null {
  if (tables.length < 2 || areOneList(tables)) return null;
  return findSheetPair(
    tables.map(({ range }, sheetIndex) => {
      const part = cutTable(table, range);
      return { sheetIndex, table: part, rows: part.rowCount, hasMoreRows: false };
    }),
  );
}

/**
 * The sheet's orders with their items, where both stand in tables of their own and nobody said that they are apart.
 * @param remembered what was said of such a joined table before
 */
export async function ordersOfTables(
  table: Table,
  tables: readonly FoundTable[],
  wish: Rules['joinSheets'],
  remembered: (joined: Table) => Promise<Rules['joinSheets']>,
  signal: AbortSignal | undefined,
): Promise<TablesOfOrders | null> {
  const pair = wish === 'off' ? null : pairOfTables(table, tables);
  if (pair === null) return null;
  const joined = await runCooperatively(joinSheetsCooperatively(pair), signal);
  const decided = wish === 'ask' ? await remembered(joined.table) : wish;
  if (decided === 'off') return null;
  const rangeOf = ({ sheetIndex }: SheetPair['orders']): string => {
    const found = tables[sheetIndex];
    return found === undefined ? '' : formatSheetRange(found.range);
  };
  const [answers, names] = [joinAnswers(), { orders: rangeOf(pair.orders), items: rangeOf(pair.items) }];
  if (decided === 'on')
    return {
      isJoined: true,
      joined,
      issues: [
        { code: 'reading.tablesJoined', severity: 'notice', scope: 'file', params: names, answers },
        ...joined.issues,
      ],
    };
  const params = { ...names, ids: pair.itemOrderIdCount, known: pair.matchedIdCount };
  const fix = answers[0] ? { fix: answers[0].fix } : {};
  return {
    isJoined: false,
    issues: [{ code: 'reading.joinTables', severity: 'error', scope: 'file', params, ...fix, answers }],
  };
}
