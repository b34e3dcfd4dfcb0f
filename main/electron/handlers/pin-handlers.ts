/** Handles the calls about the PIN, and says which other calls it guards. */
import type { ChannelName, ParsedChannelArgument } from '../../../shared/contract/channels.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type PinHandlers = Pick<Handlers, Extract<keyof Handlers, `pin.${string}`>>;

type Guarded = { readonly [N in ChannelName]?: (argument: ParsedChannelArgument<N>) => boolean | Promise<boolean> };

/** Demands the PIN before a call that it guards: server, keys, shops, the place of new versions, sending twice. @throws FailureError `pin.needed` */
export function pinGuardOf(context: AppContext): (name: ChannelName, argument: unknown) => Promise<void> {
  const always = () => true;
  const guarded: Guarded = {
    'settings.set': async ({ server, loginPath, updateAddress }) => {
      const now = await context.settings();
      return (
        (server !== undefined && server !== now.server) ||
        (loginPath !== undefined && loginPath !== now.loginPath) ||
        (updateAddress !== undefined && updateAddress !== now.updateAddress)
      );
    },
    'servers.answer': always,
    'accessKey.set': always,
    'accessKey.logIn': always,
    'accessKey.forget': always,
    'shop.add': always,
    'shop.change': always,
    'shop.remove': always,
    'order.sendAnyway': always,
    'order.settle': ({ act }) => act === 'sendAgain',
    'office.take': always,
    'team.create': always,
    'team.join': always,
    'team.upgrade': always,
    'team.saveFile': always,
    'team.leave': always,
    'team.goOn': always,
    'team.goAlone': always,
    'team.takeOver': always,
    'team.settle': always,
    // It changes what the whole team has.
    'team.choose': always,
    'pin.set': always,
    'pin.remove': always,
  };
  return async (name, argument) => {
    const isGuarded = guarded[name] as ((argument: unknown) => boolean | Promise<boolean>) | undefined;
    if (isGuarded && (await isGuarded(argument))) await context.pin.demand();
  };
}

export function pinHandlers({ pin, accessKeys }: AppContext): PinHandlers {
  const state = async () => ({ isSet: await pin.isSet() });
  return {
    'pin.getState': state,
    'pin.enter': async ({ pin: given }) => {
      await pin.enter(given);
      return {};
    },
    'pin.set': async ({ pin: wanted }) => {
      await pin.set(wanted);
      return state();
    },
    'pin.remove': async () => {
      await pin.remove();
      return state();
    },
    'pin.forget': async () => {
      // Whoever knows no PIN has to know what the keys can be got with.
      await accessKeys.forgetAll();
      await pin.remove();
      return state();
    },
  };
}
