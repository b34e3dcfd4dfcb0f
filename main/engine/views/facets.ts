/** Computes the facet values of each order, and counts the orders under each value. */
import type { FacetChoices, FacetName, FacetView } from '../../../shared/contract/facets.ts';
import { facetNames } from '../../../shared/contract/facets.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import { PlaceMatcher } from '../../../shared/domain/checking/delivery-address.ts';
import type { FieldReader } from '../../../shared/domain/checking/field-reader.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { countedOf } from './order-marks.ts';

type Values = Readonly<Record<FacetName, readonly string[]>>;

/** Values of a facet that are listed. */
const mostValues = 100;
const scheduled = '5';
const fresh = '1';

export class Facets {
  readonly #orders: BatchOrders;
  readonly #matcher = new PlaceMatcher();
  readonly #known = new Map<OrderEntry, Values>();

  constructor(orders: BatchOrders) {
    this.#orders = orders;
  }

  /** To be called after a change: cached values of the orders may be stale. */
  invalidate(): void {
    this.#known.clear();
  }

  /** Whether the order passes all facets. */
  matches(entry: OrderEntry, choices: FacetChoices): boolean {
    return facetNames.every((facet) => this.#passes(entry, facet, choices));
  }

  /** Counts the orders that `passes` lets through and that pass every other facet. */
  views(choices: FacetChoices, passes: (entry: OrderEntry) => boolean): FacetView[] {
    const counts = new Map(
      facetNames.map((facet) => [facet, new Map<string, number>((choices[facet] ?? []).map((value) => [value, 0]))]),
    );
    for (const entry of this.#orders.book.entries()) {
      const failed = facetNames.filter((facet) => !this.#passes(entry, facet, choices));
      if (failed.length > 1 || !passes(entry)) continue;
      const values = this.#valuesOf(entry);
      for (const facet of failed.length === 1 ? failed : facetNames) {
        const ofFacet = counts.get(facet);
        for (const value of values[facet]) ofFacet?.set(value, (ofFacet.get(value) ?? 0) + 1);
      }
    }
    return [...counts].map(([facet, ofFacet]) => viewOf(facet, ofFacet, choices[facet] ?? []));
  }

  #passes(entry: OrderEntry, facet: FacetName, choices: FacetChoices): boolean {
    const chosen = choices[facet];
    return (
      chosen === undefined ||
      chosen.length === 0 ||
      this.#valuesOf(entry)[facet].some((value) => chosen.includes(value))
    );
  }

  #valuesOf(entry: OrderEntry): Values {
    const known = this.#known.get(entry);
    if (known !== undefined) return known;
    const { readers } = this.#orders.book;
    const day = textOf(entry, readers.scheduled_at, ({ local }) => local.slice(0, 10));
    const values: Values = {
      state: [entry.state],
      problem: [
        ...new Set([
          ...countedOf(entry).causes.flatMap((cause) => (cause.severity === 'notice' ? [] : [cause.key])),
          ...[...entry.sendHistoryIssues, ...entry.repeatIssues].flatMap((issue) =>
            issue.severity === 'notice' ? [] : [causeOf(issue)],
          ),
        ]),
      ],
      region: [textOf(entry, readers.region, (text) => this.#regionOf(text))],
      day: [day],
      status: [this.#statusOf(entry, day)],
    };
    this.#known.set(entry, values);
    return values;
  }

  /** A known region by its name, however it is spelled. */
  #regionOf(text: string): string {
    const match = this.#matcher.region(text, undefined, undefined);
    return match.kind === 'known' ? match.region.uz : text;
  }

  #statusOf(entry: OrderEntry, day: string): string {
    const { input, readers } = this.#orders.book;
    const { status } = input.rules;
    if (status === 'omit') return '';
    if (typeof status === 'number') return String(status);
    const own = textOf(entry, readers.fulfillment_status, String);
    return own !== '' || status === 'column' ? own : day === '' ? fresh : scheduled;
  }
}

/** The order's first value of a field; what the cell holds where it could not be read; '' where there is none. */
function textOf<T>(entry: OrderEntry, reader: FieldReader<T>, spell: (value: T) => string): string {
  for (const index of entry.rows) {
    const parsed = reader.read(index);
    if (parsed.kind === 'value') return spell(parsed.value);
    if (parsed.kind === 'refusal') return reader.text(index).trim();
  }
  return reader.constant === null ? '' : spell(reader.constant.value);
}

function viewOf(facet: FacetName, counts: ReadonlyMap<string, number>, chosen: readonly string[]): FacetView {
  const commonest = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  const listed = commonest.filter(([value], at) => at < mostValues || chosen.includes(value));
  if (facet === 'day') listed.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    facet,
    values: listed.map(([value, count]) => ({ value, count })),
    unlistedCount: commonest.length - listed.length,
  };
}
