/** Lists the checks that a profile can switch off or raise to an error (docs/domain.md, «Checks»). */
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
  'sameOrder',
  'newProduct',
] as const;
export type CheckName = (typeof checkNames)[number];

/** The default is `warning`. */
export const checkLevels = ['off', 'warning', 'error'] as const;
export type CheckLevel = (typeof checkLevels)[number];
export type CheckLevels = { readonly [C in CheckName]?: CheckLevel | undefined };

/** The check behind an issue code; codes that are not listed cannot be changed. Who finds the orders that are alike looks at `sameOrder` itself. */
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
  'orders.addressElsewhere': 'placesDiffer',
  'orders.zipElsewhere': 'placesDiffer',
  'values.zipForm': 'zipForm',
  'values.countryOther': 'countryOther',
  'values.quantityLarge': 'quantityLarge',
  'orders.priceZero': 'priceZero',
  'orders.sameProduct': 'sameProduct',
  'orders.manyItems': 'manyItems',
  'orders.productDiffers': 'productDiffers',
  'orders.productNeverAccepted': 'newProduct',
  'values.productId.doubtful': 'productIdDoubtful',
  'values.variationId.doubtful': 'productIdDoubtful',
};

/** The severity of an issue with this code under these levels; null: switched off. */
export function effectiveSeverity(code: string, severity: Severity, levels: CheckLevels): Severity | null {
  const check = Object.hasOwn(checkOf, code) ? checkOf[code] : undefined;
  const level = check === undefined ? undefined : levels[check];
  if (level === undefined) return severity;
  return level === 'off' ? null : level;
}

export function checkLevelOf(check: CheckName, levels: CheckLevels): CheckLevel {
  return levels[check] ?? 'warning';
}

/** The levels; null where all are at their default, so that nothing needs to be looked up. */
export function changedCheckLevels(levels: CheckLevels): CheckLevels | null {
  return Object.values(levels).some((level) => level !== undefined && level !== 'warning') ? levels : null;
}
