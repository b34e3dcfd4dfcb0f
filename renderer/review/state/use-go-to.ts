/** A hook to go to a cell by Excel's row and the sheet's column, under any filter. */
import { useCallback, type RefObject } from 'react';
import type { CollapsedOrders } from '../../../shared/contract/facets.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { call } from '../../client/call.ts';
import type { RowWindows } from '../../grid/row-windows.ts';
import { withFold } from '../filter-changes.ts';
import type { GridColumn } from '../../grid/columns.ts';
import type { GridHandle } from '../../grid/Grid.tsx';
import { cellSelection, type Selection } from '../../grid/selection.ts';
import type { CellPosition } from '../../../shared/domain/model/issues.ts';

interface GoToHost {
  readonly batchId: string;
  readonly filter: RowFilter;
  readonly collapsed: CollapsedOrders;
  readonly rows: RowWindows;
  readonly fold: (orderKey: string, folded: boolean) => void;
  readonly columns: readonly GridColumn[];
  readonly grid: RefObject<GridHandle | null>;
  /** Sets the cell to go to once the rows of another filter have loaded. */
  readonly setPendingTarget: (place: CellPosition) => void;
  readonly setSelection: (selection: Selection) => void;
  readonly showAll: () => void;
}

/** The position of a sheet's column in the grid; 0 if it is not shown. */
export function columnPosition(columns: readonly GridColumn[], column: number): number {
  return Math.max(
    0,
    columns.findIndex((one) => one.column === column),
  );
}

/** Goes to the cell; if the filter hides its row, the filter is reset. Resolves to whether the row exists. */
export function useGoTo({
  batchId,
  filter,
  collapsed,
  rows,
  fold,
  columns,
  grid,
  setPendingTarget,
  setSelection,
  showAll,
}: GoToHost): (place: CellPosition) => Promise<boolean> {
  return useCallback(
    async (place) => {
      const indexUnder = async (under: RowFilter): Promise<number> => {
        const answer = await call('batch.findRow', { batchId, filter: under, row: place.row });
        return answer.ok ? answer.value.index : -1;
      };
      let index = await indexUnder({ ...filter, collapsed });
      const unfolded = index >= 0 ? -1 : await indexUnder(filter);
      if (unfolded >= 0) {
        const answer = await call('batch.getRows', { batchId, filter, from: unfolded, count: 1 });
        const orderKey = answer.ok ? answer.value.rows[0]?.orderKey : null;
        if (orderKey == null) return false;
        const shown = rows.waitForRefresh();
        fold(orderKey, false);
        await shown;
        index = await indexUnder({ ...filter, collapsed: withFold(collapsed, orderKey, false) });
      }
      if (index >= 0) {
        const column = columnPosition(columns, place.column);
        setSelection(cellSelection(index, column));
        grid.current?.reveal({ index, column });
        return true;
      }
      if ((await indexUnder({ show: 'all', cause: null, search: '' })) < 0) return false;
      setPendingTarget(place);
      showAll();
      return true;
    },
    [batchId, filter, collapsed, rows, fold, columns, grid, setPendingTarget, setSelection, showAll],
  );
}
