/** A day that is typed as people write it (24.11.2026), whatever the system's language makes of dates. */
import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import { dayOf, shownDay } from './month-period.ts';

interface Props {
  readonly label: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly testId: string;
  readonly onDay: (day: string) => void;
}

export function DayInput({ label, day, testId, onDay }: Props): ReactNode {
  const { t } = useWords();
  /** What is being typed; null: the day is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && dayOf(typed) === null;
  const end = (): void => {
    const written = typed === null ? null : dayOf(typed);
    if (written !== null) onDay(written);
    // What is no day stays, to be put right.
    if (!isWrong) setTyped(null);
  };
  return (
    <TextInput
      label={label}
      w={130}
      inputMode="numeric"
      maxLength={10}
      placeholder={t('month.dayForm')}
      value={typed ?? shownDay(day)}
      error={isWrong && typed.length >= 10}
      data-testid={testId}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={end}
      onKeyDown={(event) => event.key === 'Enter' && end()}
    />
  );
}
