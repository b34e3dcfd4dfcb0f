/** Without a team: where the office is saved to after each run, and taking in what another computer saved. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { OfficeChanges } from '../../shared/contract/office.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';

interface Props {
  /** Called when shops may have come in. */
  readonly onTaken: () => Promise<void>;
}

export function OfficeSection({ onTaken }: Props): ReactNode {
  const { t } = useWords();
  const { settings, reload } = useSettings();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [changes, setChanges] = useState<OfficeChanges | null>(null);
  const save = async (channel: 'office.chooseFolder' | 'office.saveNow'): Promise<void> => {
    const answer = await run(channel, {});
    await reload();
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('office.saved', { name: answer.value.fileName }) });
  };
  const stop = async (): Promise<void> => {
    await run('office.stopSaving', {});
    await reload();
  };
  const look = async (): Promise<void> => {
    const answer = await run('office.look', {});
    if (answer.ok) setChanges(answer.value);
  };
  const { copyFolder } = settings;
  return (
    <Section title={t('office.title')} testId="settings-office">
      <Text size="sm" c="dimmed">
        {t('office.about')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }} data-testid="office-folder">
        {copyFolder === null ? t('office.none') : t('office.folder', { folder: copyFolder })}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="office-choose"
          onClick={() => void save('office.chooseFolder')}
        >
          {t('office.choose')}
        </Button>
        {copyFolder !== null && (
          <>
            <Button
              variant="default"
              size="compact-md"
              disabled={busy !== null}
              data-testid="office-save"
              onClick={() => void save('office.saveNow')}
            >
              {t('office.saveNow')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              disabled={busy !== null}
              data-testid="office-off"
              onClick={() => void stop()}
            >
              {t('office.off')}
            </Button>
          </>
        )}
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="office-look"
          onClick={() => void look()}
        >
          {t('office.look')}
        </Button>
      </Group>
      {changes && (
        <TakeOver
          changes={changes}
          onEnd={() => {
            setChanges(null);
            void onTaken();
          }}
        />
      )}
    </Section>
  );
}

/** What taking it in will change, before it is done. */
function TakeOver({ changes, onEnd }: { readonly changes: OfficeChanges; readonly onEnd: () => void }): ReactNode {
  const { t, formatDateTime } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [theirs, setTheirs] = useState('ours');
  const { computer, at, shops, ordersAdded, orders } = changes;
  const others = changes.productsOther + changes.profilesOther;
  const isNothing = shops.length + changes.productsAdded + changes.profilesAdded + ordersAdded + others === 0;
  const take = async (): Promise<void> => {
    const answer = await run('office.take', { theirs: theirs === 'theirs' });
    if (!answer.ok) return;
    show({ tone: 'done', text: t('office.taken', { computer }) });
    onEnd();
  };
  return (
    <Stack gap={6} data-testid="office-changes">
      <Text size="sm" fw={600}>
        {t('office.from', { computer, at: formatDateTime(at) })}
      </Text>
      {isNothing && <Text size="sm">{t('office.nothing')}</Text>}
      {shops.length > 0 && <Text size="sm">{t('office.shops', { names: shops.join(', ') })}</Text>}
      <Text size="sm">{t('office.products', { added: changes.productsAdded, other: changes.productsOther })}</Text>
      <Text size="sm">{t('office.profiles', { added: changes.profilesAdded, other: changes.profilesOther })}</Text>
      <Text size="sm">{t('office.orders', { added: ordersAdded, count: orders })}</Text>
      {others > 0 && (
        <Radio.Group value={theirs} onChange={setTheirs} aria-label={t('office.take')}>
          <Stack gap={4}>
            <Radio value="ours" label={t('office.ours')} data-testid="office-ours" />
            <Radio value="theirs" label={t('office.theirs')} data-testid="office-theirs" />
          </Stack>
        </Radio.Group>
      )}
      <Group gap="xs">
        <Button size="compact-md" disabled={busy !== null} data-testid="office-take" onClick={() => void take()}>
          {t('office.take')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onEnd}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
