/** What is to be changed in the WMS by its people: to be read, copied as a message, saved as a sheet. */
import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { changeWords } from '../../../shared/messages/change-sentences.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { useAction } from '../../app/state/use-action.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';

export function ChangesList(): ReactNode {
  const { t, formatDateTime } = useWords();
  const { value: orders } = useChannelQuery('ledger.listChanges', {});
  const { show } = useNotices();
  const { busy, run } = useAction();
  if (!orders || orders.length === 0) return null;
  const copy = async (): Promise<void> => {
    const answer = await run('ledger.copyChanges', {});
    if (answer.ok) show({ tone: 'done', text: t('changes.copied', answer.value) });
  };
  const save = async (): Promise<void> => {
    const answer = await run('ledger.saveChanges', {});
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('changes.saved', { count: answer.value.count, name: answer.value.fileName }) });
  };
  return (
    <Paper component="section" withBorder p="md" bg="var(--surface)" data-testid="ledger-changes">
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {t('changes.title')}
        </Title>
        <Group gap="xs">
          <Button variant="default" disabled={busy !== null} data-testid="changes-copy" onClick={() => void copy()}>
            {t('changes.copy')}
          </Button>
          <Button variant="default" disabled={busy !== null} data-testid="changes-save" onClick={() => void save()}>
            {t('changes.save')}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t('changes.about')}
      </Text>
      <Table fz={13} verticalSpacing={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.ledger.order')}</Table.Th>
            <Table.Th>{t('settings.ledger.wmsId')}</Table.Th>
            <Table.Th>{t('changes.field')}</Table.Th>
            <Table.Th>{t('sent.file')}</Table.Th>
            <Table.Th>{t('sent.at')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map(({ server, orderId, wmsId, fileName, at, compared, changes }) => (
            <Table.Tr key={`${server} ${orderId} ${at}`} data-testid="ledger-change" data-order={orderId}>
              <Table.Td fw={600}>{orderId}</Table.Td>
              <Table.Td>{wmsId ?? '–'}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {changes.map((change, which) => {
                  const { field, before, after } = changeWords(t, change, compared);
                  return (
                    <div key={which}>
                      {field}: {t('changes.value', { before, after })}
                    </div>
                  );
                })}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{fileName}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
