/** Puts the focus where the operator goes on, when a question or an entry has opened in place. */
import { useEffect, useRef, type RefObject } from 'react';

export function useFocusOnOpen<T extends HTMLElement>(wanted = true): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (wanted) element.current?.focus();
  }, [wanted]);
  return element;
}
