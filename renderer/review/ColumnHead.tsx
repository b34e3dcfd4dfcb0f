/** A column's head on the review: the file's heading and the field it becomes; a press changes the field. */
import type { ReactNode } from 'react';
import type { RowSort } from '../../shared/contract/facets.ts';
import { columnWord } from '../../shared/messages/column-word.ts';
import type { ColumnView } from '../../shared/contract/views.ts';
import type { ColumnField } from '../../shared/domain/model/fields.ts';
import { columnsByField } from '../columns/field-choices.ts';
import { FieldMenu } from '../columns/FieldMenu.tsx';
import type { GridColumn } from '../grid/columns.ts';
import { useWords } from '../words/words.ts';
import classes from './ColumnHead.module.css';

interface ColumnHeadProps {
  readonly column: GridColumn;
  readonly views: readonly ColumnView[];
  readonly sorted: RowSort['direction'] | null;
  readonly onSort: (column: number) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Puts the focus back after the menu has closed. */
  readonly returnFocus: () => void;
  readonly onChoose: (column: number, field: ColumnField | null) => void;
}

export function ColumnHead({
  column,
  views,
  sorted,
  onSort,
  open,
  onOpen,
  returnFocus,
  onChoose,
}: ColumnHeadProps): ReactNode {
  const { t } = useWords();
  const field = columnWord(t, column);
  const heading = column.heading || (column.letters ? t('review.unnamed', { letters: column.letters }) : '');
  const sheetColumn = column.column;
  if (sheetColumn === null) {
    return (
      <div className={classes.head}>
        <span className={classes.field}>{field}</span>
      </div>
    );
  }
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={classes.head}
      data-not-sent={(column.field === null && !column.isWare) || undefined}
      aria-haspopup="listbox"
      aria-expanded={open}
      title={`${heading} → ${field}. ${t('review.head.change')} (Alt+↓)`}
      data-testid="head-button"
      onClick={() => onOpen(!open)}
    >
      <span className={classes.heading}>
        <span className={classes.letters}>{column.letters}</span> {heading}
      </span>
      {/* The arrow never stands alone on a line. */}
      <span className={classes.field}>
        <span className={classes.arrow}>{'→\u00a0'}</span>
        {field}
      </span>
    </button>
  );
  const sort = (
    <button
      type="button"
      tabIndex={-1}
      className={classes.sort}
      data-sorted={sorted ?? undefined}
      aria-label={t(`sort.${sorted ?? 'none'}`)}
      title={t(`sort.${sorted ?? 'none'}`)}
      data-testid="head-sort"
      onClick={() => onSort(sheetColumn)}
    >
      {sorted === null ? '↕' : sorted === 'ascending' ? '↑' : '↓'}
    </button>
  );
  if (!open) {
    return (
      <>
        {button}
        {sort}
      </>
    );
  }
  const view = views.find((one) => one.column === sheetColumn);
  return (
    <>
      <FieldMenu
        value={column.field}
        candidates={view?.candidates ?? []}
        used={columnsByField(views.filter((one) => one.column !== sheetColumn))}
        onChoose={(chosen) => onChoose(sheetColumn, chosen)}
        onClose={() => onOpen(false)}
        returnFocus={returnFocus}
      >
        {button}
      </FieldMenu>
      {sort}
    </>
  );
}
