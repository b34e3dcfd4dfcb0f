/** Asks which of the orders that say what was sent before are meant again: each that is ticked is a new order. */
import { Button, Checkbox, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import type { CauseView } from '../../../shared/contract/views.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useBatch } from '../../client/use-batch.ts';
import { useWords } from '../../words/words.ts';
import type { ShownFix } from '../issue-words.ts';

/** Rows that are listed; the others can be decided one by one in the grid. */
const mostRows = 100;
const shownFields = ['full_name', 'phone', 'product_name', 'client_product_id'] as const;

interface RepeatChoiceProps {
  readonly batchId: string;
  readonly cause: CauseView;
  readonly onFix: (fix: ShownFix) => void;
}

export function RepeatChoice({ batchId, cause, onFix }: RepeatChoiceProps): ReactNode {
  const { t, rowName } = useWords();
  const { summary } = useBatch(batchId);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const version = summary?.version;
  const filter = { show: 'all', cause: cause.cause, search: '' } as const;
  const { value: page } = useChannelQuery('batch.getRows', { batchId, filter, from: 0, count: mostRows }, version);
  const { value: columns } = useChannelQuery('batch.getColumns', { batchId }, version);
  if (!page || !columns) return null;
  const columnOf = (field: ColumnField): number | undefined =>
    columns.columns.find((column) => column.field === field)?.column;
  const shown = shownFields.flatMap((field) => columnOf(field) ?? []);
  const quantity = columnOf('quantity');
  /** `Karimova Aziza · +998 90 … · 17 × 2` */
  const labelOf = (cells: readonly { readonly text: string }[]): string => {
    const texts = shown.map((column) => cells[column]?.text ?? '').filter((text) => text !== '');
    return `${texts.join(' · ')}${quantity === undefined ? '' : ` × ${cells[quantity]?.text ?? ''}`}`;
  };
  const tick = (key: string, on: boolean): void =>
    setTicked((old) => new Set(on ? [...old, key] : [...old].filter((one) => one !== key)));
  const orders = page.rows.filter(({ isFirstOfOrder, orderKey }) => isFirstOfOrder && orderKey !== null);
  const keys = orders.flatMap(({ orderKey }) => (orderKey !== null && ticked.has(orderKey) ? [orderKey] : []));
  return (
    <Stack gap={4} mt={4} data-testid="repeats">
      {orders.map(({ row, orderKey, cells }) => (
        <Checkbox
          key={row}
          size="xs"
          data-testid="repeat"
          data-row={row}
          label={`${t('place.row', { row: rowName(row) })}: ${labelOf(cells)}`}
          checked={orderKey !== null && ticked.has(orderKey)}
          onChange={(event) => orderKey !== null && tick(orderKey, event.currentTarget.checked)}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={keys.length === 0}
        data-testid="repeats-new"
        onClick={() => onFix({ kind: 'takeAsNew', orderKeys: keys })}
      >
        {t('standing.tickedNew', { count: keys.length })}
      </Button>
    </Stack>
  );
}
