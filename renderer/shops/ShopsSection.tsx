/** The settings of shops: added, renamed, with their range of numbers and expected account, removed. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { useAction } from '../app/state/use-action.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { refreshSummary } from '../client/batch-summaries.ts';
import { Section } from '../settings/Section.tsx';
import { useWords } from '../words/words.ts';
import { ShopLine } from './ShopLine.tsx';

interface Props {
  readonly shops: readonly Shop[];
  readonly onChanged: () => Promise<void>;
}

export function ShopsSection({ shops, onChanged }: Props): ReactNode {
  const { t } = useWords();
  const { location } = useNavigation();
  const { busy, run } = useAction();
  const [name, setName] = useState('');
  const named = shops.filter((shop) => shop.name !== '');
  const changed = async (): Promise<void> => {
    await onChanged();
    const behind = 'behind' in location ? location.behind : location;
    if (behind.screen === 'batch') await refreshSummary(behind.batchId);
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || busy !== null) return;
    const answer = await run('shop.add', { name: name.trim() });
    if (!answer.ok) return;
    setName('');
    await changed();
  };
  return (
    <Section title={t('shops.title')} testId="settings-shops">
      <Text size="sm" c="dimmed">
        {t(named.length === 0 ? 'shops.one' : 'shops.about')}
      </Text>
      {named.length > 0 && (
        <Stack gap="xs">
          {named.map((shop) => (
            <ShopLine key={shop.id} shop={shop} removable={named.length > 1} onChanged={changed} />
          ))}
        </Stack>
      )}
      <form onSubmit={(event) => void add(event)}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('shops.add.name')}
            style={{ flex: 1 }}
            maxLength={60}
            value={name}
            data-testid="shop-name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === '' || busy !== null} data-testid="shop-add">
            {t('shops.add')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
