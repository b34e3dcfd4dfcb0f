/** Sentences in the operator's language. The catalogues are ICU messages with the same keys in every language. */
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import type { Params } from '../domain/issues.ts';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';
import { uz } from './uz/index.ts';

export const languages = ['uz', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;

const catalogues: Readonly<Record<Language, Catalogue>> = { uz, ru, en };
/** Latin Uzbek; en-GB for 24-hour times and day-first dates. */
const locales: Readonly<Record<Language, string>> = { uz: 'uz-Latn-UZ', ru: 'ru-RU', en: 'en-GB' };

/**
 * Numbers are written alike in every language, in groups parted by a no-break space (`54 310 000`): as Russian has it,
 * which every runtime knows. Chromium lacks Uzbek and would write `54,310,000`.
 */
const formatters: Formatters = {
  getNumberFormat: (_locale, options) => new Intl.NumberFormat('ru-RU', options),
  getDateTimeFormat: (locale, options) => new Intl.DateTimeFormat(locale, options),
  getPluralRules: (locale, options) => new Intl.PluralRules(locale, options),
};

export interface Translator {
  readonly language: Language;
  readonly locale: string;
  (key: MessageKey, params?: Params): string;
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

const translators = new Map<Language, Translator>();

/** The translator of a language; parsed messages are kept, so that it can be called for every row. */
export function translatorFor(language: Language): Translator {
  const known = translators.get(language);
  if (known) return known;
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const translate = (key: MessageKey, params: Params = {}): string => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogues[language][key], locales[language], undefined, { ignoreTag: true, formatters });
      parsed.set(key, message);
    }
    return String(message.format({ ...params }));
  };
  const translator: Translator = Object.assign(translate, { language, locale: locales[language] });
  translators.set(language, translator);
  return translator;
}

/**
 * The sentence of a coded thing (an issue, a failure, a reason): `<prefix>.<code>`. A code without a sentence is a
 * programming error that the tests catch; the operator then reads the general sentence with the code in it.
 */
export function sentence(translate: Translator, prefix: 'issue' | 'error' | 'reason' | 'answer', code: string, params: Params = {}): string {
  const key = `${prefix}.${code}`;
  return isMessageKey(key) ? translate(key, params) : translate('error.unexpected', { code: key });
}
