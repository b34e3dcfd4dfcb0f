/** Values that stand for all rows where a cell is blank or there is no column. */
import { CloseButton, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { FieldView } from '../../shared/contract/views.ts';
import { isField, type Field } from '../../shared/domain/model/fields.ts';
import { useWords } from '../words/words.ts';
import { DateAnswer } from './DateAnswer.tsx';
import { ConstantEntry } from './FieldSource.tsx';
import classes from './Columns.module.css';

interface ConstantsProps {
  readonly fields: readonly FieldView[];
  readonly onConstant: (field: Field, text: string | null) => void;
}

export function Constants({ fields, onConstant }: ConstantsProps): ReactNode {
  const { t } = useWords();
  const given = fields.filter(
    ({ constant, profileDefault, columns }) => constant !== null || (profileDefault !== null && columns.length === 0),
  );
  return (
    <section data-testid="constants">
      <h3 className={classes.sideTitle}>{t('columns.constants')}</h3>
      <p className={classes.note}>{t('columns.constants.about')}</p>
      <ul className={classes.constants}>
        {given.map(({ field, constant, profileDefault }) => (
          <li key={field} data-testid="constant" data-field={field}>
            <span className={classes.note}>{t(`field.${field}`)}</span>
            <span>{constant ?? t('columns.constant.profile', { text: profileDefault ?? '' })}</span>
            {constant === null ? null : (
              <CloseButton
                size="xs"
                aria-label={t('columns.constant.remove', { field: t(`field.${field}`) })}
                onClick={() => onConstant(field, null)}
              />
            )}
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
  const give = (text: string): void => {
    if (field === null) return;
    onConstant(field, text);
    setField(null);
  };
  return (
    <>
      <Select
        size="xs"
        searchable
        placeholder={t('columns.constants.add')}
        aria-label={t('columns.constants.add')}
        // No constant for the order number: it differs per order; for a sheet that is one order, a question asks for it.
        data={fields
          .filter((one) => one.field !== 'order_id' && one.constant === null)
          .map((one) => ({ value: one.field, label: t(`field.${one.field}`) }))}
        value={field}
        onChange={(chosen) => setField(chosen !== null && isField(chosen) ? chosen : null)}
        data-testid="constant-field"
      />
      {field === null ? null : field === 'scheduled_at' ? (
        <DateAnswer proposed={false} onAnswer={give} />
      ) : (
        <ConstantEntry key={field} field={field} testId="constant" onConstant={(_field, text) => give(text)} />
      )}
    </>
  );
}
