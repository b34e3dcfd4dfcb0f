/** The settings' link to the month's page, with what was sent this month. */
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../Section.tsx';
import { thisMonth } from './month-period.ts';

interface Props {
  readonly onOpen: () => void;
  /** A change asks for the month again. */
  readonly refreshKey: unknown;
}

export function MonthSection({ onOpen, refreshKey }: Props): ReactNode {
  const { t, formatMoney } = useWords();
  const [period] = useState(thisMonth);
  const { value: month } = useChannelQuery('month.get', { ...period, shop: null, operator: null }, refreshKey);
  return (
    <Section title={t('month.title')} testId="settings-month">
      <Text size="sm" c="dimmed">
        {t('month.about')}
      </Text>
      {month && (
        <Text size="sm" data-testid="month-now">
          {t('month.now')}: {t('month.sum', { count: month.orders })} · <b>{formatMoney(month.amount)}</b>
        </Text>
      )}
      <Button variant="default" style={{ alignSelf: 'flex-start' }} data-testid="month-open" onClick={onOpen}>
        {t('month.open')}
      </Button>
    </Section>
  );
}
