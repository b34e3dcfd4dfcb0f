/** The facets beside the grid: values with their counts, to be ticked together to narrow the rows. */
import { CloseButton } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { useEffect, useState, type ReactNode, type Ref } from 'react';
import type { FacetName, FacetView } from '../../../shared/contract/facets.ts';
import type { CauseView, RowFilter } from '../../../shared/contract/views.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';
import { chosenFacetCount } from '../filter-changes.ts';
import { facetValueWords } from './facet-words.ts';
import classes from './FacetStrip.module.css';

interface FacetStripProps {
  readonly ref: Ref<HTMLElement>;
  readonly batchId: string;
  readonly filter: RowFilter;
  readonly version: number;
  readonly causes: readonly CauseView[];
  readonly onChoose: (facet: FacetName, value: string, chosen: boolean) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** Least time between two counts of the same filter, ms. */
const REST = 1000;
/** Number of a facet's values that are shown at first. */
const FIRST = 7;

export function FacetStrip({
  ref,
  batchId,
  filter,
  version,
  causes,
  onChoose,
  onClear,
  onClose,
}: FacetStripProps): ReactNode {
  const { t } = useWords();
  // Throttled: during a run the batch changes ten times a second, and counting reads every order.
  const stamp = useThrottledValue(version, REST);
  const { value } = useChannelQuery('batch.getFacets', { batchId, filter }, stamp);
  // The old counts stay until the new ones have come: nothing flickers, and the focus stays where it is.
  const [shown, setShown] = useState<readonly FacetView[]>([]);
  useEffect(() => {
    if (value) setShown(value);
  }, [value]);
  const useful = shown.filter(({ facet, values }) => values.length > 1 || (filter.facets?.[facet]?.length ?? 0) > 0);
  return (
    <aside ref={ref} className={classes.strip} aria-label={t('facets.title')} data-testid="facets">
      <div className={classes.top}>
        <h2 className={classes.title}>{t('facets.title')}</h2>
        <CloseButton size="sm" aria-label={t('facets.close')} data-testid="facets-close" onClick={onClose} />
      </div>
      {chosenFacetCount(filter.facets) > 0 ? (
        <button type="button" className={classes.link} data-testid="facets-clear" onClick={onClear}>
          {t('facets.clear')}
        </button>
      ) : null}
      {useful.map((facet) => (
        <Facet
          key={facet.facet}
          view={facet}
          chosen={filter.facets?.[facet.facet] ?? []}
          causes={causes}
          onChoose={onChoose}
        />
      ))}
      {shown.length > 0 && useful.length === 0 ? <p className={classes.note}>{t('facets.none')}</p> : null}
    </aside>
  );
}

interface FacetProps {
  readonly view: FacetView;
  readonly chosen: readonly string[];
  readonly causes: readonly CauseView[];
  readonly onChoose: (facet: FacetName, value: string, chosen: boolean) => void;
}

function Facet({ view: { facet, values, unlistedCount }, chosen, causes, onChoose }: FacetProps): ReactNode {
  const words = useWords();
  const { t, formatCount } = words;
  const [all, setAll] = useState(false);
  const listed = values.filter(({ value }, at) => all || at < FIRST || chosen.includes(value));
  return (
    <fieldset className={classes.facet} data-testid={`facet-${facet}`}>
      <legend className={classes.legend}>{t(`facets.${facet}`)}</legend>
      {listed.map(({ value, count }) => {
        const label = facetValueWords(words, causes, facet, value);
        return (
          <label key={value} className={classes.value} title={label}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              data-testid="facet-value"
              data-value={value}
              onChange={(event) => onChoose(facet, value, event.currentTarget.checked)}
            />
            <span className={classes.label}>{label}</span>
            <span className={classes.count}>{formatCount(count)}</span>
          </label>
        );
      })}
      {listed.length < values.length ? (
        <button type="button" className={classes.link} onClick={() => setAll(true)}>
          {t('facets.all', { count: values.length })}
        </button>
      ) : null}
      {all && unlistedCount > 0 ? <p className={classes.note}>{t('facets.more', { count: unlistedCount })}</p> : null}
    </fieldset>
  );
}
