/** The state of the notices: failures, findings of the start, what was saved. They lie over the page, never modal. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MessageKey } from '../../../shared/messages/translator.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../client/call.ts';
import { useWords, type Words } from '../../words/words.ts';
import { keptOnLeaving } from './kept-notices.ts';

export interface Notice {
  readonly tone: 'error' | 'warning' | 'done' | 'info';
  /** A function if the notice may be shown for long, so that its sentence follows a change of language. */
  readonly text: string | ((words: Words) => string);
  /** What those who help need to know which failure it was: its code, or the reference of the error log. */
  readonly supportCode?: string;
  /** It is about no screen: it stays until it is closed. Others than good news go with the screen that they are about. */
  readonly stays?: boolean;
  /** It is about a file that was to be opened: it stays over the screen that opening others led to. */
  readonly ofOpening?: boolean;
  /** A button on the notice. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ShownNotice extends Notice {
  readonly id: number;
  /** ms since 1970 */
  readonly at: number;
}

function answerOn(code: string, { t }: Words): Pick<Notice, 'action'> {
  const answer = answers[code];
  if (answer === undefined) return {};
  return { action: { label: t(answer.label), run: () => void call(answer.channel, {}) } };
}

/** An unexpected error has a reference, under which it stands in the error log; any other is known by its code. */
export function supportCode({ code, params }: Failure): string {
  return code === 'unexpected' ? String(params['code']) : code;
}

export function noticeText({ text }: Notice, words: Words): string {
  return typeof text === 'string' ? text : text(words);
}

export interface Notices {
  readonly shown: readonly ShownNotice[];
  /** Shows a notice; it replaces an earlier one with the same text. */
  readonly show: (notice: Notice) => void;
  /** Shows a failure's sentence; returns the notice's id. */
  readonly showFailure: (failure: Failure, about?: Pick<Notice, 'stays' | 'ofOpening'>) => number;
  readonly dismiss: (id: number) => void;
  /** Another screen or file is shown: what was said about the one before is gone. */
  readonly leaveScreen: () => void;
  /** Other files are opened: what was said of those before is gone. */
  readonly forgetOpening: () => void;
}

const NoticesContext = createContext<Notices>({
  shown: [],
  show: () => {},
  showFailure: () => 0,
  dismiss: () => {},
  leaveScreen: () => {},
  forgetOpening: () => {},
});
/** What the operator stopped is not a failure. */
const stoppedByOperator = 'reading.cancelled';
/** What a person can answer on the notice itself. */
const answers: Readonly<
  Record<string, { readonly label: MessageKey; readonly channel: 'run.markWitnessSeen' | 'batch.removeExpired' }>
> = {
  // These hold back sending until a person says that they have seen them.
  'sending.witnessBroken': { label: 'app.seen', channel: 'run.markWitnessSeen' },
  'sending.witnessUnseen': { label: 'app.seen', channel: 'run.markWitnessSeen' },
  'store.expiredReady': { label: 'app.removeExpired', channel: 'batch.removeExpired' },
};
/** As many are kept; the oldest goes first. */
const MOST = 9;
/** How long good news is shown, ms. */
const GOOD_NEWS = 12_000;

export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useWords();
  const [shown, setShown] = useState<readonly ShownNotice[]>([]);
  const next = useRef(1);
  const dismiss = useCallback((id: number) => setShown((old) => old.filter((notice) => notice.id !== id)), []);
  const add = useCallback(
    (notice: Notice) => {
      const id = next.current++;
      setShown((old) =>
        [
          ...old.filter((shown) => noticeText(shown, words) !== noticeText(notice, words)),
          { ...notice, id, at: Date.now() },
        ].slice(-MOST),
      );
      if (notice.tone === 'done') setTimeout(() => dismiss(id), GOOD_NEWS);
      return id;
    },
    [dismiss, words],
  );
  const show = useCallback((notice: Notice): void => void add(notice), [add]);
  const showFailure = useCallback(
    (failure: Failure, about: Pick<Notice, 'stays' | 'ofOpening'> = {}) =>
      add({
        tone: failure.code === stoppedByOperator ? 'info' : 'error',
        text: ({ failureSentence }) => failureSentence(failure),
        ...(failure.code === stoppedByOperator ? {} : { supportCode: supportCode(failure) }),
        ...about,
        ...answerOn(failure.code, words),
      }),
    [add, words],
  );
  const leaveScreen = useCallback(() => setShown((old) => keptOnLeaving(old, Date.now())), []);
  const forgetOpening = useCallback(() => setShown((old) => old.filter(({ ofOpening }) => ofOpening !== true)), []);
  const notices = useMemo(
    () => ({ shown, show, showFailure, dismiss, leaveScreen, forgetOpening }),
    [shown, show, showFailure, dismiss, leaveScreen, forgetOpening],
  );
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  return use(NoticesContext);
}
