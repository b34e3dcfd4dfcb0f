/** Lists what changed in a file since it was opened before, and which corrections no longer fit. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EarlierVersion } from '../../shared/contract/earlier.ts';
import { changeLine, unfitLine } from '../../shared/messages/earlier-sentences.ts';
import { useWords } from '../words/words.ts';
import classes from './EarlierLists.module.css';

export function EarlierLists({ version }: { readonly version: EarlierVersion }): ReactNode {
  const { t } = useWords();
  const { rows, changes, work, conflicts } = version;
  return (
    <div
      className={classes['lists']}
      role="group"
      aria-label={t('earlier.show')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard
      tabIndex={0}
      data-testid="earlier-lists"
    >
      {conflicts.length > 0 ? (
        <Lines
          title={t('earlier.list.unfit')}
          lines={conflicts.map((one) => unfitLine(t, one))}
          more={work.conflicts - conflicts.length}
          testId="earlier-unfit"
        />
      ) : null}
      {changes.length > 0 ? (
        <Lines
          title={t('earlier.list.changes')}
          lines={changes.map((one) => changeLine(t, one))}
          more={rows.added + rows.changed + rows.removed - changes.length}
          testId="earlier-change"
        />
      ) : null}
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** Number of lines that are not listed. */
  readonly more: number;
  readonly testId: string;
}

function Lines({ title, lines, more, testId }: LinesProps): ReactNode {
  const { t } = useWords();
  return (
    <section>
      <Text size="sm" fw={600} component="h2">
        {title}
      </Text>
      <ul className={classes['lines']}>
        {lines.map((line, at) => (
          // Two lines may say the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} data-testid={testId}>
            {line}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Text size="sm" c="dimmed">
          {t('earlier.list.more', { count: more })}
        </Text>
      ) : null}
    </section>
  );
}
