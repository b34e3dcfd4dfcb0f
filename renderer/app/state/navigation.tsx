/** Navigation state: the first screen, a step of a batch, or a page over either (settings, product table). */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { applySummaryResult, forgetSummary } from '../../client/batch-summaries.ts';
import { call } from '../../client/call.ts';
import { useWords } from '../../words/words.ts';
import { useNotices } from './notices.tsx';
import { stepWhenReopened, type Step } from './steps.ts';

export type ShowFilter = RowFilter['show'];

export interface BatchLocation {
  readonly screen: 'batch';
  readonly batchId: string;
  readonly step: Step;
  /** The filter that the list starts with, when a link led to it. */
  readonly show: ShowFilter;
  /** The key of the one cause that the list is narrowed to; null: none. */
  readonly cause: string | null;
}

/** What lies behind a page, and is shown when the page is left. */
export type BaseLocation = { readonly screen: 'start' | 'queue' } | BatchLocation;

export type AppLocation = BaseLocation | { readonly screen: 'settings' | 'products'; readonly behind: BaseLocation };

export interface Navigation {
  readonly location: AppLocation;
  /** The batch's id while `openBatch` waits for it. */
  readonly openingBatchId: string | null;
  /** Opens a batch: a new one at its columns, an earlier one at the step its work has reached, the others at the named step. */
  readonly openBatch: (batchId: string, how: 'new' | 'earlier' | 'sending' | 'report') => Promise<void>;
  readonly goToStep: (step: Step, show?: ShowFilter, cause?: string) => void;
  readonly goToFiles: () => void;
  /** Today's files. */
  readonly goToQueue: () => void;
  readonly goToSettings: () => void;
  readonly goToProducts: () => void;
  /** From a page back to what is behind it. */
  readonly leavePage: () => void;
}

const start: BaseLocation = { screen: 'start' };
const queue: BaseLocation = { screen: 'queue' };
const firstStep = { new: 'columns', sending: 'send', report: 'report' } as const satisfies Readonly<
  Record<string, Step>
>;
const NavigationContext = createContext<Navigation | null>(null);

/** Asks main to free the memory of an open batch, unless it is being sent. */
export async function closeBatch(batchId: string): Promise<void> {
  const run = await call('run.getState', { batchId });
  const resting =
    run.ok && (run.value.status === 'idle' || run.value.status === 'finished' || run.value.status === 'stopped');
  if (!resting) return;
  await call('batch.close', { batchId });
  forgetSummary(batchId);
}

/** The location itself, or the one behind the page. */
export function baseLocation(location: AppLocation): BaseLocation {
  return 'behind' in location ? location.behind : location;
}

/** The screen, and of a file the step. */
export function placeKey(location: AppLocation): string {
  return location.screen === 'batch' ? `${location.batchId} ${location.step}` : location.screen;
}

function batchOf(location: AppLocation): string | null {
  const batch = baseLocation(location);
  return batch.screen === 'batch' ? batch.batchId : null;
}

export function NavigationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useWords();
  const { show, showFailure, leaveScreen } = useNotices();
  const [location, setLocation] = useState<AppLocation>(start);
  const [openingBatchId, setOpeningBatchId] = useState<string | null>(null);
  const latest = useRef<AppLocation>(start);
  const move = useCallback(
    (next: AppLocation) => {
      const left = batchOf(latest.current);
      if (left !== null && left !== batchOf(next)) void closeBatch(left);
      if (placeKey(latest.current) !== placeKey(next)) leaveScreen();
      latest.current = next;
      setLocation(next);
    },
    [leaveScreen],
  );
  const openBatch = useCallback(
    async (batchId: string, how: 'new' | 'earlier' | 'sending' | 'report') => {
      setOpeningBatchId(batchId);
      const answer = await call('batch.open', { batchId });
      setOpeningBatchId(null);
      if (!answer.ok) {
        showFailure(answer.error);
        return;
      }
      applySummaryResult(batchId, answer);
      const { counts, file } = answer.value;
      const wasSent = how === 'new' && counts.accepted > 0;
      move({
        screen: 'batch',
        batchId,
        step: how === 'earlier' || wasSent ? stepWhenReopened(answer.value.counts) : firstStep[how],
        show: 'all',
        cause: null,
      });
      if (wasSent)
        show({
          tone: 'info',
          text: ({ t }) => t('standing.reopened', { name: file.name, count: counts.accepted, total: counts.total }),
          action: {
            label: words.t('standing.toReport'),
            run: () => move({ screen: 'batch', batchId, step: 'report', show: 'all', cause: null }),
          },
        });
    },
    [show, showFailure, move, words],
  );
  const goToStep = useCallback(
    (step: Step, show: ShowFilter = 'all', cause?: string) => {
      const batch = baseLocation(latest.current);
      if (batch.screen === 'batch') move({ ...batch, step, show, cause: cause ?? null });
    },
    [move],
  );
  const goToFiles = useCallback(() => move(start), [move]);
  const goToQueue = useCallback(() => move(queue), [move]);
  const goToPage = useCallback(
    (screen: 'settings' | 'products') => {
      const { current } = latest;
      if (current.screen !== screen) move({ screen, behind: baseLocation(current) });
    },
    [move],
  );
  const goToSettings = useCallback(() => goToPage('settings'), [goToPage]);
  const goToProducts = useCallback(() => goToPage('products'), [goToPage]);
  const leavePage = useCallback(() => move(baseLocation(latest.current)), [move]);
  const navigation = useMemo(
    () => ({
      location,
      openingBatchId,
      openBatch,
      goToStep,
      goToFiles,
      goToQueue,
      goToSettings,
      goToProducts,
      leavePage,
    }),
    [location, openingBatchId, openBatch, goToStep, goToFiles, goToQueue, goToSettings, goToProducts, leavePage],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside of NavigationProvider');
  return navigation;
}
