/** Matches a heading by name alone: the fields, parts and unsent kinds that it may mean. */
import { columnFields, type ColumnField } from '../model/fields.ts';
import { allowedMistakes, editDistance } from '../values/edit-distance.ts';
import { foldHeading, type FoldedHeading } from './fold-heading.ts';
import { hintOf, isPersonal, meaningOf, readWords, type HeadingWords } from './heading-grammar.ts';
import { fieldNames, type FieldPart, type UnsentKind } from './heading-names.ts';
import { othersRoles, type Concept, type Role } from './heading-words.ts';
import { knownNames, type KnownName } from './known-names.ts';
import { flagOfHeading } from './sign-headings.ts';

export type HeadingScope = 'shipping' | 'billing' | 'item' | 'none';
/**
 * `own`: the field's API name; `known`: a known heading; `composed`: its words say so together; `weak`: counts only where
 * values fit; `similar`: nearly known; `hinted`: some of its words say so, others are not known.
 */
export type MatchStrength = 'own' | 'known' | 'composed' | 'weak' | 'similar' | 'hinted';

export interface NameMatch {
  readonly field: ColumnField;
  readonly strength: MatchStrength;
  /** Position in the list of names; lower is more telling. */
  readonly rank: number;
  /** For `similar`: the known name that it resembles. */
  readonly knownName: string;
}

export interface HeadingName {
  readonly folded: FoldedHeading;
  /** What its words are about. */
  readonly about: ReadonlySet<Concept>;
  /** Whose it is, where the heading says so. */
  readonly role: Role | null;
  readonly scope: HeadingScope;
  readonly matches: readonly NameMatch[];
  readonly part: FieldPart | undefined;
  readonly unsentKind: UnsentKind | undefined;
}

/** Shorter headings resemble each other too often for loose matching. */
const shortestLoose = 5;

/** Second phones («Telefon 2»). */
const second = /(?:^|\D)2$|^(?:доп|дополнительн|втор|qoshimcha|кушимча|second|alt)/;

const tellingPatterns: readonly { readonly field: ColumnField; readonly pattern: RegExp }[] = [
  { field: 'phone', pattern: /телефон|telefon|phone/ },
  { field: 'address', pattern: /адрес|manzil|манзил|address/ },
  { field: 'full_name', pattern: /^(?:фио|fio|fish|фиш)\p{L}/u },
  { field: 'order_id', pattern: /^(?:номерзаказа|buyurtmaraqami|буюртмараками|ordernumber|orderid)/ },
];

/** Fields for which it matters whose they are. */
const personalFields: ReadonlySet<ColumnField> = new Set([
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'zip',
  'country',
]);

const memory = new Map<string, HeadingName>();
const mostRemembered = 2000;

/**
 * Matches a heading; of a two-row heading («Заказы/Номер заказа») the last level where the whole is not known, while the
 * upper level may still say whose it is («Отправитель / Телефон»).
 */
export function readHeading(heading: string): HeadingName {
  const known = memory.get(heading);
  if (known !== undefined) return known;
  const read = readLevels(heading);
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(heading, read);
  return read;
}

/** What stands in brackets, or below the first line, explains the heading. */
const explanation = /\s*(?:\([^()]*\)|\[[^[\]]*\]|[\r\n][\s\S]*$)/gu;

/** Reads a heading of one level; its explanation counts only where it means nothing without it. */
function readExplained(heading: string): HeadingName {
  const whole = readOne(heading);
  const { foreignUnit, percent } = whole.folded;
  const isRead = whole.part !== undefined || whole.unsentKind !== undefined || foreignUnit || percent;
  if (isRead || whole.matches.some(({ strength }) => strength !== 'hinted')) return whole;
  const bare = heading.replace(explanation, '').trim();
  if (bare === '' || bare === heading.trim()) return whole;
  const short = readOne(bare);
  const says = short.matches.length > 0 || short.part !== undefined || short.unsentKind !== undefined;
  return says && (whole.role === null || short.role !== null || !isAboutOthers(whole)) ? short : whole;
}

/** Whether the explanation says that a person's detail is somebody else's: «ФИО (сотрудник)». */
function isAboutOthers({ role, about }: HeadingName): boolean {
  return role !== null && othersRoles.has(role) && isPersonal({ about, role, unknown: 0, guessed: 0, rest: [] });
}

/** «Заказы/Номер заказа», «Контакт: Фамилия». */
const levelMarks = /\/|:\s/u;

/** «First Name (Shipping)», «Phone (Billing)»: whose it is stands behind. */
const scopeBehind = /^(.+?)\s*\((shipping|billing)\)$/iu;

function readLevels(given: string): HeadingName {
  const heading = given.trim().replace(scopeBehind, '$2 $1');
  const whole = readExplained(heading);
  const either = readAlternatives(heading, whole);
  if (either !== null) return either;
  const levels = heading
    .split(levelMarks)
    .map((level) => level.trim())
    .filter((level) => level !== '');
  if (levels.length < 2 || whole.matches.some(({ strength }) => isExact(strength)) || isExactKind(whole.folded))
    return whole;
  const last = readOne(levels.at(-1) ?? '');
  // «Область / город»: a city that is a region of its own.
  const [first = ''] = levels;
  if (last.about.has('city') && fieldOf(readOne(first)) === 'region') return readOne(first);
  // «Цена/шт», «Телефон/Telegram», «Mijoz / tashkilot»: the first is what it is, the second what else may stand there.
  const upper = readOne(first);
  if (levels.length === 2 && heading.includes('/') && last.part === undefined && mayStandFor(upper, last)) return upper;
  const own = last.matches.length > 0 || last.unsentKind || last.part ? last : whole;
  const above = readWords(foldHeading(levels.slice(0, -1).join(' ')).words).role;
  return own.role === null && above !== null ? ofRole({ ...own, role: above }, true) : own;
}

/** «Filial yoki manzil», «Адрес или ПВЗ». */
const alternativeMarks = /\s+(?:yoki|ёки|или|либо|or)\s+/iu;
/** Whose a detail may be besides, so that it is the customer's all the same: a place or a firm in a person's stead. */
const inTheirStead: ReadonlySet<Role> = new Set(['shop', 'company', 'pickupPoint', 'warehouse', 'counterparty']);
const steadFields: ReadonlySet<ColumnField | null> = new Set(['full_name', 'address']);

const moneyFields: ReadonlySet<ColumnField> = new Set(['price', 'final_price', 'discount']);
const isPieces = ({ field, strength }: NameMatch): boolean => field === 'quantity' && strength === 'weak';

/** Whether the detail of the first heading may be given by what the second is about. */
function mayStandFor(first: HeadingName, second: HeadingName): boolean {
  const field = fieldOf(first);
  if (field === null || (first.role !== null && othersRoles.has(first.role))) return false;
  // A price of a piece is a price; «Товар/шт» are pieces.
  if (second.matches.length > 0) return moneyFields.has(field) && second.matches.every(isPieces);
  if (second.role === null) return second.unsentKind === 'unit' || second.unsentKind === 'notAField';
  return inTheirStead.has(second.role) && steadFields.has(field) && !isNamed(second);
}

/** Whether the heading is about a detail of a person: «телефон магазина». */
function isNamed({ about }: HeadingName): boolean {
  return about.has('phone') || about.has('contact');
}

/** A heading that names two things is of the one that is a field, unless the other is of a person who is none of the order's. */
function readAlternatives(heading: string, whole: HeadingName): HeadingName | null {
  const names = heading.split(alternativeMarks);
  if (names.length < 2 || whole.matches.some(({ strength }) => strength !== 'hinted')) return null;
  const read = names.map((name) => readOne(name.trim()));
  const isOfNobody = ({ role }: HeadingName): boolean =>
    role !== null && othersRoles.has(role) && !inTheirStead.has(role);
  if (read.some(isOfNobody)) return null;
  const known = read.filter(({ matches }) => matches.length > 0);
  const found = known.find((name) => fieldOf(name) === 'product_name') ?? known[0];
  if (found === undefined) return null;
  const others = read.filter((name) => name !== found && fieldOf(name) !== fieldOf(found));
  return others.every((other) => other.matches.length > 0 || mayStandFor(found, other)) ? found : null;
}

const fieldOf = ({ matches }: HeadingName): ColumnField | null => matches[0]?.field ?? null;

function isExact(strength: MatchStrength): boolean {
  return strength !== 'similar' && strength !== 'composed' && strength !== 'hinted';
}

function isExactKind(folded: FoldedHeading): boolean {
  return knownNames().unsent.has(folded.percent ? `${folded.key}%` : folded.key);
}

/** Takes a person's details away from a heading that says they are somebody else's; the payer's are billing details. */
function ofRole(name: HeadingName, isPersonal: boolean): HeadingName {
  if (name.role === 'payer' && name.scope === 'none') return { ...name, scope: 'billing' };
  if (name.role === null || !othersRoles.has(name.role)) return name;
  if (
    name.part === undefined &&
    name.matches.length > 0 &&
    !name.matches.some(({ field }) => personalFields.has(field))
  )
    return name;
  if (name.matches.length === 0 && name.part === undefined && !isPersonal) return name;
  return { ...name, matches: [], part: undefined, unsentKind: name.unsentKind ?? 'ofOther' };
}

function readOne(heading: string): HeadingName {
  const folded = foldHeading(heading);
  const words = readWords(folded.words);
  const kind = knownNames().unsent.get(folded.percent ? `${folded.key}%` : folded.key);
  const matches = exactMatches(folded.key, 'none');
  const part = knownNames().parts.get(folded.key);
  const { role, about } = words;
  if (matches.length > 0 || part || kind)
    return withUnitsApplied({ folded, role, about, scope: scopeOfWhole(folded), matches, part, unsentKind: kind });
  const scope = knownNames().scopes.get(folded.words[0] ?? '') ?? 'none';
  if (scope !== 'none') {
    const scoped = readScoped(folded, scope);
    if (scoped.matches.length > 0 || scoped.part || scoped.unsentKind)
      return withUnitsApplied({ ...scoped, role, about });
  }
  const ofPerson = partOfPerson(words);
  const meaning = ofPerson !== undefined && ofPerson !== 'firstName' ? null : meaningOf(words);
  const isSecond = second.test(folded.key) && about.has('phone');
  const found: HeadingName = {
    folded,
    role,
    about,
    scope,
    matches:
      isSecond ||
      meaning?.kind ||
      (isSomeoneElses(words) && meaning?.field !== 'order_id') ||
      (ofPerson !== undefined && meaning === null)
        ? []
        : looseMatches(folded, words, meaning?.field ?? null),
    part: ofPerson,
    unsentKind: isSecond ? 'secondPhone' : (meaning?.kind ?? undefined),
  };
  const isUnread = found.matches.length === 0 && found.unsentKind === undefined && found.part === undefined;
  return withUnitsApplied(ofRole(isUnread ? { ...found, part: mistypedPart(folded.key) } : found, isPersonal(words)));
}

/** Letters of a part's name for it to be known with a mistake. */
const shortestPart = 7;

/** A part of a name or an address with one slip in typing: «Famiiliya». */
function mistypedPart(key: string): FieldPart | undefined {
  if (key.length < shortestPart - 1 || /\d/.test(key)) return undefined;
  const found = new Set<FieldPart>();
  for (const [name, part] of knownNames().parts)
    if (name.length >= shortestPart && name[0] === key[0] && editDistance(key, name, 1) === 1) found.add(part);
  return found.size === 1 ? [...found][0] : undefined;
}

/** A part of a person's name with words that say whose: «Mijoz familiyasi», «Recipient first name». */
function partOfPerson({ rest }: HeadingWords): FieldPart | undefined {
  const part = knownNames().parts.get(rest.join(''));
  return part === 'firstName' || part === 'lastName' || part === 'middleName' ? part : undefined;
}

function isSomeoneElses({ role }: HeadingWords): boolean {
  return role !== null && othersRoles.has(role);
}

/** Scope of headings that are known as a whole, such as «Shipping Address» or «Billing Name». */
function scopeOfWhole(folded: FoldedHeading): HeadingScope {
  return folded.words.length > 1 ? (knownNames().scopes.get(folded.words[0] ?? '') ?? 'none') : 'none';
}

function readScoped(folded: FoldedHeading, scope: Exclude<HeadingScope, 'none'>): Omit<HeadingName, 'role' | 'about'> {
  const key = folded.words.slice(1).join('');
  const own = knownNames().scoped[scope === 'item' ? 'item' : 'shipping'].get(key);
  if (own !== undefined) {
    const field = columnFields.find((name) => name === own);
    if (field)
      return {
        folded,
        scope,
        matches: [{ field, strength: 'known', rank: 0, knownName: key }],
        part: undefined,
        unsentKind: undefined,
      };
    return { folded, scope, matches: [], part: undefined, unsentKind: own as UnsentKind };
  }
  return {
    folded,
    scope,
    matches: exactMatches(key, scope),
    part: knownNames().parts.get(key),
    unsentKind: knownNames().unsent.get(key),
  };
}

function exactMatches(key: string, scope: HeadingScope): NameMatch[] {
  const known = knownNames().strong.get(key);
  const first: NameMatch[] = known
    ? [
        {
          field: known.field,
          strength: known.field.replaceAll('_', '') === key && scope === 'none' ? 'own' : 'known',
          rank: known.rank,
          knownName: known.name,
        },
      ]
    : [];
  return [
    ...first,
    ...(knownNames().weak.get(key) ?? []).map(({ field, rank, name }): NameMatch => ({
      field,
      strength: 'weak',
      rank,
      knownName: name,
    })),
  ];
}

function hinted(field: ColumnField): NameMatch {
  return { field, strength: 'hinted', rank: 1, knownName: fieldNames[field][1] ?? field };
}

/** Letters of a name that counts only where the values fit, for it to be known with a mistake. */
const shortestWeak = 6;
const mistypedRank = 60;

/** Names that count only where the values fit, with one letter typed wrong: «Buyrtma». */
function mistypedWeak(key: string): NameMatch[] {
  if (key.length < shortestWeak - 1) return [];
  for (const [name, meant] of knownNames().weak)
    if (name.length >= shortestWeak && name[0] === key[0] && editDistance(key, name, 1) === 1)
      return meant.map(({ field, name: knownName }) => ({ field, strength: 'weak', rank: mistypedRank, knownName }));
  return [];
}

/** Matches with typing mistakes, by the words together, or with extra words around a known name. */
function looseMatches(folded: FoldedHeading, words: HeadingWords, composed: ColumnField | null): NameMatch[] {
  const { about, role, unknown, guessed } = words;
  const { key } = folded;
  const byWords: NameMatch[] =
    composed === null
      ? []
      : [
          {
            field: composed,
            strength: unknown + guessed === 0 ? 'composed' : 'similar',
            rank: 1,
            knownName: fieldNames[composed][1] ?? composed,
          },
        ];
  if (byWords[0]?.strength === 'composed' && (about.size > 1 || role !== null))
    return composed === 'product_code' && about.has('number') ? [...byWords, hinted('order_id')] : byWords;
  if (byWords.length > 0 && unknown === 0 && guessed > 0 && (about.size > 1 || role !== null)) return byWords;
  const limit = key.length < shortestLoose || about.has('other') ? 0 : allowedMistakes(key.length);
  let best: { readonly known: KnownName; readonly distance: number } | undefined;
  if (limit > 0 && !/\d/.test(key)) {
    for (const [name, known] of knownNames().byInitial.get(key[0] ?? '') ?? []) {
      const distance = editDistance(key, name, Math.min(limit, best ? best.distance - 1 : limit));
      if (distance <= (best ? best.distance - 1 : limit)) best = { known, distance };
    }
  }
  if (best) return [{ field: best.known.field, strength: 'similar', rank: 0, knownName: best.known.name }];
  const mistyped = byWords.length === 0 && limit > 0 && !/\d/.test(key) ? mistypedWeak(key) : [];
  if (mistyped.length > 0) return mistyped;
  if (/^(?:количество|колво|miqdor|soni|quantity|qty)/.test(key) && folded.pieces)
    return [{ field: 'quantity', strength: 'similar', rank: 1, knownName: fieldNames.quantity[1] ?? '' }];
  if (byWords.length > 0) return byWords;
  if (second.test(key) || about.has('mail')) return [];
  const found = tellingPatterns.find(({ pattern }) => pattern.test(key));
  // «Доставлено» says that it was done.
  const isFlag = flagOfHeading(folded.words.join(' ')) !== null;
  const isCounted = folded.pieces && !about.has('price') && !about.has('total') && !about.has('other');
  const hint = found || /\d/.test(key) ? null : isCounted ? 'quantity' : isFlag ? null : hintOf(words);
  if (hint !== null) return [hinted(hint)];
  return found
    ? [{ field: found.field, strength: 'similar', rank: 1, knownName: fieldNames[found.field][1] ?? found.field }]
    : [];
}

/** Lets units and percent signs overrule the name: kilograms are no pieces, tenge no soʻm, percents no sum. */
function withUnitsApplied(name: HeadingName): HeadingName {
  const { folded } = name;
  if (folded.percent && name.matches.some(({ field }) => field === 'discount'))
    return { ...name, matches: [], unsentKind: 'discountPercent' };
  // «Заказ, шт», «Buyurtma (dona)»: how many are ordered.
  if (folded.pieces && name.matches.some(isOrderOnly) && name.matches.every(({ strength }) => strength === 'weak'))
    return {
      ...name,
      matches: [
        { field: 'quantity', strength: 'similar', rank: 0, knownName: fieldNames.quantity[1] ?? '' },
        ...name.matches.filter((match) => !isOrderOnly(match)),
      ],
    };
  // «Товар (шт)»: how many of it.
  if (folded.pieces && name.matches.length > 0 && name.matches.every(({ field }) => products.has(field)))
    return {
      ...name,
      matches: [
        { field: 'quantity', strength: 'similar', rank: 0, knownName: fieldNames.quantity[1] ?? '' },
        ...name.matches,
      ],
    };
  if (!folded.foreignUnit || name.unsentKind) return name;
  return { ...name, matches: name.matches.filter(({ field }) => !measured.has(field)) };
}

function isOrderOnly({ field, strength }: NameMatch): boolean {
  return strength === 'weak' && field === 'order_id';
}

const products: ReadonlySet<ColumnField> = new Set(['product_name', 'client_product_id']);
const measured: ReadonlySet<ColumnField> = new Set(['quantity', 'price', 'discount', 'final_price']);
