/** The search on the first screen: files by name, and sent orders by number, WMS id, phone or name. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { FoundOrder } from '../../shared/contract/files.ts';
import { maxSearchedCustomers } from '../../shared/domain/model/order-search.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { PracticeBadge } from '../app/PracticeBadge.tsx';
import { call } from '../client/call.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { changesText, orderStatusText } from './order-status-text.ts';
import classes from './StartScreen.module.css';

/** The same as main's limit (shared/contract/channels.ts). */
const most = 50;
const typingDelay = 200;

export function SearchInput({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <TextInput
      type="search"
      size="sm"
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={text}
      maxLength={200}
      data-testid="search-all"
      onFocus={() => void call('order.prepareSearch', {})}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onText('');
      }}
    />
  );
}

function FoundOrderItem({ order }: { readonly order: FoundOrder }): ReactNode {
  const { t, formatDateTime } = useWords();
  const { show } = useNotices();
  const { openBatch } = useNavigation();
  const { tone, mark } = stateLook(order.state);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(orderStatusText(t, order));
    show({ tone: 'done', text: t('search.copied') });
  };
  const { batchId } = order;
  return (
    <li className={classes['item']} data-testid="found-order" data-order={order.orderId}>
      <Group gap="xs" wrap="nowrap" justify="space-between" px="md" py={8}>
        <div style={{ minWidth: 0 }}>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" fw={600}>
              {order.orderId}
            </Text>
            <Text size="sm" c={textColor(tone)} fw={600}>
              {mark} {t(`state.${order.state}`)}
            </Text>
            {order.practice && <PracticeBadge />}
          </Group>
          {order.name !== null && (
            <Text size="sm" truncate>
              {order.name} · {order.phone}
            </Text>
          )}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {order.by !== undefined && `${order.by} · `}
            {formatDateTime(order.at)} · {order.fileName}
            {order.row !== null && ` · ${t('place.row', { row: order.row })}`}
            {order.wmsId !== null && ` · ${t('search.wmsId', { id: order.wmsId })}`}
          </Text>
          {order.changes.length > 0 && (
            <Text
              size="xs"
              c={textColor('look-at-it')}
              style={{ overflowWrap: 'anywhere' }}
              data-testid="found-changes"
            >
              {t('changes.title')}: {changesText(t, order)}
            </Text>
          )}
        </div>
        <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
          {batchId !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-testid="found-open"
              onClick={() => void openBatch(batchId, 'earlier')}
            >
              {t('search.open')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" data-testid="found-copy" onClick={() => void copy()}>
            {t('search.copy')}
          </Button>
        </Group>
      </Group>
    </li>
  );
}

/** The orders that the text finds, above the files. */
export function FoundOrders({ text }: { readonly text: string }): ReactNode {
  const { t, failureSentence } = useWords();
  const [asked] = useDebouncedValue(text.trim(), typingDelay);
  const { value, failure } = useChannelQuery('order.search', { text: asked });
  if (text.trim() === '') return null;
  if (failure) return <Text size="sm">{failureSentence(failure)}</Text>;
  if (value === null || asked !== text.trim()) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('search.busy')}
      </Text>
    );
  }
  if (value.length === 0) {
    return (
      <Text size="sm" c="dimmed" role="status" data-testid="found-none">
        {t('search.none', { most: maxSearchedCustomers })}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm" c="dimmed" role="status" mb={4}>
        {value.length === most ? t('search.most', { count: most }) : t('search.count', { count: value.length })}
      </Text>
      <ul
        className={classes['found']}
        data-testid="found-orders"
        aria-label={t('search.count', { count: value.length })}
      >
        {value.map((order) => (
          <FoundOrderItem key={`${order.batchId ?? order.fileName} ${order.orderKey} ${order.at}`} order={order} />
        ))}
      </ul>
    </div>
  );
}
