/** The text field over a cell that is being edited. */
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Move } from './selection.ts';
import classes from './Grid.module.css';

export interface EditingState {
  readonly index: number;
  readonly columnIndex: number;
  /** The initial text of the field. */
  readonly text: string;
  /** The editing began by typing over the cell: arrow keys then end it, as in a spreadsheet. */
  readonly replaces: boolean;
}

interface CellEditorProps {
  readonly editing: EditingState;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** The cell is in a frozen column: the field then stays with it. */
  readonly frozen: boolean;
  /** Ends the editing with this text; `move`: where the active cell moves, null: it stays. */
  readonly onCommit: (text: string, move: Move | null) => void;
  readonly onCancel: () => void;
}

const arrows: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function CellEditor({
  editing,
  label,
  left,
  top,
  width,
  frozen,
  onCommit,
  onCancel,
}: CellEditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  /** Set once a key has ended the editing: the blur that follows must not commit again. */
  const done = useRef(false);
  useLayoutEffect(() => {
    done.current = false;
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const commit = (move: Move | null): void => {
    if (done.current) return;
    done.current = true;
    onCommit(field.current?.value ?? editing.text, move);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      done.current = true;
      event.preventDefault();
      return onCancel();
    }
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      return event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
    }
    const move =
      event.key === 'Enter'
        ? event.shiftKey
          ? 'up'
          : 'down'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'previous'
            : 'next'
          : editing.replaces
            ? arrows[event.key]
            : undefined;
    if (!move) return;
    event.preventDefault();
    commit(move);
  };
  return (
    // ARIA allows only rows of cells in a grid: for screen readers the field is in one; visually it lies over its cell.
    <div role="row" aria-rowindex={editing.index + 2} className={classes.unboxed}>
      <div role="gridcell" aria-colindex={editing.columnIndex + 3} className={classes.unboxed}>
        <textarea
          ref={field}
          className={classes.editor}
          style={{ left, top, minWidth: width, ...(frozen ? { position: 'sticky' as const } : {}) }}
          aria-label={label}
          data-testid="cell-editor"
          rows={1}
          spellCheck={false}
          autoComplete="off"
          defaultValue={editing.text}
          onKeyDown={onKeyDown}
          onBlur={() => commit(null)}
          onCopy={(event) => event.stopPropagation()}
          onCut={(event) => event.stopPropagation()}
          onPaste={(event) => event.stopPropagation()}
        />
      </div>
    </div>
  );
}
