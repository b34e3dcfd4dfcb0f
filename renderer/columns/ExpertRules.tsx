/** The technical rules of this file, collapsed, as no question asks for them. */
import { Button, Collapse } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { RulesForm } from '../rules/RulesForm.tsx';
import { useWords } from '../words/words.ts';

interface ExpertProps {
  readonly rules: Rules;
  readonly onRules: (rules: Rules) => void;
}

export function ExpertRules({ rules, onRules }: ExpertProps): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        h="auto"
        styles={{ label: { lineHeight: 1.3, whiteSpace: 'normal', textAlign: 'start' } }}
        aria-expanded={open}
        data-testid="columns-expert"
        onClick={() => setOpen(!open)}
      >
        {t('columns.expert')}
        {'\u00a0'}
        {open ? '▴' : '▾'}
      </Button>
      <Collapse expanded={open}>{open ? <RulesForm rules={rules} onRules={onRules} /> : null}</Collapse>
    </section>
  );
}
