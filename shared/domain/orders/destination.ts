/** Where an order goes: region, city, post code and country, as typed or in one spelling (decisions 24 to 28). */
import { matchCity, matchRegion, zipFitsRegion, type CityMatch, type RegionMatch } from '../regions/match.ts';
import type { Region } from '../regions/regions.ts';
import type { Rules } from '../rules.ts';
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
  readonly #cities = new Map<string, CityMatch>();

  region(text: string, zip: string | undefined, city: string | undefined): RegionMatch {
    const alone = kept(this.#regions, text, () => matchRegion(text));
    if (alone.kind !== 'ambiguous' || (zip === undefined && city === undefined)) return alone;
    const key = JSON.stringify([text, zip?.slice(0, 3), city]);
    return kept(this.#regions, key, () => matchRegion(text, { ...(zip === undefined ? {} : { zip }), ...(city === undefined ? {} : { city }) }));
  }

  city(text: string, region: Region | undefined): CityMatch {
    return kept(this.#cities, region === undefined ? text : `${region.id}\n${text}`, () => matchCity(text, region));
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

function checkRegion(value: OrderValue<string>, match: RegionMatch, rules: Rules, reader: FieldReader<string>, rows: OrderRows, collector: IssueCollector): Checked {
  const fromCell = value.origin === 'cell';
  if (match.kind === 'known') {
    return { value: rules.regionSpelling === 'uzLatin' ? respelled(value, match.region.uz) : value, region: match.region };
  }
  if (fromCell && match.kind === 'ambiguous') {
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
    const code = suggestion === undefined ? 'orders.cityUnknown' : 'orders.cityUnknownSuggested';
    const params = { value: value.value, ...(suggestion === undefined ? {} : { suggestion }) };
    forEachHolding(reader, rows, (index) => collector.suggestion(index, reader, 'warning', code, params, suggestion));
  }
  return value;
}

/** Reads and checks where the order goes. Unknown names are warned of and sent as typed. */
export function readDestination(readers: Readers, rules: Rules, places: PlaceMatcher, rows: OrderRows, collector: IssueCollector): Destination {
  const country = readOrderField(readers.country, rows, collector);
  const zip = readOrderField(readers.zip, rows, collector).value;
  const typedRegion = readOrderField(readers.region, rows, collector);
  const typedCity = readOrderField(readers.city, rows, collector).value;
  let region = typedRegion.value;
  let known: Region | undefined;
  if (region !== null) {
    const match = places.region(region.value, zip?.value, typedCity?.value);
    ({ value: region, region: known } = checkRegion(region, match, rules, readers.region, rows, collector));
  }
  const city = typedCity === null ? null : checkCity(typedCity, places.city(typedCity.value, known), rules, readers.city, rows, collector);
  if (zip !== null && known !== undefined && zip.origin === 'cell' && zipFitsRegion(zip.value, known) === false) {
    const params = { value: zip.value, region: known.uz };
    forEachHolding(readers.zip, rows, (index) => collector.cell(index, readers.zip, 'warning', 'orders.zipElsewhere', params));
  }
  return { region, regionRefused: typedRegion.refused, country: country.value, countryRefused: country.refused, city, zip };
}
