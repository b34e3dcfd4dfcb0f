/** Finds the profile that fits a file's headings, also where the export changed a little. */
import { foldHeading } from '../columns/fold-heading.ts';
import { fieldOfPart } from '../columns/heading-names.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Issue } from '../model/issues.ts';
import type { Profile } from '../model/profile.ts';
import { allowedMistakes, editDistance } from '../values/edit-distance.ts';
import { fileIssue } from '../questions/file-issue-builders.ts';

/** How a file's headings differ from those that a profile knows. */
export interface HeadingChanges {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const noHeadingChanges: HeadingChanges = { renamed: [], added: [], removed: [] };

export interface ProfileMatch {
  readonly profile: Profile | null;
  readonly changes: HeadingChanges;
}

/** Share of equal headings from which on two files count as coming from the same source. */
const nearShare = 0.7;
/** Fewer headings in common prove nothing. */
const fewestCommon = 3;

/** Equal for headings that differ in case, spaces and marks alone. */
function foldedHeadingKey(heading: string): string {
  return foldHeading(heading).key || heading.trim();
}

function filled(headings: readonly string[]): string[] {
  return headings.filter((heading) => heading.trim() !== '');
}

/** The profile whose headings are most similar, if at least 70 % are equal; of equals the one saved last. */
export function nearestProfile(profiles: readonly Profile[], headings: readonly string[]): ProfileMatch {
  const own = new Set(filled(headings).map(foldedHeadingKey));
  let best: { readonly share: number; readonly profile: Profile } | undefined;
  for (const profile of profiles) {
    const known = new Set(filled(profile.columns.map(({ heading }) => heading)).map(foldedHeadingKey));
    const common = [...own].filter((key) => known.has(key)).length;
    const share = common / Math.max(own.size, known.size, 1);
    if (common >= fewestCommon && share >= nearShare && (best === undefined || share > best.share))
      best = { share, profile };
  }
  return best === undefined
    ? { profile: null, changes: noHeadingChanges }
    : { profile: best.profile, changes: headingChanges(best.profile, headings) };
}

/**
 * Added, removed and renamed headings. Renamed: similar in name, or at the same place between the same neighbours, unless the
 * new heading says by itself that it is something else.
 */
export function headingChanges(profile: Profile, headings: readonly string[]): HeadingChanges {
  const before = filled(profile.columns.map(({ heading }) => heading));
  const after = filled(headings);
  const [known, own] = [new Set(before.map(foldedHeadingKey)), new Set(after.map(foldedHeadingKey))];
  const missing = before.filter((heading) => !own.has(foldedHeadingKey(heading)));
  const added = after.filter((heading) => !known.has(foldedHeadingKey(heading)));
  const renamed: { from: string; to: string }[] = [];
  for (const from of missing) {
    const to = added.find(
      (heading) =>
        !renamed.some((pair) => pair.to === heading) &&
        (resembles(from, heading) || standsInPlaceOf(from, heading, before, after)) &&
        !saysOtherwise(heading, from, fieldOf(profile, from)),
    );
    if (to !== undefined) renamed.push({ from, to });
  }
  return {
    renamed,
    added: added.filter((heading) => !renamed.some(({ to }) => to === heading)),
    removed: missing.filter((heading) => !renamed.some(({ from }) => from === heading)),
  };
}

function resembles(from: string, to: string): boolean {
  const [first, second] = [foldedHeadingKey(from), foldedHeadingKey(to)];
  const limit = allowedMistakes(Math.min(first.length, second.length));
  if (limit > 0 && editDistance(first, second, limit) <= limit) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length >= 5 && long.includes(short);
}

const fieldOf = ({ columns }: Profile, heading: string): ColumnField | null =>
  columns.find((column) => column.heading === heading)?.field ?? null;

/**
 * Whether the new heading is known as something that the earlier one was not taken for, and did not say either: «Дата» in
 * the place of «Отправить».
 */
function saysOtherwise(to: string, from: string, field: ColumnField | null): boolean {
  const [now, before] = [readHeading(to), readHeading(from)];
  const fields = fieldsSaid(now);
  if (fields.size === 0 && now.unsentKind === undefined) return false;
  if ((field !== null && fields.has(field)) || [...fieldsSaid(before)].some((one) => fields.has(one))) return false;
  return now.unsentKind === undefined || now.unsentKind !== before.unsentKind;
}

function fieldsSaid({ matches, part }: HeadingName): ReadonlySet<ColumnField> {
  return new Set([...matches.map(({ field }) => field), ...(part === undefined ? [] : [fieldOfPart(part)])]);
}

function standsInPlaceOf(from: string, to: string, before: readonly string[], after: readonly string[]): boolean {
  const neighbours = (list: readonly string[], heading: string) => {
    const at = list.indexOf(heading);
    return [list[at - 1], list[at + 1]].map((one) => (one === undefined ? '' : foldedHeadingKey(one))).join('\n');
  };
  return neighbours(before, from) === neighbours(after, to);
}

/** The issues about a changed export; a removed column that was mapped is a warning. */
export function headingIssues(profile: string, { renamed, added, removed }: HeadingChanges): Issue[] {
  return [
    ...renamed.map(({ from, to }) => fileIssue('notice', 'orders.headingRenamed', { profile, from, to })),
    ...(added.length === 0
      ? []
      : [fileIssue('notice', 'orders.headingsAdded', { profile, headings: added.join(', ') })]),
    ...(removed.length === 0
      ? []
      : [fileIssue('warning', 'orders.headingsGone', { profile, headings: removed.join(', ') })]),
  ];
}
