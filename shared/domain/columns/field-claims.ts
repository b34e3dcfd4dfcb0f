/** Adds up the evidence for each field that a column may be. */
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { detailOfEitherSide } from './buyers-details.ts';
import {
  aheadEvidence,
  blankEvidence,
  countingEvidence,
  fitEvidence,
  headingEvidence,
  listsEvidence,
  paperEvidence,
  peopleEvidence,
  pieceCostEvidence,
  phonesEvidence,
  placesOnlyEvidence,
  regionsEvidence,
  roleEvidence,
  samenessEvidence,
  secondEvidence,
  shortEvidence,
  townsEvidence,
  valuesEvidence,
  veto,
  type Evidence,
  type HeadedColumn,
} from './evidence.ts';
import { othersRoles } from './heading-words.ts';
import type { NameMatch } from './name-match.ts';
import { shapesOf } from './value-shapes.ts';

export interface FieldClaim {
  readonly column: HeadedColumn;
  readonly field: ColumnField;
  /** The evidence's weights together: 0 … 1, a little more at most. */
  readonly score: number;
  readonly reason: ColumnGuess['reason'];
  readonly evidence: readonly Evidence[];
  /** Based on a known heading, not only a likely one. */
  readonly strong: boolean;
  /** Only an answer to a question, never taken. */
  readonly isOffered: boolean;
}

/** A heading that is only half understood scores no more: what the values say is a claim of its own beside it. */
const fewWords = 0.6;
/** Confidence of fields that are only suggested to the operator, never assigned. */
export const doubtfulConfidence = 0.3;
/** Least score of a claim that is not ruled out: a column without a value keeps its name. */
const leastScore = 0.1;

function claim(
  column: HeadedColumn,
  field: ColumnField,
  pieces: readonly (Evidence | null)[],
  kind: { readonly strong: boolean; readonly isOffered?: boolean },
): FieldClaim[] {
  const evidence = pieces.filter((piece) => piece !== null);
  const [first] = evidence;
  if (first === undefined || evidence.some(({ weight }) => weight <= veto)) return [];
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const reason = { code: first.code, params: first.params };
  const isDoubtful = evidence.some(({ code }) => code === 'besideOther');
  return [
    {
      column,
      field,
      score: Math.max(score, leastScore),
      reason,
      evidence,
      strong: kind.strong,
      isOffered: kind.isOffered === true || isDoubtful,
    },
  ];
}

const loose: ReadonlySet<NameMatch['strength']> = new Set(['similar', 'weak', 'hinted']);

/** What is known of the sheet as a whole. */
export interface SheetFacts {
  readonly isShopExport: boolean;
  /** `YYYY-MM-DD`; null: not known. */
  readonly today: string | null;
}

/** «Oluvchining raqami»: whose number it is is said, and by its values it is a phone. */
function provenBy({ values, name }: HeadedColumn, match: NameMatch): NameMatch {
  const isProven =
    match.field === 'phone' &&
    match.strength === 'hinted' &&
    name.role !== null &&
    (values.fitShare('phone') ?? 0) >= nearlyAllFit;
  return isProven ? { ...match, strength: 'composed' } : match;
}
const nearlyAllFit = 0.9;
const eitherSideWeight = 0.4;

/** All fields the column may be, likeliest first. */
export function claimsOf(column: HeadedColumn, { isShopExport, today }: SheetFacts): FieldClaim[] {
  const { name } = column;
  const phones = phonesEvidence(column);
  const claims =
    phones === null
      ? name.matches
          .map((match) => provenBy(column, match))
          .flatMap((match) =>
            claim(
              column,
              match.field,
              [
                headingEvidence(column, match, isShopExport),
                fitEvidence(column, match),
                blankEvidence(column, match, isShopExport),
                countingEvidence(column, match),
                paperEvidence(column, match),
                roleEvidence(column, match.field),
                samenessEvidence(column, match.field),
                secondEvidence(column, match.field),
                placesOnlyEvidence(column, match.field),
                match.field === 'quantity' ? pieceCostEvidence(column, 'quantity') : null,
                match.field === 'address' ? peopleEvidence(column, 'address') : null,
              ],
              { strong: !loose.has(match.strength) },
            ),
          )
      : claim(column, 'phone', [phones, roleEvidence(column, 'phone'), samenessEvidence(column, 'phone')], {
          strong: false,
        });
  if (claims.length === 0)
    for (const field of ['order_id', 'phone', 'region'] as const)
      if (claims.length === 0) claims.push(...claim(column, field, [valuesEvidence(column, field)], { strong: false }));
  if (claims.length === 0) claims.push(...claim(column, 'city', [townsEvidence(column)], { strong: false }));
  if (claims.length === 0)
    claims.push(
      ...claim(column, column.values.listsCodes ? 'product_code' : 'product_name', [listsEvidence(column)], {
        strong: false,
      }),
    );
  if (!claims.some(({ field }) => field === 'price'))
    claims.push(...claim(column, 'price', [pieceCostEvidence(column, 'price')], { strong: false }));
  if (claims.some(({ field }) => field === 'address') && !claims.some(({ field }) => field === 'region'))
    claims.push(...claim(column, 'region', [regionsEvidence(column)], { strong: false }));
  if (claims.some(({ field }) => field === 'address') && !claims.some(({ field }) => field === 'full_name'))
    claims.push(...claim(column, 'full_name', [peopleEvidence(column, 'full_name')], { strong: false }));
  if (!claims.some(({ field, score }) => field === 'scheduled_at' && score > fewWords))
    claims.push(...claim(column, 'scheduled_at', [aheadEvidence(column, today)], { strong: false }));
  if (claims.length === 0 && name.unsentKind === undefined && name.part === undefined)
    for (const field of ['price', 'quantity'] as const)
      claims.push(...claim(column, field, [shortEvidence(column, field)], { strong: false }));
  claims.push(...offered(column, claims));
  return claims.sort((a, b) => b.score - a.score);
}

/** What the values of a column look like whose heading says nothing. */
function offered(column: HeadedColumn, claims: readonly FieldClaim[]): FieldClaim[] {
  const { name } = column;
  const isOfOther = column.roleBefore?.isSure === true && othersRoles.has(column.roleBefore.role);
  // «Адрес склада», «Телефон магазина»: ours, or the buyer's; where nothing else gives it, somebody has to say.
  const either = detailOfEitherSide(column);
  if (claims.length === 0 && either !== null && (column.values.fitShare(either) ?? 0) >= nearlyAllFit)
    return claim(column, either, [{ code: 'ofEitherSide', params: {}, weight: eitherSideWeight }], {
      strong: false,
      isOffered: true,
    });
  if (claims.length > 0 || name.unsentKind !== undefined || name.part !== undefined || isOfOther) return [];
  // «Kurs», «Себестоимость»: sums that are known to be something else. «ПВЗ», «Склад назначения»: places, whose names are no people's.
  const isNo: Partial<Readonly<Record<ColumnField, boolean>>> = {
    price: name.about.has('other'),
    full_name: name.role === 'warehouse' || name.role === 'pickupPoint',
  };
  const mayBe = (field: ColumnField): boolean => isNo[field] !== true;
  return shapesOf(column.values).flatMap(({ field, ...evidence }) =>
    !mayBe(field) ? [] : claim(column, field, [evidence], { strong: false, isOffered: true }),
  );
}
