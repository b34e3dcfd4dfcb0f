/** Opens files (chosen, dropped, pasted, samples, or opened from outside), and follows their reading to its end. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { EventData } from '../../../shared/contract/events.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { call, openFiles } from '../../client/call.ts';
import { useEvent, useEventGap } from '../../client/use-event.ts';
import { useWords, type Words } from '../../words/words.ts';
import { useNavigation } from './navigation.tsx';
import { supportCode, useNotices } from './notices.tsx';

export type ReadingProgress = EventData<'reading.progress'>;

export interface FileOpener {
  /** Files that are being read now. */
  readonly filesInProgress: readonly ReadingProgress[];
  /** The system's dialog is open, or its files have not been opened yet. */
  readonly busy: boolean;
  readonly chooseFiles: () => Promise<void>;
  readonly openSample: (name: string) => Promise<void>;
  readonly openDropped: (files: readonly File[]) => Promise<void>;
  /** A copied range, as text with tabs between its cells. */
  readonly openPasted: (text: string) => Promise<void>;
  /** Stops the reading of a file, by its batch id. */
  readonly cancelReading: (batchId: string) => void;
}

const CANCELLED = 'reading.cancelled';

const FileOpenerContext = createContext<FileOpener | null>(null);

/** Files in progress, until they are read and checked. */
function useReadingProgress(): readonly ReadingProgress[] {
  const [reading, setReading] = useState<readonly ReadingProgress[]>([]);
  const remove = useCallback(
    (batchId: string) => setReading((old) => old.filter((one) => one.batchId !== batchId)),
    [],
  );
  useEvent('reading.progress', (progress) =>
    setReading((old) =>
      old.some(({ batchId }) => batchId === progress.batchId)
        ? old.map((one) => (one.batchId === progress.batchId ? progress : one))
        : [...old, progress],
    ),
  );
  useEvent('reading.ended', ({ batchId }) => remove(batchId));
  // The missed events may have said that a file is done.
  useEventGap(() => setReading([]));
  return reading;
}

/** The failure's sentence, with the file's name put in: as a parameter, or in front where the sentence does not use it. */
function failedFile({ t, failureSentence }: Words, { code, params }: Failure, name: string): string {
  const text = failureSentence({ code, params: { file: name, ...params } });
  return text.includes(name) ? text : `${t('app.failedFile', { name })}: ${text}`;
}

export function FileOpenerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { show, showFailure, forgetOpening } = useNotices();
  const words = useWords();
  const { openBatch, goToQueue, goToFiles } = useNavigation();
  const [calls, setCalls] = useState(0);
  const filesInProgress = useReadingProgress();
  /** Files that are opened by a call of ours, of which the event is still to come; and events that came before the answer. */
  const own = useRef(new Set<string>());
  const heard = useRef(new Set<string>());

  const take = useCallback(
    async (asked: Promise<Result<readonly string[]>>) => {
      forgetOpening();
      setCalls((n) => n + 1);
      const answer = await asked;
      setCalls((n) => n - 1);
      if (!answer.ok) {
        showFailure(answer.error);
        return;
      }
      const [only, ...others] = answer.value;
      if (only === undefined) return;
      if (!heard.current.delete(only)) own.current.add(only);
      if (others.length === 0) return openBatch(only, 'new');
      goToQueue();
      show({ tone: 'done', text: ({ t: words }) => words('app.opened', { count: answer.value.length }) });
    },
    [forgetOpening, showFailure, goToQueue, openBatch, show],
  );
  const chooseFiles = useCallback(() => take(call('file.choose', {})), [take]);
  const openDropped = useCallback((files: readonly File[]) => take(openFiles(files)), [take]);
  const openSample = useCallback(
    (name: string) =>
      take(
        call('file.openSample', { name }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer)),
      ),
    [take],
  );

  const openPasted = useCallback(
    (text: string) =>
      take(call('file.paste', { text }).then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer))),
    [take],
  );

  useEvent('batch.opened', ({ batchId }) => {
    if (calls > 0) heard.current.add(batchId);
    else if (!own.current.delete(batchId)) void openBatch(batchId, 'new');
  });
  useEvent('app.failed', ({ code, params, fileName }) => {
    if (fileName === null || code === CANCELLED) {
      showFailure({ code, params }, { ofOpening: true });
      return;
    }
    show({
      tone: 'error',
      ofOpening: true,
      supportCode: supportCode({ code, params }),
      text: (words) => failedFile(words, { code, params }, fileName),
    });
  });
  useEvent('watch.arrived', ({ files }) => {
    const [only, another] = files;
    const sum = (of: 'ready' | 'total'): number => files.reduce((all, file) => all + file[of], 0);
    show({
      tone: 'done',
      text: ({ t }) =>
        only !== undefined && another === undefined
          ? t('watch.arrivedOne', { name: only.fileName, ready: only.ready, total: only.total })
          : t('watch.arrived', { files: files.length, ready: sum('ready'), total: sum('total') }),
      action: { label: words.t('watch.show'), run: goToFiles },
    });
  });
  useEvent('app.startupNotice', (notice) => showFailure(notice, { stays: true }));
  useEvent('file.openElsewhere', ({ fileName }) =>
    show({ tone: 'info', stays: true, text: ({ t }) => t('file.openElsewhere', { file: fileName }) }),
  );

  const cancelReading = useCallback((batchId: string) => void call('file.cancelReading', { batchId }), []);
  const opening = useMemo(
    () => ({ filesInProgress, busy: calls > 0, chooseFiles, openSample, openDropped, openPasted, cancelReading }),
    [filesInProgress, calls, chooseFiles, openSample, openDropped, openPasted, cancelReading],
  );
  return <FileOpenerContext value={opening}>{children}</FileOpenerContext>;
}

export function useFileOpener(): FileOpener {
  const opening = use(FileOpenerContext);
  if (!opening) throw new Error('useFileOpener outside of FileOpenerProvider');
  return opening;
}
