/** The panel's tab with the batch's history, which is requested only while it is shown. */
import type { ReactNode } from 'react';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import type { GridColumn } from '../../grid/columns.ts';
import { HistoryList } from './HistoryList.tsx';

interface HistoryTabProps {
  readonly batchId: string;
  readonly version: number;
  readonly columns: readonly GridColumn[];
  readonly onGoTo: (sequence: number) => void;
  readonly onBringBack: () => void;
}

export function HistoryTab({ batchId, version, columns, onGoTo, onBringBack }: HistoryTabProps): ReactNode {
  const { value } = useChannelQuery('batch.getHistory', { batchId }, version);
  return <HistoryList history={value} columns={columns} onGoTo={onGoTo} onBringBack={onBringBack} />;
}
