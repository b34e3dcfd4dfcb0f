/** Opening files: chosen, dropped, samples, or opened from outside; what is being read, and what became of it. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { EventData } from '../../shared/contract/channels.ts';
import type { Result } from '../../shared/result.ts';
import { call, openFiles } from '../client/call.ts';
import { useEvent } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';
import { useNavigation } from './navigation.tsx';
import { useNotices } from './notices.tsx';

export type Reading = EventData<'reading.progress'>;

export interface Opening {
  /** Files that are being read now. */
  readonly reading: readonly Reading[];
  /** The system's dialog is open, or the files from it are not here yet. */
  readonly busy: boolean;
  readonly choose: () => Promise<void>;
  readonly sample: (name: string) => Promise<void>;
  readonly drop: (files: readonly File[]) => Promise<void>;
}

const OpeningContext = createContext<Opening | null>(null);

/** Files under way by batch id. A file leaves when its batch is there, or when it failed. */
function useReading(): readonly [readonly Reading[], (gone: (reading: Reading) => boolean) => void] {
  const [reading, setReading] = useState<readonly Reading[]>([]);
  const remove = useCallback((gone: (reading: Reading) => boolean) => setReading((old) => old.filter((one) => !gone(one))), []);
  useEvent('reading.progress', (progress) => setReading((old) => [...old.filter(({ batchId }) => batchId !== progress.batchId), progress]));
  return [reading, remove];
}

export function OpeningProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, say } = useWords();
  const { show, fail } = useNotices();
  const { place, openBatch, goToFiles } = useNavigation();
  const [reading, remove] = useReading();
  const [calls, setCalls] = useState(0);
  const own = useRef(new Set<string>());

  const take = useCallback(
    async (asked: Promise<Result<readonly string[]>>) => {
      setCalls((n) => n + 1);
      const answer = await asked;
      setCalls((n) => n - 1);
      if (!answer.ok) {
        remove(() => true);
        return fail(answer.error);
      }
      for (const id of answer.value) own.current.add(id);
      remove(({ batchId }) => answer.value.includes(batchId));
      const [only, ...others] = answer.value;
      if (only === undefined) return;
      if (others.length === 0) return openBatch(only, 'new');
      goToFiles();
      show({ tone: 'done', text: t('app.opened', { count: answer.value.length }) });
    },
    [fail, goToFiles, openBatch, remove, show, t],
  );
  const choose = useCallback(() => take(call('file.choose', {})), [take]);
  const drop = useCallback((files: readonly File[]) => take(openFiles(files)), [take]);
  const sample = useCallback(
    (name: string) => take(call('file.sample', { name }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer))),
    [take],
  );

  useEvent('batch.opened', ({ batchId }) => {
    remove((one) => one.batchId === batchId);
    const shown = place.screen === 'batch' && place.batchId === batchId;
    if (calls === 0 && !shown && !own.current.has(batchId)) void openBatch(batchId, 'new');
  });
  useEvent('failed', ({ code, params, fileName }) => {
    remove((one) => one.fileName === fileName);
    if (fileName === null) return fail({ code, params });
    const text = say({ code, params: { file: fileName, ...params } });
    show({ tone: 'error', text: text.includes(fileName) ? text : `${t('app.failedFile', { name: fileName })}: ${text}` });
  });
  useEvent('startup.notice', (notice) => fail(notice));

  const opening = useMemo(() => ({ reading, busy: calls > 0, choose, sample, drop }), [reading, calls, choose, sample, drop]);
  return <OpeningContext value={opening}>{children}</OpeningContext>;
}

export function useOpening(): Opening {
  const opening = use(OpeningContext);
  if (!opening) throw new Error('useOpening outside of OpeningProvider');
  return opening;
}
