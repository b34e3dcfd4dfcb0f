/** Shown in place of rows: why the grid is empty, and what to do. */
import { Button, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { BatchSummary, RowFilter } from '../../shared/contract/views.ts';
import type { RowWindows } from '../grid/row-windows.ts';
import { useWords } from '../words/words.ts';
import { chosenFacetCount } from './filter-changes.ts';
import classes from './Review.module.css';

interface EmptyRowsProps {
  readonly rows: RowWindows;
  readonly summary: BatchSummary;
  readonly filter: RowFilter;
  readonly onShowAll: () => void;
}

/** ms after which «loading» is shown. */
const PATIENCE = 400;

export function EmptyRows({ rows, summary, filter, onShowAll }: EmptyRowsProps): ReactNode {
  const { t } = useWords();
  // Null: not known yet.
  const total = useSyncExternalStore(rows.subscribe, () => rows.total);
  if (total === null) return <Waiting />;
  if (total > 0) return null;
  const filtered =
    filter.show !== 'all' || filter.search !== '' || filter.cause !== null || chosenFacetCount(filter.facets) > 0;
  const noErrors =
    filter.show === 'errors' &&
    filter.search === '' &&
    chosenFacetCount(filter.facets) === 0 &&
    summary.counts.withErrors === 0;
  return (
    <div className={classes.empty} data-testid="empty-rows">
      <Text fw={600}>
        {t(noErrors ? 'review.empty.errors' : filtered ? 'review.empty.filter' : 'review.empty.all')}
      </Text>
      {filtered ? (
        <Button variant="default" onClick={onShowAll}>
          {t('review.showAll')}
        </Button>
      ) : (
        <Text>{t('review.empty.all.about')}</Text>
      )}
    </div>
  );
}

function Waiting(): ReactNode {
  const { t } = useWords();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={classes.empty} role="status">
      {long ? t('review.loading') : ''}
    </div>
  );
}
