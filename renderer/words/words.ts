/** The operator's language for components: sentences, numbers, money and failures. */
import { createContext, use } from 'react';
import type { Failure } from '../../shared/result.ts';
import { sentence, translatorFor, type Language, type Translator } from '../../shared/messages/translator.ts';
import { formatCount, formatDateTime } from './format.ts';

export interface Words {
  readonly t: Translator;
  readonly language: Language;
  readonly formatCount: (count: number) => string;
  /** So'm with its word: `54 310 000 soʻm`. */
  readonly formatMoney: (amount: number) => string;
  readonly formatDateTime: (at: number) => string;
  /** The sentence of a failure. */
  readonly say: (failure: Failure) => string;
}

/** A sentence whose values were not given must not hide that something failed. */
function said(t: Translator, { code, params }: Failure): string {
  try {
    return sentence(t, 'error', code, params);
  } catch {
    return t('error.unexpected', { code });
  }
}

const made = new Map<Language, Words>();

/** The same object for the same language, so that it can stand in dependency lists. */
export function wordsOf(language: Language): Words {
  let words = made.get(language);
  if (!words) {
    const t = translatorFor(language);
    words = {
      t,
      language,
      formatCount,
      formatMoney: (amount) => t('word.money', { amount: formatCount(amount) }),
      formatDateTime,
      say: (failure) => said(t, failure),
    };
    made.set(language, words);
  }
  return words;
}

export const WordsContext = createContext<Words>(wordsOf('uz'));

export function useWords(): Words {
  return use(WordsContext);
}
