/** Keeps the keyboard's focus where the operator goes on. */
import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on an element when a question or an entry has opened in place. */
export function useFocusOnOpen<T extends HTMLElement>(wanted = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}

/** Where a change of place took away what had the focus, the new screen gets it: Tab then goes on from there. */
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
