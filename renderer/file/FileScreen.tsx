/** The step «File»: how the file was read, and the choices to read it otherwise. */
import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BottomLine } from '../app/BottomLine.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useFileOpener } from '../app/state/file-opener.tsx';
import { sentOrderCount } from '../app/state/steps.ts';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';
import classes from './FileScreen.module.css';
import { PartChoices } from './PartChoices.tsx';
import { TextFormatChoices, type ReadingChange } from './TextFormatChoices.tsx';
import { TopRows } from './TopRows.tsx';

export function FileScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { chooseFiles, busy: opening } = useFileOpener();
  const { busy, run } = useAction();
  const { summary, applyResult } = useBatch(batchId);
  const columns = useChannelQuery('batch.getColumns', { batchId });
  if (!summary) return <Text p="lg">{t('app.loading')}</Text>;
  const { file } = summary;
  const change = async (reading: ReadingChange): Promise<void> => {
    const answer = await run('batch.setReadingOptions', { batchId, ...reading });
    if (!answer.ok) return;
    applyResult(answer);
    await columns.reload();
  };
  const join = async (): Promise<void> => {
    const answer = await run('batch.setRules', { batchId, rules: { ...summary.choices.rules, joinSheets: 'on' } });
    if (!answer.ok) return;
    applyResult(answer);
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
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            disabled={opening}
            data-testid="open-file"
            onClick={() => void chooseFiles()}
          >
            {t('start.open')}
          </Button>
        </Group>
        <PartChoices
          summary={summary}
          disabled={busy !== null}
          onChange={(reading) => void change(reading)}
          onJoin={() => void join()}
          onTogether={() => void columns.reload()}
        />
        {summary.file.sheets.length + summary.file.tables.length > 1 && sentOrderCount(summary.counts) > 0 && (
          <Text size="sm" c="dimmed" data-testid="file-part-sent">
            {t('file.part.sent')}
          </Text>
        )}
        <TextFormatChoices summary={summary} disabled={busy !== null} onChange={(reading) => void change(reading)} />
        <Text size="sm" role="status" data-testid="file-facts">
          {busy
            ? t('file.again')
            : file.headerRow === null
              ? t('file.headerRow.none')
              : `${t('file.headerRow')}: ${file.headerRow}`}
          {!busy && summary.profileName !== null && ` · ${t('file.profile', { name: summary.profileName })}`}
        </Text>
        <TopRows
          rows={columns.value?.top ?? []}
          headerRow={file.headerRow}
          disabled={busy !== null}
          onChoose={(headerRow) => void change({ headerRow })}
        />
      </div>
      <BottomLine
        actions={
          <Button data-testid="next-step" onClick={() => goToStep('columns')}>
            {t('file.next')}
          </Button>
        }
      >
        <Text truncate>
          <b>{file.format.toUpperCase()}</b> · {t('file.size', { rows: file.rows, columns: file.columns })} ·{' '}
          {t('word.orders', { count: summary.counts.total })}
        </Text>
      </BottomLine>
    </main>
  );
}
