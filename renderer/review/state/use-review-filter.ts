/** The state of the review's filter: counted filter, cause, facets, debounced search; with sorting and folding. */
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { CollapsedOrders, FacetChoices, FacetName, RowSort } from '../../../shared/contract/facets.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { useNavigation } from '../../app/state/navigation.tsx';
import type { ShowFilter } from '../../app/state/navigation.tsx';
import { nothingFolded, withFacet, withFold, nextSort } from '../filter-changes.ts';

/** ms after the last key of a search. */
const REST = 150;

export interface ReviewFilter {
  /** The same object until something in it changes; folding is not part of it. */
  readonly filter: RowFilter;
  readonly collapsed: CollapsedOrders;
  /** The text in the search field. */
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly setShow: (show: ShowFilter) => void;
  readonly setCause: (cause: string | null) => void;
  readonly showAll: () => void;
  readonly setFacet: (facet: FacetName, value: string, chosen: boolean) => void;
  readonly clearFacets: () => void;
  /** Sorts by the column: ascending, descending, as in the file, in turn. */
  readonly sortBy: (column: number) => void;
  readonly fold: (orderKey: string, folded: boolean) => void;
  readonly foldAll: (folded: boolean) => void;
}

const noFacets: FacetChoices = {};

export function useReviewFilter(): ReviewFilter {
  const { location } = useNavigation();
  const [choice, setChoice] = useState<Pick<RowFilter, 'show' | 'cause'>>(
    location.screen === 'batch' ? { show: location.show, cause: location.cause } : { show: 'all', cause: null },
  );
  const [facets, setFacets] = useState<FacetChoices>(noFacets);
  const [sort, setSort] = useState<RowSort | null>(null);
  const [collapsed, setCollapsed] = useState<CollapsedOrders>(nothingFolded);
  const [typed, setSearch] = useState('');
  const [rested] = useDebouncedValue(typed, REST);
  // An emptied field takes effect without the delay.
  const search = typed.trim() === '' ? '' : rested.trim().slice(0, 200);
  const filter = useMemo((): RowFilter => ({ ...choice, search, facets, sort }), [choice, search, facets, sort]);
  const setShow = useCallback((show: ShowFilter) => setChoice({ show, cause: null }), []);
  const clearFacets = useCallback(() => setFacets(noFacets), []);
  const setCause = useCallback((cause: string | null) => {
    setChoice({ show: 'all', cause });
    if (cause === null) return;
    setSearch('');
    setFacets(noFacets);
  }, []);
  const showAll = useCallback(() => {
    setChoice({ show: 'all', cause: null });
    setSearch('');
    setFacets(noFacets);
  }, []);
  const setFacet = useCallback(
    (facet: FacetName, value: string, chosen: boolean) => setFacets((old) => withFacet(old, facet, value, chosen)),
    [],
  );
  const sortBy = useCallback((column: number) => setSort((old) => nextSort(old, column)), []);
  const fold = useCallback(
    (orderKey: string, folded: boolean) => setCollapsed((old) => withFold(old, orderKey, folded)),
    [],
  );
  const foldAll = useCallback((folded: boolean) => setCollapsed({ all: folded, except: [] }), []);
  return {
    filter,
    collapsed,
    search: typed,
    setSearch,
    setShow,
    setCause,
    showAll,
    setFacet,
    clearFacets,
    sortBy,
    fold,
    foldAll,
  };
}
