/** The 14 regions of Uzbekistan and their districts and towns (docs/domain.md, «Regions»). */

export interface Place {
  readonly kind: 'city' | 'district';
  /** Uzbek Latin with ASCII apostrophes: the spelling that suggestions and the profile's `uzLatin` use. */
  readonly uz: string;
  readonly uzCyrillic: string;
  readonly ru: string;
  readonly en: string;
}

export interface Region {
  /** ISO 3166-2. */
  readonly id: string;
  readonly kind: 'city' | 'region' | 'republic';
  /** Uzbek Latin with ASCII apostrophes. */
  readonly uz: string;
  readonly uzCyrillic: string;
  readonly ru: string;
  readonly en: string;
  /** First digits of the region's post codes. */
  readonly postalPrefixes: readonly string[];
}
