/** Lists what the file says of an order otherwise than it was sent. */
import type { ReactNode } from 'react';
import type { OrderView } from '../../../shared/contract/views.ts';
import { changeWords } from '../../../shared/messages/change-sentences.ts';
import { useWords } from '../../words/words.ts';
import classes from '../Review.module.css';

export function ChangedFields({ earlier }: { readonly earlier: NonNullable<OrderView['earlierSending']> }): ReactNode {
  const { t } = useWords();
  const { changes, compared } = earlier;
  if (changes === null) return null;
  if (!compared)
    return (
      <p className={classes.small} data-testid="changes-unknown">
        {t('changes.notCompared')}
      </p>
    );
  if (changes.length === 0) return null;
  return (
    <dl className={classes.facts} data-testid="changed-fields" aria-label={t('changes.differs')}>
      {changes.map((change, at) => {
        const { field, before, after } = changeWords(t, change, compared);
        return [
          <dt key={`${at} field`}>{field}</dt>,
          <dd key={`${at} value`} data-testid="changed-field" data-field={change.field}>
            <s>{before}</s> → <b>{after}</b>
          </dd>,
        ];
      })}
    </dl>
  );
}
