/** Finds the region or place that a text means; never decides where two are meant. */
import type { Place, Region } from './regions.ts';

export type RegionMatch =
  | { readonly kind: 'known'; readonly region: Region }
  /** «Toshkent»: the city or the region, and nothing else in the row decides. */
  | { readonly kind: 'ambiguous'; readonly regions: readonly Region[] }
  /** Region names in Uzbek Latin, best first; at most three, often none. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

export type CityMatch =
  | { readonly kind: 'known'; readonly place: Place; readonly region: Region }
  /** The name stands in several regions and none was given. */
  | { readonly kind: 'ambiguous'; readonly regions: readonly Region[] }
  /** Known, but only outside the given region. */
  | { readonly kind: 'elsewhere'; readonly regions: readonly Region[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** `zip` and `city` (texts of the same row) decide where the region's name alone does not. */
export function matchRegion(_text: string, _row: { readonly zip?: string; readonly city?: string } = {}): RegionMatch {
  return { kind: 'unknown', suggestions: [] };
}

export function matchCity(_text: string, _region?: Region): CityMatch {
  return { kind: 'unknown', suggestions: [] };
}

/** Whether a six-digit post code belongs to the region; undefined where no region has its prefix. */
export function zipFitsRegion(_zip: string, _region: Region): boolean | undefined {
  return undefined;
}
