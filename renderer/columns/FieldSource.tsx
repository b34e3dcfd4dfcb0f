/** Chooses where a field without a column gets its values from: a column, or one value for all rows. */
import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { ColumnView } from '../../shared/contract/views.ts';
import type { Field } from '../../shared/domain/model/fields.ts';
import { useWords } from '../words/words.ts';

interface ColumnChoiceProps {
  readonly field: Field;
  readonly columns: readonly ColumnView[];
  readonly onColumn: (column: number, field: Field) => void;
}

export function ColumnChoice({ field, columns, onColumn }: ColumnChoiceProps): ReactNode {
  const { t } = useWords();
  return (
    <Select
      size="xs"
      searchable
      placeholder={t('columns.missing.column')}
      aria-label={`${t(`field.${field}`)}: ${t('columns.missing.column')}`}
      data={columns.map(({ column, letters, heading }) => ({
        value: String(column),
        label: `${letters} · ${heading || t('review.unnamed', { letters })}`,
      }))}
      value={null}
      onChange={(chosen) => {
        if (chosen !== null) onColumn(Number(chosen), field);
      }}
      data-testid="missing-column"
    />
  );
}

interface ConstantEntryProps {
  readonly field: Field;
  /** The initial value of the input. */
  readonly guess?: string;
  /** Prefix of the controls' test ids. */
  readonly testId: 'missing' | 'constant';
  readonly onConstant: (field: Field, text: string) => void;
}

export function ConstantEntry({ field, guess = '', testId, onConstant }: ConstantEntryProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(guess);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onConstant(field, text.trim());
  };
  const asked = t(field === 'order_id' ? 'columns.missing.oneOrder' : 'columns.missing.constant');
  return (
    <form onSubmit={submit}>
      <Text component="label" htmlFor={id} display="block" size="xs" fw={600} mt={6}>
        {asked}
      </Text>
      <Group gap={6} wrap="nowrap">
        <TextInput
          id={id}
          size="xs"
          style={{ flex: 1 }}
          aria-label={`${t(`field.${field}`)}: ${asked}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid={testId === 'missing' ? 'missing-constant' : 'constant-text'}
        />
        <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''} data-testid={`${testId}-use`}>
          {t('columns.constant.use')}
        </Button>
      </Group>
    </form>
  );
}
