/** Going to a cell by Excel's row and the sheet's column, wherever the filter has put it. */
import { useCallback, type RefObject } from 'react';
import type { RowFilter } from '../../shared/contract/views.ts';
import { call } from '../client/call.ts';
import type { GridColumn } from '../grid/columns.ts';
import type { GridHandle } from '../grid/Grid.tsx';
import { cellSelection, type Selection } from '../grid/selection.ts';
import type { CellPlace } from './panel/OrderValues.tsx';

interface GoToHost {
  readonly batchId: string;
  readonly filter: RowFilter;
  readonly columns: readonly GridColumn[];
  readonly grid: RefObject<GridHandle | null>;
  /** Where the rows of another filter begin, once they are there. */
  readonly want: (place: CellPlace) => void;
  readonly setSelection: (selection: Selection) => void;
  readonly showAll: () => void;
}

/** The position of a sheet's column in the grid; the first one where it is not among them. */
export function positionOf(columns: readonly GridColumn[], column: number): number {
  return Math.max(0, columns.findIndex((one) => one.column === column));
}

/** Goes to the cell; where the filter hides its row, the filter is taken away. Answers whether the row is there at all. */
export function useGoTo({ batchId, filter, columns, grid, want, setSelection, showAll }: GoToHost): (place: CellPlace) => Promise<boolean> {
  return useCallback(
    async (place) => {
      const indexUnder = async (under: RowFilter): Promise<number> => {
        const answer = await call('batch.indexOfRow', { batchId, filter: under, row: place.row });
        return answer.ok ? answer.value.index : -1;
      };
      const index = await indexUnder(filter);
      if (index >= 0) {
        const column = positionOf(columns, place.column);
        setSelection(cellSelection(index, column));
        grid.current?.reveal({ index, column });
        return true;
      }
      if ((await indexUnder({ show: 'all', cause: null, search: '' })) < 0) return false;
      want(place);
      showAll();
      return true;
    },
    [batchId, filter, columns, grid, want, setSelection, showAll],
  );
}
