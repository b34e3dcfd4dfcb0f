/** The find-and-replace bar under the filters, with a preview of the changes. */
import { Button, Checkbox, CloseButton, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState, type FormEvent, type ReactNode, type Ref } from 'react';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { call } from '../../client/call.ts';
import type { GridColumn } from '../../grid/columns.ts';
import { MAX_CELLS, type CellEdit } from '../../grid/range-edits.ts';
import { useWords } from '../../words/words.ts';
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
import { findChanges, type ReplaceChanges, type FindReplaceQuery } from './find-replace.ts';
import classes from './ReplaceBar.module.css';

interface ReplaceBarProps {
  readonly ref: Ref<HTMLFormElement>;
  readonly batchId: string;
  /** The rows that are searched, at this version of the batch. */
  readonly filter: RowFilter;
  readonly version: number;
  readonly columns: readonly GridColumn[];
  readonly activeColumn: GridColumn | null;
  /** Resolves to whether it was done. */
  readonly onReplace: (cells: readonly CellEdit[]) => Promise<boolean>;
  readonly onGoTo: (place: CellPosition) => void;
  readonly onClose: () => void;
}

/** ms after the last key. */
const REST = 250;
/** Number of changes in the preview. */
const SHOWN = 4;

export function ReplaceBar({
  ref,
  batchId,
  filter,
  version,
  columns,
  activeColumn,
  onReplace,
  onGoTo,
  onClose,
}: ReplaceBarProps): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const [find, setFind] = useState('');
  const [replacement, setText] = useState('');
  const [wholeCell, setWholeCell] = useState(false);
  const [only, setOnly] = useState<GridColumn | null>(null);
  const [rested] = useDebouncedValue(find, REST);
  const column = only?.column ?? null;
  const changes = useChanges(batchId, { find: rested, replacement, wholeCell, column }, filter, version, columns);
  const choosable = only ?? activeColumn;
  const replace = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!changes || changes.cells.length === 0) return;
    if (!(await onReplace(changes.cells.map(({ row, column, text }) => ({ row, column, text }))))) return;
    show({ tone: 'done', text: t('replace.done', { count: changes.cells.length, find, text: replacement }) });
  };
  return (
    <form
      ref={ref}
      className={classes.bar}
      aria-label={t('replace.title')}
      data-testid="replace-bar"
      onSubmit={(event) => void replace(event)}
    >
      <Group gap="xs" wrap="wrap">
        <TextInput
          ref={focusOnce}
          size="xs"
          w={190}
          placeholder={t('replace.find')}
          aria-label={t('replace.find')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          data-testid="replace-find"
        />
        <TextInput
          size="xs"
          w={190}
          placeholder={t('replace.with')}
          aria-label={t('replace.with')}
          value={replacement}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="replace-with"
        />
        <Checkbox
          size="xs"
          label={t('replace.wholeCell')}
          checked={wholeCell}
          onChange={(event) => setWholeCell(event.currentTarget.checked)}
          data-testid="replace-whole"
        />
        {choosable && choosable.column !== null ? (
          <Checkbox
            size="xs"
            label={t('replace.column', { heading: choosable.heading || choosable.letters })}
            checked={only !== null}
            onChange={(event) => setOnly(event.currentTarget.checked ? choosable : null)}
            data-testid="replace-column"
          />
        ) : null}
        <Button
          size="compact-sm"
          type="submit"
          variant="light"
          disabled={!changes || changes.cells.length === 0}
          data-testid="replace-all"
        >
          {t('replace.all', { count: changes?.cells.length ?? 0 })}
        </Button>
        <CloseButton
          size="sm"
          ml="auto"
          aria-label={t('replace.close')}
          onClick={onClose}
          data-testid="replace-close"
        />
      </Group>
      {rested === '' ? null : <Preview changes={changes} onGoTo={onGoTo} />}
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

/** The changes to preview; null while they are being searched. */
function useChanges(
  batchId: string,
  { find, replacement, wholeCell, column }: FindReplaceQuery,
  filter: RowFilter,
  version: number,
  columns: readonly GridColumn[],
): ReplaceChanges | null {
  const { rowName } = useWords();
  const [found, setFound] = useState<{ readonly question: string; readonly changes: ReplaceChanges } | null>(null);
  const question = JSON.stringify([find, replacement, wholeCell, column, filter, version]);
  useEffect(() => {
    let stopped = false;
    const ask = async (under: RowFilter, from: number, count: number) => {
      const answer = await call('batch.getRows', { batchId, filter: under, from, count });
      return answer.ok ? answer.value : null;
    };
    void findChanges({ find, replacement, wholeCell, column }, filter, columns, ask, () => stopped, rowName).then(
      (changes) => {
        if (changes && !stopped) setFound({ question, changes });
      },
    );
    return () => {
      stopped = true;
    };
  }, [batchId, find, replacement, wholeCell, column, filter, columns, question, rowName]);
  return found?.question === question ? found.changes : null;
}

function Preview({
  changes,
  onGoTo,
}: {
  readonly changes: ReplaceChanges | null;
  readonly onGoTo: (place: CellPosition) => void;
}): ReactNode {
  const { t } = useWords();
  if (!changes) return <div className={classes.preview}>{t('replace.looking')}</div>;
  return (
    <div className={classes.preview} role="status" data-testid="replace-preview">
      <b>
        {changes.cells.length === 0
          ? t('replace.none')
          : t('replace.found', { cells: changes.cells.length, rows: changes.rows })}
      </b>
      {changes.cells.slice(0, SHOWN).map(({ row, column, address, before, text }) => (
        <button
          key={`${column}-${row}`}
          type="button"
          className={classes.change}
          onClick={() => onGoTo({ row, column })}
        >
          <span className={classes.place}>{address}</span> {before} → {text === '' ? t('cell.blank') : text}
        </button>
      ))}
      {changes.cells.length > SHOWN ? '…' : null}
      {changes.locked > 0 ? <div>{t('replace.locked', { count: changes.locked })}</div> : null}
      {changes.tooMany ? <div>{t('replace.tooMany', { most: MAX_CELLS })}</div> : null}
    </div>
  );
}
