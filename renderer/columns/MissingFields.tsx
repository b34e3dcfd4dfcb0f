/** Required fields without a source and without a question of their own: each gets a column or one value for all rows. */
import type { ReactNode } from 'react';
import type { ColumnView } from '../../shared/contract/views.ts';
import type { Field } from '../../shared/domain/model/fields.ts';
import { fixLabel, type ShownFix } from '../review/issue-words.ts';
import { FixButton } from '../review/panel/FixButton.tsx';
import { useWords } from '../words/words.ts';
import type { ColumnFix } from './file-questions.ts';
import { ColumnChoice, ConstantEntry } from './FieldSource.tsx';
import classes from './Columns.module.css';

export interface MissingField {
  readonly field: Field;
  readonly guess: string;
  /** The columns whose values fit, the best first. */
  readonly offered: readonly ColumnFix[];
}

interface MissingFieldsProps {
  readonly columns: readonly ColumnView[];
  /** Each with the value that is proposed for it. */
  readonly fields: readonly MissingField[];
  readonly onFix: (fix: ShownFix) => void;
  readonly onColumn: (column: number, field: Field) => void;
  readonly onConstant: (field: Field, text: string) => void;
}

export function MissingFields({ columns, fields, onFix, onColumn, onConstant }: MissingFieldsProps): ReactNode {
  const words = useWords();
  const { t } = words;
  if (fields.length === 0) return null;
  return (
    <section data-testid="missing-fields">
      <p className={classes.missingNote}>{t('columns.missing.about')}</p>
      {fields.map(({ field, guess, offered }) => (
        <fieldset key={field} className={classes.missing} data-testid="missing-field" data-field={field}>
          <legend>{t(`field.${field}`)}</legend>
          {offered.map((fix, at) => (
            <div key={JSON.stringify(fix)} className={classes.answer}>
              <FixButton variant={at === 0 ? 'light' : 'default'} testId="missing-answer" onClick={() => onFix(fix)}>
                {fixLabel(words, fix)}
              </FixButton>
            </div>
          ))}
          <div className={offered.length === 0 ? undefined : classes.answer}>
            <ColumnChoice field={field} columns={columns} onColumn={onColumn} />
          </div>
          {field === 'client_product_id' ? <p className={classes.note}>{t('columns.missing.product')}</p> : null}
          {field === 'price' &&
          columns.some((column) => column.field === 'product_code' || column.field === 'product_name') ? (
            <p className={classes.note}>{t('columns.missing.price')}</p>
          ) : null}
          <ConstantEntry field={field} guess={guess} testId="missing" onConstant={onConstant} />
        </fieldset>
      ))}
    </section>
  );
}
