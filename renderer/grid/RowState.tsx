/** Shows an order's state as mark and colour, with its word beside it on the order's first row. */
import type { ReactNode } from 'react';
import type { RowView } from '../../shared/contract/views.ts';
import type { OrderState } from '../../shared/domain/model/order-states.ts';
import { stateLook, stateWord } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import classes from './Grid.module.css';

interface RowStateProps {
  readonly id: string | undefined;
  readonly state: OrderState;
  /** Accepted before with other content. */
  readonly changed: boolean;
  /** The row, one of its cells or its order as a whole has a warning. */
  readonly warned: boolean;
  readonly first: boolean;
  /** Who of the team's other computers has it. */
  readonly by: RowView['by'];
  /** Number of items of a folded order; null: it is not folded. */
  readonly items: number | null;
  /** No room for the word. */
  readonly short: boolean;
}

export function RowState({ id, state, changed, warned, first, by, items, short }: RowStateProps): ReactNode {
  const { t, formatDateTime } = useWords();
  const look = warned && state === 'ready' ? { tone: 'look-at-it', mark: '!' } : stateLook(state);
  const word = t(stateWord(state, changed));
  const full =
    by === undefined
      ? word
      : by.isSending
        ? t('state.beingSentBy', { by: by.name })
        : t('state.by', { state: word, by: by.name, at: formatDateTime(by.at) });
  // The column is narrow: the full text is shown on hovering, and said with the active cell.
  const brief = `${stateWord(state, changed)}.short`;
  const shown = t.knows(brief) ? t(brief) : word;
  return (
    <span
      id={id}
      className={classes.stateMark}
      style={{ color: `var(--${look.tone}-text)` }}
      role="img"
      aria-label={full}
      title={full}
      data-first={first}
    >
      <span aria-hidden>{look.mark}</span>
      {first && !short ? (
        <span className={classes.stateWord} data-quiet={state === 'ready' || undefined}>
          {shown}
        </span>
      ) : null}
      {items !== null && !short ? <span className={classes.items}>×{items}</span> : null}
    </span>
  );
}
