/** The bar over the grid: the counted filters, the search, undo and redo. */
import { Button, CloseButton, Group, TextInput, Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { BatchSummary, RowFilter } from '../../shared/contract/views.ts';
import { useWords } from '../words/words.ts';
import type { ShowFilter } from '../app/state/navigation.tsx';
import { filterSegments, underWayCount } from './filters.ts';
import { chosenFacetCount } from './filter-changes.ts';
import classes from './Review.module.css';

interface FilterBarProps {
  readonly summary: BatchSummary;
  readonly filter: RowFilter;
  readonly search: string;
  /** The search field. */
  readonly ref: Ref<HTMLInputElement>;
  readonly panelOpen: boolean;
  /** The sentence of the cause that the rows are narrowed to. */
  readonly causeText: string | null;
  readonly onShow: (show: ShowFilter) => void;
  readonly onSearch: (text: string) => void;
  readonly onClearCause: () => void;
  /** Enter or the down arrow in the search: moves to the rows. */
  readonly onLeaveSearch: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onNextProblem: () => void;
  readonly onHelp: () => void;
  readonly facetsOpen: boolean;
  readonly onToggleFacets: () => void;
  readonly onClearFacets: () => void;
  readonly onTogglePanel: () => void;
}

export function FilterBar({
  ref,
  summary,
  filter,
  search,
  panelOpen,
  causeText,
  onShow,
  onSearch,
  onClearCause,
  onLeaveSearch,
  onUndo,
  onRedo,
  onNextProblem,
  onHelp,
  facetsOpen,
  onToggleFacets,
  onClearFacets,
  onTogglePanel,
}: FilterBarProps): ReactNode {
  const { t } = useWords();
  const facets = chosenFacetCount(filter.facets);
  return (
    <div className={classes.bar} data-testid="filter-bar">
      <Tool
        word={t('facets.short')}
        label={t('facets.open')}
        pressed={facetsOpen}
        onClick={onToggleFacets}
        testId="facets-toggle"
      />
      <Segments summary={summary} show={filter.show} onShow={onShow} />
      {causeText === null ? null : (
        <span className={classes.cause} data-testid="cause-chip">
          <span className={classes.causeText} title={causeText}>
            {t('filter.cause', { cause: causeText })}
          </span>
          <CloseButton size="xs" aria-label={t('filter.cause.clear')} onClick={onClearCause} />
        </span>
      )}
      {facets === 0 ? null : (
        <span className={classes.cause} data-testid="facets-chip">
          <span className={classes.causeText}>{t('facets.chosen', { count: facets })}</span>
          <CloseButton size="xs" aria-label={t('facets.clear')} onClick={onClearFacets} />
        </span>
      )}
      <Group gap={4} wrap="nowrap" ml="auto">
        <TextInput
          ref={ref}
          size="xs"
          className={classes.search}
          placeholder={t('keys.search')}
          aria-label={t('filter.search')}
          data-testid="search"
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search !== '') onSearch('');
            else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') onLeaveSearch();
            else return;
            event.preventDefault();
          }}
          rightSection={
            search === '' ? null : (
              <CloseButton size="xs" aria-label={t('filter.search.clear')} onClick={() => onSearch('')} />
            )
          }
        />
        <Tool mark="↶" label={t('review.undo')} disabled={!summary.canUndo} onClick={onUndo} testId="undo" />
        <Tool mark="↷" label={t('review.redo')} disabled={!summary.canRedo} onClick={onRedo} testId="redo" />
        <Tool
          word={t('review.nextProblem.short')}
          label={t('review.nextProblem')}
          disabled={summary.issues.error + summary.issues.warning === 0}
          onClick={onNextProblem}
          testId="next-problem"
        />
        <Tool
          word={t('review.shortcuts.short')}
          label={t('review.shortcuts')}
          onClick={onHelp}
          testId="shortcuts-open"
        />
        <Tool
          word={t('review.panel.short')}
          label={t(panelOpen ? 'review.panel.close' : 'review.panel.open')}
          pressed={panelOpen}
          onClick={onTogglePanel}
          testId="panel-toggle"
        />
      </Group>
    </div>
  );
}

function Segments({
  summary,
  show,
  onShow,
}: {
  readonly summary: BatchSummary;
  readonly show: ShowFilter;
  readonly onShow: (show: ShowFilter) => void;
}): ReactNode {
  const { t, formatCount } = useWords();
  const onTheWay = underWayCount(summary.counts);
  return (
    <div role="group" aria-label={t('filter.title')} className={classes.segments}>
      {filterSegments(summary).map((segment) => {
        const label = t(`filter.${segment.show}`);
        return (
          <button
            key={segment.show}
            type="button"
            className={classes.segment}
            data-kind={segment.kind}
            data-show={segment.show}
            data-testid={`filter-${segment.show}`}
            aria-pressed={show === segment.show}
            aria-label={t('filter.of', { label, count: segment.count })}
            disabled={segment.count === 0 && segment.show !== 'all' && show !== segment.show}
            onClick={() => onShow(segment.show)}
          >
            {label} <b>{formatCount(segment.count)}</b>
          </button>
        );
      })}
      {onTheWay > 0 ? (
        <span className={classes.onTheWay} data-testid="filter-under-way">
          {t('filter.underWay')} <b>{formatCount(onTheWay)}</b>
        </span>
      ) : null}
    </div>
  );
}

interface ToolProps {
  /** A sign that everybody knows, or a word. */
  readonly mark?: string;
  readonly word?: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly testId: string;
}

function Tool({ mark, word, label, disabled = false, pressed, onClick, testId }: ToolProps): ReactNode {
  // Who speaks to the computer says what is written on the button: the name begins with it.
  const isSaid = word === undefined || ` ${label} `.toLowerCase().includes(` ${word} `.toLowerCase());
  const name = isSaid ? label : `${word}: ${label}`;
  return (
    <Tooltip label={label}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        px={6}
        c={disabled ? 'dimmed' : 'inherit'}
        style={{ flexShrink: 0, ...(disabled ? { background: 'transparent' } : {}) }}
        aria-label={name}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
        data-testid={testId}
      >
        {word ?? (
          <span aria-hidden className={classes.tool}>
            {mark}
          </span>
        )}
      </Button>
    </Tooltip>
  );
}
