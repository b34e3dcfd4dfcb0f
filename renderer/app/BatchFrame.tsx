/** Shows a batch's current step, with the bottom line of «Columns» and «Check». */
import { Button, Stack, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useBatch } from '../client/use-batch.ts';
import { useSentElsewhere } from './state/use-sent-elsewhere.ts';
import { ColumnsScreen } from '../columns/ColumnsScreen.tsx';
import { ReviewScreen } from '../review/ReviewScreen.tsx';
import { FileScreen } from '../file/FileScreen.tsx';
import { ReportScreen } from '../report/ReportScreen.tsx';
import { ShopInView } from '../shops/shop-in-view.tsx';
import { SendScreen } from '../send/SendScreen.tsx';
import { useWords, wordsForSheets, WordsContext } from '../words/words.ts';
import classes from './BatchFrame.module.css';
import { BottomLine, ReadySentence } from './BottomLine.tsx';
import { useNavigation, type BatchLocation } from './state/navigation.tsx';
import { sentOrderCount } from './state/steps.ts';

function CheckLine({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { summary } = useBatch(batchId);
  if (!summary) return null;
  const { counts } = summary;
  const underWay = counts.sending + counts.verifying > 0;
  const next = underWay
    ? 'sending'
    : counts.ready > 0 || sentOrderCount(counts) + counts.alreadySent === 0
      ? 'send'
      : 'report';
  return (
    <BottomLine
      actions={
        <Button
          data-testid="next-step"
          disabled={next === 'send' && counts.ready === 0}
          onClick={() => goToStep(next === 'report' ? 'report' : 'send')}
        >
          {t(`bottom.${next}`, { count: counts.ready })}
        </Button>
      }
    >
      <ReadySentence summary={summary} />
    </BottomLine>
  );
}

function ColumnsLine({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { summary } = useBatch(batchId);
  if (!summary) return null;
  return (
    <BottomLine
      actions={
        <Button data-testid="next-step" onClick={() => goToStep('check')}>
          {t('bottom.check')}
        </Button>
      }
    >
      <ReadySentence summary={summary} />
    </BottomLine>
  );
}

function Step({ place }: { readonly place: BatchLocation }): ReactNode {
  const { goToStep } = useNavigation();
  const { batchId, step } = place;
  switch (step) {
    case 'file':
      return <FileScreen batchId={batchId} />;
    case 'columns':
      return (
        <div className={classes['screen']}>
          <div className={classes['work']}>
            <ColumnsScreen batchId={batchId} onDone={() => goToStep('check')} />
          </div>
          <ColumnsLine batchId={batchId} />
        </div>
      );
    case 'check':
      return (
        <div className={classes['screen']}>
          <div className={classes['work']}>
            <ReviewScreen batchId={batchId} />
          </div>
          <CheckLine batchId={batchId} />
        </div>
      );
    case 'send':
      return <SendScreen batchId={batchId} />;
    case 'report':
      return <ReportScreen batchId={batchId} />;
  }
}

const oneSheet: readonly string[] = [];

export function BatchFrame({ place }: { readonly place: BatchLocation }): ReactNode {
  const words = useWords();
  const { t, failureSentence } = words;
  const { goToFiles } = useNavigation();
  const { summary, failure, refresh } = useBatch(place.batchId);
  // A summary comes anew with every change, its sheets stay the same.
  const sheetsKey = JSON.stringify(summary?.file.together ?? oneSheet);
  const ofSheets = useMemo(() => wordsForSheets(words, JSON.parse(sheetsKey) as readonly string[]), [words, sheetsKey]);
  useSentElsewhere(place.batchId);
  if (!summary && failure) {
    return (
      <Stack p="lg" align="flex-start" gap="sm">
        <Text>{failureSentence(failure)}</Text>
        <Button onClick={() => void refresh()}>{t('app.tryAgain')}</Button>
        <Button variant="default" onClick={goToFiles}>
          {t('app.files')}
        </Button>
      </Stack>
    );
  }
  return (
    <div className={classes['screen']}>
      <div className={classes['work']}>
        <WordsContext value={ofSheets}>
          <ShopInView value={summary?.shop?.chosen?.id}>
            <Step key={place.batchId} place={place} />
          </ShopInView>
        </WordsContext>
      </div>
    </div>
  );
}
