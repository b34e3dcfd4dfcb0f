/** Says in a terminal which products of a file only other shops' tables know, as the window offers them. */
import { rowName } from '../../shared/domain/model/sheet-rows.ts';
import { productText } from '../../shared/messages/product-text.ts';
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import type { Batch } from '../engine/batch.ts';
import { productOffers } from '../services/product-offers.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';

/** Products that are said in words; `--json` has them all. */
const mostSaid = 20;

export interface OtherShopsProduct {
  readonly kind: 'code' | 'name';
  readonly key: string;
  /** Rows that name it, and what people call the first of them. */
  readonly count: number;
  readonly row: number | string;
  readonly offers: readonly {
    readonly shop: string;
    readonly productId: number;
    readonly variationId: number | null;
    readonly price: number | null;
  }[];
}

/** @param server identity of the server whose tables count; null: those of practice */
export async function otherShopsProducts(
  batch: Batch,
  store: Store | null,
  server: string | null,
): Promise<readonly OtherShopsProduct[]> {
  if (store === null) return [];
  const { together } = batch.summary().file;
  const found = await productOffers(store, server ?? anyPracticeServer, batch.shop, batch.unmappedProducts());
  return found.map(({ asked: { keyKind: kind, key, count, row }, offers }) => ({
    ...{ kind, key, count, row: rowName(together, row) },
    offers: offers.map(({ shop, product: { productId, variationId, price } }) => ({
      ...{ shop, productId, variationId, price },
    })),
  }));
}

/** For `--json`: nothing where there are none. */
export function otherShopsJson(products: readonly OtherShopsProduct[]): {
  readonly productsOfOtherShops?: readonly OtherShopsProduct[];
} {
  return products.length === 0 ? {} : { productsOfOtherShops: products };
}

/** A line for each product and shop, and how to take it over. */
export function sayOtherShopsProducts(
  products: readonly OtherShopsProduct[],
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
): void {
  for (const { key, count, row, offers } of products.slice(0, mostSaid))
    for (const { shop, ...ids } of offers)
      terminal.printNotice(
        translate('cli.products.offer', { key, count, row, shop, product: productText(translate, ids) }),
      );
  if (products.length > mostSaid)
    terminal.printNotice(translate('cli.products.offer.more', { count: products.length - mostSaid }));
  if (products.length > 0) terminal.printNotice(translate('cli.products.offer.how'));
}
