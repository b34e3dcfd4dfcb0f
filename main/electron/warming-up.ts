/** Has the engine run through a sample once, soon after the start, so that the first file opens as fast as the next. */
import type { ErrorLog } from '../platform/remote.ts';
import type { AppContext } from './app-context.ts';
import { sampleFile } from './samples.ts';

/** After the first screen is there: whoever starts the app to open a file at once should not wait for this. */
const afterMs = 1_500;

/** Starts the schedule; returns the function that ends it. */
export function scheduleWarmUp(
  { threads }: Pick<AppContext, 'threads'>,
  loaded: Promise<void>,
  log: ErrorLog,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const act = (): void =>
    void threads.files.warmUp(sampleFile('orders-uz.xlsx')).catch((error: unknown) => log('warmUp', error));
  void loaded.then(() => (timer = setTimeout(act, afterMs)));
  return () => clearTimeout(timer);
}
