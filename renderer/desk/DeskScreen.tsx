/** The review desk: counted filters, the grid, and the panel about what is selected. */
import type { ReactNode } from 'react';

export function DeskScreen({ batchId }: { readonly batchId: string }): ReactNode {
  return <main data-testid="desk" data-batch={batchId} />;
}
