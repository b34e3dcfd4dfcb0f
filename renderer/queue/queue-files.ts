/** Which files make the queue, and which of them are sent unless a person says otherwise. */
import type { BatchListItem } from '../../shared/contract/files.ts';
import type { QueueFile } from '../../shared/contract/queue.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';

const dayOf = (at: number): string => localFromEpoch(at).slice(0, 10);
const most = 100;

/** The files that were opened today (in Tashkent), those first that were added first. */
export function filesOfToday(files: readonly BatchListItem[], now: number): readonly BatchListItem[] {
  return files
    .filter(({ openedAt }) => dayOf(openedAt) === dayOf(now))
    .slice(0, most)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Whether the file was added today: one of another day, opened to be looked at, has no tick by itself. */
export function isOfToday({ createdAt }: Pick<BatchListItem, 'createdAt'>, now: number): boolean {
  return dayOf(createdAt) === dayOf(now);
}

/** Whether all that is ready of it can go out without a further answer. */
export function canBeSent({ ready, isShopAsked, questions, hasAccessKey }: QueueFile): boolean {
  return ready > 0 && !isShopAsked && questions === 0 && hasAccessKey;
}
