/** Opening files: chosen, dropped, samples, or opened from outside; what is being read, and what became of it. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { EventData } from '../../shared/contract/channels.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call, openFiles } from '../client/call.ts';
import { useEvent } from '../client/use-event.ts';
import { useWords, type Words } from '../words/words.ts';
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
  /** A copied range, as text with tabs between its cells. */
  readonly paste: (text: string) => Promise<void>;
}

const OpeningContext = createContext<Opening | null>(null);

/**
 * Files under way by batch id. A file leaves when it failed, or when it was read and nobody waits for its batch: a file
 * that is `awaited` stays, since its orders are still being checked.
 */
function useReading(awaited: boolean): readonly [readonly Reading[], (gone: (reading: Reading) => boolean) => void] {
  const [reading, setReading] = useState<readonly Reading[]>([]);
  const remove = useCallback((gone: (reading: Reading) => boolean) => setReading((old) => old.filter((one) => !gone(one))), []);
  useEvent('reading.progress', (progress) => setReading((old) => [...old.filter(({ batchId }) => batchId !== progress.batchId), progress]));
  const shown = useMemo(() => (awaited ? reading : reading.filter(({ done, total }) => done < total)), [awaited, reading]);
  return [shown, remove];
}

/** Most sentences about a file name it themselves. */
function failedFile({ t, say }: Words, { code, params }: Failure, name: string): string {
  const text = say({ code, params: { file: name, ...params } });
  return text.includes(name) ? text : `${t('app.failedFile', { name })}: ${text}`;
}

export function OpeningProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  const { show, fail } = useNotices();
  const { place, opening: toOpen, openBatch, goToFiles } = useNavigation();
  const [calls, setCalls] = useState(0);
  const [reading, remove] = useReading(calls > 0 || toOpen !== null);
  const own = useRef(new Set<string>());

  const take = useCallback(
    async (asked: Promise<Result<readonly string[]>>) => {
      setCalls((n) => n + 1);
      const answer = await asked;
      setCalls((n) => n - 1);
      if (!answer.ok) {
        remove(() => true);
        fail(answer.error);
        return;
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

  const paste = useCallback((text: string) => take(call('file.paste', { text }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer))), [take]);

  useEvent('batch.opened', ({ batchId }) => {
    remove((one) => one.batchId === batchId);
    const shown = place.screen === 'batch' && place.batchId === batchId;
    if (calls === 0 && !shown && !own.current.has(batchId)) void openBatch(batchId, 'new');
  });
  useEvent('failed', ({ code, params, fileName }) => {
    remove((one) => one.fileName === fileName);
    if (fileName === null) {
      fail({ code, params });
      return;
    }
    show({ tone: 'error', text: (words) => failedFile(words, { code, params }, fileName) });
  });
  useEvent('startup.notice', (notice) => fail(notice));

  const opening = useMemo(() => ({ reading, busy: calls > 0, choose, sample, drop, paste }), [reading, calls, choose, sample, drop, paste]);
  return <OpeningContext value={opening}>{children}</OpeningContext>;
}

export function useOpening(): Opening {
  const opening = use(OpeningContext);
  if (!opening) throw new Error('useOpening outside of OpeningProvider');
  return opening;
}
