/** Resolves relative dates such as «tomorrow 14:00», used as constants (docs/domain.md, «Dates»). */
import { localFromEpoch } from './tashkent-time.ts';

const dayOffsets: Readonly<Record<string, number>> = {
  today: 0,
  bugun: 0,
  бугун: 0,
  сегодня: 0,
  tomorrow: 1,
  ertaga: 1,
  эртага: 1,
  завтра: 1,
  'day after tomorrow': 2,
  indin: 2,
  indinga: 2,
  индин: 2,
  индинга: 2,
  послезавтра: 2,
};

/** The offset in days of a relative word, or undefined. */
export function relativeDays(words: string): number | undefined {
  return Object.hasOwn(dayOffsets, words) ? dayOffsets[words] : undefined;
}

/**
 * «tomorrow 14:00», «ertaga», «завтра в 14:00» → `25.11.2026 14:00` (the time only where one is given), or undefined
 * where the text is not relative. `now` in milliseconds since 1970.
 */
export function resolveRelativeDate(text: string, now: number): string | undefined {
  const match = /^(\p{L}[\p{L} ]*?)(?:[ ,]+(?:soat |соат |в |at )?(\d{1,2}):(\d\d))?$/u.exec(text.trim().toLowerCase());
  const offset = match?.[1] === undefined ? undefined : relativeDays(match[1]);
  if (offset === undefined) return undefined;
  const [year, month, day] = localFromEpoch(now + offset * 86_400_000)
    .slice(0, 10)
    .split('-');
  const hours = match?.[2];
  if (hours === undefined) return `${day}.${month}.${year}`;
  return Number(hours) < 24 && Number(match?.[3]) < 60
    ? `${day}.${month}.${year} ${hours.padStart(2, '0')}:${match?.[3]}`
    : undefined;
}
