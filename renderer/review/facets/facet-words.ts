/** The words for facet values. */
import type { FacetName } from '../../../shared/contract/facets.ts';
import type { CauseView } from '../../../shared/contract/views.ts';
import type { Words } from '../../words/words.ts';
import { causeOfKey, issueSentence } from '../issue-words.ts';

export function facetValueWords(words: Words, causes: readonly CauseView[], facet: FacetName, value: string): string {
  const { t } = words;
  if (value === '') return t('facets.blank');
  switch (facet) {
    case 'state': {
      const key = `state.${value}`;
      return t.knows(key) ? t(key, {}) : value;
    }
    case 'problem': {
      const cause = causeOfKey(causes, value);
      return cause ? issueSentence(words, cause) : value;
    }
    case 'status': {
      const key = `facets.status.${value}`;
      return t.knows(key) ? t(key, {}) : value;
    }
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? value.split('-').reverse().join('.') : value;
    case 'region':
      return value;
  }
}
