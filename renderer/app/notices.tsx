/** What the window has to say at its top: failures, what was found at the start, what was saved. Bars, never modals. */
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/result.ts';
import { useWords } from '../words/words.ts';

export interface Notice {
  readonly tone: 'error' | 'warning' | 'done' | 'info';
  readonly text: string;
  /** What can be done about it with one click. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ShownNotice extends Notice {
  readonly id: number;
}

export interface Notices {
  readonly shown: readonly ShownNotice[];
  /** Shows a bar; one with the same text takes the place of the earlier one. */
  readonly show: (notice: Notice) => void;
  /** Shows a failure's sentence; `about` (a file's name) is put before it. */
  readonly fail: (failure: Failure, about?: string) => void;
  readonly dismiss: (id: number) => void;
}

const NoticesContext = createContext<Notices>({ shown: [], show: () => {}, fail: () => {}, dismiss: () => {} });
/** More bars than this push the work off a small screen; the oldest goes first. */
const MOST = 3;

export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useWords();
  const [state, setState] = useState<{ readonly next: number; readonly shown: readonly ShownNotice[] }>({ next: 1, shown: [] });
  const show = useCallback((notice: Notice) => {
    setState(({ next, shown }) => ({ next: next + 1, shown: [...shown.filter(({ text }) => text !== notice.text), { ...notice, id: next }].slice(-MOST) }));
  }, []);
  const dismiss = useCallback((id: number) => {
    setState(({ next, shown }) => ({ next, shown: shown.filter((notice) => notice.id !== id) }));
  }, []);
  const fail = useCallback(
    (failure: Failure, about?: string) => show({ tone: 'error', text: about ? `${about}: ${say(failure)}` : say(failure) }),
    [show, say],
  );
  const notices = useMemo(() => ({ shown: state.shown, show, fail, dismiss }), [state.shown, show, fail, dismiss]);
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  return use(NoticesContext);
}
