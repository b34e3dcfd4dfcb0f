/** Computes which fields a column may be, from its heading and values, and with what confidence. */
import type { ColumnField } from '../model/fields.ts';
import type { Params } from '../model/issues.ts';
import type { ColumnValues } from './column-values.ts';
import type { UnsentKind } from './heading-names.ts';
import type { HeadingName, NameMatch } from './name-match.ts';

export interface HeadedColumn {
  readonly index: number;
  readonly heading: string;
  readonly name: HeadingName;
  readonly values: ColumnValues;
}

export interface FieldClaim {
  readonly column: HeadedColumn;
  readonly field: ColumnField;
  readonly confidence: number;
  readonly reason: { readonly code: string; readonly params: Params };
  /** Based on a known heading, not only a likely one. */
  readonly strong: boolean;
}

const confidences = { own: 0.98, known: 0.95, similar: 0.7, weak: 0.65, phones: 0.85, regions: 0.6 } as const;
/** Confidence of fields that are only suggested to the operator, never assigned. */
export const doubtfulConfidence = 0.3;
const emptyPenalty = 0.5;
const billingPenalty = 0.3;

/** Least share of fitting values without which a heading for the field is ignored. */
const mustFit: Partial<Readonly<Record<ColumnField, number>>> = {
  fulfillment_status: 0.5,
  full_name: 0.2,
  address: 0.2,
  city: 0.2,
  region: 0,
  country: 0.2,
  scheduled_at: 0.2,
  product_name: 0.5,
};
const weakMustFit: Partial<Readonly<Record<ColumnField, number>>> = {
  client_product_id: 0.95,
  client_product_variation_id: 0.95,
  quantity: 0.9,
};

/** All fields the column may be, likeliest first. */
export function fieldClaimsOf(column: HeadedColumn, isShopExport: boolean): FieldClaim[] {
  const { values, name } = column;
  const notOurs: readonly (UnsentKind | undefined)[] = ['secondPhone', 'notAField'];
  const phonesOnly = values.phoneShare >= 0.8 && !notOurs.includes(name.unsentKind) && name.scope !== 'billing';
  const claims =
    phonesOnly && !name.matches.some(({ field, strength }) => field === 'phone' && strength !== 'weak')
      ? [phoneClaim(column)]
      : name.matches.flatMap((match) => fromName(column, match, isShopExport));
  if (claims.length === 0) claims.push(...fromValues(column));
  return claims.sort((a, b) => b.confidence - a.confidence);
}

function phoneClaim(column: HeadedColumn): FieldClaim {
  return {
    column,
    field: 'phone',
    confidence: confidences.phones,
    reason: { code: 'valuesPhones', params: {} },
    strong: false,
  };
}

/** Claims from values alone, for a heading that is not recognised. */
function fromValues(column: HeadedColumn): FieldClaim[] {
  const { values, name } = column;
  if (name.matches.length > 0 || name.unsentKind || name.part || values.filled.length < 3) return [];
  if ((values.fitShare('phone') ?? 0) >= 0.9) return [{ ...phoneClaim(column), confidence: confidences.regions }];
  if ((values.fitShare('region') ?? 0) >= 0.9)
    return [
      {
        column,
        field: 'region',
        confidence: confidences.regions,
        reason: { code: 'valuesRegions', params: {} },
        strong: false,
      },
    ];
  return [];
}

function fromName(column: HeadedColumn, match: NameMatch, isShopExport: boolean): FieldClaim[] {
  const { field, strength } = match;
  const fit = column.values.fitShare(field);
  // In a Shopify export «Discount Amount» is the whole order's.
  if (
    isShopExport &&
    field === 'discount' &&
    column.name.scope !== 'item' &&
    column.name.folded.words[0] !== 'lineitem'
  )
    return [];
  if (strength === 'weak') return fromWeakName(column, match, isShopExport);
  if (fit !== undefined && fit < (mustFit[field] ?? 0)) return [];
  if (strength === 'similar' && fit !== undefined && fit < 0.5) return [];
  const empty = column.values.cells.length > 0 && fit === undefined;
  const ranked = confidences[strength] - Math.min(match.rank, 40) * 0.001;
  const confidence = Math.max(
    ranked - (empty ? emptyPenalty : 0) - (column.name.scope === 'billing' ? billingPenalty : 0),
    0.1,
  );
  const reason =
    strength === 'similar'
      ? { code: 'similarName', params: { known: match.knownName } }
      : { code: strength === 'own' ? 'ownName' : 'knownName', params: {} };
  return [{ column, field, confidence, reason, strong: strength !== 'similar' }];
}

/** Claims from weak headings («ID», «№», «Raqam», «Name»), which count only where the values fit. */
function fromWeakName(column: HeadedColumn, { field, rank }: NameMatch, isShopExport: boolean): FieldClaim[] {
  const { values, name } = column;
  const fit = values.fitShare(field);
  const claim = (confidence: number, code: string): FieldClaim[] => [
    { column, field, confidence: confidence - rank * 0.001, reason: { code, params: {} }, strong: false },
  ];
  if (name.scope === 'item') return [];
  // In a Shopify export «Name» is the order's number.
  const isShopOrder = isShopExport && field === 'order_id' && name.folded.key === 'name';
  if (fit === undefined) return isShopOrder ? claim(confidences.known, 'knownName') : [];
  if (fit < (weakMustFit[field] ?? 0.8)) return [];
  if (field !== 'order_id') return claim(confidences.weak, 'nameAndValues');
  if (Math.max(values.phoneShare, values.fitShare('phone') ?? 0) >= 0.7) return [];
  if (isShopOrder) return claim(confidences.known, 'knownName');
  if (values.countsRows) return name.folded.key === 'id' ? claim(confidences.weak - 0.1, 'nameAndValues') : [];
  return claim(confidences.weak, 'nameAndValues');
}
