/** The run's progress bar, and its figures in words. */
import { Group, Progress, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import { solidColor, stateLook, textColor, verdictLook, type Tone } from '../theme/state-look.ts';
import { formatDuration } from '../words/duration.ts';
import { inSentence } from '../words/in-sentence.ts';
import { useWords } from '../words/words.ts';
import { barShares, isOnlyLookingUp, type BarShares } from './send-phase.ts';

const segments = [
  ['done', 'done'],
  ['notDone', 'not-done'],
  ['lookAtIt', 'look-at-it'],
  ['waiting', 'waiting'],
  ['sending', 'sending'],
] as const satisfies readonly (readonly [keyof BarShares, Tone])[];

/** Of this run alone, so that a count is never under the word of another one (the file's). */
const runCounts = [
  ['done', 'states.accepted'],
  ['notDone', 'states.rejected'],
  ['lookAtIt', 'verdict.lookAtIt'],
] as const;

export function RunProgressBar({ run }: { readonly run: RunView }): ReactNode {
  const { t, formatCount } = useWords();
  const shares = barShares(run);
  const part = (count: number): number => (shares.total > 0 ? (count / shares.total) * 100 : 0);
  const label = t('run.bar', {
    done: formatCount(shares.done),
    notDone: formatCount(shares.notDone),
    lookAtIt: formatCount(shares.lookAtIt),
    total: formatCount(shares.total),
  });
  return (
    <Progress.Root size={12} role="img" aria-label={label} data-testid="run-bar-line" transitionDuration={120}>
      {segments.map(([share, tone]) => (
        <Progress.Section key={share} value={part(shares[share])} color={solidColor(tone)} withAria={false} />
      ))}
    </Progress.Root>
  );
}

function Counts({ run }: { readonly run: RunView }): ReactNode {
  const { t, formatCount } = useWords();
  const shares = barShares(run);
  const waiting = stateLook('waiting');
  return (
    <>
      {runCounts.map(([verdict, word]) => {
        const { tone, mark } = verdictLook(verdict);
        return (
          <Text key={verdict} span size="sm" fw={600} c={textColor(tone)} data-testid={`run-${verdict}`}>
            {mark} {formatCount(shares[verdict])} {inSentence(t(word))}
          </Text>
        );
      })}
      {shares.waiting > 0 && (
        <Text span size="sm" c={textColor(waiting.tone)}>
          {waiting.mark} {t('run.waiting', { count: shares.waiting })}
        </Text>
      )}
    </>
  );
}

/** How many answers were lost, and that the app looks them up by itself: in how many seconds. */
function LookUpCountdown({ run: { awaitingLookup: count, lookUpAt } }: { readonly run: RunView }): ReactNode {
  const { t } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const seconds = lookUpAt === null ? 0 : Math.ceil((lookUpAt - now) / 1000);
  return (
    <Text size="sm" c={textColor('look-at-it')} data-testid="look-up-countdown">
      {seconds > 0 ? t('run.lookUpIn', { count, time: clockTime(seconds) }) : t('run.toLookUp', { count })}
    </Text>
  );
}

/** `0:42` */
function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Rate, time left, pace: each only while it is meaningful. */
export function RunFigureLine({ run }: { readonly run: RunView }): ReactNode {
  const { t } = useWords();
  const going = run.status === 'running' && !isOnlyLookingUp(run);
  const figures = [
    going && run.ordersPerMinute > 0 && t('run.rate', { count: Math.round(run.ordersPerMinute) }),
    going && run.secondsLeft !== null && t('run.left', { duration: formatDuration(t, run.secondsLeft) }),
    going &&
      t(run.pace < run.concurrency ? 'run.paceOf' : 'run.pace', { pace: run.pace, concurrency: run.concurrency }),
    run.inFlight > 0 && t('run.inFlight', { count: run.inFlight }),
  ].filter((text): text is string => typeof text === 'string');
  return (
    <Group gap="2px 16px" wrap="wrap">
      <Counts run={run} />
      <Text size="sm" c="dimmed" data-testid="run-figures">
        {figures.join(' · ')}
      </Text>
      {run.status === 'running' && run.awaitingLookup > 0 && <LookUpCountdown run={run} />}
    </Group>
  );
}
