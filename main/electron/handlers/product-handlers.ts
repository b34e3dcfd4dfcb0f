/** Handles the calls about a shop's product table on the server in use. */
import { app } from 'electron';
import path from 'node:path';
import type { Product } from '../../../shared/domain/products/product.ts';
import type { ProductTableView } from '../../../shared/contract/products.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type ProductHandlers = Pick<Handlers, Extract<keyof Handlers, `product.${string}`>>;

export function productHandlers(context: AppContext): ProductHandlers {
  const { products, store } = context.threads;
  /** The table after `act` on the server in use. */
  const table = async (
    named: string | undefined,
    act: (server: string, shop: string) => Promise<readonly Product[]>,
  ): Promise<ProductTableView> => {
    const { url, practice, identity } = await context.serverInUse();
    return { server: { url, practice }, products: [...(await act(identity, await context.shopOf(named)))] };
  };
  return {
    'product.list': ({ shop: of }) => table(of, (server, shop) => products.list(server, shop)),
    'product.save': ({ shop: of, products: given }) => table(of, (server, shop) => products.save(server, shop, given)),
    'product.remove': ({ shop: of, keys }) => table(of, (server, shop) => products.remove(server, shop, keys)),
    'product.listOffers': async ({ batchId, ...key }) => products.offers(batchId, key),
    'product.copyFromPractice': ({ shop: of }) => table(of, (server, shop) => products.takeFromPractice(server, shop)),
    'product.readSheet': async ({ shop: of }) => {
      const t = await context.translator();
      const file = await context.chooseFile({
        name: t('dialog.spreadsheets'),
        extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'xls', 'ods'],
      });
      if (file === null) return { fileName: null, added: [], changed: [], unchanged: 0, skipped: [] };
      return {
        fileName: path.basename(file),
        ...(await products.readImport((await context.serverInUse()).identity, await context.shopOf(of), file)),
      };
    },
    'product.exportUnmapped': async ({ batchId }) => {
      const t = await context.translator();
      const batch = await store.batches.get(batchId);
      const name = t('products.sheet.name', { file: (batch?.fileName ?? '').replace(/\.[^.]*$/u, '') });
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), `${name}.xlsx`), {
        name: t('dialog.excel'),
        extensions: ['xlsx'],
      });
      if (file === null) return { fileName: null, count: 0 };
      const count = await products.exportUnmapped(batchId, file, t.language);
      return { fileName: path.basename(file), count };
    },
  };
}
