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
  const files = new Map<string, number>();
  for (const { fileName, at } of groups ?? [])
    if (fileName !== null && at !== null) files.set(fileName, Math.max(files.get(fileName) ?? 0, at));
  const named = [...files]
    .slice(0, mostFiles)
    .map(([file, at]) => t('standing.from', { file, at: formatDateTime(at) }));
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
