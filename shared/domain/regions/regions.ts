/** Types and list of the 14 regions of Uzbekistan, with their districts and towns (docs/domain.md, «Regions»). */
import type { Language } from '../../messages/translator.ts';
import { regionRecords } from './region-records.ts';

interface Names {
  /** Uzbek Latin with ASCII apostrophes: the spelling that suggestions and the profile's `uzLatin` use. */
  readonly uz: string;
  readonly uzCyrillic: string;
  readonly ru: string;
  readonly en: string;
}

export interface Place extends Names {
  readonly kind: 'city' | 'district';
}

export interface Region extends Names {
  /** ISO 3166-2. */
  readonly id: string;
  /** Tashkent, the city, is a region of its own. */
  readonly kind: 'city' | 'region' | 'republic';
  /** First digits of the region's post codes. */
  readonly postalPrefixes: readonly string[];
}

export interface PlaceRecord extends Place {
  readonly aliases: readonly string[];
}

export interface RegionRecord extends Region {
  readonly aliases: readonly string[];
  /** Names taken from the capital, valid only with «viloyati»: the bare name is the town. */
  readonly capitalNames: readonly string[];
  readonly places: readonly PlaceRecord[];
}

export const regions: readonly Region[] = regionRecords;

/** The region's name in a language; Latin Uzbek with ASCII apostrophes. */
export function regionName(region: Region, language: Language): string {
  return language === 'uz-Cyrl' ? region.uzCyrillic : region[language];
}

/** Keyed by two or three digits. */
const byPrefix: ReadonlyMap<string, Region> = new Map(
  regions.flatMap((region) => region.postalPrefixes.map((prefix) => [prefix, region])),
);

/** The region that a six-digit post code belongs to. */
export function regionOfZip(zip: string): Region | undefined {
  return /^\d{6}$/.test(zip) ? (byPrefix.get(zip.slice(0, 3)) ?? byPrefix.get(zip.slice(0, 2))) : undefined;
}
