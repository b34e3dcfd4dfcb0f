/** Keeps a batch on the screen true while other files, windows and terminals send, and says what of it they sent. */
import { useEffect } from 'react';
import { useNotices } from './notices.tsx';
import { call } from '../../client/call.ts';
import { useEvent } from '../../client/use-event.ts';

/** How often it is asked while the window is seen, ms: one number is read, and mostly nothing has changed. */
const every = 15_000;

export function useSentElsewhere(batchId: string): void {
  const { show } = useNotices();
  useEvent('batch.sentElsewhere', ({ batchId: of, count }) => {
    if (of === batchId) show({ tone: 'info', text: ({ t }) => t('standing.sentElsewhere', { count }) });
  });
  useEffect(() => {
    const ask = (isWatching: boolean): void => {
      if (document.visibilityState === 'visible') void call('batch.learnFromOthers', { batchId, isWatching });
    };
    const askNow = (): void => ask(false);
    askNow();
    const timer = setInterval(() => ask(true), every);
    window.addEventListener('focus', askNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', askNow);
    };
  }, [batchId]);
}
