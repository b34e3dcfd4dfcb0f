/** Shows the orders that the practice WMS has accepted. */
import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

export function PracticeLedgerSection(): ReactNode {
  const { t, failureSentence, formatDateTime } = useWords();
  const { value: ledger, failure, reload } = useChannelQuery('practice.listOrders', {});
  return (
    <Section title={t('settings.ledger')} testId="settings-ledger">
      <Group gap="sm">
        <Text size="sm" c="dimmed" data-testid="ledger-total">
          {failure
            ? failureSentence(failure)
            : ledger
              ? ledger.total === 0
                ? t('settings.ledger.none')
                : `${t('settings.ledger.total', { count: ledger.total })} · ${ledger.url}`
              : t('app.loading')}
        </Text>
        <Button size="compact-sm" variant="default" data-testid="ledger-refresh" onClick={() => void reload()}>
          {t('settings.ledger.refresh')}
        </Button>
      </Group>
      {ledger && ledger.orders.length > 0 && (
        <Table.ScrollContainer
          minWidth={0}
          mah={260}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('settings.ledger') } }}
        >
          <Table fz={13} verticalSpacing={4} stickyHeader data-testid="ledger">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settings.ledger.wmsId')}</Table.Th>
                <Table.Th>{t('settings.ledger.order')}</Table.Th>
                <Table.Th>{t('settings.ledger.items')}</Table.Th>
                <Table.Th>{t('settings.ledger.at')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {ledger.orders.map(({ wmsId, orderId, items, at }) => (
                <Table.Tr key={wmsId}>
                  <Table.Td>{wmsId}</Table.Td>
                  <Table.Td>{orderId}</Table.Td>
                  <Table.Td>{items}</Table.Td>
                  <Table.Td>{formatDateTime(at)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
