/** Lists the edits of the file, the latest first; a click on a step undoes or redoes to that point. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchHistory, HistoryStep } from '../../../shared/contract/history.ts';
import type { GridColumn } from '../../grid/columns.ts';
import { useWords, type Words } from '../../words/words.ts';
import { historyStepSentence } from '../history-words.ts';
import reviewClasses from '../Review.module.css';
import classes from './HistoryList.module.css';

interface HistoryListProps {
  /** Null until it is known. */
  readonly history: BatchHistory | null;
  readonly columns: readonly GridColumn[];
  readonly onGoTo: (sequence: number) => void;
  /** Makes the steps again that the latest change has overtaken. */
  readonly onBringBack: () => void;
}

export function HistoryList({ history, columns, onGoTo, onBringBack }: HistoryListProps): ReactNode {
  const words = useWords();
  const { t } = words;
  if (!history) return <Text className={reviewClasses.small}>{t('app.loading')}</Text>;
  const { steps, earlierStepCount, overtakenStepCount } = history;
  if (steps.length === 0) {
    return (
      <div data-testid="no-history">
        <Text fw={600}>{t('history.none')}</Text>
        <Text className={reviewClasses.small}>{t('history.none.about')}</Text>
      </div>
    );
  }
  const here = steps.find(({ undone }) => !undone)?.sequence ?? (earlierStepCount === 0 ? 0 : null);
  return (
    <>
      <Text className={reviewClasses.small}>{t('history.about')}</Text>
      {steps.some(({ undone }) => undone) ? (
        <Text className={reviewClasses.small} mt={4} data-testid="history-ahead">
          {t('history.ahead')}
        </Text>
      ) : null}
      {overtakenStepCount > 0 ? (
        <Group gap="xs" mt={6} data-testid="history-overtaken">
          <Text className={reviewClasses.small}>{t('history.overtaken', { count: overtakenStepCount })}</Text>
          <Button size="compact-xs" variant="default" onClick={onBringBack}>
            {t('history.bringBack')}
          </Button>
        </Group>
      ) : null}
      <ol className={classes.steps} data-testid="history">
        {steps.map((step) => (
          <HistoryStepItem
            key={step.sequence}
            sequence={step.sequence}
            isCurrent={step.sequence === here}
            undone={step.undone}
            text={historyStepSentence(words, columns, step)}
            note={noteOf(words, step)}
            onGoTo={onGoTo}
          />
        ))}
        {earlierStepCount > 0 ? (
          <li className={reviewClasses.small}>{t('history.earlier', { count: earlierStepCount })}</li>
        ) : (
          <HistoryStepItem
            sequence={0}
            isCurrent={here === 0}
            undone={false}
            text={t('history.start')}
            note={null}
            onGoTo={onGoTo}
          />
        )}
      </ol>
    </>
  );
}

function noteOf({ t, formatDateTime }: Words, { at, operator, undone }: HistoryStep): string {
  return [formatDateTime(at), operator, undone ? t('history.undone') : null]
    .filter((part) => part !== null)
    .join(' · ');
}

interface StepProps {
  readonly sequence: number;
  readonly isCurrent: boolean;
  readonly undone: boolean;
  readonly text: string;
  readonly note: string | null;
  readonly onGoTo: (sequence: number) => void;
}

function HistoryStepItem({ sequence, isCurrent, undone, text, note, onGoTo }: StepProps): ReactNode {
  const { t } = useWords();
  return (
    <li className={classes.step} data-undone={undone || undefined} data-here={isCurrent || undefined}>
      <button
        type="button"
        className={classes.button}
        aria-current={isCurrent ? 'step' : undefined}
        data-testid="history-step"
        data-sequence={sequence}
        onClick={() => onGoTo(sequence)}
      >
        <span className={classes.text}>{text}</span>
        <span className={classes.note}>
          {isCurrent ? <b>{t('history.here')}</b> : null}
          {isCurrent && note !== null ? ' · ' : ''}
          {note}
        </span>
      </button>
    </li>
  );
}
