/** Required fields without a source and without a question of their own: each gets a column or one value for all rows. */
import type { ReactNode } from 'react';
import type { ColumnView } from '../../shared/contract/views.ts';
import type { Field } from '../../shared/domain/model/fields.ts';
import { fixLabel, type ShownFix } from '../review/issue-words.ts';
import { FixButton } from '../review/panel/FixButton.tsx';
import { useLedTo } from '../app/state/use-focus.ts';
import { useWords } from '../words/words.ts';
import type { MissingField } from './file-questions.ts';
import { ColumnChoice, ConstantEntry } from './FieldSource.tsx';
import classes from './Columns.module.css';

interface MissingFieldsProps {
  readonly columns: readonly ColumnView[];
  /** Each with the value that is proposed for it. */
  readonly fields: readonly MissingField[];
  /** The cause of the question that a link led to; null: none. */
  readonly ledTo: string | null;
  readonly onFix: (fix: ShownFix) => void;
  readonly onColumn: (column: number, field: Field) => void;
  readonly onConstant: (field: Field, text: string) => void;
}

export function MissingFields({ fields, ledTo, ...rest }: MissingFieldsProps): ReactNode {
  const { t } = useWords();
  if (fields.length === 0) return null;
  return (
    <section data-testid="missing-fields">
      <p className={classes.missingNote}>{t('columns.missing.about')}</p>
      {fields.map((missing) => (
        <MissingOne key={missing.field} missing={missing} isLedTo={missing.cause === ledTo} {...rest} />
      ))}
    </section>
  );
}

function MissingOne({
  missing: { field, guess, offered },
  isLedTo,
  columns,
  onFix,
  onColumn,
  onConstant,
}: Omit<MissingFieldsProps, 'fields' | 'ledTo'> & {
  readonly missing: MissingField;
  readonly isLedTo: boolean;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const element = useLedTo<HTMLFieldSetElement>(isLedTo);
  return (
    <fieldset ref={element} className={classes.missing} data-testid="missing-field" data-field={field}>
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
  );
}
