/** The result of importing a product sheet, with the rows that could not be imported. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProductImportResult } from '../../shared/contract/products.ts';
import { sentence } from '../../shared/messages/translator.ts';
import { Callout } from '../app/Callout.tsx';
import { useWords } from '../words/words.ts';
import classes from './Products.module.css';

/** Further rows can be seen in the sheet itself. */
const mostShown = 20;

export function ImportOutcome({
  outcome: { fileName, added, changed, unchanged, skipped },
}: {
  readonly outcome: ProductImportResult;
}): ReactNode {
  const { t } = useWords();
  return (
    <div data-testid="import-outcome">
      <Callout tone={skipped.length === 0 ? 'done' : 'look-at-it'}>
        {t('products.imported', { name: fileName ?? '', added, changed, unchanged })}
      </Callout>
      {skipped.length > 0 && (
        <>
          <Text size="sm" mt={6}>
            {t('products.skipped', { count: skipped.length })}
          </Text>
          <ul className={classes.skipped}>
            {skipped.slice(0, mostShown).map(({ row, code, params }) => (
              <li key={row} data-testid="skipped-row">
                {t('place.row', { row })}: {sentence(t, 'issue', code, params)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
