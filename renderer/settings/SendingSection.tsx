/** The settings of sending: how many at once; for experts look-up, waits, and the login's path. */
import { Button, Collapse, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import { settingsSchema } from '../../shared/domain/model/settings.ts';
import { useWords } from '../words/words.ts';
import { expertNumberRules, NumberRuleInput, type ExpertNumberRule } from './NumberRuleInput.tsx';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

const numbers = Object.keys(expertNumberRules) as readonly ExpertNumberRule[];

interface PathProps {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly onChange: (path: string) => void;
}

/** The input for a path on the server; a valid one is saved when the field is left. */
function PathInput({ label, value, testId, onChange }: PathProps): ReactNode {
  const { t } = useWords();
  const [path, setPath] = useState(value);
  const valid = settingsSchema.shape.loginPath.safeParse(path.trim()).success;
  return (
    <TextInput
      label={label}
      maw={420}
      spellCheck={false}
      value={path}
      error={valid ? null : t('settings.path.bad')}
      data-testid={testId}
      onChange={(event) => setPath(event.currentTarget.value)}
      onBlur={() => {
        if (valid && path.trim() !== value) onChange(path.trim());
      }}
    />
  );
}

function ExpertSendingRules({
  rules,
  change,
}: {
  readonly rules: SendingRules;
  readonly change: (rules: Partial<SendingRules>) => void;
}): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const keep = useSettingsChange();
  return (
    <Stack gap="sm" pt="xs">
      <Switch
        label={t('settings.lookup')}
        description={t('settings.lookup.about')}
        checked={rules.lookup}
        data-testid="lookup-switch"
        onChange={(event) => change({ lookup: event.currentTarget.checked })}
      />
      <PathInput
        label={t('settings.lookupPath')}
        value={rules.lookupPath}
        testId="lookup-path"
        onChange={(lookupPath) => change({ lookupPath })}
      />
      {numbers.map((rule) => (
        <NumberRuleInput key={rule} rule={rule} value={rules[rule]} onChange={(value) => change({ [rule]: value })} />
      ))}
      <PathInput
        label={t('settings.loginPath')}
        value={settings.loginPath}
        testId="login-path"
        onChange={(loginPath) => void keep({ loginPath })}
      />
    </Stack>
  );
}

export function SendingSection(): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const keep = useSettingsChange();
  const [expert, setExpert] = useState(false);
  const rules = settings.sending;
  // Of two changes in quick succession the second must not undo the first, whose result has not come yet.
  const wanted = useRef(rules);
  const change = (part: Partial<SendingRules>): void => {
    wanted.current = { ...wanted.current, ...part };
    void keep({ sending: wanted.current });
  };
  return (
    <Section title={t('settings.sending')} testId="settings-sending">
      <NumberInput
        label={t('settings.concurrency')}
        description={t('settings.concurrency.about')}
        maw={280}
        min={1}
        max={16}
        clampBehavior="strict"
        allowDecimal={false}
        value={rules.concurrency}
        data-testid="concurrency"
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1 && value <= 16) change({ concurrency: value });
        }}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={expert}
        data-testid="expert"
        onClick={() => setExpert(!expert)}
      >
        {t('settings.expert')}
        {'\u00a0'}
        {expert ? '▴' : '▾'}
      </Button>
      <Collapse expanded={expert}>
        <ExpertSendingRules rules={rules} change={change} />
      </Collapse>
    </Section>
  );
}
