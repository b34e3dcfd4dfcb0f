/**
 * Loads the screens behind the first one as soon as that one is drawn, so that the window can be used sooner; with them the
 * other languages, in which fields are searched, too.
 */
import { useEffect, useState } from 'react';
import { languages } from '../../../shared/messages/translator.ts';
import { loadWords } from '../../words/words.ts';

/** Null until they are there. */
export type LazyScreens = typeof import('../lazy-screens.ts') | 'broken' | null;

/** ms; after this they are loaded even if the page is never idle. */
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
