/** Handles the calls about shops: the list, and whose orders a file holds. */
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type ShopHandlers = Pick<Handlers, Extract<keyof Handlers, `shop.${string}`>>;

export function shopHandlers(context: AppContext): ShopHandlers {
  const { shops } = context.threads.store;
  const list = async () => [...(await shops.list())];
  return {
    'shop.list': list,
    'shop.add': async ({ name }) => {
      await shops.add(name, (await context.translator())('shop.first'));
      return list();
    },
    'shop.change': async ({ id, change }) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await shops.change(id, given);
      return list();
    },
    'shop.remove': async ({ id }) => {
      await shops.remove(id);
      return list();
    },
  };
}
