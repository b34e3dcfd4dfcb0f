/** The ledger page: every order ever sent, by server; carried to other computers, filled from old reports. */
import { Button, Group, Paper, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import type { LedgerCounts, LedgerServer } from '../../../shared/contract/sending.ts';
import { useFocusOnOpen } from '../../app/state/use-focus.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';
import { ChangesList } from './ChangesList.tsx';
import { LedgerActions } from './LedgerActions.tsx';
import { LedgerOrders } from './LedgerOrders.tsx';

function CountCells({ counts }: { readonly counts: LedgerCounts | null }): ReactNode {
  const { formatCount } = useWords();
  return (['accepted', 'unknown', 'taken'] as const).map((name) => (
    <Table.Td key={name} ta="right">
      {counts === null ? '…' : formatCount(counts[name])}
    </Table.Td>
  ));
}

/** Counts a server's orders, which takes a second where they are a million: so the list itself comes first. */
function CountedCells({ server, refreshKey }: { readonly server: string; readonly refreshKey: unknown }): ReactNode {
  const { value } = useChannelQuery('ledger.countOrders', { server }, refreshKey);
  return <CountCells counts={value} />;
}

interface ServersProps {
  readonly isCounted: boolean;
  readonly servers: readonly LedgerServer[];
  readonly chosen: string | null;
  readonly onChoose: (server: string) => void;
}

function Servers({ servers, chosen, isCounted, onChoose }: ServersProps): ReactNode {
  const { t, formatDateTime } = useWords();
  return (
    <Table fz="sm" verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }} data-testid="ledger-servers">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('sent.server')}</Table.Th>
          <Table.Th ta="right">{t('sent.accepted')}</Table.Th>
          <Table.Th ta="right">{t('sent.unknown')}</Table.Th>
          <Table.Th ta="right">{t('sent.taken')}</Table.Th>
          <Table.Th>{t('sent.last')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {servers.map(({ server, at }) => (
          <Table.Tr key={server} style={server === chosen ? { background: 'var(--sending-tint)' } : {}}>
            <Table.Td>
              <UnstyledButton
                c="var(--sending-text)"
                fz="sm"
                td="underline"
                aria-label={t('sent.show', { server })}
                aria-pressed={server === chosen}
                data-testid="ledger-server"
                onClick={() => onChoose(server)}
              >
                {server}
              </UnstyledButton>
            </Table.Td>
            {isCounted ? <CountedCells server={server} refreshKey={servers} /> : <CountCells counts={null} />}
            <Table.Td>{formatDateTime(at)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function LedgerScreen({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t, failureSentence } = useWords();
  const { value: servers, failure, reload } = useChannelQuery('ledger.listServers', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [isListShown, setListShown] = useState(false);
  const onShown = useCallback(() => setListShown(true), []);
  const back = useFocusOnOpen<HTMLButtonElement>();
  const shown = chosen ?? servers?.[0]?.server ?? null;
  return (
    <main data-testid="ledger-page" style={{ height: '100%', overflowY: 'auto' }}>
      <Stack gap="md" p="lg" maw={1080} mx="auto">
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} fz={20}>
            {t('sent.title')}
          </Title>
          <Button ref={back} variant="default" data-testid="ledger-back" onClick={onBack}>
            ← {t('app.settings')}
          </Button>
        </Group>
        <Text size="sm">{t('sent.about')}</Text>
        <LedgerActions onChanged={() => void reload()} />
        <Paper withBorder p="md" bg="var(--surface)">
          {!servers && <Text size="sm">{failure ? failureSentence(failure) : t('app.loading')}</Text>}
          {servers?.length === 0 && (
            <Text size="sm" data-testid="ledger-none">
              {t('sent.none')}
            </Text>
          )}
          {servers && servers.length > 0 && (
            <Servers servers={servers} chosen={shown} isCounted={isListShown} onChoose={setChosen} />
          )}
        </Paper>
        <ChangesList />
        {shown !== null && <LedgerOrders key={shown} server={shown} refreshKey={servers} onShown={onShown} />}
      </Stack>
    </main>
  );
}
