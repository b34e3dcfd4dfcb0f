/** Of a file of which anything was sent before: how many are new, sent already, changed since, to be decided; and from where. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

/** Earlier files that are named. */
const mostFiles = 2;

export function StandingLine({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { counts, changedAfterSending: changed } = summary;
  return counts.alreadySent + counts.duplicate === 0 ? null : <Line summary={summary} changed={changed} />;
}

function Line({ summary, changed }: { readonly summary: BatchSummary; readonly changed: number }): ReactNode {
  const { t, formatCount, formatDateTime } = useWords();
  const { counts, batchId, version } = summary;
  const { value: groups } = useChannelQuery('report.listSentBefore', { batchId }, version);
  const files = new Map<string, { readonly file: string; readonly by: string | null; readonly at: number }>();
  for (const { fileName: file, at, by } of groups ?? [])
    if (file !== null && at !== null) {
      const key = JSON.stringify([file, by]);
      files.set(key, { file, by, at: Math.max(files.get(key)?.at ?? 0, at) });
    }
  const named = [...files.values()]
    .slice(0, mostFiles)
    .map(({ file, by, at }) =>
      by === null
        ? t('standing.from', { file, at: formatDateTime(at) })
        : t('standing.fromBy', { by, file, at: formatDateTime(at) }),
    );
  if (files.size > mostFiles) named.push('…');
  const parts = [
    ['new', counts.ready + counts.withErrors],
    ['sent', counts.alreadySent],
    ['changed', changed],
    ['toDecide', counts.duplicate - changed],
  ] as const;
  return (
    <Text
      size="sm"
      px="md"
      py={4}
      role="status"
      bg={tintColor('sending')}
      style={{ overflowWrap: 'anywhere' }}
      data-testid="standing"
    >
      {parts
        .filter(([standing, count]) => standing === 'new' || count > 0)
        .map(([standing, count], at) => (
          <span key={standing} data-testid={`standing-${standing}`}>
            {at > 0 && ' · '}
            {t(`standing.${standing}`)}: <b>{formatCount(count)}</b>
          </span>
        ))}
      {named.length > 0 && ` (${named.join('; ')})`}
    </Text>
  );
}
