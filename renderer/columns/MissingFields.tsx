/** Needed fields that nothing feeds: each gets a column or one value for all rows. */
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ColumnView, FieldView } from '../../shared/contract/views.ts';
import type { Field } from '../../shared/domain/fields.ts';
import { useWords } from '../words/words.ts';
import { Remark } from '../app/Remark.tsx';
import classes from './Columns.module.css';

interface MissingFieldsProps {
  readonly columns: readonly ColumnView[];
  readonly fields: readonly FieldView[];
  readonly onColumn: (column: number, field: Field) => void;
  readonly onConstant: (field: Field, text: string) => void;
}

export function MissingFields({ columns, fields, onColumn, onConstant }: MissingFieldsProps): ReactNode {
  const { t } = useWords();
  const missing = fields.filter((field) => field.missing);
  if (missing.length === 0) return <Remark tone="done">✓ {t('columns.missing.none')}</Remark>;
  return (
    <section data-testid="missing-fields">
      <h3 className={classes.sideTitle} data-tone="error">
        ✕ {t('columns.missing', { count: missing.length })}
      </h3>
      <p className={classes.note}>{t('columns.missing.about')}</p>
      {missing.map(({ field }) => (
        <MissingField key={field} field={field} columns={columns} onColumn={onColumn} onConstant={onConstant} />
      ))}
    </section>
  );
}

function MissingField({ field, columns, onColumn, onConstant }: Omit<MissingFieldsProps, 'fields'> & { readonly field: Field }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const name = t(`field.${field}`);
  return (
    <fieldset className={classes.missing} data-testid="missing-field" data-field={field}>
      <legend>{name}</legend>
      <Select
        size="xs"
        searchable
        placeholder={t('columns.missing.column')}
        aria-label={`${name}: ${t('columns.missing.column')}`}
        data={columns.map(({ column, letters, heading }) => ({ value: String(column), label: `${letters} · ${heading || t('desk.unnamed', { letters })}` }))}
        value={null}
        onChange={(chosen) => {
          if (chosen !== null) onColumn(Number(chosen), field);
        }}
        data-testid="missing-column"
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onConstant(field, text.trim());
        }}
      >
        <Group gap={6} mt={6} wrap="nowrap">
          <TextInput size="xs" style={{ flex: 1 }} placeholder={t('columns.missing.constant')} aria-label={`${name}: ${t('columns.missing.constant')}`} value={text} onChange={(event) => setText(event.currentTarget.value)} data-testid="missing-constant" />
          <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''} data-testid="missing-use">
            {t('columns.constant.use')}
          </Button>
        </Group>
      </form>
    </fieldset>
  );
}
