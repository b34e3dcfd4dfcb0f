/** What a sheet of products would change, before it is done; and what it did, with a way back. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProductImport } from '../../shared/contract/products.ts';
import { productText } from '../../shared/messages/product-text.ts';
import { sentence } from '../../shared/messages/translator.ts';
import { Callout } from '../app/Callout.tsx';
import { useWords } from '../words/words.ts';
import classes from './Products.module.css';

/** Further rows can be seen in the sheet itself. */
const mostShown = 20;

interface Props {
  readonly given: ProductImport;
  readonly isDone: boolean;
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly onCancel: () => void;
  readonly onTakeBack: () => void;
}

export function ImportChanges({ given, isDone, busy, onImport, onCancel, onTakeBack }: Props): ReactNode {
  const { t } = useWords();
  const { fileName, added, changed, unchanged, skipped } = given;
  const counts = { name: fileName ?? '', added: added.length, changed: changed.length, unchanged };
  const hasEffect = added.length + changed.length > 0;
  return (
    <div data-testid={isDone ? 'import-outcome' : 'import-preview'}>
      <Callout tone={isDone && skipped.length === 0 ? 'done' : 'look-at-it'}>
        {t(isDone ? 'products.imported' : 'products.import.preview', counts)}
      </Callout>
      {changed.length > 0 && (
        <ul className={classes.skipped}>
          {changed.slice(0, mostShown).map(({ before, after }) => (
            <li key={`${after.keyKind} ${after.key}`} data-testid="changed-product">
              {after.key}: {productText(t, before)} → <b>{productText(t, after)}</b>
            </li>
          ))}
          {changed.length > mostShown && <li>{t('products.import.more', { count: changed.length - mostShown })}</li>}
        </ul>
      )}
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
      <Group gap="xs" mt={6}>
        {isDone ? (
          hasEffect && (
            <Button size="compact-sm" variant="default" disabled={busy} data-testid="import-back" onClick={onTakeBack}>
              {t('products.import.takeBack')}
            </Button>
          )
        ) : (
          <>
            <Button size="compact-sm" disabled={busy} data-testid="import-do" onClick={onImport}>
              {t('products.import.do', { count: added.length + changed.length })}
            </Button>
            <Button size="compact-sm" variant="default" data-testid="import-cancel" onClick={onCancel}>
              {t('app.cancel')}
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}
