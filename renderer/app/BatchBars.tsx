/** What a file asks or tells as a whole, over the page above its bottom line: whose orders it holds, else what changed since. */
import type { ReactNode } from 'react';
import { useBatch } from '../client/use-batch.ts';
import { EarlierBar } from '../earlier/EarlierBar.tsx';
import { asksForShop, ShopBar } from '../shops/ShopBar.tsx';
import classes from './App.module.css';

export function BatchBars({ batchId }: { readonly batchId: string }): ReactNode {
  const { summary } = useBatch(batchId);
  return (
    <div className={classes['bars']}>
      {asksForShop(summary) ? <ShopBar batchId={batchId} /> : <EarlierBar batchId={batchId} />}
    </div>
  );
}
