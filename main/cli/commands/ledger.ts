/**
 * The `ledger` command exports the ledger, merges one from another computer, refills it from old reports, or lists what the
 * WMS's people have to change.
 */
import path from 'node:path';
import { changesMessage } from '../../../shared/messages/change-sentences.ts';
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { parseServerAddress, serverIdentity } from '../../../shared/wms/addresses.ts';
import { writeChangesSheet } from '../../reporting/changes-sheet.ts';
import { exportLedger, mergeLedgerFile } from '../../services/ledger-files.ts';
import { readOrdersOfReport } from '../../services/report-orders.ts';
import type { LedgerMergeCounts } from '../../store/sent-stores.ts';
import { exitStatus } from '../exit-status.ts';
import { withExistingStore, withStore } from '../home-store.ts';
import { openSender } from '../terminal-run.ts';
import type { CommandContext } from '../context.ts';
import { shopOption, type ShopOption } from '../shop-option.ts';
import { tellTeam } from '../team-option.ts';

const ledgerActs = ['export', 'merge', 'refill', 'changes'] as const;

export interface LedgerOptions extends ShopOption {
  /** The server of a report's orders. */
  readonly url?: string;
  /** Where the list of changes is saved. */
  readonly output?: string;
  readonly json?: boolean;
}

/** Identity of the server that a report's orders went to, which the report does not say. @throws FailureError `ledger.noServer` */
function serverNamed(url: string | undefined): string {
  if (url === undefined) throw new FailureError('ledger.noServer');
  return serverIdentity(valueOrThrow(parseServerAddress(url)));
}

export async function runLedgerCommand(
  context: CommandContext,
  act: string,
  named: string | undefined,
  options: LedgerOptions,
): Promise<number> {
  const { home, translate, terminal, foreign } = context;
  if (act === 'changes') return listChanges(context, options);
  if (!(ledgerActs as readonly string[]).includes(act))
    throw new FailureError('ledger.act', { act, acts: ledgerActs.join(', ') });
  if (named === undefined) throw new FailureError('ledger.noFile', { act });
  const file = named;
  const said = ({ added, known, settled }: LedgerMergeCounts): void =>
    terminal.print(translate('cli.ledger.merged', { added, known, settled }));
  return withStore(home, async (store) => {
    // What only the witness knows of belongs to it, too.
    openSender(store, context);
    switch (act) {
      case 'export':
        terminal.print(translate('cli.ledger.exported', { count: await exportLedger(store.ledger, file), file }));
        return exitStatus.success;
      case 'merge': {
        const { isProven, ...merged } = await mergeLedgerFile(store.ledger, file);
        if (!isProven) terminal.printNotice(translate('cli.ledger.unproven'));
        said(merged);
        await tellTeam(store, context);
        return exitStatus.success;
      }
      case 'refill':
        said(
          store.ledger.merge(
            await readOrdersOfReport(file, serverNamed(options.url), store, {
              foreign,
              shop: options.shop === undefined ? null : shopOption(options, store),
            }),
          ),
        );
        await tellTeam(store, context);
        return exitStatus.success;
      default:
        throw new FailureError('ledger.act', { act, acts: ledgerActs.join(', ') });
    }
  });
}

/** What is to be changed in the WMS: as a message, as JSON, or as a sheet. */
async function listChanges(
  { home, translate, terminal, language }: CommandContext,
  { output, json }: LedgerOptions,
): Promise<number> {
  if (output !== undefined && !/\.xlsx$/iu.test(output)) throw new FailureError('ledger.changesKind', { file: output });
  return withExistingStore(home, async (store) => {
    const changes = store?.sentChanges.list() ?? [];
    if (output !== undefined) await writeChangesSheet(output, changes, language);
    const name = output === undefined ? '' : path.basename(output);
    if (json) terminal.print(JSON.stringify(changes));
    else if (output !== undefined) terminal.print(translate('changes.saved', { count: changes.length, name }));
    else terminal.print(changes.length === 0 ? translate('changes.none') : changesMessage(translate, changes));
    return exitStatus.success;
  });
}
