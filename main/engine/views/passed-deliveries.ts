/** Finds orders whose delivery time passed while their file was open: what was still ahead at opening has no warning. */
import type { SendPlan } from '../../../shared/contract/views.ts';
import { localFromEpoch } from '../../../shared/domain/values/dates/tashkent-time.ts';
import type { BatchOrders } from '../batch-orders.ts';

const shownRows = 10;

/** @param openedAt @param now both ms since 1970-01-01Z */
export function passedDeliveries({ book }: BatchOrders, openedAt: number, now: number): SendPlan['passed'] {
  const reader = book.readers.scheduled_at;
  // Local times of one form compare as texts.
  const [opened, current] = [localFromEpoch(openedAt), localFromEpoch(now)];
  const rows: number[] = [];
  let count = 0;
  for (const entry of book.entries()) {
    if (entry.state !== 'ready' && entry.state !== 'waiting') continue;
    const index = entry.rows.find((row) => reader.read(row).kind === 'value');
    const parsed = index === undefined ? null : reader.read(index);
    const local = parsed?.kind === 'value' ? parsed.value.local : reader.constant?.value.local;
    if (local === undefined || local <= opened || local > current) continue;
    count++;
    if (rows.length < shownRows) rows.push(book.input.table.rowNumber(entry.rows[0] ?? 0));
  }
  return { count, rows };
}
