/** Serves the product table of a shop on a server: stores changes and applies them to every open batch; runs in the engine worker. */
import type { ProductImport } from '../../shared/contract/products.ts';
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import { compareProducts, readProductSheet, type ProductSheet } from '../../shared/domain/products/product-sheet.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import type { OpenBatches } from './open-batches.ts';
import { productOffers, type ProductOffer } from './product-offers.ts';
import { readSheetFile, type ReadOptions } from '../reading/read-file.ts';
import type { Remote } from '../platform/remote.ts';
import { writeProductsToMap } from '../reporting/product-sheet.ts';
import type { Store } from '../store/store.ts';

/** Reads a sheet of products. @throws FailureError `products.noColumns`, `products.none`, and those of {@link readSheetFile} */
export async function readProductFile(path: string, reading: Pick<ReadOptions, 'foreign'> = {}): Promise<ProductSheet> {
  const { table } = await readSheetFile({ path }, reading);
  const sheet = valueOrThrow(readProductSheet(table));
  if (sheet.products.length === 0 && sheet.skipped.length === 0) throw new FailureError('products.none');
  return sheet;
}

export class ProductService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** @param server its identity, and the shop's id, here and in the other methods */
  async list(server: string, shop: string): Promise<Product[]> {
    return [...(await this.#store.products.list(server, shop))];
  }

  async save(server: string, shop: string, products: readonly Product[]): Promise<Product[]> {
    return this.#change(server, shop, () => this.#store.products.save(server, shop, products));
  }

  async remove(server: string, shop: string, keys: readonly ProductKey[]): Promise<Product[]> {
    return this.#change(server, shop, () => this.#store.products.remove(server, shop, keys));
  }

  /** The product that other shops know by the key, with their names; none where the batch's own shop is not known. */
  async offers(batchId: string, { keyKind, key }: ProductKey): Promise<ProductOffer[]> {
    const { batch, server } = await this.#opened.get(batchId);
    const [found] = await productOffers(this.#store, server, batch.shop, [{ keyKind, key }]);
    return [...(found?.offers ?? [])];
  }

  /** What importing a sheet would do to the table; changes nothing. @throws FailureError those of {@link readProductFile} */
  async readImport(server: string, shop: string, path: string): Promise<Omit<ProductImport, 'fileName'>> {
    const { products, skipped } = await readProductFile(path, { foreign: this.#opened.foreign });
    const { added, changed, unchanged } = compareProducts(await this.list(server, shop), products);
    return { added: [...added], changed: [...changed], unchanged, skipped: [...skipped] };
  }

  /**
   * Adds the products that were gathered while practising; existing entries stay as they are.
   * @throws FailureError `products.practiceEmpty`
   */
  async takeFromPractice(server: string, shop: string): Promise<Product[]> {
    const practised = await this.list(anyPracticeServer, shop);
    if (practised.length === 0) throw new FailureError('products.practiceEmpty');
    const known = new ProductTable(await this.list(server, shop));
    return this.save(
      server,
      shop,
      practised.filter(({ keyKind, key }) => known.find(keyKind, key) === undefined),
    );
  }

  /** Writes the batch's unmapped products as a sheet to be filled in; returns how many. @throws FailureError `products.allMapped` */
  async exportUnmapped(batchId: string, path: string, language: Language): Promise<number> {
    const { batch } = await this.#opened.get(batchId);
    const unmapped = batch.unmappedProducts();
    if (unmapped.length === 0) throw new FailureError('products.allMapped');
    await writeProductsToMap(path, unmapped, language);
    return unmapped.length;
  }

  /** Changes the table; the open batches follow, also where it failed: what the table is then, only the store knows. */
  async #change(server: string, shop: string, act: () => Promise<unknown>): Promise<Product[]> {
    try {
      await act();
    } finally {
      await this.#opened.refreshProducts(server, shop);
    }
    return this.list(server, shop);
  }
}
