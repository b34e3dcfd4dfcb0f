/** Sentences in the operator's language. The catalogues are ICU messages with the same keys in every language. */
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import type { Params } from '../domain/model/issues.ts';
import { formatTashkentTime } from '../domain/values/dates/tashkent-time.ts';
import type { Failure } from '../result.ts';
import type { en } from './en/index.ts';

export const languages = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** Each language's name for itself: the same in every catalogue. */
export const languageNames: Readonly<Record<Language, string>> = {
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  ru: 'Русский',
  en: 'English',
};

/** en-GB for 24-hour times and day-first dates. */
const locales: Readonly<Record<Language, string>> = {
  uz: 'uz-Latn-UZ',
  'uz-Cyrl': 'uz-Cyrl-UZ',
  ru: 'ru-RU',
  en: 'en-GB',
};

/**
 * The language of a locale's name as systems write it (`ru-RU`, `uz_UZ.UTF-8`, `uz_UZ@cyrillic`, `uz-Cyrl-UZ`); undefined
 * where it is none of ours.
 */
export function languageOfLocale(locale: string): Language | undefined {
  if (/^uz\b.*cyrl|^uz_.*cyr/iu.test(locale)) return 'uz-Cyrl';
  const [first] = locale.toLowerCase().split(/[-_.@]/u);
  return languages.find((language) => language === first);
}

/**
 * Numbers are written alike in every language, in groups parted by a no-break space (`54 310 000`): as Russian has it,
 * which every runtime knows. Chromium lacks Uzbek and would write `54,310,000`.
 */
const formatters: Formatters = {
  getNumberFormat: (_locale, options) => new Intl.NumberFormat('ru-RU', options),
  getDateTimeFormat: (locale, options) => new Intl.DateTimeFormat(locale, options),
  getPluralRules: (locale, options) => new Intl.PluralRules(locale, options),
};

/** The example of a delivery date in a sentence, `{tomorrow}`: one that could be typed as it stands. */
export function exampleDay(): string {
  return formatTashkentTime(Date.now() + 86_400_000).slice(0, 10);
}
const isDated = (text: string): boolean => text.includes('{tomorrow}');

/** A text without values or quoting is its own sentence: most are, and the first use of a locale takes long. */
const isPlain = (text: string): boolean => !/[{}']/u.test(text);

export interface Translator {
  readonly language: Language;
  readonly locale: string;
  (key: MessageKey, params?: Params): string;
  /** Whether there is a sentence for a key that was put together. */
  knows(this: void, key: string): key is MessageKey;
}

/**
 * The translator of a language over its words; parsed messages are kept, so that it can be called for every row.
 * @param respell makes the language's text of the catalogue's, when a message is first used
 */
export function makeTranslator(
  language: Language,
  catalogue: Catalogue,
  respell: (text: string) => string = (text) => text,
): Translator {
  const parsed = new Map<MessageKey, IntlMessageFormat | string>();
  const parse = (text: string): IntlMessageFormat | string =>
    isPlain(text) ? text : new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true, formatters });
  const translate = (key: MessageKey, params: Params = {}): string => {
    let message = parsed.get(key);
    if (message === undefined) {
      message = parse(respell(catalogue[key]));
      parsed.set(key, message);
    }
    if (typeof message === 'string') return message;
    const text = String(
      message.format(isDated(catalogue[key]) ? { tomorrow: exampleDay(), ...params } : { ...params }),
    );
    // A list that goes on (« …») may end a sentence, whose full stop it then is.
    return text.replaceAll(' ….', ' …');
  };
  const knows = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
  return Object.assign(translate, { language, locale: locales[language], knows });
}

/**
 * The sentence of a coded thing (an issue, a failure, a reason): `<prefix>.<code>`. A code without a sentence is a
 * programming error that the tests catch; the operator then reads the general sentence with the code in it.
 */
export function sentence(
  translate: Translator,
  prefix: 'issue' | 'error' | 'reason' | 'answer',
  code: string,
  params: Params = {},
): string {
  const key = `${prefix}.${code}`;
  return translate.knows(key) ? translate(key, params) : translate('error.unexpected', { code: key });
}

/** The sentence of why a run paused, ended or slowed down (`reason.…`), or of the failure that stopped it (`error.…`). */
export function reasonSentence(translate: Translator, { code, params }: Failure): string {
  return sentence(translate, translate.knows(`reason.${code}`) ? 'reason' : 'error', code, params);
}
