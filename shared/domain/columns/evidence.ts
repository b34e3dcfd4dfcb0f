/**
 * The single pieces of evidence for a column being a field (docs/domain.md, «How a column is judged»). Each is a pure
 * function of the column; their weights are added up.
 */
import type { ColumnField } from '../model/fields.ts';
import type { Params } from '../model/issues.ts';
import { isRegionName, matchCity } from '../regions/match-region.ts';
import type { Cell } from '../table/table.ts';
import type { ColumnValues } from './column-values.ts';
import type { UnsentKind } from './heading-names.ts';
import { othersRoles, type Concept, type Role } from './heading-words.ts';
import { abbreviated } from './known-words.ts';
import type { HeadingName, NameMatch } from './name-match.ts';
import { peopleShare } from './value-shapes.ts';

export interface HeadedColumn {
  readonly index: number;
  readonly heading: string;
  /** As in its guess. */
  readonly called: string;
  readonly name: HeadingName;
  readonly values: ColumnValues;
  /** Whose it is by the columns before it, where its own heading does not say. */
  readonly roleBefore: RoleBefore | null;
}

/** `isSure`: another column of the same kind stands elsewhere, so that these are two people's. */
export interface RoleBefore {
  readonly role: Role;
  readonly heading: string;
  readonly isSure: boolean;
}

/** `weight`: added to the score; below {@link veto} nothing can make up for it. */
export interface Evidence {
  readonly code: string;
  readonly params: Params;
  readonly weight: number;
}

/** A weight that rules the field out. */
export const veto = -2;

const headingWeights = { own: 0.98, known: 0.95, composed: 0.85, similar: 0.7, hinted: 0.55 } as const;
const weakWeight = 0.65;
/** Less than a heading that says «phone» in words. */
const phonesWeight = 0.78;
const aloneWeight = 0.6;
const emptyWeight = -0.5;
const payerWeight = -0.3;
const roleWeights: Partial<Readonly<Record<Role, number>>> = {
  recipient: 0.15,
  customer: 0.01,
  counterparty: -0.05,
  pickupPoint: -0.3,
};
const roleCodes: Partial<Readonly<Record<Role, string>>> = { recipient: 'ofRecipient', pickupPoint: 'ofPickupPoint' };
const besideOtherWeight = -0.6;
const aheadWeight = 0.6;
const leavesWeight = -0.1;
const arrivesWeight = 0.1;
const regionsWeight = 0.55;
const ordersWeight = 0.8;
const papersWeight = 0.5;
const sameWeight = -0.3;
const secondWeight = -0.3;
const paperNumberWeight = -0.35;
const nearlyAll = 0.9;

/**
 * A receipt, an invoice or a waybill has a number of its own, which is the order's only where nothing else is: «Чек №»
 * beside «Заказ».
 */
export function paperEvidence({ name }: HeadedColumn, { field, strength }: NameMatch): Evidence | null {
  return field === 'order_id' && strength !== 'own' && name.about.has('document')
    ? said('ofPaper', paperNumberWeight)
    : null;
}

/** People who have a phone of their own, which may stand beside their names. */
const peoplesRoles: ReadonlySet<Role> = new Set(['sender', 'courier', 'operator', 'manager']);

/** Fields of a person or a place. */
export const personalFields: ReadonlySet<ColumnField> = new Set([
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'zip',
  'country',
]);

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

const strengthMustFit: Partial<Readonly<Record<NameMatch['strength'], number>>> = {
  similar: 0.5,
  composed: 0.5,
  hinted: nearlyAll,
};

const cyrillic = /\p{Script=Cyrillic}/u;

function said(code: string, weight: number, params: Params = {}): Evidence {
  return { code, params, weight };
}

/** What the heading says. In a Shopify export «Name» is the order's number, «Discount Amount» the whole order's. */
export function headingEvidence(column: HeadedColumn, match: NameMatch, isShopExport: boolean): Evidence {
  const { field, strength, rank } = match;
  const { folded, scope } = column.name;
  if (isShopExport && field === 'discount' && scope !== 'item' && folded.words[0] !== 'lineitem')
    return said('orderDiscount', veto);
  const ranked = Math.min(rank, 40) * 0.001;
  if (strength === 'weak') {
    if (scope === 'item') return said('valuesDoNotFit', veto);
    return isShopExport && field === 'order_id' && folded.key === 'name'
      ? said('knownName', headingWeights.known - ranked)
      : said('nameAndValues', weakWeight - rank * 0.001);
  }
  const weight = headingWeights[strength] - ranked;
  // A name in the other script does not look like the heading.
  if (strength === 'similar' && cyrillic.test(match.knownName) === cyrillic.test(column.heading))
    return said('similarName', weight, { known: match.knownName });
  return said(strength === 'own' || strength === 'known' ? `${strength}Name` : 'wordsSay', weight);
}

/** Whether the values fit what the heading says; a heading that means several things counts only where they do. */
export function fitEvidence({ values }: HeadedColumn, { field, strength }: NameMatch): Evidence | null {
  const fit = values.fitShare(field);
  if (fit === undefined) return null;
  const least =
    strength === 'weak' ? (weakMustFit[field] ?? 0.8) : Math.max(mustFit[field] ?? 0, strengthMustFit[strength] ?? 0);
  if (fit < least || (field === 'scheduled_at' && strength === 'weak' && !values.looksDates))
    return said('valuesDoNotFit', veto);
  return said('valuesFit', 0, { share: Math.floor(fit * 100) });
}

/** A column without a value is hardly the one; one that may mean several things is none. */
export function blankEvidence({ values }: HeadedColumn, match: NameMatch, isShopExport: boolean): Evidence | null {
  if (values.filled.length > 0) return null;
  if (match.strength === 'weak')
    return isShopExport && match.field === 'order_id' ? null : said('valuesDoNotFit', veto);
  return values.cells.length > 0 ? said('emptyColumn', emptyWeight) : null;
}

/** The recipient's details go before all others; the payer's serve where nothing better is there. */
export function roleEvidence({ name, roleBefore }: HeadedColumn, field: ColumnField): Evidence | null {
  if (!personalFields.has(field)) return name.scope === 'billing' ? said('billing', payerWeight) : null;
  if (name.scope === 'billing') return said('billing', payerWeight);
  const role = name.role ?? (roleBefore?.isSure === true ? roleBefore.role : null);
  if (role !== null) {
    if (othersRoles.has(role) && name.role === null) return said('ofOther', veto);
    const weight = roleWeights[role];
    return weight === undefined ? null : said(roleCodes[role] ?? 'ofCustomer', weight);
  }
  return roleBefore !== null && peoplesRoles.has(roleBefore.role) && field === 'phone'
    ? said('besideOther', besideOtherWeight, { other: roleBefore.heading })
    : null;
}

/** A further contact's details serve only where there is no first one. */
export function secondEvidence({ name }: HeadedColumn, field: ColumnField): Evidence | null {
  return personalFields.has(field) && name.about.has('second') ? said('ofSecond', secondWeight) : null;
}

/** A number sign that counts the rows, or stands over phones, is no order's number. */
export function countingEvidence({ values, name }: HeadedColumn, { field, strength }: NameMatch): Evidence | null {
  if (field !== 'order_id' || strength !== 'weak') return null;
  if (Math.max(values.phoneShare, values.fitShare('phone') ?? 0) >= 0.7) return said('valuesPhones', veto);
  if (values.countsAnew) return said('countsAnew', veto);
  if (values.repeatsApart) return said('repeatsApart', -0.2);
  if (!values.countsRows) return null;
  return name.folded.key === 'id' ? said('rowCounter', -0.1) : said('rowCounter', veto);
}

const notOurs: ReadonlySet<UnsentKind | undefined> = new Set(['secondPhone', 'ofOther', 'notAField']);

/** One phone or name on all rows is rather the shop's than the customers'. */
export function samenessEvidence({ values }: HeadedColumn, field: ColumnField): Evidence | null {
  return (field === 'phone' || field === 'full_name') && values.areAllSame ? said('sameEverywhere', sameWeight) : null;
}

/** Numbers with 998 are phones whatever the column is called; a courier's, a payer's and second ones are not the customer's. */
export function phonesEvidence({ values, name }: HeadedColumn): Evidence | null {
  if (values.phoneShare < 0.8 || notOurs.has(name.unsentKind) || name.scope === 'billing') return null;
  if (name.matches.some(({ field, strength }) => field === 'phone' && strength !== 'weak')) return null;
  return said('valuesPhones', phonesWeight);
}

/** Headings of the day on which goods leave the warehouse; the customer's day goes before it. */
const leavesWarehouse = /отгруз|отправ|jonat|жунат|yubor|юбор|sklad|склад|ombor|омбор|warehouse|dispatch/;

/** Headings of days that are no delivery's. */
const otherDays = /год|shelf|рожд|tug|birth|saqla|сакла|yaroq|ярок/;

/** What sums and pieces are called. */
export const amounts = ['price', 'discount', 'total', 'quantity', 'fee', 'currency'] as const;

/** Kinds of columns whose dates are never the delivery's, however far ahead they lie. */
const otherDates: ReadonlySet<UnsentKind | undefined> = new Set(['payment', 'note', 'ofOther']);

/**
 * Dates of which none has passed and some lie ahead: an order is made before it is delivered, so that they are the
 * delivery's whatever the heading. `today`: `YYYY-MM-DD`; null: not known.
 */
export function aheadEvidence({ values, name }: HeadedColumn, today: string | null): Evidence | null {
  if (today === null || values.filled.length === 0 || otherDates.has(name.unsentKind)) return null;
  if (name.about.has('created') || otherDays.test(name.folded.key)) return null;
  // «0.00» is no day.
  if (amounts.some((concept) => name.about.has(concept))) return null;
  // A shelf life has no hour.
  if (!name.about.has('delivery') && /muddat|муддат/.test(name.folded.key) && values.areAllDays) return null;
  if (!values.mayBeDates || !values.looksDates || (values.fitShare('scheduled_at') ?? 0) < nearlyAll) return null;
  const days = values.daysFrom(today);
  if (days.length < values.filled.length * nearlyAll || days.some((day) => day < today || day > yearAfter(today)))
    return null;
  const share = saysOnlyWhen.some((concept) => name.about.has(concept)) && [...name.about].every(isPlain) ? 4 : 2;
  if (days.filter((day) => day > today).length * share < days.length) return null;
  const place = leavesWarehouse.test(name.folded.key) ? leavesWeight : name.about.has('delivery') ? arrivesWeight : 0;
  return said('datesAhead', aheadWeight + place);
}

/** «Дата», «Sana»: a heading that says neither which day it is nor what of. */
const saysOnlyWhen: readonly Concept[] = ['date', 'time', 'when', 'delivery'];

function isPlain(concept: Concept): boolean {
  return saysOnlyWhen.includes(concept) || concept === 'filler' || concept === 'term';
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** Names of regions on all rows are regions whatever the heading («Qayerga»), where nothing better gives them. */
export function regionsEvidence({ values, name, roleBefore }: HeadedColumn): Evidence | null {
  const role = name.role ?? (roleBefore?.isSure === true ? roleBefore.role : null);
  if (values.filled.length < fewestRegions || (role !== null && othersRoles.has(role))) return null;
  return (values.fitShare('region') ?? 0) >= 1 ? said('valuesRegions', regionsWeight) : null;
}

/** Names of towns and districts on all rows are those whatever the heading («Shahar yoki tuman»), where nothing better gives them. */
export function townsEvidence({ values, name, roleBefore }: HeadedColumn): Evidence | null {
  if (name.matches.length > 0 || name.unsentKind || name.part || values.areAllSame) return null;
  if (values.filled.length < fewestRegions || name.role !== null || roleBefore !== null) return null;
  const isTown = ({ text }: Cell): boolean => !/\d/.test(text) && matchCity(text).kind !== 'unknown';
  return values.filled.slice(0, lookedPlaces).every(isTown) ? said('valuesTowns', regionsWeight) : null;
}

/** Regions or towns alone are no addresses, where a better column is there: «Куда» beside «Адрес». */
export function placesOnlyEvidence({ values }: HeadedColumn, field: ColumnField): Evidence | null {
  if (field !== 'address' || values.filled.length === 0) return null;
  const isPlace = ({ text }: Cell): boolean =>
    !/\d/.test(text) && (isRegionName(text) || matchCity(text).kind !== 'unknown');
  return values.filled.slice(0, lookedPlaces).every(isPlace) ? said('placesOnly', placesOnlyWeight) : null;
}

/**
 * People's names alone are no addresses, whatever the heading says («Ship to», «Куда»): they are the recipients'. As an
 * address they count less, as a name they count.
 */
export function peopleEvidence({ values }: HeadedColumn, field: 'address' | 'full_name'): Evidence | null {
  if (values.filled.length < fewestPeople || peopleShare(values) < nearlyAll) return null;
  return said('valuesNames', field === 'address' ? placesOnlyWeight : peopleWeight);
}

const fewestPeople = 2;
const peopleWeight = 0.55;
const lookedPlaces = 60;
const placesOnlyWeight = -0.5;
const fewestRegions = 2;
const fewestPhones = 3;

/** What the values of a column with an unknown heading are, where they can be nothing else. */
export function valuesEvidence(
  { values, name }: HeadedColumn,
  field: 'phone' | 'region' | 'order_id',
): Evidence | null {
  // «№ 14 от 01.02.2026» under «Договор» is rather the contract.
  if (field === 'order_id')
    return values.wordedOrderShare >= nearlyAll
      ? said('valuesOrders', name.about.has('document') ? papersWeight : ordersWeight)
      : null;
  if (
    name.matches.length > 0 ||
    name.unsentKind ||
    name.part ||
    values.filled.length < (field === 'region' ? fewestRegions : fewestPhones)
  )
    return null;
  if ((values.fitShare(field) ?? 0) < 0.9) return null;
  return said(field === 'phone' ? 'valuesPhones' : 'valuesRegions', aloneWeight);
}

/** What sums, and what pieces, are headed as: a short form that may be of two of them says nothing. */
const amountsAndPieces: Readonly<Record<'price' | 'quantity', ReadonlySet<string>>> = {
  price: new Set(['price', 'discount', 'total', 'payment', 'fee', 'final', 'currency', 'other', 'card']),
  quantity: new Set(['quantity', 'other', 'number', 'code', 'id', 'variation', 'time', 'term']),
};
const shortWeight = 0.5;
const leastSum = 1000;
const mostPieces = 50;

/**
 * A few letters that are short for the field's word, and for no other word of such values: «Nx», «Нрх» over sums, «Sn» over
 * pieces.
 */
export function shortEvidence(column: HeadedColumn, field: 'price' | 'quantity'): Evidence | null {
  const { name, values } = column;
  const words = name.folded.words.filter((word) => /\p{L}/u.test(word));
  const [word = ''] = words;
  if (words.length !== 1 || name.folded.foreignUnit || name.folded.percent || name.about.size > 0) return null;
  const meant = [...abbreviated(word)].filter((meaning) => amountsAndPieces[field].has(meaning));
  if (meant.length !== 1 || meant[0] !== field || values.filled.length < fewestShort) return null;
  if ((values.fitShare(field) ?? 0) < nearlyAll || values.countsRows) return null;
  const isLike = ({ text }: Cell): boolean => {
    const number = Number(text.replace(/[\s\u00A0]|[.,]0+$/gu, ''));
    return field === 'price' ? number >= leastSum : number >= 1 && number <= mostPieces;
  };
  return values.filled.slice(0, lookedPlaces).every(isLike) ? said('shortHeading', shortWeight) : null;
}

const fewestShort = 2;

const leastOfAll = 2;
const sumsUnderPieces = { quantity: -0.4, price: 0.5 } as const;

/**
 * A heading of pieces over nothing but sums («Donasi», «1 шт») says what a piece costs: it counts less as the number of
 * pieces, and as a price.
 */
export function pieceCostEvidence({ values, name }: HeadedColumn, field: ColumnField): Evidence | null {
  if (field !== 'price' && field !== 'quantity') return null;
  if (!name.matches.some((match) => match.field === 'quantity') || values.filled.length < leastOfAll) return null;
  const isSum = (cell: Cell): boolean => {
    const number = Number(cell.text.replace(/[\s\u00A0]|[.,]0+$/gu, ''));
    return number >= leastSum && number % 100 === 0;
  };
  return values.filled.slice(0, lookedPlaces).every(isSum) ? said('sumsOfPieces', sumsUnderPieces[field]) : null;
}

/** Cells that list products with their quantities are products, under a heading that says nothing. */
export function listsEvidence({ values, name }: HeadedColumn): Evidence | null {
  if (name.unsentKind || name.part || values.listShare < 0.6) return null;
  return said('valuesLists', aloneWeight);
}
