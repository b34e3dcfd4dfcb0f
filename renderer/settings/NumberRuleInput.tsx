/** The input for one number of the sending rules: label, unit, bounds, and a button back to the default. */
import { Button, Group, NumberInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { defaultSendingRules, sendingRulesSchema, type SendingRules } from '../../shared/domain/model/profile.ts';
import { useWords } from '../words/words.ts';

/** The expert rules that are numbers, in the order of a request's life, with their units. */
export const expertNumberRules = {
  quietTime: 'seconds',
  connectTimeout: 'seconds',
  answerTimeout: 'seconds',
  wholeTimeout: 'seconds',
  tries: 'times',
  longestWait: 'seconds',
  breakerFailures: 'times',
  breakerPause: 'seconds',
  coolDown: 'seconds',
} as const satisfies Partial<Record<keyof SendingRules, 'seconds' | 'times'>>;

export type ExpertNumberRule = keyof typeof expertNumberRules;

interface Props {
  readonly rule: ExpertNumberRule;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export function NumberRuleInput({ rule, value, onChange }: Props): ReactNode {
  const { t } = useWords();
  const schema = sendingRulesSchema.shape[rule].unwrap();
  const [min, max] = [schema.minValue ?? 0, schema.maxValue ?? Number.MAX_SAFE_INTEGER];
  const usual = defaultSendingRules[rule];
  const label = t(`settings.${rule}`);
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  const isKept = schema.safeParse(typed).success;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        description={`${t(`settings.${rule}.about`)} ${t('settings.bounds', { min, max })}`}
        suffix={` ${t(`settings.unit.${expertNumberRules[rule]}`)}`}
        styles={{ root: { flex: 1 }, wrapper: { maxWidth: 180 } }}
        min={min}
        max={max}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        value={typed}
        error={isKept ? null : t('settings.bounds', { min, max })}
        data-testid={`rule-${rule}`}
        onChange={(next) => {
          setTyped(next);
          if (typeof next === 'number' && schema.safeParse(next).success) onChange(next);
        }}
        onBlur={() => setTyped(isKept ? typed : value)}
      />
      {value !== usual && (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          aria-label={t('settings.asItWas.of', { label, value: usual })}
          data-testid={`rule-${rule}-as-it-was`}
          onClick={() => onChange(usual)}
        >
          {t('settings.asItWas', { value: usual })}
        </Button>
      )}
    </Group>
  );
}
