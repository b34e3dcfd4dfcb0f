/** Matches a text to a region or place; ambiguous names are never decided. */
import { allowedMistakes, editDistance, letterSet, mayBeWithin } from '../values/edit-distance.ts';
import { scriptKey } from '../values/script-key.ts';
import { readPlaceName, type PlaceName } from './place-name.ts';
import { regionRecords } from './region-records.ts';
import { regionOfZip, type Place, type Region } from './regions.ts';

export type RegionMatch =
  | { readonly kind: 'known'; readonly region: Region }
  /** «Toshkent», city or region, where nothing else in the row decides. */
  | { readonly kind: 'ambiguous'; readonly regions: readonly Region[] }
  /** Region names in Uzbek Latin, best first; at most three, often none. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

export type CityMatch =
  | { readonly kind: 'known'; readonly place: Place; readonly region: Region }
  /** The name exists in several regions, and no region was given. */
  | { readonly kind: 'ambiguous'; readonly regions: readonly Region[] }
  /** Known, but only outside the given region. */
  | { readonly kind: 'elsewhere'; readonly regions: readonly Region[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

interface Located {
  readonly place: Place;
  readonly region: Region;
}

/** A name with its letters, for comparing it with a misspelled one. */
interface KnownName<T> {
  readonly name: string;
  readonly letters: number;
  readonly entries: readonly T[];
}

interface Index {
  readonly regions: ReadonlyMap<string, readonly Region[]>;
  /** Region names taken from the capital, valid only with «viloyati». */
  readonly byCapital: ReadonlyMap<string, Region>;
  readonly places: ReadonlyMap<string, readonly Located[]>;
  /** Cyrillic names of both by their sounds. */
  readonly regionSounds: ReadonlyMap<string, readonly Region[]>;
  readonly placeSounds: ReadonlyMap<string, readonly Located[]>;
  /** Both as lists. */
  readonly regionNames: readonly KnownName<Region>[];
  readonly placeNames: readonly KnownName<Located>[];
}

const mostSuggestions = 3;
let built: Index | undefined;

/** Built on first use: about 220 places with some 1200 spellings. */
function index(): Index {
  built ??= buildIndex();
  return built;
}

function buildIndex(): Index {
  const regions = new Map<string, Region[]>();
  const byCapital = new Map<string, Region>();
  const places = new Map<string, Located[]>();
  const addPlace = (name: string, located: Located) =>
    addOnce(places, readPlaceName(name).base, located, (known) => known.place === located.place);
  for (const record of regionRecords) {
    const names = [record.uz, record.uzCyrillic, record.ru, record.en, ...record.aliases];
    for (const name of names) addOnce(regions, readPlaceName(name).base, record, (known) => known === record);
    for (const name of record.capitalNames) byCapital.set(readPlaceName(name).base, record);
    // Tashkent is a region and a city.
    const city: Place | undefined =
      record.kind === 'city'
        ? { kind: 'city', uz: record.uz, uzCyrillic: record.uzCyrillic, ru: record.ru, en: record.en }
        : undefined;
    if (city) for (const name of names) addPlace(name, { place: city, region: record });
    for (const place of record.places) {
      for (const name of [place.uz, place.uzCyrillic, place.ru, place.en, ...place.aliases])
        addPlace(name, { place, region: record });
    }
  }
  return {
    regions,
    byCapital,
    places,
    regionNames: namesOf(regions),
    placeNames: namesOf(places),
    regionSounds: bySounds(regions, (one, other) => one === other),
    placeSounds: bySounds(places, (one, other) => one.place === other.place),
  };
}

/** A name as it sounds, whichever script it is written in: «Tashkentskaya», «Almalyk». */
function placeSounds(base: string): string {
  return scriptKey(base).replaceAll('y', 'i');
}

/** Cyrillic names by their sounds, for those that are typed in Latin letters. */
function bySounds<T>(byName: ReadonlyMap<string, readonly T[]>, same: (one: T, other: T) => boolean): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [name, entries] of byName)
    if (/\p{Script=Cyrillic}/u.test(name))
      for (const entry of entries) addOnce(found, placeSounds(name), entry, (known) => same(known, entry));
  return found;
}

function namesOf<T>(byName: ReadonlyMap<string, readonly T[]>): KnownName<T>[] {
  return [...byName].map(([name, entries]) => ({ name, letters: letterSet(name), entries }));
}

function addOnce<T>(map: Map<string, T[]>, key: string, entry: T, same: (known: T) => boolean): void {
  const entries = map.get(key);
  if (!entries) map.set(key, [entry]);
  else if (!entries.some(same)) entries.push(entry);
}

/** Bounded cache: texts repeat over a hundred thousand rows. */
class MatchCache<T> {
  readonly #known = new Map<string, T>();

  get(key: string, find: () => T): T {
    let found = this.#known.get(key);
    if (found === undefined) {
      found = find();
      if (this.#known.size >= mostRemembered) this.#known.clear();
      this.#known.set(key, found);
    }
    return found;
  }
}
const mostRemembered = 10_000;
const regionMemory = new MatchCache<RegionMatch>();
const cityMemory = new MatchCache<CityMatch>();

/** Matches a region; `zip` and `city` (texts of the same row) decide where the name alone is ambiguous. */
export function matchRegion(text: string, row: { readonly zip?: string; readonly city?: string } = {}): RegionMatch {
  const match = regionMemory.get(text, () => findRegion(text));
  return match.kind === 'ambiguous' ? decide(match.regions, row) : match;
}

function findRegion(text: string): RegionMatch {
  const name = readPlaceName(text);
  const found = regionsOf(name);
  const [first, second] = found;
  if (!first) return { kind: 'unknown', suggestions: suggestRegions(text, name) };
  return second ? { kind: 'ambiguous', regions: found } : { kind: 'known', region: first };
}

function regionsOf(name: PlaceName): readonly Region[] {
  const found = (index().regions.get(name.base) ?? []).filter((region) => hasType(region, name));
  if (found.length > 0) return found;
  const byCapital = name.type === 'region' ? index().byCapital.get(name.base) : undefined;
  if (byCapital) return [byCapital];
  const spelled = (index().regionSounds.get(placeSounds(name.base)) ?? []).filter((region) => hasType(region, name));
  return spelled.length > 0 ? spelled : shortenedRegions(name);
}

/** A shortened name has as many letters at least, with the word for its kind («Сам. обл.») or without it («Surxon»). */
const [fewestWithKind, fewestAlone] = [3, 6];

/** The one region whose names alone begin with the shortened name. */
function shortenedRegions(name: PlaceName): readonly Region[] {
  const { base, type } = name;
  const fewest = type === 'region' || type === 'city' ? fewestWithKind : fewestAlone;
  if (base.includes(' ') || /\d/.test(base) || base.length < fewest || type === 'district') return [];
  const meant = new Set<Region>();
  for (const [known, regions] of index().regions) if (known.startsWith(base)) for (const one of regions) meant.add(one);
  const ofKind = [...meant].filter((region) => hasType(region, name));
  return ofKind.length === 1 ? ofKind : [];
}

/** Whether the text names a region (or an ambiguous one), without looking for suggestions. */
export function isRegionName(text: string): boolean {
  return regionsOf(readPlaceName(text)).length > 0;
}

function hasType(region: Region, { type }: PlaceName): boolean {
  if (type === null) return true;
  return type === (region.kind === 'city' ? 'city' : 'region');
}

function decide(
  candidates: readonly Region[],
  { zip, city }: { readonly zip?: string; readonly city?: string },
): RegionMatch {
  const byZip = zip === undefined ? undefined : regionOfZip(zip);
  const votes = new Set(candidates.filter((region) => region.id === byZip?.id));
  const place = city === undefined ? undefined : cityVote(city, candidates);
  if (place) votes.add(place);
  const [only] = votes;
  return only && votes.size === 1 ? { kind: 'known', region: only } : { kind: 'ambiguous', regions: candidates };
}

/** The candidate that contains the city. A city column with just «Toshkent» means the city. */
function cityVote(city: string, candidates: readonly Region[]): Region | undefined {
  const name = readPlaceName(city);
  const located = placesOf(name);
  if (name.type === null) {
    const own = located.find(
      ({ place, region }) => place.kind === 'city' && region.kind === 'city' && candidates.includes(region),
    );
    if (own) return own.region;
  }
  const within = candidates.filter((region) => located.some((found) => found.region === region));
  return within.length === 1 ? within[0] : undefined;
}

function placesOf({ base, type }: PlaceName): readonly Located[] {
  const found = index().places.get(base) ?? index().placeSounds.get(placeSounds(base)) ?? [];
  const ofType = type === 'city' || type === 'district' ? found.filter(({ place }) => place.kind === type) : found;
  // A district's chief town bears its name: «г. Ургут» is in Urgut tumani.
  return ofType.length === 0 && type === 'city' ? found : ofType;
}

/** Suggestions for a text that is no region's name: a place in a region, several names in one cell, a typing mistake. */
function suggestRegions(text: string, name: PlaceName): string[] {
  const parts = text.split(/[,;/()]|\s[-–—]\s/).filter((part) => part.trim() !== '');
  const named = parts.length < 2 ? [] : parts.flatMap((part) => regionsOf(readPlaceName(part)));
  const rest = parts.length < 2 ? [name] : parts.filter((part) => !isRegionName(part)).map(readPlaceName);
  const located = rest.flatMap((part) => placesOf(part).map(({ region }) => region));
  const both = named.filter((region) => located.includes(region));
  const meant = [both, named, located].find((found) => found.length > 0) ?? [];
  const suggested =
    meant.length > 0 ? meant : nearest(name.base, index().regionNames).filter((region) => hasType(region, name));
  return [...new Set(suggested.map(({ uz }) => uz))].slice(0, mostSuggestions);
}

/** Finds a district or town; `region` narrows the search. */
export function matchCity(text: string, region?: Region): CityMatch {
  return cityMemory.get(`${region?.id ?? ''}/${text}`, () => findCity(text, region));
}

function findCity(text: string, region: Region | undefined): CityMatch {
  const parts = text.split(/[,;/()]/).filter((part) => part.trim() !== '');
  for (const part of new Set([text, ...parts])) {
    const found = placesOf(readPlaceName(part));
    if (found.length > 0) return locate(found, region);
  }
  const near = nearest(readPlaceName(text).base, index().placeNames).filter(
    (located) => !region || located.region === region,
  );
  return { kind: 'unknown', suggestions: [...new Set(near.map(({ place }) => place.uz))].slice(0, mostSuggestions) };
}

function locate(found: readonly Located[], region: Region | undefined): CityMatch {
  const inRegion = region ? found.filter((located) => located.region.id === region.id) : found;
  const regions = [...new Set(found.map((located) => located.region))];
  if (inRegion.length === 0) return { kind: 'elsewhere', regions };
  if (!region && regions.length > 1) return { kind: 'ambiguous', regions };
  // Where town and district share a name, people mean the town.
  const best = inRegion.find(({ place }) => place.kind === 'city') ?? inRegion[0];
  return best ? { kind: 'known', ...best } : { kind: 'unknown', suggestions: [] };
}

/** Whether a six-digit post code belongs to the region; undefined where no region has its prefix. */
export function zipFitsRegion(zip: string, region: Region): boolean | undefined {
  const own = regionOfZip(zip);
  return own && own.id === region.id;
}

function nearest<T>(base: string, names: readonly KnownName<T>[]): T[] {
  const limit = allowedMistakes(base.length);
  if (limit === 0) return [];
  const near: { readonly distance: number; readonly entries: readonly T[] }[] = [];
  const letters = letterSet(base);
  for (const { name, letters: own, entries } of names) {
    if (Math.abs(name.length - base.length) > limit || !mayBeWithin(limit, letters, own)) continue;
    const distance = editDistance(base, name, limit);
    if (distance <= limit) near.push({ distance, entries });
  }
  return near.sort((a, b) => a.distance - b.distance).flatMap(({ entries }) => entries);
}
