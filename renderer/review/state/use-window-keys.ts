/** A hook for keys pressed anywhere in the window, unless a part of the screen has handled them. */
import { useEffect, useEffectEvent } from 'react';

/** `handle` returns whether it handled the key; the browser's default is then prevented. */
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
