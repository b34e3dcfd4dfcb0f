/** What is known of newer versions of the app, as a sentence. */
import type { UpdateState } from '../../shared/contract/updates.ts';
import type { Words } from './words.ts';

/** What is to be said of a newer version, or of there being none. */
export function updateSentence({ status, version, reason, failure }: UpdateState, words: Words): string {
  const { t, failureSentence } = words;
  switch (status) {
    case 'off':
      return t('updates.off');
    case 'unchecked':
      return t('updates.unchecked');
    case 'checking':
      return t('updates.checking');
    case 'current':
      return t('updates.current');
    case 'fetching':
      return t('updates.fetching', { version: version ?? '' });
    case 'ready':
      return t('updates.ready', { version: version ?? '' });
    case 'announced':
      return t(reason === 'unsigned' ? 'updates.announced.unsigned' : 'updates.announced', { version: version ?? '' });
    case 'failed':
      return failure ? failureSentence(failure) : '';
  }
}
