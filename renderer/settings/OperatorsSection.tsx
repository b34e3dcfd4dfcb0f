/** The settings of who works here: the names that the top line offers. */
import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { RemoveIcon } from '../theme/icons.tsx';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

const most = 50;

export function OperatorsSection(): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const keep = useSettingsChange();
  const [name, setName] = useState('');
  const { operator, operators } = settings;
  const typed = name.trim();
  const mayAdd = typed !== '' && operators.length < most && !operators.includes(typed);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!mayAdd) return;
    await keep({ operators: [...operators, typed].toSorted((a, b) => a.localeCompare(b)) });
    setName('');
  };
  const remove = (gone: string): void =>
    void keep({
      operators: operators.filter((one) => one !== gone),
      ...(operator === gone ? { operator: null } : {}),
    });
  return (
    <Section title={t('operators.title')} testId="settings-operators">
      <Text size="sm" c="dimmed">
        {t('operators.about')}
      </Text>
      {operators.length > 0 && (
        <Group gap="xs">
          {operators.map((one) => (
            <Group key={one} gap={2} wrap="nowrap" data-testid="operator-line" data-operator={one}>
              <Text size="sm" fw={600}>
                {one}
              </Text>
              <Tooltip label={t('operators.remove', { name: one })}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  c="dimmed"
                  aria-label={t('operators.remove', { name: one })}
                  data-testid="operator-remove"
                  onClick={() => remove(one)}
                >
                  <RemoveIcon />
                </ActionIcon>
              </Tooltip>
            </Group>
          ))}
        </Group>
      )}
      <form onSubmit={(event) => void add(event)}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('operators.name')}
            style={{ flex: 1 }}
            maxLength={60}
            value={name}
            data-testid="operator-name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!mayAdd} data-testid="operator-add">
            {t('operators.add')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
