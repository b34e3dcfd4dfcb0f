/** Two small charts of the run: orders a minute and answer times, each described in words. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import { textColor, type Tone } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { sparkPath } from './spark-line.ts';

const width = 120;
const height = 22;

interface SparkProps {
  readonly values: readonly (number | null)[];
  readonly tone: Tone;
  /** The text alternative of the line; a short form is shown beside it. */
  readonly about: string;
  readonly caption: string;
  readonly testId: string;
}

function Spark({ values, tone, about, caption, testId }: SparkProps): ReactNode {
  return (
    <Group gap={6} wrap="nowrap" data-testid={testId}>
      <svg
        width={width}
        height={height + 2}
        viewBox={`0 -1 ${width} ${height + 2}`}
        role="img"
        aria-label={about}
        style={{ flexShrink: 0 }}
      >
        <title>{about}</title>
        <line x1={0} x2={width} y1={height} y2={height} stroke="var(--line)" />
        <path
          d={sparkPath(values, width, height)}
          fill="none"
          stroke={textColor(tone)}
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {caption}
      </Text>
    </Group>
  );
}

/** Shown once there is something to compare. */
export function RunChart({ run }: { readonly run: RunView }): ReactNode {
  const { t, formatCount } = useWords();
  const { history } = run;
  if (history.length < 3) return null;
  const rates = history.map(({ perMinute }) => perMinute);
  const answers = history.map(({ answerMs }) => answerMs);
  const known = answers.filter((answer) => answer !== null);
  const latest = known.at(-1);
  return (
    <Group gap="lg" wrap="nowrap" style={{ flexShrink: 0 }} data-testid="run-chart">
      <Spark
        values={rates}
        tone="sending"
        testId="chart-rate"
        about={t('chart.rate.about', { highest: formatCount(Math.max(...rates)), now: formatCount(rates.at(-1) ?? 0) })}
        caption={t('chart.rate')}
      />
      {latest !== undefined && (
        <Spark
          values={answers}
          tone="look-at-it"
          testId="chart-answers"
          about={t('chart.answers.about', { longest: formatCount(Math.max(...known)), now: formatCount(latest) })}
          caption={t('chart.answers')}
        />
      )}
    </Group>
  );
}
