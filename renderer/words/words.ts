/** Provides the words of the operator's language to components: sentences, numbers, money and failures. */
import { createContext, use } from 'react';
import type { Failure } from '../../shared/result.ts';
import {
  makeTranslator,
  sentence,
  type Catalogue,
  type Language,
  type Translator,
} from '../../shared/messages/translator.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { rowName, rowNames } from '../../shared/domain/model/sheet-rows.ts';
import { formatCount } from './format.ts';

export interface Words {
  readonly t: Translator;
  readonly language: Language;
  readonly formatCount: (count: number) => string;
  /** So'm with its word: `54 310 000 soʻm`. */
  readonly formatMoney: (amount: number) => string;
  readonly formatDateTime: (at: number) => string;
  /** The sentence of a failure. */
  readonly failureSentence: (failure: Failure) => string;
  /** What a row is called: its number, with its sheet's name where the open file is several sheets as one. */
  readonly rowName: (row: number) => number | string;
  readonly rowNames: (rows: readonly number[]) => string;
  /** Letters of the longest sheet's name in a row's name; 0: rows have none. */
  readonly longestSheet: number;
}

/** The words for a file of which these sheets are read as one; none: of one sheet. */
export function wordsForSheets(words: Words, sheets: readonly string[]): Words {
  return {
    ...words,
    rowName: (row) => rowName(sheets, row),
    rowNames: (rows) => rowNames(sheets, rows),
    longestSheet: Math.max(0, ...sheets.map((name) => name.length)),
  };
}

/** A sentence that cannot be formed (a value is missing) must not hide that something failed. */
function safeFailureSentence(t: Translator, { code, params }: Failure): string {
  try {
    return sentence(t, 'error', code, params);
  } catch {
    return t('error.unexpected', { code });
  }
}

const uzbek = async (): Promise<Catalogue> => (await import('../../shared/messages/uz/index.ts')).uz;

/** Each catalogue is a chunk of its own, so that the start waits for one only. */
const translators: Readonly<Record<Language, () => Promise<Translator>>> = {
  uz: async () => makeTranslator('uz', await uzbek()),
  'uz-Cyrl': async () => {
    const { toCyrillic } = await import('../../shared/messages/uz-cyrl/to-cyrillic.ts');
    return makeTranslator('uz-Cyrl', await uzbek(), toCyrillic);
  },
  ru: async () => makeTranslator('ru', (await import('../../shared/messages/ru/index.ts')).ru),
  en: async () => makeTranslator('en', (await import('../../shared/messages/en/index.ts')).en),
};

const loaded = new Map<Language, Words>();

/** Loads a language; resolves at once if it is loaded already. */
export async function loadWords(language: Language): Promise<Words> {
  const known = loaded.get(language);
  if (known) return known;
  const t = await translators[language]();
  // Concurrent callers get the same object, so that it can be used in dependency lists.
  const words = loaded.get(language) ?? {
    t,
    language,
    formatCount,
    formatMoney: (amount) => t('word.money', { amount: formatCount(amount) }),
    formatDateTime: formatTashkentTime,
    failureSentence: (failure) => safeFailureSentence(t, failure),
    rowName: (row) => rowName([], row),
    rowNames: (rows) => rowNames([], rows),
    longestSheet: 0,
  };
  loaded.set(language, words);
  return words;
}

/** The words of a language that was loaded before. */
export function wordsOf(language: Language): Words {
  const words = loaded.get(language);
  if (!words) throw new Error(`The words of ${language} are not loaded.`);
  return words;
}

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords outside of WordsContext');
  return words;
}
