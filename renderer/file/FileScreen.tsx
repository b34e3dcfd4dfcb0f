/** The step «File»: how the file was read, and how to have it read otherwise. */
import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BottomLine } from '../app/BottomLine.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useOpening } from '../app/state/opening.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useAnswer } from '../client/use-answer.ts';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';
import classes from './FileScreen.module.css';
import { PartChoices } from './PartChoices.tsx';
import { ReadingChoices, type ReadingChange } from './ReadingChoices.tsx';
import { TopRows } from './TopRows.tsx';

export function FileScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { choose, busy: opening } = useOpening();
  const { busy, run } = useAction();
  const { summary, accept } = useBatch(batchId);
  const columns = useAnswer('batch.columns', { batchId });
  if (!summary) return <Text p="lg">{t('app.loading')}</Text>;
  const { file } = summary;
  const change = async (reading: ReadingChange): Promise<void> => {
    const answer = await run('batch.setReading', { batchId, ...reading });
    if (!answer.ok) return;
    accept(answer);
    await columns.reload();
  };
  const join = async (): Promise<void> => {
    const answer = await run('batch.setRules', { batchId, rules: { ...summary.choices.rules, joinSheets: 'on' } });
    if (!answer.ok) return;
    accept(answer);
    await columns.reload();
  };
  return (
    <main className={classes['screen']} data-testid="file-screen" data-batch={batchId}>
      <div className={classes['work']}>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} fz={20}>
              {t('file.title')}
            </Title>
            <Text size="sm" c="dimmed" maw={720}>
              {t('file.about')}
            </Text>
          </div>
          <Button variant="default" style={{ flexShrink: 0 }} disabled={opening} data-testid="open-file" onClick={() => void choose()}>
            {t('start.open')}
          </Button>
        </Group>
        <PartChoices summary={summary} disabled={busy !== null} onChange={(reading) => void change(reading)} onJoin={() => void join()} />
        <ReadingChoices summary={summary} disabled={busy !== null} onChange={(reading) => void change(reading)} />
        <Text size="sm" role="status" data-testid="file-facts">
          {busy ? t('file.again') : file.headerRow === null ? t('file.headerRow.none') : `${t('file.headerRow')}: ${file.headerRow}`}
          {!busy && summary.profileName !== null && ` · ${t('file.profile', { name: summary.profileName })}`}
        </Text>
        <TopRows rows={columns.value?.top ?? []} headerRow={file.headerRow} disabled={busy !== null} onChoose={(headerRow) => void change({ headerRow })} />
      </div>
      <BottomLine
        actions={
          <Button data-testid="next-step" onClick={() => goToStep('columns')}>
            {t('file.next')}
          </Button>
        }
      >
        <Text truncate>
          <b>{file.format.toUpperCase()}</b> · {t('file.size', { rows: file.rows, columns: file.columns })} · {t('word.orders', { count: summary.counts.total })}
        </Text>
      </BottomLine>
    </main>
  );
}
