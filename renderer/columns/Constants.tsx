/** Values that stand for all rows where a cell is blank or there is no column. */
import { Button, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { FieldView } from '../../shared/contract/views.ts';
import { isField, type Field } from '../../shared/domain/fields.ts';
import { useWords } from '../words/words.ts';
import classes from './Columns.module.css';

interface ConstantsProps {
  readonly fields: readonly FieldView[];
  readonly onConstant: (field: Field, text: string | null) => void;
}

export function Constants({ fields, onConstant }: ConstantsProps): ReactNode {
  const { t } = useWords();
  const given = fields.filter(({ constant, profileDefault, columns }) => constant !== null || (profileDefault !== null && columns.length === 0));
  return (
    <section data-testid="constants">
      <h3 className={classes.sideTitle}>{t('columns.constants')}</h3>
      <p className={classes.note}>{t('columns.constants.about')}</p>
      <ul className={classes.constants}>
        {given.map(({ field, constant, profileDefault }) => (
          <li key={field} data-testid="constant" data-field={field}>
            <span className={classes.note}>{t(`field.${field}`)}</span>
            <span>{constant ?? t('columns.constant.profile', { text: profileDefault ?? '' })}</span>
            {constant === null ? null : <CloseButton size="xs" aria-label={t('columns.constant.remove', { field: t(`field.${field}`) })} onClick={() => onConstant(field, null)} />}
          </li>
        ))}
      </ul>
      <NewConstant fields={fields} onConstant={onConstant} />
    </section>
  );
}

function NewConstant({ fields, onConstant }: ConstantsProps): ReactNode {
  const { t } = useWords();
  const [field, setField] = useState<Field | null>(null);
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (field === null || text.trim() === '') return;
    onConstant(field, text.trim());
    setField(null);
    setText('');
  };
  return (
    <form onSubmit={submit}>
      <Select
        size="xs"
        searchable
        placeholder={t('columns.constants.add')}
        aria-label={t('columns.constants.add')}
        // An order's number is its own: one for all makes no sense.
        data={fields.filter((one) => one.field !== 'order_id' && one.constant === null).map((one) => ({ value: one.field, label: t(`field.${one.field}`) }))}
        value={field}
        onChange={(chosen) => setField(chosen !== null && isField(chosen) ? chosen : null)}
        data-testid="constant-field"
      />
      {field === null ? null : (
        <Group gap={6} mt={6} wrap="nowrap">
          <TextInput size="xs" style={{ flex: 1 }}  aria-label={t(`field.${field}`)} value={text} onChange={(event) => setText(event.currentTarget.value)} data-testid="constant-text" />
          <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''} data-testid="constant-use">
            {t('columns.constant.use')}
          </Button>
        </Group>
      )}
    </form>
  );
}
