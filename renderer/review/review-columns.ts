/** Makes the grid's columns from the sheet's: the order id first and frozen, the rest in the sheet's order. */
import type { ColumnView } from '../../shared/contract/views.ts';
import { isWareColumn } from '../../shared/domain/model/mapping.ts';
import { withoutLeadingBlanks } from '../columns/field-choices.ts';
import { parseColumnName, type GridColumn } from '../grid/columns.ts';

/** Estimated px of a letter in the grid's font, and of a cell's padding and mark. */
const LETTER = 7.2;
const AROUND = 40;
/** The same of the field's name, which stands in bold and may take two lines, but none of its words. */
const BOLD_LETTER = 8;
const AROUND_NAME = 20;
const NARROWEST = 76;
const WIDEST = 240;
const ORDER_ID_WIDTH = 96;

/** The width in px that fits a column's heading, sample values, and each word of what it becomes. */
function fittingWidth({ heading, letters: name, samples }: ColumnView, becomes: string): number {
  // A column of another sheet also shows that sheet's name.
  const letters = Math.max(
    heading.length + (parseColumnName(name).sheet === null ? 0 : name.length),
    ...samples.map(({ text, becomes }) => Math.max(text.length, becomes?.length ?? 0)),
  );
  const word = Math.max(...becomes.split(/[\s/]/u).map(({ length }) => length));
  const fitting = Math.max(NARROWEST, letters * LETTER + AROUND, word * BOLD_LETTER + AROUND_NAME);
  return Math.round(Math.min(WIDEST, fitting));
}

/**
 * The first column is the order id: the sheet's own column where exactly one gives it, so that it can be edited there;
 * else a computed one.
 */
export function reviewColumns(
  columns: readonly ColumnView[],
  widths: ReadonlyMap<number | null, number>,
  /** What the column becomes, in words. */
  becomes: (column: Pick<GridColumn, 'field' | 'isWare'>) => string,
): readonly GridColumn[] {
  const ofOrderId = columns.filter(({ field }) => field === 'order_id');
  const [only] = ofOrderId;
  const toGrid = (view: ColumnView): GridColumn => ({
    column: view.column,
    letters: view.letters,
    heading: view.heading,
    field: view.field,
    isWare: isWareColumn(view),
    width: widths.get(view.column) ?? fittingWidth(view, becomes({ field: view.field, isWare: isWareColumn(view) })),
  });
  const first: GridColumn =
    ofOrderId.length === 1 && only
      ? toGrid(only)
      : { column: null, letters: '', heading: '', field: 'order_id', width: widths.get(null) ?? ORDER_ID_WIDTH };
  return [
    first,
    ...withoutLeadingBlanks(columns)
      .filter(({ column }) => column !== first.column)
      .map(toGrid),
  ];
}
