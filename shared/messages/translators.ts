/** The words of every language at once, for whatever has them all on its disk; the window, which has not, takes one at a time (renderer/words/). */
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';
import { makeTranslator, type Language, type Translator } from './translator.ts';
import { uz } from './uz/index.ts';
import { toCyrillic } from './uz-cyrl/to-cyrillic.ts';

const translators: Readonly<Record<Language, Translator>> = {
  uz: makeTranslator('uz', uz),
  'uz-Cyrl': makeTranslator('uz-Cyrl', uz, toCyrillic),
  ru: makeTranslator('ru', ru),
  en: makeTranslator('en', en),
};

/** The translator of a language. */
export function translatorFor(language: Language): Translator {
  return translators[language];
}
