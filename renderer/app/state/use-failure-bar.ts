/** A hook for the calls of one place: the failure of the last one is shown as a bar, which the next try removes. */
import { useCallback, useEffect, useRef } from 'react';
import type { Result } from '../../../shared/result.ts';
import { useNotices } from './notices.tsx';

/** Awaits the answer, and resolves to it. */
export type WithFailureBar = <T>(asked: Promise<Result<T>>) => Promise<Result<T>>;

export function useFailureBar(): WithFailureBar {
  const { showFailure, dismiss } = useNotices();
  const shown = useRef<number | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return useCallback(
    async (asked) => {
      const remove = (): void => {
        if (shown.current !== null) dismiss(shown.current);
        shown.current = null;
      };
      remove();
      const answer = await asked;
      if (answer.ok) return answer;
      // Of calls that ran at once another one may have failed meanwhile.
      remove();
      // Whoever left the file, which closes it, is not told that it cannot be asked any more.
      if (answer.error.code === 'batch.gone' && !isHere.current) return answer;
      shown.current = showFailure(answer.error);
      return answer;
    },
    [showFailure, dismiss],
  );
}
