/** The `servers` command lists which addresses are one WMS, and takes what a person says of two of them. */
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { parseServerAddress, serverIdentity } from '../../../shared/wms/addresses.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, withExistingStore, withStore } from '../home-store.ts';
import { tellTeam } from '../team-option.ts';
import type { CommandContext } from '../context.ts';

const acts = ['list', 'same', 'other', 'forget'] as const;

/** @throws FailureError `servers.act`, `servers.two`, `servers.itself`, those of the addresses, `servers.underWay` */
export async function runServersCommand(
  context: CommandContext,
  act: string,
  first: string | undefined,
  second: string | undefined,
): Promise<number> {
  const { home, translate, terminal } = context;
  if (!(acts as readonly string[]).includes(act)) throw new FailureError('servers.act', { act, acts: acts.join(', ') });
  if (act === 'list')
    return withExistingStore(home, (store) => {
      const answers = store?.sameServers.list() ?? [];
      if (answers.length === 0) terminal.print(translate('servers.none'));
      for (const { server, other, isSame } of answers)
        terminal.print(translate(isSame ? 'servers.same' : 'servers.other', { server, other }));
      return exitStatus.success;
    });
  if (first === undefined || second === undefined) throw new FailureError('servers.two', { act });
  const [server, other] = [first, second].map((url) => serverIdentity(valueOrThrow(parseServerAddress(url))));
  if (server === undefined || other === undefined || server === other) throw new FailureError('servers.itself');
  return withStore(home, async (store) => {
    const { sameServers } = store;
    await demandPin(store, { terminal });
    valueOrThrow(
      act === 'forget' ? sameServers.takeBack(server, other) : sameServers.answer(server, other, act === 'same'),
    );
    await tellTeam(store, context);
    const said = act === 'forget' ? 'servers.forgotten' : act === 'same' ? 'servers.same' : 'servers.other';
    terminal.print(translate(said, { server, other }));
    return exitStatus.success;
  });
}
