/** Replaces relative dates among the constants by real ones (docs/domain.md, «Dates»). */
import type { Choices } from '../model/choices.ts';
import { resolveRelativeDate } from '../values/dates/relative-date.ts';

/** «tomorrow 14:00» as the delivery date → `25.11.2026 14:00`; everything else stays. `now` in milliseconds since 1970. */
export function resolveConstants(choices: Choices, now: number): Choices {
  const text = choices.constants.scheduled_at;
  const date = text === undefined ? undefined : resolveRelativeDate(text, now);
  return date === undefined ? choices : { ...choices, constants: { ...choices.constants, scheduled_at: date } };
}
