/** Gives a run the account that its shop's orders must go to, and keeps the one that the first answer names. */
import type { RunServer } from '../../shared/domain/sending/run.ts';
import type { ExpectedAccount } from '../sending/sender.ts';
import type { ShopStore } from '../store/shop-stores.ts';

/** Undefined for a practice WMS: its account is nobody's. */
export function expectedAccount(
  shops: Pick<ShopStore, 'get' | 'list' | 'change'>,
  shop: string,
  server: RunServer,
): ExpectedAccount | undefined {
  if (server.practice) return undefined;
  return {
    expected: shops.get(shop)?.account ?? null,
    others: new Map(
      shops
        .list()
        .flatMap(({ id, name, account }) => (id === shop || account === null ? [] : [[account, name] as const])),
    ),
    learn: (account) => void shops.change(shop, { account }),
  };
}
