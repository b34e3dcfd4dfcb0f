import { expect, it } from 'vitest';
import { rowInTable, rowName } from '../../../shared/domain/model/sheet-rows.ts';
import { cellAddress } from '../../../renderer/grid/columns.ts';

it.each([
  [{ row: 7 }, 'C', 'C7'],
  [{ row: 7 }, '', '7'],
  [{ row: 7, joinedRow: 3 }, 'Orders!C', 'Orders!C3'],
  // The order's other items have no row there.
  [{ row: 8 }, 'Orders!C', 'Orders!C'],
  [{ row: 3 }, 'B·2', 'B3·2'],
  [{ row: 7, joinedRow: 3 }, 'Orders!B·2', 'Orders!B3·2'],
  [{ row: rowInTable(1, 7) }, 'C', '02.12!C7'],
])('a cell of row %j in column «%s» stands at %s', (row, letters, place) => {
  const sheets = row.row > 100 ? ['01.12', '02.12'] : [];
  expect(cellAddress(row, { letters }, (number) => rowName(sheets, number))).toBe(place);
});
