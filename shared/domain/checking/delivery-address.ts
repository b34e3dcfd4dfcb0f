/** Reads and checks where an order goes: region, city, post code and country (docs/domain.md, decisions 24 to 28). */
import { otherRegionIn, regionInAddress, regionOfTown } from '../regions/region-in-address.ts';
import { matchCity, matchRegion, zipFitsRegion, type CityMatch, type RegionMatch } from '../regions/match-region.ts';
import type { Region } from '../regions/regions.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { isZoneName } from '../regions/zone-name.ts';
import type { Rules } from '../model/rules.ts';
import type { FileStatistics, CountDelta } from './file-statistics.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import { isSameValue, readOrderField, type OrderRows, type OrderFieldValue } from './order-field.ts';
import type { FieldReaders } from './field-readers.ts';

export interface DeliveryAddress {
  readonly region: OrderFieldValue<string> | null;
  readonly regionRefused: boolean;
  readonly country: OrderFieldValue<string> | null;
  readonly countryRefused: boolean;
  readonly city: OrderFieldValue<string> | null;
  readonly zip: OrderFieldValue<string> | null;
}

/** Matches place names and caches the results: a file repeats a few dozen. A region's name alone is cached where it is matched. */
export class PlaceMatcher {
  /** By region, post code and city. */
  readonly #regions = new Map<string, RegionMatch>();
  /** Keyed by the region to search in. */
  readonly #cities = new Map<Region | undefined, Map<string, CityMatch>>();
  readonly #addresses = new Map<string, RegionMatch | null>();
  readonly #others = new Map<string, Region | undefined>();
  readonly #towns = new Map<string, Region | undefined>();

  region(text: string, zip: string | undefined, city: string | undefined): RegionMatch {
    const alone = matchRegion(text);
    if (alone.kind !== 'ambiguous' || (zip === undefined && city === undefined)) return alone;
    const key = `${text}\n${zip?.slice(0, 3) ?? ''}\n${city ?? ''}`;
    return remembered(this.#regions, key, () =>
      matchRegion(text, { ...(zip === undefined ? {} : { zip }), ...(city === undefined ? {} : { city }) }),
    );
  }

  /** The region that the address names, or null. */
  findInAddress(address: string): RegionMatch | null {
    return remembered(this.#addresses, address, () => regionInAddress(address) ?? null);
  }

  /** The region that the address is in beyond doubt where that is another one. */
  otherRegion(address: string, region: Region): Region | undefined {
    return remembered(this.#others, `${region.uz}\n${address}`, () => otherRegionIn(address, region));
  }

  regionOfTown(text: string): Region | undefined {
    return remembered(this.#towns, text, () => regionOfTown(text));
  }

  city(text: string, region: Region | undefined): CityMatch {
    const known = this.#cities.get(region) ?? new Map<string, CityMatch>();
    if (known.size === 0) this.#cities.set(region, known);
    return known.get(text) ?? remembered(known, text, () => matchCity(text, region));
  }
}

const maxRememberedNames = 20_000;

function remembered<T>(names: Map<string, T>, key: string, match: () => T): T {
  const known = names.get(key);
  if (known !== undefined) return known;
  const found = match();
  if (names.size < maxRememberedNames) names.set(key, found);
  return found;
}

function respelled(value: OrderFieldValue<string>, spelling: string): OrderFieldValue<string> {
  return value.value === spelling ? value : { ...value, value: spelling, origin: 'profile' };
}

/** Calls `say` for every active row whose own cell holds this value: other rows of the order may hold another one. */
function forEachRowWithValue<T>(
  reader: FieldReader<T>,
  rows: OrderRows,
  { value }: OrderFieldValue<T>,
  say: (index: number) => void,
): void {
  for (const index of rows.active) {
    const parsed = reader.read(index);
    if (parsed.kind === 'value' && isSameValue(parsed.value, value)) say(index);
  }
}

interface CheckedRegion {
  readonly value: OrderFieldValue<string>;
  readonly region: Region | undefined;
}

/** «Toshkent» alone, where the profile says which is meant. */
function regionByRule(regions: readonly Region[], rules: Rules): Region | undefined {
  if (rules.toshkentMeans === 'city') return regions.find(({ kind }) => kind === 'city');
  return rules.toshkentMeans === 'region' ? regions.find(({ kind }) => kind === 'region') : undefined;
}

function checkRegion(
  value: OrderFieldValue<string>,
  match: RegionMatch,
  context: DeliveryAddressContext,
  reader: FieldReader<string>,
  rows: OrderRows,
  delta: CountDelta,
  collector: IssueCollector,
): CheckedRegion {
  const { rules, statistics } = context;
  const fromCell = value.origin === 'cell';
  if (match.kind === 'known') {
    return {
      value: rules.regionSpelling === 'uzLatin' ? respelled(value, match.region.uz) : value,
      region: match.region,
    };
  }
  const meant = match.kind === 'ambiguous' ? regionByRule(match.regions, rules) : undefined;
  if (meant !== undefined) return { value: respelled(value, meant.uz), region: meant };
  if (fromCell && match.kind === 'ambiguous') {
    statistics.ambiguousRegions += delta;
    const names = match.regions.map(({ uz }) => uz).join(' / ');
    forEachRowWithValue(reader, rows, value, (index) =>
      collector.addForCell(index, reader, 'notice', 'orders.regionAmbiguous', { value: value.value, regions: names }),
    );
  } else if (fromCell && match.kind === 'unknown') {
    const suggestion = match.suggestions[0];
    const code = suggestion === undefined ? 'orders.regionUnknown' : 'orders.regionUnknownSuggested';
    const params = { value: value.value, ...(suggestion === undefined ? {} : { suggestion }) };
    forEachRowWithValue(reader, rows, value, (index) =>
      collector.addWithSuggestion(index, reader, 'warning', code, params, suggestion),
    );
  }
  return { value, region: undefined };
}

function checkCity(
  value: OrderFieldValue<string>,
  match: CityMatch,
  rules: Rules,
  reader: FieldReader<string>,
  rows: OrderRows,
  collector: IssueCollector,
): OrderFieldValue<string> {
  if (match.kind === 'known') return rules.regionSpelling === 'uzLatin' ? respelled(value, match.place.uz) : value;
  if (value.origin !== 'cell') return value;
  if (match.kind === 'elsewhere') {
    const names = match.regions.map(({ uz }) => uz).join(', ');
    forEachRowWithValue(reader, rows, value, (index) =>
      collector.addForCell(index, reader, 'warning', 'orders.cityElsewhere', { value: value.value, regions: names }),
    );
  } else if (match.kind === 'unknown') {
    const suggestion = match.suggestions[0];
    // The list of towns and villages is incomplete: a name that resembles none of them may still be right.
    if (suggestion === undefined) return value;
    forEachRowWithValue(reader, rows, value, (index) =>
      collector.addWithSuggestion(
        index,
        reader,
        'warning',
        'orders.cityUnknownSuggested',
        { value: value.value, suggestion },
        suggestion,
      ),
    );
  }
  return value;
}

/** The region of the order's town or district, where there is only one of that name. */
function regionFromCity(
  city: OrderFieldValue<string> | null,
  { places, statistics }: DeliveryAddressContext,
  delta: CountDelta,
): OrderFieldValue<string> | null {
  const region = city === null ? undefined : places.regionOfTown(city.value);
  if (region === undefined) return null;
  statistics.regionsFromAddress += delta;
  return { value: region.uz, index: null, origin: 'computed' };
}

/** The region that the order's address names (decision 24), as it is spelled in the list of regions. */
function regionFromAddress(
  address: OrderFieldValue<string> | null,
  { places, rules, statistics, readers }: DeliveryAddressContext,
  first: number,
  delta: CountDelta,
  collector: IssueCollector,
): OrderFieldValue<string> | null {
  if (address === null) return null;
  const match = places.findInAddress(address.value);
  const region =
    match?.kind === 'known'
      ? match.region
      : match?.kind === 'ambiguous'
        ? regionByRule(match.regions, rules)
        : undefined;
  if (region === undefined) {
    collector.addForCell(
      address.index ?? first,
      readers.address,
      'error',
      match?.kind === 'ambiguous' ? 'orders.regionInAddressAmbiguous' : 'orders.regionNotInAddress',
      {},
    );
    return null;
  }
  statistics.regionsFromAddress += delta;
  return { value: region.uz, index: null, origin: 'computed' };
}

/** An address in another region than the order's: either may be right, which only the customer knows. */
function checkAddressRegion(
  { places, readers, table }: DeliveryAddressContext,
  region: Region,
  typed: OrderFieldValue<string>,
  address: OrderFieldValue<string>,
  rows: OrderRows,
  collector: IssueCollector,
): void {
  const other = address.origin === 'cell' ? places.otherRegion(address.value, region) : undefined;
  if (other === undefined) return;
  const params = { value: region.uz, suggestion: other.uz };
  const { column } = readers.region;
  if (typed.origin !== 'cell' || column === null) {
    collector.addForCell(
      address.index ?? rows.active[0] ?? 0,
      readers.address,
      'warning',
      'orders.addressElsewhere',
      params,
    );
    return;
  }
  forEachRowWithValue(readers.region, rows, typed, (index) => {
    // A person has said which.
    if (table.isEdited(index, column)) return;
    const put = (text: string) => ({ kind: 'setCell', row: table.rowNumber(index), column, text }) as const;
    const answers = [{ fix: put(other.uz) }, { fix: put(typed.value) }];
    collector.addForCell(index, readers.region, 'warning', 'orders.addressElsewhere', params, put(other.uz), answers);
  });
}

const isZone = (text: string): boolean => matchRegion(text).kind === 'unknown' && isZoneName(text);

/** A shop's zone is no region: what town and address say is taken in its place, and said; else it must be typed. */
function regionOfZone(
  { places, readers }: DeliveryAddressContext,
  zone: OrderFieldValue<string>,
  city: OrderFieldValue<string> | null,
  address: OrderFieldValue<string> | null,
  rows: OrderRows,
  collector: IssueCollector,
): OrderFieldValue<string> | null {
  const named = address === null ? null : places.findInAddress(address.value);
  const region =
    (city === null ? undefined : places.regionOfTown(city.value)) ??
    (named?.kind === 'known' ? named.region : undefined);
  forEachRowWithValue(readers.region, rows, zone, (index) => {
    if (region === undefined)
      collector.addForCell(index, readers.region, 'error', 'orders.regionIsZone', { value: zone.value });
    else
      collector.addForCell(index, readers.region, 'warning', 'orders.regionOfZone', {
        value: zone.value,
        region: region.uz,
      });
  });
  return region === undefined ? null : { value: region.uz, index: null, origin: 'computed' };
}

export interface DeliveryAddressContext {
  readonly table: EditedTable;
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly places: PlaceMatcher;
  readonly statistics: FileStatistics;
}

/** Reads and checks where the order goes. Unknown names give a warning and are sent as typed. */
export function readDeliveryAddress(
  context: DeliveryAddressContext,
  address: OrderFieldValue<string> | null,
  rows: OrderRows,
  delta: CountDelta,
  collector: IssueCollector,
): DeliveryAddress {
  const { readers, rules, places } = context;
  const country = readOrderField(readers.country, rows, collector);
  const zip = readOrderField(readers.zip, rows, collector).value;
  const typedRegion = readOrderField(readers.region, rows, collector);
  const typedCity = readOrderField(readers.city, rows, collector).value;
  let region = typedRegion.value;
  let regionRefused = typedRegion.refused;
  let known: Region | undefined;
  if (region === null && !regionRefused && rules.regionFromAddress === 'on') {
    region =
      regionFromCity(typedCity, context, delta) ??
      regionFromAddress(address, context, rows.active[0] ?? 0, delta, collector);
    // That the address names no region was reported already.
    regionRefused = region === null && address !== null;
  }
  if (region?.origin === 'cell' && isZone(region.value)) {
    region = regionOfZone(context, region, typedCity, address, rows, collector);
    regionRefused = region === null;
  }
  if (region !== null) {
    const match = places.region(region.value, zip?.value, typedCity?.value);
    ({ value: region, region: known } = checkRegion(region, match, context, readers.region, rows, delta, collector));
  }
  const city =
    typedCity === null
      ? null
      : checkCity(typedCity, places.city(typedCity.value, known), rules, readers.city, rows, collector);
  if (known !== undefined && address !== null && typedRegion.value !== null && !isZone(typedRegion.value.value))
    checkAddressRegion(context, known, typedRegion.value, address, rows, collector);
  if (zip !== null && known !== undefined && zip.origin === 'cell' && zipFitsRegion(zip.value, known) === false) {
    const params = { value: zip.value, region: known.uz };
    forEachRowWithValue(readers.zip, rows, zip, (index) =>
      collector.addForCell(index, readers.zip, 'warning', 'orders.zipElsewhere', params),
    );
  }
  return { region, regionRefused, country: country.value, countryRefused: country.refused, city, zip };
}
