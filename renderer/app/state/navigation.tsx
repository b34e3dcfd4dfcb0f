/** Where the operator is: the first screen, a step of a batch, or a page over either (settings, product table). */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { acceptSummary, forgetSummary } from '../../client/batch-summaries.ts';
import { call } from '../../client/call.ts';
import { useNotices } from './notices.tsx';
import { stepWhenReopened, type Step } from './steps.ts';

export type Show = RowFilter['show'];

export interface BatchPlace {
  readonly screen: 'batch';
  readonly batchId: string;
  readonly step: Step;
  /** What the list begins with, where a link led to it. */
  readonly show: Show;
  /** The one problem that it shows then. */
  readonly cause: string | null;
}

/** What a page is left for. */
export type PlaceBehind = { readonly screen: 'start' } | BatchPlace;

export type Place = PlaceBehind | { readonly screen: 'settings' | 'products'; readonly behind: PlaceBehind };

export interface Navigation {
  readonly place: Place;
  /** The batch's id while `openBatch` waits for it. */
  readonly opening: string | null;
  /** Opens a batch; a new one begins with its columns, an earlier one where its work stands, others with that step. */
  readonly openBatch: (batchId: string, how: 'new' | 'earlier' | 'sending' | 'report') => Promise<void>;
  readonly goToStep: (step: Step, show?: Show, cause?: string) => void;
  readonly goToFiles: () => void;
  readonly goToSettings: () => void;
  readonly goToProducts: () => void;
  /** From a page back to what is behind it. */
  readonly leavePage: () => void;
}

const start: PlaceBehind = { screen: 'start' };
const firstStep = { new: 'columns', sending: 'send', report: 'report' } as const satisfies Readonly<Record<string, Step>>;
const NavigationContext = createContext<Navigation | null>(null);

/** Lets main free what an open batch takes, unless it is being sent. */
async function closeBatch(batchId: string): Promise<void> {
  const run = await call('send.state', { batchId });
  const resting = run.ok && (run.value.status === 'idle' || run.value.status === 'finished' || run.value.status === 'stopped');
  if (!resting) return;
  await call('batch.close', { batchId });
  forgetSummary(batchId);
}

/** The place itself, or what is behind the page. */
export function behind(place: Place): PlaceBehind {
  return 'behind' in place ? place.behind : place;
}

function batchOf(place: Place): string | null {
  const batch = behind(place);
  return batch.screen === 'batch' ? batch.batchId : null;
}

export function NavigationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { fail } = useNotices();
  const [place, setPlace] = useState<Place>(start);
  const [opening, setOpening] = useState<string | null>(null);
  const latest = useRef<Place>(start);
  const move = useCallback((next: Place) => {
    const left = batchOf(latest.current);
    if (left !== null && left !== batchOf(next)) void closeBatch(left);
    latest.current = next;
    setPlace(next);
  }, []);
  const openBatch = useCallback(
    async (batchId: string, how: 'new' | 'earlier' | 'sending' | 'report') => {
      setOpening(batchId);
      const answer = await call('batch.open', { batchId });
      setOpening(null);
      if (!answer.ok) {
        fail(answer.error);
        return;
      }
      acceptSummary(batchId, answer);
      move({ screen: 'batch', batchId, step: how === 'earlier' ? stepWhenReopened(answer.value.counts) : firstStep[how], show: 'all', cause: null });
    },
    [fail, move],
  );
  const goToStep = useCallback(
    (step: Step, show: Show = 'all', cause?: string) => {
      const batch = behind(latest.current);
      if (batch.screen === 'batch') move({ ...batch, step, show, cause: cause ?? null });
    },
    [move],
  );
  const goToFiles = useCallback(() => move(start), [move]);
  const goToPage = useCallback(
    (screen: 'settings' | 'products') => {
      const { current } = latest;
      if (current.screen !== screen) move({ screen, behind: behind(current) });
    },
    [move],
  );
  const goToSettings = useCallback(() => goToPage('settings'), [goToPage]);
  const goToProducts = useCallback(() => goToPage('products'), [goToPage]);
  const leavePage = useCallback(() => move(behind(latest.current)), [move]);
  const navigation = useMemo(
    () => ({ place, opening, openBatch, goToStep, goToFiles, goToSettings, goToProducts, leavePage }),
    [place, opening, openBatch, goToStep, goToFiles, goToSettings, goToProducts, leavePage],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside of NavigationProvider');
  return navigation;
}
