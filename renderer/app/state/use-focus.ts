/** Hooks that move the keyboard focus to where the operator continues. */
import { useEffect, useRef, type RefObject } from 'react';

/** Focuses the element when a question or an entry opens in place. */
export function useFocusOnOpen<T extends HTMLElement>(wanted = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}

/** Focuses the new screen if a change of place removed the focused element, so that Tab continues from there. */
export function useFocusOnScreenChange(place: string): RefObject<HTMLDivElement | null> {
  const screen = useRef<HTMLDivElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    if (document.activeElement === document.body) screen.current?.focus({ preventScroll: true });
  }, [place]);
  return screen;
}

/** Brings what a link led to into view, and gives its first control the focus. */
export function useLedTo<T extends HTMLElement>(isLedTo: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    const { current } = element;
    if (!isLedTo || !current) return;
    current.scrollIntoView({ block: 'center' });
    const first = current.querySelector<HTMLElement>('button, input, textarea, select') ?? current;
    first.focus({ preventScroll: true });
  }, [isLedTo]);
  return element;
}
