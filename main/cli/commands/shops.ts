/** The `shops` commands list, add and remove the shops whose orders are sent from here. */
import { FailureError } from '../../../shared/result.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, withExistingStore, withStore } from '../home-store.ts';
import type { CommandContext } from '../context.ts';
import { tellTeam } from '../team-option.ts';
import { requiredShop } from '../shop-option.ts';

export async function listShops(
  { home, translate, terminal }: CommandContext,
  options: { readonly json?: boolean },
): Promise<number> {
  return withExistingStore(home, (store) => {
    // A single shop that nobody named is no shop to speak of.
    const shops = (store?.shops.list() ?? []).filter(({ name }) => name !== '');
    if (options.json)
      terminal.print(JSON.stringify(shops.map(({ name, numberStart, account }) => ({ name, numberStart, account }))));
    else if (shops.length === 0) terminal.print(translate('cli.shops.none'));
    else for (const { name } of shops) terminal.print(name);
    return exitStatus.success;
  });
}

export async function addShop(context: CommandContext, name: string): Promise<number> {
  const { home, translate, terminal } = context;
  return withStore(home, async (store) => {
    await demandPin(store, { terminal });
    const before = store.shops.list();
    const { id, name: added } = store.shops.add(name, translate('shop.first'));
    terminal.printNotice(translate('cli.shops.added', { name: added }));
    const named = store.shops
      .list()
      .find((shop) => shop.id !== id && before.some((one) => one.id === shop.id && one.name === ''));
    await tellTeam(store, context);
    if (named) terminal.printNotice(translate('cli.shops.firstNamed', { name: named.name }));
    return exitStatus.success;
  });
}

export async function removeShop(context: CommandContext, name: string): Promise<number> {
  const { home, translate, terminal } = context;
  return withExistingStore(home, async (store) => {
    if (!store) throw new FailureError('shop.unknown', { name, names: '–' });
    await demandPin(store, { terminal });
    store.shops.remove(requiredShop({ shop: name }, store));
    await tellTeam(store, context);
    terminal.printNotice(translate('cli.shops.removed', { name }));
    return exitStatus.success;
  });
}
