/** The settings of data: how long customers' data is kept, and the diagnostics that can be saved for support. */
import { Button, NumberInput, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

const mostDays = 3650;

export function DataSection(): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const keep = useSettingsChange();
  const save = async (): Promise<void> => {
    const answer = await run('diagnostics.save', {});
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('settings.diagnostics.saved', { name: answer.value.fileName }) });
  };
  return (
    <Section title={t('settings.data')} testId="settings-data">
      <NumberInput
        label={t('settings.retention')}
        description={`${t('settings.retention.about')} ${t('settings.retention.zero')}`}
        styles={{ wrapper: { maxWidth: 120 } }}
        min={0}
        max={mostDays}
        clampBehavior="strict"
        allowDecimal={false}
        value={settings.retentionDays}
        data-testid="retention-days"
        onChange={(value) => {
          if (typeof value === 'number' && value >= 0 && value <= mostDays) void keep({ retentionDays: value });
        }}
      />
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={busy !== null}
        data-testid="diagnostics"
        onClick={() => void save()}
      >
        {t('settings.diagnostics')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('settings.diagnostics.about')}
      </Text>
    </Section>
  );
}
