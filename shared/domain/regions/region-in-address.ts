/** Finds the region named in an address, for sheets without a region column (docs/domain.md, «Regions»). */
import { fold } from '../values/fold.ts';
import { matchCity, matchRegion, type RegionMatch } from './match-region.ts';
import type { Region } from './regions.ts';

/**
 * Streets, squares and quarters are named after regions and towns («Navoiy koʻchasi», «ул. Бухара»): the word before
 * «koʻchasi», and everything after «ул.» up to the end of the part, is removed.
 */
const streetBehind = new RegExp(
  "(?<!\\p{L})\\p{L}[\\p{L}ʻʼ'’‘`.-]*\\s+(?:koʻ?ch|ko['’‘`]ch|кўч|куч|ko‘ch|shoh|шоҳ|шох|xiyobon|" +
    'хиёбон|prospekt|proyezd|tor ko|тор кў|daha|даҳа|maydon|майдон|mfy|мфй|mahalla|маҳалла|' +
    "махалл|massiv|массив|kvartal|квартал|мавзе|mavze|bozor|бозор)[\\p{L}ʻʼ'’‘`]*\\.?",
  'giu',
);
const streetBefore = new RegExp(
  '(?<!\\p{L})(?:ул|улица|пр|просп|проспект|пер|переулок|пл|площадь|проезд|тупик|мкр|микрорайон|' +
    "массив|квартал|кв-л|махалля|мфй|mfy|str|street|ko['ʻ’‘`]?cha|кўча|куча|bul|бульвар|б-р|" +
    "шоссе|ш-се|орт|orient\\p{L}*|ориентир|mo['ʻ’‘`]?ljal\\p{L}*|мўлжал)(?!\\p{L})[.:]?\\s*[^,;\\n]*",
  'giu',
);
const houseNumbers =
  /(?<!\p{L})(?:uy|уй|дом|д|кв|xonadon|хонадон|house|flat|apt)\.?\s*[\d/\-–]+\p{L}?|(?<!\p{L})[\d/\-–№#]+\p{L}?(?!\p{L})/giu;

/** Words after a name that make it a region, a town or a district. */
const typeWord = new RegExp(
  '^(?:viloyati?|vil|вилоят[и]?|вил|область|области|обл|oblasti?|obl|region|регион|' +
    'respublikasi?|республика(?:си)?|респ|shahri|shahar|shaxri|sh|шахри|шахар|ш|шаҳри|город|г|' +
    'city|tumani?|tum|тумани?|туман|район|р.?н|rayoni?|district)$',
  'u',
);
const typeBefore = /^(?:г|город|гор|gorod|shahar|область|обл|республика|респ|район)$/u;

/** Most words of a region's or place's name, including the word for its kind. */
const longestName = 4;

interface NameHit {
  readonly name: string;
  readonly match: RegionMatch;
  /** Has a word for its kind. */
  readonly typed: boolean;
  /** A bare name with a number behind it: «Beruniy 21» may be a street as well as a district. */
  readonly numbered: boolean;
}

/** A comma-separated part of an address, with streets and numbers removed. */
interface AddressPart {
  readonly text: string;
  /** Was followed by a house number: «Navoiy 3» is a street, not the region. */
  readonly numbered: boolean;
}

function partsOf(address: string): readonly AddressPart[] {
  const bare = address.replace(streetBefore, ' ').split(/[,;\n|]+|\s[-–—]\s/u);
  return bare
    .map((part) => ({
      text: part.replace(streetBehind, ' ').replace(houseNumbers, ' ').replace(/\s+/gu, ' ').trim(),
      numbered: /\d\p{L}?\s*$/u.test(part),
    }))
    .filter(({ text }) => text !== '');
}

/** `districtOnly`: ignores names of regions and towns. */
function regionOf(name: string, districtOnly: boolean): RegionMatch | undefined {
  const region = matchRegion(name);
  if (region.kind !== 'unknown') return districtOnly ? undefined : region;
  const city = matchCity(name);
  if (city.kind === 'known' && districtOnly && city.place.kind !== 'district') return undefined;
  if (city.kind === 'known') return { kind: 'known', region: city.region };
  return city.kind === 'ambiguous' ? { kind: 'ambiguous', regions: city.regions } : undefined;
}

/** For «Toshkent Chilonzor»: the region, if the name is a district or town in a region that `before` may mean. */
function placeWithin(name: string, before: NameHit | undefined): RegionMatch | undefined {
  if (before === undefined || before.match.kind === 'unknown') return undefined;
  const regions = before.match.kind === 'known' ? [before.match.region] : before.match.regions;
  const within = regions.filter(
    (region) => matchCity(name, region).kind === 'known' && matchRegion(name).kind === 'unknown',
  );
  const [region] = within;
  return region !== undefined && within.length === 1 ? { kind: 'known', region } : undefined;
}

/** Districts whose names are as often those of streets in other towns; with a number behind them they are no places. */
const streets: ReadonlySet<string> = new Set(
  [
    'Beruniy',
    'Беруний',
    'Беруни',
    'Sharof Rashidov',
    'Шароф Рашидов',
    'Do‘stlik',
    'Дўстлик',
    'Дустлик',
    'Paxtakor',
    'Пахтакор',
    'Bo‘ston',
    'Бўстон',
    'Guliston',
    'Гулистон',
    'Mirzo Ulug‘bek',
    'Мирзо Улуғбек',
    'Мирзо Улугбек',
  ].map(fold),
);

/** Names in a part: the whole part, its beginnings, and names with a word for their kind within it. */
function hitsOf({ text, numbered }: AddressPart): NameHit[] {
  const words = text.split(' ');
  const hits: NameHit[] = [];
  /** End of the last name found. */
  let next = -1;
  for (let from = 0; from < words.length; from++) {
    for (let length = Math.min(longestName, words.length - from); length > 0; length--) {
      const taken = words.slice(from, from + length);
      const typed =
        length > 1 &&
        (typeWord.test(fold(taken.at(-1) ?? '')) || typeBefore.test(fold(taken[0] ?? '').replace(/\.$/u, '')));
      // At the beginning of a part the name alone counts; further in only one with a word for its kind, or one within
      // the region named right before it.
      const match =
        typed || from === 0
          ? regionOf(taken.join(' '), numbered && !typed && length === words.length)
          : placeWithin(taken.join(' '), from === next ? hits.at(-1) : undefined);
      if (match === undefined) continue;
      const isNumbered = numbered && !typed && length === words.length;
      if (isNumbered && streets.has(fold(taken.join(' ')))) continue;
      hits.push({ name: taken.join(' '), match, typed, numbered: isNumbered });
      from += length - 1;
      next = from + 1;
      break;
    }
  }
  return hits;
}

function onlyRegionOf(hits: readonly NameHit[]): Region | undefined {
  const known = new Set(hits.flatMap(({ match }) => (match.kind === 'known' ? [match.region] : [])));
  const [region] = known;
  if (region === undefined || known.size > 1) return undefined;
  const open = hits.flatMap(({ match }) => (match.kind === 'ambiguous' ? [match.regions] : []));
  return open.every((regions) => regions.includes(region)) ? region : undefined;
}

/**
 * The region that the address names, directly or by one of its towns or districts. `ambiguous` where it may be one of
 * several («Toshkent, …»); undefined where it names none, or two different ones.
 */
export function regionInAddress(address: string): RegionMatch | undefined {
  const hits = partsOf(address).flatMap(hitsOf);
  const typed = hits.filter((hit) => hit.typed);
  const region = onlyRegionOf(hits) ?? onlyRegionOf(hits.filter(({ numbered }) => !numbered)) ?? onlyRegionOf(typed);
  if (region !== undefined) return { kind: 'known', region };
  const [first] = hits;
  const isOpen = hits.length > 0 && hits.every(({ match }) => match.kind === 'ambiguous');
  return isOpen ? first?.match : undefined;
}

/**
 * The region of a town's or district's name where there is only one; «Toshkent» as a town is the city, «Toshkent, Yunusobod»
 * the region of both.
 */
export function regionOfTown(text: string): Region | undefined {
  const match = matchCity(text);
  if (match.kind === 'known') return match.region;
  const named = matchRegion(text, { city: text });
  if (named.kind === 'known') return named.region;
  const both = /[,;/()\s]/u.test(text.trim()) ? regionInAddress(text) : undefined;
  return both?.kind === 'known' ? both.region : undefined;
}

/** Regions and districts that are as often people whom streets are named after; a bare name of theirs is no place. */
const people: ReadonlySet<string> = new Set(
  ['Navoiy', 'Навоий', 'Навои', 'Navoi', 'Furqat', 'Фурқат', 'Фуркат'].map(fold),
);

function isOf({ match }: NameHit, region: Region): boolean {
  return match.kind === 'known'
    ? match.region === region
    : match.kind === 'ambiguous' && match.regions.includes(region);
}

const beforeStreet = new RegExp(
  `^\\s*[,;]\\s*(?:${streetBefore.source}|\\d{1,3}\\s*-?\\s*(?:й\\s+|chi\\s+)?(?:мкр|микрорайон|квартал|mavze|мавзе|kvartal|mikrorayon|daha|даҳа)(?!\\p{L}))`,
  'iu',
);

/** The town that stands alone before the street: «Buxoro, Mustaqillik 3». What a house number follows is a street. */
function townBefore([first]: readonly AddressPart[], address: string): Region | undefined {
  if (first === undefined || first.numbered) return undefined;
  const name = fold(first.text);
  const followed = address.slice(address.indexOf(first.text) + first.text.length);
  // «Навои, ул. Галаба»: before a street stands no other one.
  const mayBeStreet =
    !/^\s*[,;]\s*\p{L}/u.test(followed) ||
    streets.has(name) ||
    people.has(name) ||
    /^[\s,;]*(?:uy|уй|дом|д)?[\s.]*\d/iu.test(followed);
  if (mayBeStreet && !beforeStreet.test(followed)) return undefined;
  const region = matchRegion(first.text);
  if (region.kind === 'known') return region.region;
  const town = matchCity(first.text);
  return town.kind === 'known' && town.place.kind === 'city' ? town.region : undefined;
}

/** Districts whose names are those of towns and villages of other regions, too. */
const several: readonly string[] = [
  ...['Bo‘ston', 'Бўстон', 'Бустон', 'Yangiobod', 'Янгиобод', 'Янгиабад', 'Paxtaobod', 'Пахтаобод', 'Пахтаабад'],
  ...['Oqoltin', 'Оқолтин', 'Акалтын', 'Navbahor', 'Навбаҳор', 'Навбахор', 'Nurobod', 'Нуробод', 'Нурабад'],
  ...['Oltinko‘l', 'Олтинкўл', 'Алтынкуль', 'Do‘stlik', 'Дўстлик', 'Дустлик', 'Mirzacho‘l', 'Мирзачўл', 'Мирзачуль'],
].map(fold);
const district = /(?<!\p{L})(?:tum(?:ani?)?|тум(?:ани?)?|район|р-н|рн|rayoni?|district)(?!\p{L})/iu;

/** Whether the place's name alone tells its region: «Nurobod tumani» does, «Nurobod» may be a village elsewhere. */
export function tellsItsRegion(name: string): boolean {
  const folded = fold(name);
  return district.test(name) || !several.some((other) => folded === other || folded.startsWith(`${other} `));
}

/**
 * The region that the address tells beyond doubt: it calls a region, town or district by the word for its kind («г. Коканд»,
 * «Urgut tumani»), or begins with a town alone («Buxoro, Mustaqillik 3»), and names no place of another region.
 */
export function plainRegionIn(text: string): Region | undefined {
  // Quarters are named after towns, too: «Qiziltepa MFY».
  const address = text.replace(/\p{L}[\p{L}ʻʼ'’‘`-]*\s+(?:mfy|мфй)(?!\p{L})/giu, ' ');
  const parts = partsOf(address);
  const hits = parts.flatMap(hitsOf);
  const plain = hits.flatMap(({ typed, name, match }) =>
    typed && match.kind === 'known' && tellsItsRegion(name) ? [match.region] : [],
  );
  const first = tellsItsRegion(parts[0]?.text ?? '') ? townBefore(parts, address) : undefined;
  const region = plain[0] ?? first;
  return region !== undefined && hits.every((hit) => isOf(hit, region)) ? region : undefined;
}

/**
 * The region that the address is in beyond doubt, where that is not `region`: a region, town or district that it calls by
 * the word for its kind («Buxoro shahri», «г. Карши»), or a town alone at its beginning. Undefined where any name in it may
 * be of `region`, or where it names several others.
 */
export function otherRegionIn(address: string, region: Region): Region | undefined {
  const parts = partsOf(address);
  const hits = parts.flatMap(hitsOf);
  if (hits.some((hit) => isOf(hit, region))) return undefined;
  const called = new Set(hits.flatMap(({ typed, match }) => (typed && match.kind === 'known' ? [match.region] : [])));
  const [only] = called;
  if (called.size > 0) return called.size === 1 ? only : undefined;
  return townBefore(parts, address);
}
