/** Where an order goes: region, city, post code and country, as typed or in one spelling (decisions 24 to 28). */
import { regionInAddress } from '../regions/in-address.ts';
import { matchCity, matchRegion, zipFitsRegion, type CityMatch, type RegionMatch } from '../regions/match.ts';
import type { Region } from '../regions/regions.ts';
import type { Rules } from '../model/rules.ts';
import type { Evidence, Sign } from './evidence.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import { readOrderField, type OrderRows, type OrderValue } from './order-field.ts';
import type { Readers } from './readers.ts';

export interface Destination {
  readonly region: OrderValue<string> | null;
  readonly regionRefused: boolean;
  readonly country: OrderValue<string> | null;
  readonly countryRefused: boolean;
  readonly city: OrderValue<string> | null;
  readonly zip: OrderValue<string> | null;
}

/** Remembers what names were matched to: a file repeats a few dozen. */
export class PlaceMatcher {
  readonly #regions = new Map<string, RegionMatch>();
  /** By the region that they are looked for in. */
  readonly #cities = new Map<Region | undefined, Map<string, CityMatch>>();
  readonly #addresses = new Map<string, RegionMatch | null>();

  region(text: string, zip: string | undefined, city: string | undefined): RegionMatch {
    const alone = kept(this.#regions, text, () => matchRegion(text));
    if (alone.kind !== 'ambiguous' || (zip === undefined && city === undefined)) return alone;
    const key = `${text}\n${zip?.slice(0, 3) ?? ''}\n${city ?? ''}`;
    return kept(this.#regions, key, () => matchRegion(text, { ...(zip === undefined ? {} : { zip }), ...(city === undefined ? {} : { city }) }));
  }

  /** The region that the address names; null where it names none. */
  inAddress(address: string): RegionMatch | null {
    return kept(this.#addresses, address, () => regionInAddress(address) ?? null);
  }

  city(text: string, region: Region | undefined): CityMatch {
    const known = this.#cities.get(region) ?? new Map<string, CityMatch>();
    if (known.size === 0) this.#cities.set(region, known);
    return kept(known, text, () => matchCity(text, region));
  }
}

const keptNames = 20_000;

function kept<T>(names: Map<string, T>, key: string, match: () => T): T {
  const known = names.get(key);
  if (known !== undefined) return known;
  const found = match();
  if (names.size < keptNames) names.set(key, found);
  return found;
}

function respelled(value: OrderValue<string>, spelling: string): OrderValue<string> {
  return value.value === spelling ? value : { ...value, value: spelling, origin: 'profile' };
}

/** Calls `say` for every active row that holds the field itself. */
function forEachHolding<T>(reader: FieldReader<T>, rows: OrderRows, say: (index: number) => void): void {
  for (const index of rows.active) if (reader.read(index).kind === 'value') say(index);
}

interface Checked {
  readonly value: OrderValue<string>;
  readonly region: Region | undefined;
}

/** «Toshkent» alone, where the profile says which is meant. */
function decided(regions: readonly Region[], rules: Rules): Region | undefined {
  if (rules.toshkentMeans === 'city') return regions.find(({ kind }) => kind === 'city');
  return rules.toshkentMeans === 'region' ? regions.find(({ kind }) => kind === 'region') : undefined;
}

function checkRegion(value: OrderValue<string>, match: RegionMatch, context: DestinationContext, reader: FieldReader<string>, rows: OrderRows, sign: Sign, collector: IssueCollector): Checked {
  const { rules, evidence } = context;
  const fromCell = value.origin === 'cell';
  if (match.kind === 'known') {
    return { value: rules.regionSpelling === 'uzLatin' ? respelled(value, match.region.uz) : value, region: match.region };
  }
  const meant = match.kind === 'ambiguous' ? decided(match.regions, rules) : undefined;
  if (meant !== undefined) return { value: respelled(value, meant.uz), region: meant };
  if (fromCell && match.kind === 'ambiguous') {
    evidence.ambiguousRegions += sign;
    const names = match.regions.map(({ uz }) => uz).join(' / ');
    forEachHolding(reader, rows, (index) => collector.cell(index, reader, 'notice', 'orders.regionAmbiguous', { value: value.value, regions: names }));
  } else if (fromCell && match.kind === 'unknown') {
    const suggestion = match.suggestions[0];
    const code = suggestion === undefined ? 'orders.regionUnknown' : 'orders.regionUnknownSuggested';
    const params = { value: value.value, ...(suggestion === undefined ? {} : { suggestion }) };
    forEachHolding(reader, rows, (index) => collector.suggestion(index, reader, 'warning', code, params, suggestion));
  }
  return { value, region: undefined };
}

function checkCity(value: OrderValue<string>, match: CityMatch, rules: Rules, reader: FieldReader<string>, rows: OrderRows, collector: IssueCollector): OrderValue<string> {
  if (match.kind === 'known') return rules.regionSpelling === 'uzLatin' ? respelled(value, match.place.uz) : value;
  if (value.origin !== 'cell') return value;
  if (match.kind === 'elsewhere') {
    const names = match.regions.map(({ uz }) => uz).join(', ');
    forEachHolding(reader, rows, (index) => collector.cell(index, reader, 'warning', 'orders.cityElsewhere', { value: value.value, regions: names }));
  } else if (match.kind === 'unknown') {
    const suggestion = match.suggestions[0];
    // The list of towns and villages is not whole: a name that resembles none of it says nothing.
    if (suggestion === undefined) return value;
    forEachHolding(reader, rows, (index) => collector.suggestion(index, reader, 'warning', 'orders.cityUnknownSuggested', { value: value.value, suggestion }, suggestion));
  }
  return value;
}

/** The region that the order's address names (decision 24), as it is spelled in the list of regions. */
function takenFromAddress(address: OrderValue<string> | null, { places, rules, evidence, readers }: DestinationContext, first: number, sign: Sign, collector: IssueCollector): OrderValue<string> | null {
  if (address === null) return null;
  const match = places.inAddress(address.value);
  const region = match?.kind === 'known' ? match.region : match?.kind === 'ambiguous' ? decided(match.regions, rules) : undefined;
  if (region === undefined) {
    collector.cell(address.index ?? first, readers.address, 'error', match?.kind === 'ambiguous' ? 'orders.regionInAddressAmbiguous' : 'orders.regionNotInAddress', {});
    return null;
  }
  evidence.regionsFromAddress += sign;
  return { value: region.uz, index: null, origin: 'computed' };
}

export interface DestinationContext {
  readonly readers: Readers;
  readonly rules: Rules;
  readonly places: PlaceMatcher;
  readonly evidence: Evidence;
}

/** Reads and checks where the order goes. Unknown names are warned of and sent as typed. */
export function readDestination(context: DestinationContext, address: OrderValue<string> | null, rows: OrderRows, sign: Sign, collector: IssueCollector): Destination {
  const { readers, rules, places } = context;
  const country = readOrderField(readers.country, rows, collector);
  const zip = readOrderField(readers.zip, rows, collector).value;
  const typedRegion = readOrderField(readers.region, rows, collector);
  const typedCity = readOrderField(readers.city, rows, collector).value;
  let region = typedRegion.value;
  let regionRefused = typedRegion.refused;
  let known: Region | undefined;
  if (region === null && !regionRefused && rules.regionFromAddress === 'on') {
    region = takenFromAddress(address, context, rows.active[0] ?? 0, sign, collector);
    // It is said already that it was not found.
    regionRefused = region === null && address !== null;
  }
  if (region !== null) {
    const match = places.region(region.value, zip?.value, typedCity?.value);
    ({ value: region, region: known } = checkRegion(region, match, context, readers.region, rows, sign, collector));
  }
  const city = typedCity === null ? null : checkCity(typedCity, places.city(typedCity.value, known), rules, readers.city, rows, collector);
  if (zip !== null && known !== undefined && zip.origin === 'cell' && zipFitsRegion(zip.value, known) === false) {
    const params = { value: zip.value, region: known.uz };
    forEachHolding(readers.zip, rows, (index) => collector.cell(index, readers.zip, 'warning', 'orders.zipElsewhere', params));
  }
  return { region, regionRefused, country: country.value, countryRefused: country.refused, city, zip };
}
