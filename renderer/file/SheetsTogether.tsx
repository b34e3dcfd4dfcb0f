/** The sheets that are read as one list: each can be taken out or put in; or one is read alone. */
import { Button, Chip, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { useWords } from '../words/words.ts';
import type { ReadingChange } from './TextFormatChoices.tsx';

interface Props {
  readonly summary: BatchSummary;
  readonly disabled: boolean;
  readonly onChange: (change: ReadingChange) => void;
}

export function SheetsTogether({ summary: { file }, disabled, onChange }: Props): ReactNode {
  const { t } = useWords();
  const { together } = file;
  const offered = file.sheets
    .map(({ name, alike }) => ({ name, alike }))
    .filter(({ name, alike }) => alike || together.includes(name));
  const toggle = (name: string): void => {
    const names = offered
      .map((sheet) => sheet.name)
      .filter((one) => (one === name ? !together.includes(one) : together.includes(one)));
    onChange(names.length > 1 ? { together: names } : { sheet: names[0] ?? name });
  };
  return (
    <div role="group" aria-label={t('file.sheets.inList')}>
      <Text size="sm" fw={500} mb={4}>
        {t('file.sheets.inList')}
      </Text>
      <Group gap={6}>
        {offered.map(({ name }) => (
          <Chip
            key={name}
            size="xs"
            checked={together.includes(name)}
            disabled={disabled}
            wrapperProps={{ 'data-testid': 'sheet-in-list' }}
            onChange={() => toggle(name)}
          >
            {name}
          </Chip>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={disabled}
          data-testid="one-sheet"
          onClick={() => onChange({ sheet: file.sheet })}
        >
          {t('file.sheets.one')}
        </Button>
      </Group>
    </div>
  );
}
