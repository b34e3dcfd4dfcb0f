/** Lists one server's orders in the ledger, the latest first; searched by number. */
import { Button, Paper, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import type { LedgerOrdersPage } from '../../../shared/contract/sending.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { stateLook, textColor } from '../../theme/state-look.ts';
import { useWords } from '../../words/words.ts';

/** Orders that one more click adds; and the most that are shown, which is main's own limit. */
const STEP = 100;
const MOST = 500;
/** ms after the last key of a search. */
const REST = 200;

function Line({
  order: { orderId, state, wmsId, fileName, at, operator },
}: {
  readonly order: LedgerOrdersPage['orders'][number];
}): ReactNode {
  const { t, formatDateTime } = useWords();
  // A number that the WMS refused as taken looks like a duplicate.
  const { tone, mark } = stateLook(state === 'taken' ? 'duplicate' : state);
  return (
    <Table.Tr data-testid="ledger-order" data-order={orderId}>
      <Table.Td fw={600}>{orderId}</Table.Td>
      <Table.Td c={textColor(tone)} style={{ whiteSpace: 'nowrap' }}>
        {mark} {t(state === 'taken' ? 'sent.taken' : `state.${state}`)}
      </Table.Td>
      <Table.Td>{wmsId ?? '–'}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{fileName}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(at)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{operator ?? '–'}</Table.Td>
    </Table.Tr>
  );
}

interface Props {
  readonly server: string;
  /** A change requests the list again. */
  readonly refreshKey: unknown;
  /** The list is there, or cannot be. */
  readonly onShown: () => void;
}

export function LedgerOrders({ server, refreshKey, onShown }: Props): ReactNode {
  const { t, failureSentence } = useWords();
  const [text, setText] = useState('');
  const [count, setCount] = useState(STEP);
  const [searched] = useDebouncedValue(text.trim(), REST);
  const { value, failure } = useChannelQuery(
    'ledger.listOrders',
    { server, text: searched, from: 0, count },
    refreshKey,
  );
  // The old page stays until the next has loaded, so that the screen does not jump.
  const [page, setPage] = useState<LedgerOrdersPage | null>(null);
  useEffect(() => {
    if (value) setPage(value);
  }, [value]);
  const isAnswered = value !== null || failure !== null;
  useEffect(() => {
    if (isAnswered) onShown();
  }, [isAnswered, onShown]);
  return (
    <Paper component="section" aria-label={server} withBorder p="md" bg="var(--surface)">
      <Stack gap="xs">
        <TextInput
          type="search"
          maw={420}
          label={t('sent.search')}
          inputMode="numeric"
          maxLength={20}
          value={text}
          data-testid="ledger-search"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status" data-testid="ledger-found">
          {failure ? failureSentence(failure) : page ? t('sent.found', { count: page.total }) : t('app.loading')}
        </Text>
        {page && page.orders.length > 0 && (
          <Table fz={13} verticalSpacing={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settings.ledger.order')}</Table.Th>
                <Table.Th>{t('sent.state')}</Table.Th>
                <Table.Th>{t('settings.ledger.wmsId')}</Table.Th>
                <Table.Th>{t('sent.file')}</Table.Th>
                <Table.Th>{t('sent.at')}</Table.Th>
                <Table.Th>{t('operator.word')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {page.orders.map((order, at) => (
                <Line key={`${order.orderId} ${at}`} order={order} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {page && page.total > page.orders.length && count < MOST && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            data-testid="ledger-more"
            onClick={() => setCount(Math.min(MOST, count + STEP))}
          >
            {t('sent.more')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
