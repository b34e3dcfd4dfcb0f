/** Lists an order's requests and their answers, the latest first. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AttemptView } from '../../../shared/contract/views.ts';
import { useWords } from '../../words/words.ts';
import classes from '../Review.module.css';

export function AttemptList({ attempts }: { readonly attempts: readonly AttemptView[] }): ReactNode {
  const { t } = useWords();
  if (attempts.length === 0) return null;
  return (
    <section style={{ marginTop: 14 }} data-testid="attempts">
      <h2 className={classes.causesTitle}>{t('order.attempts')}</h2>
      {attempts.toReversed().map((attempt) => (
        <AttemptItem key={attempt.number} attempt={attempt} />
      ))}
    </section>
  );
}

function AttemptItem({ attempt }: { readonly attempt: AttemptView }): ReactNode {
  const { t, formatDateTime } = useWords();
  const key = `attempt.${attempt.outcome}`;
  const answer =
    attempt.endedAt === null
      ? t('order.attempt.underWay')
      : attempt.status === null
        ? t('order.attempt.noAnswer')
        : t('order.attempt.status', { status: attempt.status });
  return (
    <div style={{ marginTop: 6 }}>
      <Text className={classes.small}>
        {t('order.attempt', {
          number: attempt.number,
          at: t('order.toshkent', { at: formatDateTime(attempt.startedAt) }),
        })}{' '}
        · {answer}
      </Text>
      {t.knows(key) ? <Text size="sm">{t(key)}</Text> : null}
      {attempt.answer === null || attempt.answer === '' ? null : (
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.request} tabIndex={0} role="region" aria-label={answer}>
          {attempt.answer}
        </pre>
      )}
    </div>
  );
}
