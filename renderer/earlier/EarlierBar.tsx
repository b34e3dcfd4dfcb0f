/** The bar about a file that was opened before and has changed since: what changed, and the offer to carry the work over. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { EarlierVersion } from '../../shared/contract/earlier.ts';
import { workWords } from '../../shared/messages/earlier-sentences.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { EarlierLists } from './EarlierLists.tsx';
import { earlierSentence } from './earlier-words.ts';

export function EarlierBar({ batchId }: { readonly batchId: string }): ReactNode {
  const { summary } = useBatch(batchId);
  if (!summary) return null;
  const { sheet, headerRow, encoding, delimiter } = summary.file;
  // The key resets the bar when the file is read otherwise: the comparison is another one then.
  return (
    <Comparison
      batchId={batchId}
      stamp={JSON.stringify([sheet, headerRow, encoding, delimiter, summary.choices.columns])}
      fileName={summary.file.name}
    />
  );
}

function Comparison({
  batchId,
  stamp,
  fileName,
}: {
  readonly batchId: string;
  readonly stamp: string;
  readonly fileName: string;
}): ReactNode {
  const { value, reload } = useChannelQuery('batch.getEarlierVersion', { batchId }, stamp);
  const { applyResult } = useBatch(batchId);
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  if (value === null) return null;
  const answer = async (carry: boolean): Promise<void> => {
    const answered = await run('batch.decideCarryOver', { batchId, carry });
    if (!answered.ok) return;
    applyResult(answered);
    if (carry) show({ tone: 'done', text: t('earlier.done', { work: workWords(t, value.work, 'earlier.done') }) });
    await reload();
  };
  return <Bar version={value} fileName={fileName} busy={busy !== null} onAnswer={(carry) => void answer(carry)} />;
}

interface BarProps {
  readonly version: EarlierVersion;
  readonly fileName: string;
  readonly busy: boolean;
  readonly onAnswer: (carry: boolean) => void;
}

function Bar({ version, fileName, busy, onAnswer }: BarProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const { work, carriedOver } = version;
  const hasWork = !carriedOver && work.cells + work.leftOut + work.added > 0;
  const closing = hasWork ? 'earlier.leave' : 'earlier.close';
  return (
    <section aria-label={t('earlier.title')} data-testid="earlier" style={{ background: tintColor('sending') }}>
      <Group wrap="nowrap" gap="sm" px="md" py={6}>
        <Text span c={textColor('sending')} fw={700} aria-hidden>
          i
        </Text>
        <Text
          size="sm"
          role="status"
          style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
          data-testid="earlier-sentence"
        >
          {earlierSentence(words, version, fileName)}
        </Text>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open}
            data-testid="earlier-show"
            onClick={() => setOpen((old) => !old)}
          >
            {t(open ? 'earlier.hide' : 'earlier.show')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            data-testid="earlier-close"
            onClick={() => onAnswer(false)}
          >
            {t(closing)}
          </Button>
          {hasWork ? (
            <Button
              size="compact-sm"
              variant="light"
              disabled={busy}
              data-testid="earlier-carry"
              onClick={() => onAnswer(true)}
            >
              {t('earlier.carry')}
            </Button>
          ) : null}
        </Group>
      </Group>
      {open ? <EarlierLists version={version} /> : null}
    </section>
  );
}
