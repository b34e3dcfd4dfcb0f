/** Loads the screens behind the first one as soon as that one is drawn: the window can be used sooner, and nobody waits later. */
import { useEffect, useState } from 'react';

/** Null until they are there. */
export type LaterScreens = typeof import('./later-screens.ts') | 'broken' | null;

export function useLaterScreens(): LaterScreens {
  const [screens, setScreens] = useState<LaterScreens>(null);
  useEffect(() => {
    import('./later-screens.ts').then(setScreens, () => setScreens('broken'));
  }, []);
  return screens;
}
