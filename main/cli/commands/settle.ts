/** The `settle` command records what became of an order whose outcome is unknown, as a person says it. */
import { sentence } from '../../../shared/messages/translator.ts';
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { systemClock } from '../../ports.ts';
import { createSender } from '../../sending/create-sender.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, findBatch, withStore } from '../home-store.ts';
import { parseWholeNumber } from '../parse-number.ts';
import type { CommandContext } from '../context.ts';

export interface SettleOptions {
  readonly order: string;
  readonly there?: boolean;
  readonly wmsId?: string;
  readonly sendAgain?: boolean;
}

export async function settleOrder(
  { home, translate, terminal, operator }: CommandContext,
  name: string,
  options: SettleOptions,
): Promise<number> {
  const orderId = parseWholeNumber('--order', options.order, 1, Number.MAX_SAFE_INTEGER);
  if ((options.there === true) === (options.sendAgain === true) || (options.wmsId !== undefined && !options.there))
    throw new FailureError('cli.settleHow');
  const wmsId =
    options.wmsId === undefined ? null : parseWholeNumber('--wms-id', options.wmsId, 1, Number.MAX_SAFE_INTEGER);
  return withStore(home, async (store) => {
    store.actAs(operator);
    if (options.sendAgain) await demandPin(store, { terminal });
    const batch = findBatch(store, name);
    if (!store.outcomes.ofBatch(batch.id).has(orderId))
      throw new FailureError('cli.orderUnknown', { batch: batch.id, order: orderId });
    const sender = createSender({ store, clock: systemClock });
    for (const { code, params } of sender.notices) terminal.printNotice(sentence(translate, 'error', code, params));
    try {
      const { outcome } = valueOrThrow(
        options.there ? sender.settleAsAccepted(batch.id, orderId, wmsId) : sender.sendAgain(batch.id, orderId),
      );
      terminal.print(translate('cli.settled', { order: orderId, state: translate(`state.${outcome.state}`) }));
    } finally {
      await sender.close();
    }
    return exitStatus.success;
  });
}
