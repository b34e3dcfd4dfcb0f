/** The form for the rules of a file or of a profile, for experts. */
import { NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { checkLevels, checkNames } from '../../shared/domain/model/checks.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { useWords } from '../words/words.ts';
import { askedRules, technicalRules, withCheck, withOption, type RuleChoice } from './rule-choices.ts';
import classes from './RulesForm.module.css';

interface RulesFormProps {
  readonly rules: Rules;
  readonly onRules: (rules: Rules) => void;
}

export function RulesForm({ rules, onRules }: RulesFormProps): ReactNode {
  const { t } = useWords();
  const select = (choice: RuleChoice): ReactNode => (
    <NativeSelect
      key={choice.rule}
      size="xs"
      label={t(`rule.${choice.rule}`)}
      value={String(rules[choice.rule])}
      data={choice.options.map(({ value, key }) => ({ value: String(value), label: t(key) }))}
      onChange={(event) => onRules(withOption(rules, choice, event.currentTarget.value))}
      data-testid={`rule-${choice.rule}`}
    />
  );
  return (
    <Stack gap="xs" data-testid="rules">
      <Text size="xs" c="dimmed">
        {t('rules.about')}
      </Text>
      {technicalRules.map(select)}
      <Switch
        size="xs"
        label={t('rule.allowUnusualStatus')}
        checked={rules.allowUnusualStatus}
        data-testid="rule-allowUnusualStatus"
        onChange={(event) => onRules({ ...rules, allowUnusualStatus: event.currentTarget.checked })}
      />
      {askedRules.map(select)}
      <TimeRule key={rules.defaultTime} rules={rules} onRules={onRules} />
      <Checks rules={rules} onRules={onRules} />
    </Stack>
  );
}

/** The level of each check: off, warning, or an error that holds orders back. */
function Checks({ rules, onRules }: RulesFormProps): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className={classes.checks}>
      <legend>{t('checks.title')}</legend>
      {checkNames.map((check) => (
        <label key={check} className={classes.check}>
          <span>{t(`check.${check}`)}</span>
          <NativeSelect
            size="xs"
            w={150}
            value={rules.checks[check] ?? 'warning'}
            data={checkLevels.map((level) => ({ value: level, label: t(`checks.${level}`) }))}
            onChange={(event) => onRules(withCheck(rules, check, event.currentTarget.value))}
            data-testid={`check-${check}`}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** A time field; a valid time is saved when the field is left. */
function TimeRule({ rules, onRules }: RulesFormProps): ReactNode {
  const { t } = useWords();
  const [time, setTime] = useState(rules.defaultTime);
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time.trim());
  return (
    <TextInput
      size="xs"
      label={t('rule.defaultTime')}
      value={time}
      error={isTime ? null : t('rule.defaultTime.bad')}
      data-testid="rule-defaultTime"
      onChange={(event) => setTime(event.currentTarget.value)}
      onBlur={() => {
        if (isTime && time.trim() !== rules.defaultTime) onRules({ ...rules, defaultTime: time.trim() });
      }}
    />
  );
}
