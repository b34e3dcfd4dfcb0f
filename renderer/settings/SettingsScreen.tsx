/** The settings page. Every change is saved at once. */
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { DataSection } from './DataSection.tsx';
import { AccessKeySection } from './AccessKeySection.tsx';
import { LedgerScreen } from './ledger/LedgerScreen.tsx';
import { SentOrdersSection } from './ledger/SentOrdersSection.tsx';
import { PracticeLedgerSection } from './PracticeLedgerSection.tsx';
import { LookSection } from './LookSection.tsx';
import { ProfilesSection } from './ProfilesSection.tsx';
import { SendingSection } from './SendingSection.tsx';
import { ServerSection } from './ServerSection.tsx';
import { useServerAddress } from './use-server-address.ts';

export function SettingsScreen(): ReactNode {
  const [ledger, setLedger] = useState(false);
  return ledger ? <LedgerScreen onBack={() => setLedger(false)} /> : <Sections onLedger={() => setLedger(true)} />;
}

function Sections({ onLedger }: { readonly onLedger: () => void }): ReactNode {
  const { t } = useWords();
  const { leavePage } = useNavigation();
  const key = useChannelQuery('accessKey.getState', {});
  const info = useChannelQuery('app.getInfo', {});
  const reloadKey = (): void => void key.reload();
  const address = useServerAddress(reloadKey);
  return (
    <main data-testid="settings-screen" style={{ height: '100%', overflowY: 'auto' }}>
      <Stack gap="md" p="lg" maw={1240} mx="auto">
        <Group justify="space-between">
          <Group gap="md" align="baseline">
            <Title order={1} fz={20}>
              {t('settings.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('settings.saved')}
            </Text>
          </Group>
          <Button variant="default" data-testid="settings-back" onClick={leavePage}>
            ← {t('app.back')}
          </Button>
        </Group>
        <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
          <Stack gap="md">
            <ServerSection address={address} onServer={reloadKey} />
            <AccessKeySection state={key.value} address={address} onChanged={reloadKey} />
            <SendingSection />
            <DataSection />
          </Stack>
          <Stack gap="md">
            <LookSection />
            <ProfilesSection />
            <SentOrdersSection onOpen={onLedger} />
            <PracticeLedgerSection />
          </Stack>
        </SimpleGrid>
        {info.value && (
          <Text size="xs" c="dimmed">
            {t('settings.version', { version: info.value.version })}
          </Text>
        )}
      </Stack>
    </main>
  );
}
