/** The `office` command saves what an office knows for another computer, shows what taking such a file in would change, takes it in. */
import { sentence } from '../../../shared/messages/translator.ts';
import { formatTashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { FailureError } from '../../../shared/result.ts';
import { systemClock } from '../../ports.ts';
import { lookAtOffice, saveOffice, takeOffice } from '../../services/office-service.ts';
import type { Store } from '../../store/store.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, withStore } from '../home-store.ts';
import type { CommandContext } from '../context.ts';
import { tellTeam } from '../team-option.ts';
import { openSender } from '../terminal-run.ts';

const acts = ['save', 'show', 'take'] as const;

export interface OfficeOptions {
  readonly theirs?: boolean;
  readonly json?: boolean;
}

/** @throws FailureError `cli.office`, and those of main/services/office-service.ts */
export async function runOfficeCommand(
  context: CommandContext,
  act: string,
  file: string | undefined,
  options: OfficeOptions,
): Promise<number> {
  const { home, translate, terminal } = context;
  if (!(acts as readonly string[]).includes(act) || file === undefined)
    throw new FailureError('cli.office', { act, acts: acts.join(', ') });
  return withStore(home, async (store) => {
    // What only the witness knows of belongs to it, too.
    openSender(store, context);
    if (act === 'save') {
      terminal.print(translate('office.saved', { name: await saveOffice(store, file, systemClock) }));
      return exitStatus.success;
    }
    const { file: office, changes } = await lookAtOffice(store, file);
    if (options.json) terminal.print(JSON.stringify(changes));
    else {
      const { computer, at, shops, ordersAdded, orders } = changes;
      terminal.print(translate('office.from', { computer, at: formatTashkentTime(at) }));
      if (shops.length > 0) terminal.print(translate('office.shops', { names: shops.join(', ') }));
      terminal.print(translate('office.products', { added: changes.productsAdded, other: changes.productsOther }));
      terminal.print(translate('office.profiles', { added: changes.profilesAdded, other: changes.profilesOther }));
      terminal.print(translate('office.orders', { added: ordersAdded, count: orders }));
    }
    if (act === 'take') {
      await demandPin(store, context);
      await takeOffice(store, office, options.theirs === true, translate('shop.first'));
      await tellTeam(store, context);
      terminal.printNotice(translate('office.taken', { computer: office.computer }));
    }
    return exitStatus.success;
  });
}

/** Saves the office after a run, where a folder was chosen in the window; where that fails it is said, and nothing else. */
export async function saveOfficeAfterRun(
  store: Store,
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
): Promise<void> {
  const { copyFolder } = store.settings.get();
  if (copyFolder === null) return;
  try {
    await saveOffice(store, copyFolder, systemClock);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    terminal.printNotice(sentence(translate, 'error', error.failure.code, error.failure.params));
  }
}
