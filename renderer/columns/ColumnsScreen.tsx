/** What each column of the sheet was taken for, and what is still missing. */
import type { ReactNode } from 'react';

export function ColumnsScreen({ batchId }: { readonly batchId: string; readonly onDone: () => void }): ReactNode {
  return <main data-testid="columns" data-batch={batchId} />;
}
