/** A hook for the grid's columns of a batch, with the widths set by the operator. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BatchSummary, ColumnView } from '../../../shared/contract/views.ts';
import { columnWord } from '../../../shared/messages/column-word.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import type { GridColumn } from '../../grid/columns.ts';
import { useWords } from '../../words/words.ts';
import { reviewColumns } from '../review-columns.ts';

export interface ReviewColumns {
  readonly columns: readonly GridColumn[];
  readonly columnViews: readonly ColumnView[];
  /** `width` in px; null: the width that fits heading and values. */
  readonly resize: (column: GridColumn, width: number | null) => void;
}

const noViews: readonly ColumnView[] = [];
/** Widths by batch and sheet column, for as long as the window is open. */
const kept = new Map<string, ReadonlyMap<number | null, number>>();

export function useReviewColumns(batchId: string, { choices, file }: BatchSummary): ReviewColumns {
  const { value, reload } = useChannelQuery('batch.getColumns', { batchId });
  const { t } = useWords();
  const [widths, setWidths] = useState<ReadonlyMap<number | null, number>>(() => kept.get(batchId) ?? new Map());
  // The columns depend on the choices and the sheet only; edits do not change them.
  const reading = JSON.stringify([choices, file]);
  const read = useRef(reading);
  useEffect(() => {
    if (read.current !== reading) void reload();
    read.current = reading;
  }, [reading, reload]);
  const columnViews = value?.columns ?? noViews;
  const columns = useMemo(
    () => reviewColumns(columnViews, widths, (column) => columnWord(t, column)),
    [columnViews, widths, t],
  );
  const resize = useCallback(
    ({ column }: GridColumn, width: number | null) => {
      setWidths((old) => {
        const changed = new Map(old);
        if (width === null) changed.delete(column);
        else changed.set(column, width);
        kept.set(batchId, changed);
        return changed;
      });
    },
    [batchId],
  );
  return { columns, columnViews, resize };
}
