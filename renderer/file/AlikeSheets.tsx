/** A press opens the sheets that list the same, as sheets of days do, each as a file of its own: one queue, sent together. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';

export function AlikeSheets({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { t } = useWords();
  const { batchId, file } = summary;
  const { goToQueue } = useNavigation();
  const { applyResult } = useBatch(batchId);
  const { busy, run } = useAction();
  const alike = file.sheets.filter((sheet) => sheet.alike).length;
  if (alike === 0) return null;
  const open = async (): Promise<void> => {
    const answer = await run('batch.openAlikeSheets', { batchId });
    if (!answer.ok) return;
    applyResult(answer);
    goToQueue();
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      maw="100%"
      disabled={busy !== null}
      data-testid="alike-sheets"
      onClick={() => void open()}
    >
      {t('file.sheets.alike', { count: alike + 1 })}
    </Button>
  );
}
