/** The step «Check»: counted filters, the grid, and the panel about the selection. */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { StandingLine } from '../app/StandingLine.tsx';
import { useBatch } from '../client/use-batch.ts';
import { Grid, type GridHandle } from '../grid/Grid.tsx';
import { isSelectAll, screenCommandOf } from '../grid/keys.ts';
import { cellCountOf, rangeOf } from '../grid/selection.ts';
import { useWords } from '../words/words.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { EmptyRows } from './EmptyRows.tsx';
import { FacetStrip } from './facets/FacetStrip.tsx';
import { FilterBar } from './FilterBar.tsx';
import { causeOfKey, issueSentence } from './issue-words.ts';
import { CauseList } from './panel/CauseList.tsx';
import { CellInspector } from './panel/CellInspector.tsx';
import type { CellPosition } from '../../shared/domain/model/issues.ts';
import { HistoryTab } from './panel/HistoryTab.tsx';
import { OrderTab } from './panel/OrderTab.tsx';
import { Panel } from './panel/Panel.tsx';
import { ReplaceBar } from './replace/ReplaceBar.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { useReviewCommands } from './state/use-review-commands.ts';
import { useReview } from './state/use-review.ts';
import { useWindowKeys } from './state/use-window-keys.ts';
import classes from './Review.module.css';

export function ReviewScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { summary } = useBatch(batchId);
  if (!summary) return <div className={classes.loading}>{t('app.loading')}</div>;
  return <ReviewContent batchId={batchId} summary={summary} />;
}

/** Wide enough for the state's word beside its mark. */
const STATE_WIDTH = 132;
const NARROW_STATE_WIDTH = 34;
const TEXT_FIELDS = 'textarea, input:not([type="checkbox"]):not([type="radio"])';
/** ms before the focus moves to the facets, as they have to be counted first. */
const FACETS_REST = 150;

function ReviewContent({ batchId, summary }: { readonly batchId: string; readonly summary: BatchSummary }): ReactNode {
  const words = useWords();
  const { t } = words;
  const grid = useRef<GridHandle>(null);
  const panelElement = useRef<HTMLElement>(null);
  const facetsElement = useRef<HTMLElement>(null);
  const [facetsOpen, setFacetsOpen] = useState(false);
  const openFacets = (): void => {
    setFacetsOpen(true);
    window.setTimeout(() => facetsElement.current?.querySelector<HTMLElement>('input')?.focus(), FACETS_REST);
  };
  const replaceElement = useRef<HTMLFormElement>(null);
  const review = useReview(batchId, summary, grid, panelElement);
  const searchField = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const [openHead, setOpenHead] = useState<number | null>(null);
  const [lit, setLit] = useState<CellPosition | null>(null);
  const { runCommand, gridHost } = useReviewCommands({
    batchId,
    review,
    searchField,
    openHelp: () => setHelp(true),
    openReplace: () => setReplacing(true),
    openFacets,
    openColumnMenu: setOpenHead,
  });
  const { rows, columns, selection, activeRow, activeColumn, causes, order, changes, panel, filter, filterControls } =
    review;
  const range = selection && rangeOf(selection);
  const here = useMemo(
    () => (activeRow && activeColumn?.column != null ? { row: activeRow.row, column: activeColumn.column } : null),
    [activeRow, activeColumn],
  );
  const chosenCause = causeOfKey(causes ?? [], filter.cause);
  useWindowKeys((event) => {
    const inPanel = panelElement.current?.contains(document.activeElement) ?? false;
    const inReplace = replaceElement.current?.contains(document.activeElement) ?? false;
    const inFacets = facetsElement.current?.contains(document.activeElement) ?? false;
    if (event.key === 'Escape' && (inPanel || inReplace || inFacets)) {
      if (inReplace) setReplacing(false);
      review.focusGrid();
      return true;
    }
    const pressed = help ? null : screenCommandOf(event);
    const typing = event.target instanceof Element && event.target.matches(TEXT_FIELDS);
    if (isSelectAll(event) && !typing) {
      if (!help) grid.current?.selectAll();
      return true;
    }
    // A text field has an undo of its own.
    if (!pressed || (typing && (pressed === 'undo' || pressed === 'redo'))) return false;
    if (pressed === 'otherRegion' && inPanel) review.focusGrid();
    else runCommand(pressed);
    return true;
  });
  return (
    <main className={classes.review} data-testid="review" data-batch={batchId}>
      <FilterBar
        summary={summary}
        filter={filter}
        search={filterControls.search}
        ref={searchField}
        panelOpen={panel.open}
        facetsOpen={facetsOpen}
        onToggleFacets={() => setFacetsOpen((old) => !old)}
        onClearFacets={filterControls.clearFacets}
        causeText={filter.cause === null ? null : chosenCause ? issueSentence(words, chosenCause) : t('causes.none')}
        onShow={filterControls.setShow}
        onSearch={filterControls.setSearch}
        onClearCause={() => filterControls.setCause(null)}
        onLeaveSearch={review.focusGrid}
        onUndo={() => runCommand('undo')}
        onRedo={() => runCommand('redo')}
        onNextProblem={() => runCommand('nextProblem')}
        onHelp={() => runCommand('help')}
        onTogglePanel={panel.toggle}
      />
      <StandingLine summary={summary} />
      {replacing ? (
        <ReplaceBar
          ref={replaceElement}
          batchId={batchId}
          filter={filter}
          version={summary.version}
          columns={columns}
          activeColumn={activeColumn}
          onReplace={changes.edit}
          onGoTo={(place) => void review.goTo(place)}
          onClose={() => {
            setReplacing(false);
            review.focusGrid();
          }}
        />
      ) : null}
      <div className={classes.body}>
        {facetsOpen ? (
          <FacetStrip
            ref={facetsElement}
            batchId={batchId}
            filter={filter}
            version={summary.version}
            causes={causes ?? []}
            onChoose={filterControls.setFacet}
            onClear={filterControls.clearFacets}
            onClose={() => {
              setFacetsOpen(false);
              review.focusGrid();
            }}
          />
        ) : null}
        <div className={classes.main}>
          <Grid
            ref={grid}
            rows={rows}
            columns={columns}
            frozen={1}
            stateWidth={review.isNarrow ? NARROW_STATE_WIDTH : STATE_WIDTH}
            selection={selection}
            onSelect={review.setSelection}
            host={gridHost}
            highlightedCell={lit}
            sort={filter.sort ?? null}
            label={t('review.title')}
            onResize={review.resize}
            renderHead={(column) => (
              <ColumnHead
                column={column}
                views={review.columnViews}
                sorted={filter.sort && filter.sort.column === column.column ? filter.sort.direction : null}
                onSort={filterControls.sortBy}
                open={openHead !== null && openHead === column.column}
                onOpen={(open) => setOpenHead(open ? column.column : null)}
                returnFocus={review.focusGrid}
                onChoose={(at, field) => void changes.setColumn(at, field)}
              />
            )}
          />
          <EmptyRows rows={rows} summary={summary} filter={filter} onShowAll={filterControls.showAll} />
        </div>
        {panel.open ? (
          <Panel
            ref={panelElement}
            tab={panel.tab}
            onTab={panel.setTab}
            onClose={panel.toggle}
            inspector={
              <CellInspector
                row={activeRow}
                column={activeColumn}
                cellCount={range ? cellCountOf(range) : 0}
                order={order}
                causes={causes ?? []}
                onFix={review.fix}
                onFixAll={review.fixAll}
                onEdit={() => selection && grid.current?.edit(selection.active)}
                onLeaveOut={(key) => review.leaveOut(key, true)}
                onLeaveOutRows={() => {
                  review.focusGrid();
                  runCommand('leaveOutRows');
                }}
                onRemoveRow={(row) => {
                  review.focusGrid();
                  void changes.removeRows([row]);
                }}
                onSetRange={async (text) => range !== null && ((await grid.current?.fill(range, text)) ?? false)}
              />
            }
          >
            {panel.tab === 'problems' ? (
              <CauseList
                batchId={batchId}
                causes={causes}
                chosen={filter.cause}
                onChoose={review.chooseCause}
                onFixAll={review.fixAll}
                onFix={review.fix}
                onDone={review.focusGrid}
              />
            ) : panel.tab === 'history' ? (
              <HistoryTab
                batchId={batchId}
                version={summary.version}
                columns={columns}
                onGoTo={(sequence) => review.goToChangedCell(changes.goToHistoryStep(sequence))}
                onBringBack={() => void changes.bringBackSteps()}
              />
            ) : (
              <OrderTab
                batchId={batchId}
                order={order}
                causes={causes ?? []}
                activeCell={here}
                onGoTo={(place) => void review.goTo(place)}
                onHighlight={setLit}
                onLeaveOut={review.leaveOut}
                onAddRow={review.addRow}
                onFix={review.fix}
                onFixAll={review.fixAll}
                onSettled={review.reloadOrder}
                onDone={review.focusGrid}
              />
            )}
          </Panel>
        ) : null}
      </div>
      <Shortcuts opened={help} onClose={() => setHelp(false)} />
    </main>
  );
}
