/** Keys wherever the focus is, unless a part of the screen has taken them for itself. */
import { useEffect, useEffectEvent } from 'react';

/** `handle` answers whether the key was its own; the browser then does nothing with it. */
export function useWindowKeys(handle: (event: KeyboardEvent) => boolean): void {
  const latest = useEffectEvent(handle);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && latest(event)) event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
