/** The `ledger` command exports the ledger, merges one from another computer, or refills it from old reports. */
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { parseServerAddress, serverIdentity } from '../../../shared/wms/addresses.ts';
import { exportLedger, loadLedgerFile, readLedgerFromReport } from '../../services/ledger-files.ts';
import type { LedgerMergeCounts } from '../../store/store.ts';
import { exitStatus } from '../exit-status.ts';
import { withStore } from '../home-store.ts';
import type { CommandContext } from '../context.ts';

const ledgerActs = ['export', 'merge', 'refill'] as const;

export interface LedgerOptions {
  /** The server of a report's orders. */
  readonly url?: string;
}

/** Identity of the server that a report's orders went to, which the report does not say. @throws FailureError `ledger.noServer` */
function serverNamed(url: string | undefined): string {
  if (url === undefined) throw new FailureError('ledger.noServer');
  return serverIdentity(valueOrThrow(parseServerAddress(url)));
}

export async function runLedgerCommand(
  { home, translate, terminal, foreign }: CommandContext,
  act: string,
  file: string,
  options: LedgerOptions,
): Promise<number> {
  const said = (merged: LedgerMergeCounts): void => terminal.print(translate('cli.ledger.merged', { ...merged }));
  return withStore(home, async (store) => {
    switch (act) {
      case 'export':
        terminal.print(
          translate('cli.ledger.exported', { count: await exportLedger(store.ledger.share(), file), file }),
        );
        return exitStatus.success;
      case 'merge': {
        const { entries, isProven } = await loadLedgerFile(file);
        if (!isProven) terminal.printNotice(translate('cli.ledger.unproven'));
        said(store.ledger.merge(entries));
        return exitStatus.success;
      }
      case 'refill':
        said(store.ledger.merge(await readLedgerFromReport(file, serverNamed(options.url), { foreign })));
        return exitStatus.success;
      default:
        throw new FailureError('ledger.act', { act, acts: ledgerActs.join(', ') });
    }
  });
}
