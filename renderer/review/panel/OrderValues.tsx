/** An order's values; each leads to the cell that it comes from. */
import { memo, useEffect, type ReactNode } from 'react';
import type { OrderView } from '../../../shared/contract/views.ts';
import { useWords } from '../../words/words.ts';
import { bothTimes, sortedValues, type OrderValue } from './order-values.ts';
import classes from '../Review.module.css';

/** A cell by Excel's row and 0-based column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface OrderValuesProps {
  readonly order: OrderView;
  readonly clock: 'utc' | 'localWithZ';
  readonly here: CellPlace | null;
  readonly onGoTo: (place: CellPlace) => void;
  /** The mouse or the focus is on a value: its cell is lit. */
  readonly onPoint: (place: CellPlace | null) => void;
}

export const OrderValues = memo(function OrderValues({ order, clock, here, onGoTo, onPoint }: OrderValuesProps): ReactNode {
  const { t } = useWords();
  // With its values a cell goes dark again.
  useEffect(() => () => onPoint(null), [onPoint]);
  const sorted = sortedValues(order.values);
  const line = (value: OrderValue): ReactNode => <ValueLine key={`${value.item ?? ''}-${value.field}`} value={value} clock={clock} here={here} onGoTo={onGoTo} onPoint={onPoint} />;
  return (
    <table className={classes.values} onPointerLeave={() => onPoint(null)}>
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
  readonly value: OrderValue;
}

function ValueLine({ value, clock, here, onGoTo, onPoint }: ValueLineProps): ReactNode {
  const { t } = useWords();
  const place = value.row === null || value.column === null ? null : { row: value.row, column: value.column };
  const times = value.field === 'scheduled_at' ? bothTimes(value.text, clock) : null;
  const text = times ? t('order.toshkent', { at: times.toshkent }) : value.text;
  return (
    <tr data-here={(place !== null && here?.row === place.row && here.column === place.column) || undefined} data-field={value.field} onPointerEnter={() => onPoint(place)}>
      <th scope="row">{t(`field.${value.field}`)}</th>
      <td>
        {place ? (
          <button type="button" className={classes.valueButton} title={t('order.goTo')} onFocus={() => onPoint(place)} onBlur={() => onPoint(null)} onClick={() => onGoTo(place)}>
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
