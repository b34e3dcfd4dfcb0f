/** Shows the exact request body, to be copied for the WMS's support. */
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import classes from '../Review.module.css';

export function RequestBody({ body }: { readonly body: string | null }): ReactNode {
  const { t } = useWords();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (body === null) return;
    await navigator.clipboard.writeText(body);
    setCopied(body);
  };
  return (
    <details style={{ marginTop: 14 }} data-testid="order-body">
      <summary className={classes.small}>{t('order.body')}</summary>
      {body === null ? (
        <Text className={classes.small}>{t('order.body.none')}</Text>
      ) : (
        <>
          <pre className={classes.request}>{body}</pre>
          <Button size="compact-xs" variant="default" mt={6} onClick={() => void copy()}>
            {t(copied === body ? 'order.body.copied' : 'order.body.copy')}
          </Button>
        </>
      )}
    </details>
  );
}
