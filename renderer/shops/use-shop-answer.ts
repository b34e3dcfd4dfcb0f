/** Says whose orders a file holds, as a hook. */
import { useAction } from '../app/state/use-action.ts';
import { useBatch } from '../client/use-batch.ts';

export function useShopAnswer(batchId: string): {
  readonly busy: boolean;
  readonly answer: (shop: string) => Promise<void>;
} {
  const { applyResult } = useBatch(batchId);
  const { busy, run } = useAction();
  const answer = async (shop: string): Promise<void> => {
    const changed = await run('batch.setShop', { batchId, shop });
    if (changed.ok) applyResult(changed);
  };
  return { busy: busy !== null, answer };
}
