/** Finds out whose orders a command is about: the shop of `--shop`, the only one, or the one that the file tells of. */
import type { Params } from '../../shared/domain/model/issues.ts';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { FailureError } from '../../shared/result.ts';
import type { Store } from '../store/store.ts';

export interface ShopOption {
  /** Name of the shop. */
  readonly shop?: string;
}

function namesOf(shops: readonly Shop[]): string {
  return shops.map(({ name }) => name).join(', ') || '–';
}

/** Id of the shop that is named, else of the only one; null where there are several. @throws FailureError `shop.unknown` */
export function shopOption({ shop: wanted }: ShopOption, store: Store | null): string | null {
  const shops = store?.shops.list() ?? [];
  if (wanted === undefined) return shops.length > 1 ? null : (shops[0]?.id ?? firstShop);
  const found = shops.find(({ name }) => name === wanted.trim() || fold(name) === fold(wanted));
  if (!found) throw new FailureError('shop.unknown', { name: wanted, names: namesOf(shops) });
  return found.id;
}

/** As {@link shopOption}, of a file; where a shop was removed, the only one that is left is not taken for every file. */
export function shopOfFileOption(options: ShopOption, store: Store | null): string | null {
  return options.shop === undefined && (store?.shops.removed().length ?? 0) > 0 ? null : shopOption(options, store);
}

/** The shop of a command that can only be about one. @throws FailureError `shop.unsure`, `shop.unknown` */
export function requiredShop(options: ShopOption, store: Store | null): string {
  return decidedShop(shopOption(options, store), store);
}

/**
 * @param removed name of the removed shop that the file tells of
 * @throws FailureError `shop.unsure` where it is not known whose orders these are
 */
export function decidedShop(shop: string | null, store: Store | null, removed: string | null = null): string {
  if (shop === null) throw new FailureError('shop.unsure', unsureShop(store, removed));
  return shop;
}

/** The params of the sentences that ask for a shop. */
export function unsureShop(store: Store | null, removed: string | null): Params {
  return {
    names: namesOf(store?.shops.list() ?? []),
    ofRemoved: removed === null ? 'no' : 'yes',
    removed: removed ?? '',
  };
}
