/** Converts a profile to a batch's choices and back. A batch has its own copy: later changes of the profile do not affect it. */
import type { Choices } from '../model/choices.ts';
import type { ColumnField, Field } from '../model/fields.ts';
import { noHeadingChanges, type HeadingChanges } from './profile-match.ts';
import { defaultRules, withRules, type Rules } from '../model/rules.ts';
import { resolveRelativeDate } from '../values/dates/relative-date.ts';
import { isDayStart } from '../orders/own-order-numbers.ts';
import { profileSchema, type Profile, type SendingRules } from '../model/profile.ts';

/**
 * The choices that the profile makes for a file with these headings; existing choices are kept. A renamed column keeps
 * its field.
 * @param start today's first number: numbers that started with another day's will start with it
 */
export function choicesFromProfile(
  profile: Profile,
  headings: readonly string[],
  choices: Choices,
  changes: HeadingChanges = noHeadingChanges,
  start: number | null = null,
): Choices {
  const nameNow = new Map(changes.renamed.map(({ from, to }) => [from, to]));
  const decided = new Set(choices.columns.map(({ column }) => column));
  const columns = [...choices.columns];
  for (const { heading, field } of profile.columns) {
    const column = headings.findIndex((text, at) => text === (nameNow.get(heading) ?? heading) && !decided.has(at));
    if (column < 0) continue;
    decided.add(column);
    columns.push({ column, field });
  }
  const rules = start === null ? profile.rules : rulesOfToday(profile.rules, start);
  const hasDays = (all: readonly { readonly field: ColumnField | null }[]): boolean =>
    all.some(({ field }) => field === 'scheduled_at');
  return {
    ...choices,
    columns,
    constants: { ...profile.constants, ...choices.constants },
    // «Without a day it is new» was said of the few; of a list that has lost its days it is not.
    rules: hasDays(profile.columns) && !hasDays(columns) ? { ...rules, undatedOrders: 'ask' } : rules,
  };
}

/** Numbers that began with a day belong to that day: replaces the start by that of today. */
function rulesOfToday(rules: Rules, start: number): Rules {
  const { orderNumbers } = rules;
  if (orderNumbers.kind !== 'everyRow' || !isDayStart(orderNumbers.start)) return rules;
  return { ...rules, orderNumbers: { kind: 'everyRow', start } };
}

/** Constants not to be reused where a sheet is one order: the next sheet is another customer's. */
const oneOrderFields: ReadonlySet<string> = new Set<Field>([
  'order_id',
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'zip',
]);

/**
 * The constants, as typed, that suit the next file too: without the customer of a single-order sheet, and without dates
 * except relative ones («tomorrow 14:00»).
 * @param now milliseconds since 1970
 */
export function reusableConstants(constants: Profile['constants'], now: number): Profile['constants'] {
  const isOneOrder = constants.order_id !== undefined;
  return Object.fromEntries(
    Object.entries(constants).filter(
      ([field, text]) =>
        !(isOneOrder && oneOrderFields.has(field)) &&
        (field !== 'scheduled_at' || resolveRelativeDate(text, now) !== undefined),
    ),
  );
}

/**
 * The profile that makes the same choices for the next file with these headings. All columns are saved, guessed ones
 * too: what was right for this file is right for the next.
 * @param more.constants the reusable ones ({@link reusableConstants})
 */
export function profileFromChoices(
  name: string,
  columns: readonly { readonly heading: string; readonly field: ColumnField | null }[],
  choices: Choices,
  more: { readonly server: string | null; readonly sending: SendingRules; readonly constants: Profile['constants'] },
): Profile {
  return profileSchema.parse({
    name,
    columns: columns.filter(({ heading }) => heading.trim() !== '').map(({ heading, field }) => ({ heading, field })),
    constants: more.constants,
    // That cancelled or marked orders are sent, and what remarks mean, was said of this file's.
    rules: withRules(choices.rules, {
      cancelledOrders: defaultRules.cancelledOrders,
      markedOrders: defaultRules.markedOrders,
      noteChanges: defaultRules.noteChanges,
    }),
    server: more.server,
    sending: more.sending,
  });
}
