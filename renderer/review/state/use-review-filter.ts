/** What the review shows: a counted filter, a cause, facets, a search that waits for the typing to rest; sorted, and folded. */
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { Collapsed, FacetChoices, FacetName, RowSort } from '../../../shared/contract/facets.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { useNavigation } from '../../app/state/navigation.tsx';
import type { Show } from '../filters.ts';
import { nothingFolded, withFacet, withFold, withSort } from '../row-choices.ts';

/** ms after the last key of a search. */
const REST = 150;

export interface ReviewFilter {
  /** The same object until something in it changes; what is folded stands apart. */
  readonly filter: RowFilter;
  readonly collapsed: Collapsed;
  /** What stands in the search field. */
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly setShow: (show: Show) => void;
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
  const { place } = useNavigation();
  const [choice, setChoice] = useState<Pick<RowFilter, 'show' | 'cause'>>(place.screen === 'batch' ? { show: place.show, cause: place.cause } : { show: 'all', cause: null });
  const [facets, setFacets] = useState<FacetChoices>(noFacets);
  const [sort, setSort] = useState<RowSort | null>(null);
  const [collapsed, setCollapsed] = useState<Collapsed>(nothingFolded);
  const [typed, setSearch] = useState('');
  const [rested] = useDebouncedValue(typed, REST);
  // An emptied field shows all rows at once.
  const search = typed.trim() === '' ? '' : rested.trim().slice(0, 200);
  const filter = useMemo((): RowFilter => ({ ...choice, search, facets, sort }), [choice, search, facets, sort]);
  const setShow = useCallback((show: Show) => setChoice({ show, cause: null }), []);
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
  const setFacet = useCallback((facet: FacetName, value: string, chosen: boolean) => setFacets((old) => withFacet(old, facet, value, chosen)), []);
  const sortBy = useCallback((column: number) => setSort((old) => withSort(old, column)), []);
  const fold = useCallback((orderKey: string, folded: boolean) => setCollapsed((old) => withFold(old, orderKey, folded)), []);
  const foldAll = useCallback((folded: boolean) => setCollapsed({ all: folded, except: [] }), []);
  return { filter, collapsed, search: typed, setSearch, setShow, setCause, showAll, setFacet, clearFacets, sortBy, fold, foldAll };
}
