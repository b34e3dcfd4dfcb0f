/** The step «Columns»: which field each column was mapped to, why, and what is still missing. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { sheetsName } from '../../shared/domain/model/file-part.ts';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { AlikeSheets } from '../file/AlikeSheets.tsx';
import { useBatch } from '../client/use-batch.ts';
import { UnmappedLink } from '../products/UnmappedLink.tsx';
import { asksForShop } from '../shops/ShopBar.tsx';
import { useWords } from '../words/words.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { Constants } from './Constants.tsx';
import { ExpertRules } from './ExpertRules.tsx';
import { Questions } from './Questions.tsx';
import { SaveProfile } from './SaveProfile.tsx';
import { useWindowKeys } from '../review/state/use-window-keys.ts';
import { useBatchColumns } from './use-batch-columns.ts';
import classes from './Columns.module.css';

interface ColumnsScreenProps {
  readonly batchId: string;
  /** The operator is done with the mapping and goes on to the check. */
  readonly onDone: () => void;
}

export function ColumnsScreen({ batchId, onDone }: ColumnsScreenProps): ReactNode {
  const { t } = useWords();
  const { summary } = useBatch(batchId);
  if (!summary) return <Text p="md">{t('app.loading')}</Text>;
  return <ColumnsContent batchId={batchId} summary={summary} onDone={onDone} />;
}

function ColumnsContent({
  batchId,
  summary,
  onDone,
}: ColumnsScreenProps & { readonly summary: BatchSummary }): ReactNode {
  const { t } = useWords();
  const { location } = useNavigation();
  useWindowKeys((event) => {
    const goOn = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (goOn) onDone();
    return goOn;
  });
  const { columns, fields, setColumn, setConstant, setRules, applyFix } = useBatchColumns(batchId, summary);
  return (
    <main className={classes.screen} data-testid="columns" data-batch={batchId}>
      <div className={classes.left}>
        <header className={classes.header}>
          <h2 className={classes.title}>{t('columns.title')}</h2>
          <ReadLine summary={summary} />
        </header>
        {columns ? <ColumnTable columns={columns} onChoose={setColumn} /> : <Text p="md">{t('app.loading')}</Text>}
      </div>
      <aside className={classes.right} aria-label={t('columns.questions')} data-testid="columns-side">
        {columns && fields ? (
          <>
            <Questions
              issues={summary.fileIssues}
              asksForShop={asksForShop(summary)}
              columns={columns}
              fields={fields}
              rules={summary.choices.rules}
              ledTo={location.screen === 'batch' ? location.cause : null}
              onFix={applyFix}
              onColumn={setColumn}
              onConstant={setConstant}
              onRules={setRules}
            />
            {columns.some(({ field }) => field === 'product_code' || field === 'product_name') ? (
              <FileProducts batchId={batchId} version={summary.version} />
            ) : null}
            <Constants fields={fields} onConstant={setConstant} />
            <SaveProfile key={summary.profileName} batchId={batchId} summary={summary} />
            <ExpertRules rules={summary.choices.rules} onRules={setRules} />
          </>
        ) : null}
      </aside>
    </main>
  );
}

/** Products of the file that are not in the product table. */
function FileProducts({ batchId, version }: { readonly batchId: string; readonly version: number }): ReactNode {
  const { value } = useChannelQuery('batch.listCauses', { batchId }, version);
  return value ? <UnmappedLink causes={value} /> : null;
}

function ReadLine({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { file } = summary;
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const sheet = file.together.length > 0 ? sheetsName(file.together) : file.sheet;
  const sheets = Math.max(1, file.together.length);
  const parts = [
    file.headerRow === null
      ? t('columns.read.noHeading', { sheet, sheets, count: file.rows })
      : t('columns.read', { sheet, sheets, row: file.headerRow, count: file.rows }),
    ...(file.encoding === null ? [] : [file.encoding]),
  ];
  return (
    <Text size="sm" c="dimmed" data-testid="columns-read">
      {parts.join(' · ')}
      <Button
        size="compact-sm"
        variant="subtle"
        ml={4}
        onClick={() => goToStep('file')}
        data-testid="columns-change-reading"
      >
        {t('columns.read.change')}
      </Button>
      <AlikeSheets summary={summary} />
    </Text>
  );
}
