/** Shows an order's values; each links to the cell that it comes from. */
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
import { memo, useEffect, type ReactNode } from 'react';
import type { OrderView } from '../../../shared/contract/views.ts';
import { useWords } from '../../words/words.ts';
import { deliveryTimes, groupOrderValues, type OrderValueView } from './order-values.ts';
import classes from '../Review.module.css';

/** A cell by Excel's row and 0-based column. */
interface OrderValuesProps {
  readonly order: OrderView;
  readonly clock: 'utc' | 'localWithZ';
  readonly activeCell: CellPosition | null;
  readonly onGoTo: (place: CellPosition) => void;
  /** The mouse or the focus is on a value, whose cell is to be highlighted; null: on none. */
  readonly onHighlight: (place: CellPosition | null) => void;
}

export const OrderValues = memo(function OrderValues({
  order,
  clock,
  activeCell,
  onGoTo,
  onHighlight,
}: OrderValuesProps): ReactNode {
  const { t } = useWords();
  // Unmounting ends the highlight.
  useEffect(() => () => onHighlight(null), [onHighlight]);
  const sorted = groupOrderValues(order.values);
  const line = (value: OrderValueView): ReactNode => (
    <ValueLine
      key={`${value.item ?? ''}-${value.field}`}
      value={value}
      clock={clock}
      activeCell={activeCell}
      onGoTo={onGoTo}
      onHighlight={onHighlight}
    />
  );
  return (
    <table className={classes.values} onPointerLeave={() => onHighlight(null)}>
      <tbody>{sorted.order.map(line)}</tbody>
      {sorted.items.map(({ number, values }) => (
        <tbody key={number} data-testid="order-item">
          <tr>
            <th colSpan={2} scope="rowgroup" style={{ paddingTop: 8, fontWeight: 600 }}>
              {t('order.item', { number })}
            </th>
          </tr>
          {values.map(line)}
        </tbody>
      ))}
    </table>
  );
});

interface ValueLineProps extends Omit<OrderValuesProps, 'order'> {
  readonly value: OrderValueView;
}

function ValueLine({ value, clock, activeCell, onGoTo, onHighlight }: ValueLineProps): ReactNode {
  const { t } = useWords();
  const place = value.row === null || value.column === null ? null : { row: value.row, column: value.column };
  const times = value.field === 'scheduled_at' ? deliveryTimes(value.text, clock) : null;
  const text = times ? t('order.toshkent', { at: times.toshkent }) : value.text;
  return (
    <tr
      data-here={(place !== null && activeCell?.row === place.row && activeCell.column === place.column) || undefined}
      data-field={value.field}
      onPointerEnter={() => onHighlight(place)}
    >
      <th scope="row">{t(`field.${value.field}`)}</th>
      <td>
        {place ? (
          <button
            type="button"
            className={classes.valueButton}
            title={t('order.goTo')}
            onFocus={() => onHighlight(place)}
            onBlur={() => onHighlight(null)}
            onClick={() => onGoTo(place)}
          >
            {text}
          </button>
        ) : (
          text
        )}
        {times ? <div className={classes.small}>{t('order.utc', { at: times.utc })}</div> : null}
        {value.origin === 'cell' ? null : <span className={classes.small}> ({t(`order.origin.${value.origin}`)})</span>}
      </td>
    </tr>
  );
}
