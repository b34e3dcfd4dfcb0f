/** What the desk shows: a counted filter, a cause, a search that waits for the typing to rest. */
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { RowFilter } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/navigation.tsx';
import type { Show } from './filters.ts';

/** ms after the last key of a search. */
const REST = 150;

export interface DeskFilter {
  /** The same object until something in it changes. */
  readonly filter: RowFilter;
  /** What stands in the search field. */
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly setShow: (show: Show) => void;
  readonly setCause: (cause: string | null) => void;
  readonly showAll: () => void;
}

export function useDeskFilter(): DeskFilter {
  const { place } = useNavigation();
  const [choice, setChoice] = useState<Pick<RowFilter, 'show' | 'cause'>>({ show: place.screen === 'batch' ? place.show : 'all', cause: null });
  const [typed, setSearch] = useState('');
  const [rested] = useDebouncedValue(typed, REST);
  // An emptied field shows all rows at once.
  const search = typed.trim() === '' ? '' : rested.trim().slice(0, 200);
  const filter = useMemo((): RowFilter => ({ ...choice, search }), [choice, search]);
  const setShow = useCallback((show: Show) => setChoice({ show, cause: null }), []);
  const setCause = useCallback((cause: string | null) => {
    setChoice({ show: 'all', cause });
    if (cause !== null) setSearch('');
  }, []);
  const showAll = useCallback(() => {
    setChoice({ show: 'all', cause: null });
    setSearch('');
  }, []);
  return { filter, search: typed, setSearch, setShow, setCause, showAll };
}
