/** The best assignment of columns to fields as a whole, and what other columns tell of the ones that are left. */
import type { ColumnField } from '../model/fields.ts';
import type { Params } from '../model/issues.ts';
import { bestClaims } from './best-claims.ts';
import { joinAddress, joinDates, joinNames, type ColumnJoin } from './column-joins.ts';
import { personalFields, type HeadedColumn } from './evidence.ts';
import type { FieldClaim } from './field-claims.ts';
import {
  findDiscount,
  findFinalPrice,
  findFirm,
  findNewPrice,
  findParcels,
  findPercents,
  findPriceOfOne,
  findPrices,
  findProductIds,
  findProvenPrice,
  holdsIds,
  type AssignedColumns,
  type AssignedFields,
} from './related-columns.ts';

/** Confidence where two columns have known headings of one field: the better one is taken, the other reported. */
const rivalConfidence = 0.75;
/** Scores nearer than this are a tie. */
const smallMargin = 0.05;
const fitsConfidence = 0.7;

/** Gives each field its columns by the claims, then those that other columns tell. */
export function assign(columns: readonly HeadedColumn[], claims: readonly FieldClaim[]): AssignedFields {
  const taken = new Map<ColumnField, AssignedColumns>();
  const used = new Set<HeadedColumn>();
  const take = (field: ColumnField, entry: AssignedColumns): void => {
    taken.set(field, entry);
    for (const column of entry.columns) used.add(column);
  };
  /** Takes a column that other columns tell, where one was found. */
  const takeTold = (
    field: ColumnField,
    column: HeadedColumn | null | undefined,
    code: string,
    params: Params = {},
  ): void => {
    if (column == null) return;
    take(field, { columns: [column], confidence: fitsConfidence, reason: { code, params }, evidence: [] });
  };
  const ordered = claims.toSorted(
    (a, b) =>
      b.score - a.score ||
      b.column.values.filled.length - a.column.values.filled.length ||
      a.column.index - b.column.index,
  );
  const of = (field: ColumnField) => ordered.filter((claim) => claim.field === field && !used.has(claim.column));
  for (const join of [
    joinNames(columns, of('full_name')),
    joinAddress(columns, of('address')),
    joinDates(columns, of('scheduled_at')),
  ])
    if (join) take(join.field, joined(join));
  for (const claim of bestClaims(ordered.filter(({ field, column }) => !taken.has(field) && !used.has(column))))
    take(claim.field, single(claim, of(claim.field)));
  const prices = findPrices(columns, taken, used);
  takeTold('price', prices?.price, 'finalPlusDiscount');
  takeTold('final_price', prices?.final, 'priceMinusDiscount');
  const paid = findNewPrice(columns, taken, used);
  takeTold('price', paid?.old ?? paid?.now, 'wordsSay');
  if (paid?.old != null) takeTold('final_price', paid.now, 'wordsSay');
  if (!taken.has('final_price')) takeTold('final_price', findFinalPrice(columns, taken, used), 'priceMinusDiscount');
  tellIdsFromCodes(taken, ordered);
  const parcels = findParcels(columns, taken);
  takeTold('order_id', parcels?.column, 'parcelsApart', { other: parcels?.order.called ?? '' });
  takeTold('full_name', findFirm(columns, taken, used), 'firmOrders');
  const ids = findProductIds(columns, taken, used);
  if (ids) taken.delete('product_code');
  takeTold('client_product_id', ids, 'wordsSay');
  if (!taken.has('discount')) takeTold('discount', findDiscount(columns, taken, used), 'priceMinusTotal');
  takeTold('discount', findPercents(columns, taken, used), 'percentsOfPrice');
  if (!taken.has('price') && !taken.has('final_price')) {
    takeTold('price', findPriceOfOne(columns, taken, used), 'totalOfOne');
    if (!taken.has('price')) takeTold('price', findProvenPrice(columns, taken, used), 'priceOfPiece');
  }
  return taken;
}

/** Codes beside a variation's id are ids; numbers of wares beside the WMS's ids are the orders'. */
function tellIdsFromCodes(taken: AssignedFields, ordered: readonly FieldClaim[]): void {
  const code = taken.get('product_code');
  if (
    code &&
    taken.has('client_product_variation_id') &&
    !taken.has('client_product_id') &&
    holdsIds(code.columns[0])
  ) {
    taken.delete('product_code');
    taken.set('client_product_id', { ...code, reason: { code: 'codeBesideVariation', params: {} } });
  }
  // «№ букета» beside «ID букета» numbers the orders: with the WMS's id nothing is looked up.
  const number = taken.has('client_product_id') && !taken.has('order_id') ? taken.get('product_code') : undefined;
  const ofOrder = ordered.find(({ field, column }) => field === 'order_id' && column === number?.columns[0]);
  if (ofOrder) {
    taken.delete('product_code');
    taken.set('order_id', single(ofOrder, []));
  }
}

function joined({ columns, confidence }: ColumnJoin): AssignedColumns {
  return {
    columns,
    confidence,
    reason:
      columns.length > 1 ? { code: 'joined', params: { count: columns.length } } : { code: 'knownName', params: {} },
    evidence: [],
  };
}

/** `all`: all claims of the field on columns that are free. Where another one is as good, it is named. */
export function single(claim: FieldClaim, all: readonly FieldClaim[]): AssignedColumns {
  const rival = all.find(
    (other) =>
      other !== claim &&
      other.strong &&
      other.column.name.scope === claim.column.name.scope &&
      (!personalFields.has(claim.field) || other.column.name.role === claim.column.name.role) &&
      claim.score - other.score < smallMargin,
  );
  const { column, reason, evidence } = claim;
  const confidence = Math.min(claim.score, 0.99);
  if (!rival) return { columns: [column], confidence, reason, evidence };
  return {
    columns: [column],
    confidence: Math.min(confidence, rivalConfidence),
    reason: { code: 'betterOfTwo', params: { other: rival.column.called } },
    evidence,
  };
}
