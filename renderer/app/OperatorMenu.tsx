/** Who works now, chosen from the names in the settings: it is written down with what is sent, corrected and settled. */
import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSettings } from '../settings/settings-context.tsx';
import { useSettingsChange } from '../settings/use-settings-change.ts';
import { DownIcon } from '../theme/icons.tsx';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { useNavigation } from './state/navigation.tsx';

export function OperatorMenu(): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const change = useSettingsChange();
  const { goToSettings } = useNavigation();
  const { operator, operators } = settings;
  if (operators.length === 0) return null;
  const choose = (name: string | null): void => void change({ operator: name });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c={operator === null ? textColor('look-at-it') : 'inherit'}
          bg={operator === null ? tintColor('look-at-it') : 'transparent'}
          size="compact-md"
          px={8}
          maw={150}
          rightSection={<DownIcon />}
          aria-label={operator === null ? t('operator.choose') : t('operator.is', { name: operator })}
          data-testid="operator-menu"
        >
          {operator ?? t('operator.none')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('operator.menu')}</Menu.Label>
        {operators.map((name) => (
          <Menu.Item
            key={name}
            fw={name === operator ? 600 : 400}
            data-testid="operator-choice"
            onClick={() => choose(name)}
          >
            {name}
          </Menu.Item>
        ))}
        {operator !== null && <Menu.Item onClick={() => choose(null)}>{t('operator.nobody')}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item data-testid="operator-manage" onClick={goToSettings}>
          {t('operator.manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
