/** The settings' link to the ledger page. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import { Section } from '../Section.tsx';

export function SentOrdersSection({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('sent.title')} testId="settings-sent">
      <Text size="sm" c="dimmed">
        {t('sent.section.about')}
      </Text>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} data-testid="ledger-open" onClick={onOpen}>
        {t('sent.open')}
      </Button>
    </Section>
  );
}
