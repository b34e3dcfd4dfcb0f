/**
 * Loads the screens behind the first one as soon as that one is drawn, and with them the words of the other languages, in
 * which fields are searched, too: the window can be used sooner, and nobody waits later.
 */
import { useEffect, useState } from 'react';
import { languages } from '../../../shared/messages/translator.ts';
import { loadWords } from '../../words/words.ts';

/** Null until they are there. */
export type LazyScreens = typeof import('../lazy-screens.ts') | 'broken' | null;

/** ms; a page that never rests loads them all the same. */
const longestWait = 300;

export function useLazyScreens(): LazyScreens {
  const [screens, setScreens] = useState<LazyScreens>(null);
  useEffect(() => {
    const load = (): void =>
      void Promise.all([import('../lazy-screens.ts'), ...languages.map(loadWords)]).then(
        ([screens]) => setScreens(screens),
        () => setScreens('broken'),
      );
    const idle = requestIdleCallback(load, { timeout: longestWait });
    return () => cancelIdleCallback(idle);
  }, []);
  return screens;
}
