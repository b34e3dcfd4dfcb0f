/** Words the list of what the WMS's people have to change: as a message, and as rows of a sheet. */
import type { ChangedField, SentChange } from '../domain/model/sent-changes.ts';
import type { Translator } from './translator.ts';

export interface ChangeWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** @param compared whether what was sent is known */
export function changeWords(
  translate: Translator,
  { field, product, before, after }: ChangedField,
  compared: boolean,
): ChangeWords {
  const isItem = field === 'client_product_id' && product === null;
  const name = translate(isItem ? 'changes.item' : `field.${field}`);
  const blank = translate(isItem ? 'changes.noItem' : 'changes.blank');
  return {
    field: product === null ? name : translate('changes.product', { field: name, product }),
    before: before ?? (compared ? blank : translate('changes.unknown')),
    after: after ?? blank,
  };
}

/** The orders of each server as a text for a message. */
export function changesMessage(translate: Translator, orders: readonly SentChange[]): string {
  const servers = [...new Set(orders.map(({ server }) => server))];
  return servers
    .map((server) =>
      [
        translate('changes.message', { server }),
        ...orders.filter((order) => order.server === server).flatMap((order) => ['', ...orderLines(translate, order)]),
      ].join('\n'),
    )
    .join('\n\n');
}

function orderLines(translate: Translator, { orderId, wmsId, compared, changes }: SentChange): string[] {
  const title =
    wmsId === null
      ? translate('changes.order', { order: String(orderId) })
      : translate('changes.order.wmsId', { order: String(orderId), wmsId: String(wmsId) });
  const lines = changes.map((change) => {
    const { field, before, after } = changeWords(translate, change, compared);
    return `– ${field}: ${translate('changes.value', { before, after })}`;
  });
  return [title, ...lines];
}
