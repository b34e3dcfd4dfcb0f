/** Formats durations in words. */
import type { Translator } from '../../shared/messages/translator.ts';

interface Duration {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  /** Of the unit; minutes for hours, too. */
  readonly count: number;
}

/** Rounded up to a precision that is useful for planning. */
function rounded(seconds: number): Duration {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 55) return { unit: 'seconds', count: whole < 10 ? whole : Math.ceil(whole / 5) * 5 };
  const minutes = Math.ceil(whole / 60);
  return { unit: minutes < 60 ? 'minutes' : 'hours', count: minutes };
}

function inWords(t: Translator, { unit, count }: Duration): string {
  return unit === 'hours'
    ? t('duration.hours', { hours: Math.floor(count / 60), minutes: count % 60 })
    : t(`duration.${unit}`, { count });
}

/** `40 seconds`, `3 minutes`, `1 h 20 min`; rounded up to a precision that is useful for planning. */
export function formatDuration(t: Translator, seconds: number): string {
  return inWords(t, rounded(seconds));
}

/** `5 – 40 seconds`, `3 minutes – 1 h 20 min`; one duration where both are said alike. Both in seconds. */
export function formatDurationRange(
  t: Translator,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const [least, most] = [rounded(from), rounded(to)];
  if (least.unit === most.unit && least.count === most.count) return inWords(t, most);
  const isOneUnit = least.unit === most.unit && most.unit !== 'hours';
  return `${isOneUnit ? least.count : inWords(t, least)} – ${inWords(t, most)}`;
}
