/** The settings of language and theme; both take effect at once. */
import { Group, Input, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { languageNames, languages } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

const themes = ['light', 'dark', 'system'] as const;

export function LookSection(): ReactNode {
  const { t, language } = useWords();
  const { settings } = useSettings();
  const change = useSettingsChange();
  return (
    <Section title={t('settings.look')} testId="settings-look">
      <Group gap="lg">
        <Input.Wrapper label={t('settings.language')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('settings.language')}
              value={language}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              onChange={(value) => void change({ language: value })}
            />
          </div>
        </Input.Wrapper>
        <Input.Wrapper label={t('settings.theme')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('settings.theme')}
              data-testid="theme"
              value={settings.theme}
              data={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
              onChange={(value) => void change({ theme: value })}
            />
          </div>
        </Input.Wrapper>
      </Group>
    </Section>
  );
}
