/** Opening files: chosen, dropped, samples, or opened from outside; what is being read, and what became of it. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { EventData } from '../../../shared/contract/channels.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { call, openFiles } from '../../client/call.ts';
import { useEvent, useEventGap } from '../../client/use-event.ts';
import { useWords, type Words } from '../../words/words.ts';
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
  /** Stops the reading of a file, by its batch id. */
  readonly cancel: (batchId: string) => void;
}

const CANCELLED = 'reading.cancelled';

const OpeningContext = createContext<Opening | null>(null);

/** Files under way, until they are read and checked. */
function useReading(): readonly Reading[] {
  const [reading, setReading] = useState<readonly Reading[]>([]);
  const remove = useCallback((batchId: string) => setReading((old) => old.filter((one) => one.batchId !== batchId)), []);
  useEvent('reading.progress', (progress) => setReading((old) => (old.some(({ batchId }) => batchId === progress.batchId) ? old.map((one) => (one.batchId === progress.batchId ? progress : one)) : [...old, progress])));
  useEvent('reading.ended', ({ batchId }) => remove(batchId));
  // What was missed may have been an end.
  useEventGap(() => setReading([]));
  return reading;
}

/** Most sentences about a file name it themselves. */
function failedFile({ t, say }: Words, { code, params }: Failure, name: string): string {
  const text = say({ code, params: { file: name, ...params } });
  return text.includes(name) ? text : `${t('app.failedFile', { name })}: ${text}`;
}

export function OpeningProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  const { show, fail } = useNotices();
  const { place, openBatch, goToFiles } = useNavigation();
  const [calls, setCalls] = useState(0);
  const reading = useReading();
  const own = useRef(new Set<string>());

  const take = useCallback(
    async (asked: Promise<Result<readonly string[]>>) => {
      setCalls((n) => n + 1);
      const answer = await asked;
      setCalls((n) => n - 1);
      if (!answer.ok) {
        fail(answer.error);
        return;
      }
      for (const id of answer.value) own.current.add(id);
      const [only, ...others] = answer.value;
      if (only === undefined) return;
      if (others.length === 0) return openBatch(only, 'new');
      goToFiles();
      show({ tone: 'done', text: t('app.opened', { count: answer.value.length }) });
    },
    [fail, goToFiles, openBatch, show, t],
  );
  const choose = useCallback(() => take(call('file.choose', {})), [take]);
  const drop = useCallback((files: readonly File[]) => take(openFiles(files)), [take]);
  const sample = useCallback(
    (name: string) => take(call('file.sample', { name }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer))),
    [take],
  );

  const paste = useCallback((text: string) => take(call('file.paste', { text }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer))), [take]);

  useEvent('batch.opened', ({ batchId }) => {
    const shown = place.screen === 'batch' && place.batchId === batchId;
    if (calls === 0 && !shown && !own.current.has(batchId)) void openBatch(batchId, 'new');
  });
  useEvent('failed', ({ code, params, fileName }) => {
    if (fileName === null || code === CANCELLED) {
      fail({ code, params });
      return;
    }
    show({ tone: 'error', text: (words) => failedFile(words, { code, params }, fileName) });
  });
  useEvent('startup.notice', (notice) => fail(notice));

  const cancel = useCallback((batchId: string) => void call('file.cancel', { batchId }), []);
  const opening = useMemo(() => ({ reading, busy: calls > 0, choose, sample, drop, paste, cancel }), [reading, calls, choose, sample, drop, paste, cancel]);
  return <OpeningContext value={opening}>{children}</OpeningContext>;
}

export function useOpening(): Opening {
  const opening = use(OpeningContext);
  if (!opening) throw new Error('useOpening outside of OpeningProvider');
  return opening;
}
