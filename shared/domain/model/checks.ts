/** Checks that only point something out: a profile can silence each, or have it hold orders back (docs/domain.md, «Decisions»). */
import type { Severity } from './issues.ts';

export const checkNames = [
  'datePast',
  'dateFar',
  'dateMidnight',
  'dateWindow',
  'orderIdLarge',
  'phoneUnusual',
  'phoneForeign',
  'phoneSeveral',
  'regionUnknown',
  'cityUnknown',
  'placesDiffer',
  'zipForm',
  'countryOther',
  'quantityLarge',
  'priceZero',
  'sameProduct',
  'manyItems',
  'productDiffers',
  'productIdDoubtful',
] as const;
export type CheckName = (typeof checkNames)[number];

/** A check is a warning where nothing else is said. */
export const checkLevels = ['off', 'warning', 'error'] as const;
export type CheckLevel = (typeof checkLevels)[number];
export type CheckLevels = { readonly [C in CheckName]?: CheckLevel | undefined };

/** The check that an issue with this code comes of; the others cannot be changed. */
const checkOf: Readonly<Record<string, CheckName>> = {
  'values.datePast': 'datePast',
  'values.dateFar': 'dateFar',
  'values.dateMidnight': 'dateMidnight',
  'values.dateWindow': 'dateWindow',
  'values.orderId.large': 'orderIdLarge',
  'values.phoneUnusual': 'phoneUnusual',
  'values.phoneForeign': 'phoneForeign',
  'values.phoneSeveral': 'phoneSeveral',
  'values.phoneExtracted': 'phoneSeveral',
  'orders.regionUnknown': 'regionUnknown',
  'orders.regionUnknownSuggested': 'regionUnknown',
  'orders.cityUnknownSuggested': 'cityUnknown',
  'orders.cityElsewhere': 'placesDiffer',
  'orders.zipElsewhere': 'placesDiffer',
  'values.zipForm': 'zipForm',
  'values.countryOther': 'countryOther',
  'values.quantityLarge': 'quantityLarge',
  'orders.priceZero': 'priceZero',
  'orders.sameProduct': 'sameProduct',
  'orders.manyItems': 'manyItems',
  'orders.productDiffers': 'productDiffers',
  'values.productId.doubtful': 'productIdDoubtful',
  'values.variationId.doubtful': 'productIdDoubtful',
};

/** How an issue with this code is to be taken; null: not at all. */
export function effectiveSeverity(code: string, severity: Severity, levels: CheckLevels): Severity | null {
  const check = Object.hasOwn(checkOf, code) ? checkOf[code] : undefined;
  const level = check === undefined ? undefined : levels[check];
  if (level === undefined) return severity;
  return level === 'off' ? null : level;
}

/** Null where every check is as it is without a profile: then nothing need be weighed. */
export function changedCheckLevels(levels: CheckLevels): CheckLevels | null {
  return Object.values(levels).some((level) => level !== undefined && level !== 'warning') ? levels : null;
}
