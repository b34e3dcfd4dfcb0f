/** Handles the mouse on the grid's cells: click, Shift and click, drag, double click. */
import { useEffect, useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { GridPosition, Selection } from './selection.ts';

export type RowPart = 'number' | 'state' | 'fold';

interface PointerHost {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selection: Selection | null;
  readonly columnCount: number;
  readonly select: (selection: Selection) => void;
  readonly edit: (place: GridPosition) => void;
  readonly onRowPress: (index: number, part: RowPart) => void;
  /** The tooltip of a cell; null: none. */
  readonly hint: (place: GridPosition) => string | null;
}

export interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: () => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLDivElement>) => void;
  readonly onPointerOver: (event: PointerEvent<HTMLDivElement>) => void;
}

/** px from an edge within which dragging scrolls, and px that it scrolls a frame. */
const EDGE = 24;
const STEP = 20;

function cellAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
}

function indexAt(element: Element): number {
  return Number(element.closest<HTMLElement>('[data-index]')?.dataset['index']);
}

function placeAt(target: EventTarget | null): GridPosition | null {
  const cell = cellAt(target);
  return cell ? { index: indexAt(cell), column: Number(cell.dataset['at']) } : null;
}

export function usePointer(host: PointerHost): PointerHandlers {
  const dragged = useRef<GridPosition | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const stop = (): void => {
    dragged.current = null;
    cancelAnimationFrame(frame.current);
  };
  const stretchTo = (x: number, y: number): void => {
    const place = placeAt(document.elementFromPoint(x, y));
    if (place && dragged.current) host.select({ anchor: dragged.current, active: place });
  };
  const scrollAtEdge = (x: number, y: number): void => {
    cancelAnimationFrame(frame.current);
    const view = host.scroller.current;
    if (!view || !dragged.current) return;
    const box = view.getBoundingClientRect();
    const down = y > box.bottom - EDGE ? STEP : y < box.top + EDGE * 2 ? -STEP : 0;
    const right = x > box.right - EDGE ? STEP : x < box.left + EDGE ? -STEP : 0;
    if (down === 0 && right === 0) return;
    view.scrollBy(right, down);
    frame.current = requestAnimationFrame(() => {
      stretchTo(
        Math.min(Math.max(x, box.left + EDGE), box.right - EDGE),
        Math.min(Math.max(y, box.top + EDGE * 2), box.bottom - EDGE),
      );
      scrollAtEdge(x, y);
    });
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      const part = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
      if (part) {
        const index = indexAt(part);
        if (part.dataset['part'] === 'fold') return host.onRowPress(index, 'fold');
        const wholeRow = part.dataset['part'] === 'number';
        const from = event.shiftKey && host.selection ? host.selection.anchor.index : index;
        host.select({
          anchor: { index: from, column: wholeRow ? host.columnCount - 1 : 0 },
          active: { index, column: 0 },
        });
        return host.onRowPress(index, wholeRow ? 'number' : 'state');
      }
      const place = placeAt(event.target);
      if (!place) return;
      dragged.current = event.shiftKey && host.selection ? host.selection.anchor : place;
      host.select({ anchor: dragged.current, active: place });
    },
    onPointerMove(event) {
      if (!dragged.current) return;
      if ((event.buttons & 1) === 0) return stop();
      stretchTo(event.clientX, event.clientY);
      scrollAtEdge(event.clientX, event.clientY);
    },
    onPointerUp: stop,
    onDoubleClick(event) {
      const place = placeAt(event.target);
      if (place) host.edit(place);
    },
    onPointerOver(event) {
      // Set only when needed: a title on every cell would be rendered again with every row that scrolls by.
      const cell = cellAt(event.target);
      const place = placeAt(cell);
      const hint = place && host.hint(place);
      if (hint) cell?.setAttribute('title', hint);
      else cell?.removeAttribute('title');
    },
  };
}
