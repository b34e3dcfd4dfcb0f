/** Formats durations in words. */
import type { Translator } from '../../shared/messages/translator.ts';

/** `40 seconds`, `3 minutes`, `1 h 20 min`; rounded up to a precision that is useful for planning. */
export function formatDuration(t: Translator, seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 55) return t('duration.seconds', { count: whole < 10 ? whole : Math.ceil(whole / 5) * 5 });
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return t('duration.minutes', { count: minutes });
  return t('duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** `3 minutes – 1 h 20 min`; one duration where both are said alike. Both in seconds. */
export function formatDurationRange(
  t: Translator,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const [least, most] = [formatDuration(t, from), formatDuration(t, to)];
  return least === most ? most : `${least} – ${most}`;
}
