/** The `witness` command says whether the second record of what was sent is whole, and notes that a person has seen where it is not. */
import { withStore } from '../home-store.ts';
import { exitStatus } from '../exit-status.ts';
import { openSender } from '../terminal-run.ts';
import type { CommandContext } from '../context.ts';

export async function showWitness(context: CommandContext, options: { readonly seen?: boolean }): Promise<number> {
  const { home, terminal, translate } = context;
  return withStore(home, async (store) => {
    const sender = openSender(store, context);
    try {
      const count = store.journal.unseenBreaks();
      if (count === 0) terminal.print(translate('cli.witness.whole'));
      else if (options.seen === true) {
        sender.markWitnessSeen();
        terminal.print(translate('cli.witness.seen'));
      } else terminal.print(translate('cli.witness.broken', { count }));
      return count === 0 || options.seen === true ? exitStatus.success : exitStatus.unfinished;
    } finally {
      await sender.close();
    }
  });
}
