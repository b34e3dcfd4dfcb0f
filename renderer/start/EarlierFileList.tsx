/** Lists the files worked on before with their outcomes; each can be opened again or removed from the list. */
import { ActionIcon, Badge, Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { BatchListItem } from '../../shared/contract/files.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { PracticeBadge } from '../app/PracticeBadge.tsx';
import { sentOrderCount } from '../app/state/steps.ts';
import { useAction } from '../app/state/use-action.ts';
import { forgetSummary } from '../client/batch-summaries.ts';
import { RemoveIcon } from '../theme/icons.tsx';
import { formatWhen } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import classes from './StartScreen.module.css';
import { BatchCounts } from './BatchCounts.tsx';

interface ItemProps {
  readonly item: BatchListItem;
  readonly onRemoved: () => void;
}

function Confirmation({ item, onRemoved, onKeep }: ItemProps & { readonly onKeep: () => void }): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const remove = async (): Promise<void> => {
    const answer = await run('batch.remove', { batchId: item.batchId });
    if (!answer.ok) return;
    forgetSummary(item.batchId);
    onRemoved();
  };
  return (
    <Group px="md" py={10}>
      <Confirm
        question={t('start.remove.sure')}
        yes={t('start.remove.yes')}
        no={t('start.remove.no')}
        busy={busy !== null}
        testId="remove"
        onYes={() => void remove()}
        onNo={onKeep}
      />
    </Group>
  );
}

function EarlierFile({ item, onRemoved }: ItemProps): ReactNode {
  const { t } = useWords();
  const { openingBatchId, openBatch } = useNavigation();
  const [sure, setSure] = useState(false);
  const [now] = useState(Date.now);
  if (sure) return <Confirmation item={item} onRemoved={onRemoved} onKeep={() => setSure(false)} />;
  const remove = t('start.remove', { name: item.fileName });
  return (
    <Group gap={4} wrap="nowrap" pr={8}>
      <UnstyledButton
        className={classes['open']}
        data-testid="earlier-open"
        disabled={openingBatchId !== null}
        onClick={() => void openBatch(item.batchId, item.counts && !item.isNewArrival ? 'earlier' : 'new')}
      >
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" fw={600} truncate>
            {item.fileName}
            {item.part !== null && (
              <Text span fw={400} data-testid="earlier-part">
                {` · ${item.part}`}
              </Text>
            )}
          </Text>
          <Group gap="xs" wrap="nowrap">
            {item.isNewArrival && (
              <Badge radius="sm" tt="none" style={{ flexShrink: 0 }} data-testid="earlier-new">
                {t('watch.new')}
              </Badge>
            )}
            {item.practice && <PracticeBadge />}
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {item.shop !== null && `${item.shop} · `}
              {item.openedBy !== null && `${item.openedBy} · `}
              {formatWhen(item.openedAt, now)}
            </Text>
          </Group>
        </Group>
        {item.counts && openingBatchId !== item.batchId ? (
          <BatchCounts counts={item.counts} />
        ) : (
          <Text size="xs" c="dimmed" role="status">
            {openingBatchId === item.batchId ? t('app.loading') : t('start.earlier.new')}
          </Text>
        )}
      </UnstyledButton>
      {item.counts && sentOrderCount(item.counts) > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          data-testid="earlier-report"
          disabled={openingBatchId !== null}
          aria-label={t('start.report', { name: item.fileName })}
          onClick={() => void openBatch(item.batchId, 'report')}
        >
          {t('step.report')}
        </Button>
      )}
      <Tooltip label={remove}>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={remove}
          data-testid="earlier-remove"
          onClick={() => setSure(true)}
        >
          <RemoveIcon />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

interface Props {
  /** Null while the list is being requested. */
  readonly items: readonly BatchListItem[] | null;
  /** Whether the list is the result of a search. */
  readonly searched: boolean;
  readonly onRemoved: () => void;
}

export function EarlierFileList({ items, searched, onRemoved }: Props): ReactNode {
  const { t } = useWords();
  if (items?.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {t(searched ? 'search.noFile' : 'start.earlier.none')}
      </Text>
    );
  }
  return (
    <ul className={classes['list']} data-testid="earlier-files">
      {items?.map((item) => (
        <li key={item.batchId} className={classes['item']} data-testid="earlier-file" data-batch={item.batchId}>
          <EarlierFile item={item} onRemoved={onRemoved} />
        </li>
      ))}
    </ul>
  );
}
