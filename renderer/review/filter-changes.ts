/** Pure changes of the review's facets, sorting and folding. */
import type { CollapsedOrders, FacetChoices, FacetName, RowSort } from '../../shared/contract/facets.ts';

export const nothingFolded: CollapsedOrders = { all: false, except: [] };
/** Most orders that are folded otherwise than the rest; the earliest are forgotten first. */
const MOST_EXCEPTIONS = 10_000;

export function withFacet(choices: FacetChoices, facet: FacetName, value: string, chosen: boolean): FacetChoices {
  const others = (choices[facet] ?? []).filter((one) => one !== value);
  return { ...choices, [facet]: chosen ? [...others, value] : others };
}

/** The number of chosen values. */
export function chosenFacetCount(choices: FacetChoices | undefined): number {
  return Object.values(choices ?? {}).reduce((sum, values) => sum + (values?.length ?? 0), 0);
}

/** The next sorting of a column: ascending, descending, as in the file, in turn. */
export function nextSort(sort: RowSort | null, column: number): RowSort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

export function withFold({ all, except }: CollapsedOrders, orderKey: string, folded: boolean): CollapsedOrders {
  const others = except.filter((key) => key !== orderKey);
  return { all, except: folded === all ? others : [...others, orderKey].slice(-MOST_EXCEPTIONS) };
}
