/**
 * Asks what becomes of sheets that list the same, as sheets of days do: all together as one list, or each a file of its own
 * (one queue, sent one after the other). Where one of them is refused (it sums up the others, has other units), the others
 * are offered without it.
 */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { sheetsOffered, sheetsName } from '../../shared/domain/model/file-part.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly summary: BatchSummary;
  /** What else is read anew when the sheets are read together. */
  readonly onTogether?: () => void;
}

export function AlikeSheets({ summary, onTogether }: Props): ReactNode {
  const { t } = useWords();
  const { batchId, file } = summary;
  const { goToQueue } = useNavigation();
  const { applyResult } = useBatch(batchId);
  const { busy, run } = useAction();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const offered = sheetsOffered(file.sheets);
  if (offered.length === 0 || file.together.length > 0) return null;
  const all = file.sheets.map(({ name }) => name).filter((name) => name === file.sheet || offered.includes(name));
  const others = all.filter((name) => !refused.includes(name));
  const together = others.length > 1 ? others : all;
  const takeTogether = async (): Promise<void> => {
    const answer = await run('batch.setReadingOptions', { batchId, together });
    if (!answer.ok) {
      const { sheet } = answer.error.params;
      if (typeof sheet === 'string' && together.includes(sheet)) setRefused([...refused, sheet]);
      return;
    }
    applyResult(answer);
    onTogether?.();
  };
  const openEach = async (): Promise<void> => {
    const answer = await run('batch.openAlikeSheets', { batchId });
    if (!answer.ok) return;
    applyResult(answer);
    goToQueue();
  };
  return (
    <Group gap="xs" role="group" aria-label={t('file.sheets.label')} data-testid="sheets-question">
      <Text size="sm">{t('file.sheets.ask', { count: offered.length, sheets: sheetsName(offered) })}</Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy !== null}
        data-testid="sheets-together"
        onClick={() => void takeTogether()}
      >
        {together.length < all.length
          ? t('file.sheets.without', { count: together.length, sheets: sheetsName(refused) })
          : t('file.sheets.together', { count: all.length })}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={busy !== null}
        data-testid="alike-sheets"
        onClick={() => void openEach()}
      >
        {t('file.sheets.alike')}
      </Button>
    </Group>
  );
}
