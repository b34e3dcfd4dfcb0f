/** The `products` commands import, list and export the product table of a shop on a server (docs/domain.md, decision 22). */
import { existsSync } from 'node:fs';
import { productText } from '../../../shared/messages/product-text.ts';
import { compareProducts } from '../../../shared/domain/products/product-sheet.ts';
import { sentence } from '../../../shared/messages/translator.ts';
import { FailureError } from '../../../shared/result.ts';
import type { Batch } from '../../engine/batch.ts';
import { readProductFile } from '../../services/product-service.ts';
import { writeProductsToMap } from '../../reporting/product-sheet.ts';
import type { Store } from '../../store/store.ts';
import { exitStatus } from '../exit-status.ts';
import { findBatch, withExistingStore, withStore } from '../home-store.ts';
import { resolveFile, openFile, type FileOptions } from '../open-file.ts';
import { otherShopsJson, otherShopsProducts, sayOtherShopsProducts } from '../other-shops-products.ts';
import { openStoredBatch } from './report.ts';
import type { CommandContext } from '../context.ts';
import { requiredShop, type ShopOption } from '../shop-option.ts';
import { tellTeam } from '../team-option.ts';
import { resolveTableServer } from '../table-server.ts';

export interface ProductOptions extends ShopOption {
  readonly url?: string;
  readonly json?: boolean;
}

export async function importProducts(context: CommandContext, file: string, options: ProductOptions): Promise<number> {
  const { home, translate, terminal } = context;
  return withStore(home, async (store) => {
    const server = await resolveTableServer(options.url, store);
    const shop = requiredShop(options, store);
    const { products, skipped } = await readProductFile(file, context);
    const { added, changed, unchanged } = compareProducts(store.products.list(server, shop), products);
    store.products.save(server, shop, products);
    await tellTeam(store, context);
    const rows = skipped.map(({ row, code, params }) => ({
      row,
      code,
      message: sentence(translate, 'issue', code, params),
    }));
    const counts = { added: added.length, changed: changed.length, unchanged };
    if (options.json) terminal.print(JSON.stringify({ ...counts, skipped: rows }));
    else {
      terminal.print(translate('cli.products.imported', counts));
      for (const { before, after } of changed)
        terminal.print(`${after.key}: ${productText(translate, before)} → ${productText(translate, after)}`);
      for (const { row, message } of rows) terminal.print(`${translate('place.row', { row })} · ${message}`);
    }
    return rows.length > 0 ? exitStatus.withErrors : exitStatus.success;
  });
}

export async function listProducts(
  { home, translate, terminal }: CommandContext,
  options: ProductOptions,
): Promise<number> {
  return withExistingStore(home, async (store) => {
    const products = store
      ? store.products.list(await resolveTableServer(options.url, store), requiredShop(options, store))
      : [];
    if (options.json) terminal.print(JSON.stringify(products));
    else if (products.length === 0) terminal.print(translate('cli.products.none'));
    else
      for (const { keyKind, key, productId, variationId, price } of products)
        terminal.print(
          [translate(`field.product_${keyKind}`), key, productId, variationId ?? '–', price ?? '–'].join('\t'),
        );
    return exitStatus.success;
  });
}

/** The file at the path `name`, else the stored batch with this id. */
async function batchOrFile(
  context: CommandContext,
  name: string,
  options: FileOptions & ProductOptions,
  store: Store,
): Promise<Batch> {
  if (!existsSync(name))
    return openStoredBatch(findBatch(store, name), context, store, await resolveTableServer(options.url, store));
  const { batch } = await openFile(
    await resolveFile(name, options.member),
    options,
    context,
    store,
    await resolveTableServer(options.url, store),
  );
  return batch;
}

export async function exportUnmapped(
  context: CommandContext,
  name: string,
  options: FileOptions & ProductOptions & { readonly output: string },
): Promise<number> {
  const { home, language, translate, terminal } = context;
  return withStore(home, async (store) => {
    const batch = await batchOrFile(context, name, options, store);
    const unmapped = batch.unmappedProducts();
    if (unmapped.length === 0) throw new FailureError('products.allMapped');
    await writeProductsToMap(options.output, unmapped, language);
    const ofOthers = await otherShopsProducts(batch, store, await resolveTableServer(options.url, store));
    if (options.json)
      terminal.print(JSON.stringify({ products: unmapped.length, file: options.output, ...otherShopsJson(ofOthers) }));
    else {
      terminal.printNotice(translate('cli.products.exported', { count: unmapped.length, file: options.output }));
      sayOtherShopsProducts(ofOthers, context);
    }
    return exitStatus.success;
  });
}
