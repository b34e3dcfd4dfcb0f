/** The settings page. Every change is saved at once. */
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { ShopChoice } from '../shops/ShopChoice.tsx';
import { ShopInView } from '../shops/shop-in-view.tsx';
import { ShopsSection } from '../shops/ShopsSection.tsx';
import { TeamSection } from '../team/TeamSection.tsx';
import { useWords } from '../words/words.ts';
import { DataSection } from './DataSection.tsx';
import { AccessKeySection } from './AccessKeySection.tsx';
import { LedgerScreen } from './ledger/LedgerScreen.tsx';
import { SentOrdersSection } from './ledger/SentOrdersSection.tsx';
import { OperatorsSection } from './OperatorsSection.tsx';
import { OfficeSection } from './OfficeSection.tsx';
import { PinSection } from './PinSection.tsx';
import { PracticeLedgerSection } from './PracticeLedgerSection.tsx';
import { LookSection } from './LookSection.tsx';
import { MonthScreen } from './month/MonthScreen.tsx';
import { MonthSection } from './month/MonthSection.tsx';
import { ProfilesSection } from './ProfilesSection.tsx';
import { SendingSection } from './SendingSection.tsx';
import { ServerSection } from './ServerSection.tsx';
import { SettledSection } from './SettledSection.tsx';
import { UpdatesSection } from './UpdatesSection.tsx';
import { WatchSection } from './WatchSection.tsx';
import { useServerAddress } from './use-server-address.ts';

export function SettingsScreen(): ReactNode {
  const [page, setPage] = useState<'ledger' | 'month' | null>(null);
  const back = (): void => setPage(null);
  if (page === 'ledger') return <LedgerScreen onBack={back} />;
  if (page === 'month') return <MonthScreen onBack={back} />;
  return <Sections onOpen={setPage} />;
}

function Sections({ onOpen }: { readonly onOpen: (page: 'ledger' | 'month') => void }): ReactNode {
  const { t } = useWords();
  const { leavePage } = useNavigation();
  const { value: shops, reload: reloadShops } = useChannelQuery('shop.list', {});
  useEvent('team.shared', () => void reloadShops());
  const [chosen, setChosen] = useState<string>();
  const shop = shops?.find(({ id }) => id === chosen)?.id ?? shops?.[0]?.id;
  const key = useChannelQuery('accessKey.getState', shop === undefined ? {} : { shop });
  const info = useChannelQuery('app.getInfo', {});
  const reloadKey = (): void => void key.reload();
  const [takenCount, setTakenCount] = useState(0);
  const taken = async (): Promise<void> => {
    setTakenCount((count) => count + 1);
    await reloadShops();
  };
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
            <ShopInView value={shop}>
              <ServerSection address={address} onServer={reloadKey} />
              {shops && shop !== undefined && <ShopChoice shops={shops} shop={shop} onShop={setChosen} />}
              <AccessKeySection state={key.value} address={address} onChanged={reloadKey} />
            </ShopInView>
            <SendingSection />
            <TeamSection />
            <WatchSection />
            <OfficeSection onTaken={taken} />
            <DataSection />
          </Stack>
          <Stack gap="md">
            <LookSection />
            <OperatorsSection />
            <PinSection />
            <UpdatesSection />
            {shops && <ShopsSection shops={shops} onChanged={reloadShops} />}
            <ShopInView value={shop}>
              <ProfilesSection />
              <SettledSection />
            </ShopInView>
            <SentOrdersSection onOpen={() => onOpen('ledger')} />
            <MonthSection onOpen={() => onOpen('month')} refreshKey={takenCount} />
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
