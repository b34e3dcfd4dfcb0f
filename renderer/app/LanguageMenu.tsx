/** The menu of languages; a choice takes effect at once. */
import { Button, Menu, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { languageNames, languages, type Language } from '../../shared/messages/translator.ts';
import { useSettingsChange } from '../settings/use-settings-change.ts';
import { DownIcon } from '../theme/icons.tsx';
import { useWords } from '../words/words.ts';

const shortNames: Readonly<Record<Language, string>> = { uz: 'uz', 'uz-Cyrl': 'ўз', ru: 'ru', en: 'en' };

export function LanguageMenu(): ReactNode {
  const { t, language } = useWords();
  const change = useSettingsChange();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          c="inherit"
          px={8}
          style={{ flexShrink: 0 }}
          rightSection={<DownIcon />}
          data-testid="language-menu"
        >
          <VisuallyHidden>{t('app.language')}: </VisuallyHidden>
          {shortNames[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            data-testid={`language-${one}`}
            fw={one === language ? 600 : 400}
            onClick={() => void change({ language: one })}
          >
            {languageNames[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
