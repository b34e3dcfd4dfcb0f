/** The catalogues: complete in every language, the same values in every sentence, and a sentence for every code in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../../shared/messages/en/index.ts';
import { ru } from '../../../shared/messages/ru/index.ts';
import type { MessageKey } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { toCyrillic } from '../../../shared/messages/uz-cyrl/to-cyrillic.ts';
import { uz } from '../../../shared/messages/uz/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const keys = Object.keys(en) as MessageKey[];
const cyrillic = Object.fromEntries(keys.map((key) => [key, toCyrillic(uz[key])])) as Record<MessageKey, string>;
const catalogues = { en, uz, 'uz-Cyrl': cyrillic, ru } as const;
const locales = { en: 'en-GB', uz: 'uz-Latn-UZ', 'uz-Cyrl': 'uz-Cyrl-UZ', ru: 'ru-RU' } as const;

type Part = {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
};
const numberSign = 7;

/** Whether a plural of the message counts (#) its few, but not its one, which in Russian is 21 and 31, too. */
function saysOneOfMany(message: unknown): boolean {
  const counts = (parts: readonly Part[] = []): boolean =>
    parts.some(
      ({ type, options }) => type === numberSign || Object.values(options ?? {}).some(({ value }) => counts(value)),
    );
  return (message as readonly Part[]).some(
    ({ options = {} }) =>
      (options['one'] !== undefined &&
        options['=1'] === undefined &&
        counts(options['few']?.value) &&
        !counts(options['one'].value)) ||
      Object.values(options).some(({ value }) => saysOneOfMany(value)),
  );
}

/** The names of the values that a message takes, in plural branches too. */
function valuesOf(message: string, locale: string): string[] {
  const names = new Set<string>();
  const visit = (parts: unknown): void => {
    if (!Array.isArray(parts)) return;
    for (const part of parts as { type: number; value?: string; options?: Record<string, { value: unknown }> }[]) {
      if (part.type !== 0 && part.type !== 7 && part.value !== undefined) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourceFiles(file);
    else if (/\.tsx?$/u.test(entry.name)) yield file;
  }
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the message catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(uz).toSorted()).toEqual(keys.toSorted());
    expect(Object.keys(ru).toSorted()).toEqual(keys.toSorted());
  });

  it.each(['uz', 'uz-Cyrl', 'ru'] as const)('%s names the same values as English in every sentence', (language) => {
    const differing = keys.filter((key) => {
      const own = valuesOf(catalogues[language][key], locales[language]);
      if (language === 'uz-Cyrl') return own.join() !== valuesOf(uz[key], locales.uz).join();
      // A language may leave a count unsaid, never name a value that does not come.
      return own.some((name) => !valuesOf(en[key], locales.en).includes(name));
    });
    expect(differing).toEqual([]);
  });

  it('have no empty sentence and no letter of a wrong alphabet', () => {
    const wrong = keys.flatMap((key) => [
      ...(uz[key].trim() === '' || ru[key].trim() === '' || en[key].trim() === '' ? [`${key}: empty`] : []),
      // Uzbek is written in Latin, with ʻ and ʼ; what is quoted from elsewhere is shown as a value.
      ...(/[oOgG]['‘’`]/u.test(uz[key]) ? [`uz ${key}: ${uz[key]}`] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  it('give tomorrow as the example of a date, and none that is past', () => {
    const dated = (['uz', 'ru', 'en'] as const).flatMap((language) =>
      keys
        // The days of a month may be past.
        .filter((key) => !/^(?:month|error\.month|cli\.option)\./u.test(key))
        .filter((key) => /\d\d\.\d\d\.\d{4}/u.test(catalogues[language][key]))
        .map((key) => `${language} ${key}`),
    );
    expect(dated).toEqual([]);
    vi.useFakeTimers({ now: Date.UTC(2026, 11, 30, 20) });
    expect(translatorFor('uz-Cyrl')('issue.values.dateUnreadable', { value: '?' })).toContain('01.01.2027 14:00');
  });

  it('quote in one way in every language', () => {
    const others = (['uz', 'ru', 'en'] as const).flatMap((language) =>
      keys.filter((key) => /[“”„]/u.test(catalogues[language][key])).map((key) => `${language} ${key}`),
    );
    expect(others).toEqual([]);
  });

  it('end in one full stop where a field’s name ends in one', () => {
    const doubled = (['uz', 'ru', 'en'] as const)
      .flatMap((language) =>
        keys
          .filter(
            (key) =>
              /^(issue|error|reason)\./u.test(key) &&
              valuesOf(catalogues[language][key], locales[language]).includes('field'),
          )
          .map((key) => {
            const sentence = new IntlMessageFormat(catalogues[language][key], locales[language], undefined, {
              ignoreTag: true,
            });
            const values = Object.fromEntries(
              valuesOf(catalogues[language][key], locales[language]).map((name) => [
                name,
                name === 'field' ? 'full_name' : 1,
              ]),
            );
            return String(sentence.format(values));
          }),
      )
      .filter((text) => text.includes('..'));
    expect(doubled).toEqual([]);
  });

  it('have all four plural forms where Russian counts', () => {
    const short = keys.filter(
      (key) => /\{\w+, plural,/u.test(ru[key]) && !/one \{.*few \{.*many \{.*other \{/su.test(ru[key]),
    );
    expect(short).toEqual([]);
  });

  it('say in Russian of 21 not what they say of one', () => {
    const alone = keys.filter((key) => saysOneOfMany(new IntlMessageFormat(ru[key], locales.ru).getAst()));
    expect(alone).toEqual([]);
    const other = { sheet: '1', sheets: '«2» (3) …', read: 1 };
    const said = (count: number) => translatorFor('ru')('issue.reading.otherSheets', { ...other, count });
    expect(said(21)).toContain('на других листах (листов: 21), в скобках — сколько: «2» (3) … Если');
    expect(said(1)).toContain('на другом листе');
  });

  it('say in Russian «they» of 21, not «it», which is said of one alone', () => {
    /** Every message with a count, as it stands at `count`. */
    const counted = (count: number): readonly (readonly [MessageKey, string])[] =>
      keys.flatMap((key) => {
        const message = new IntlMessageFormat(ru[key], locales.ru, undefined, { ignoreTag: true });
        const names = valuesOf(ru[key], locales.ru);
        if (!/\{\w+, plural,/u.test(ru[key])) return [];
        const values = names.map(
          (name) => [name, new RegExp(`\\{${name}, (?:plural|number)`, 'u').test(ru[key]) ? count : ''] as const,
        );
        return [[key, String(message.format(Object.fromEntries(values)))] as const];
      });
    const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu));
    const lone = ['он', 'оно', 'его', 'ему', 'нём', 'какой', 'какое'];
    const ofMany = new Map(counted(5));
    const wrong = counted(21).flatMap(([key, text]) => {
      const [said, right] = [words(text), words(ofMany.get(key) ?? '')];
      return lone.some((word) => said.has(word) && !right.has(word)) ? [`${key}: ${text}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('have a sentence for every failure that the sources name', () => {
    const missing: string[] = [];
    for (const folder of ['shared', 'main', 'renderer']) {
      for (const file of sourceFiles(folder)) {
        if (file.startsWith('shared/messages/')) continue;
        for (const [, code] of readFileSync(path.join(root, file), 'utf8').matchAll(
          /(?:\bfailure|new FailureError)\(\s*'([\w.-]+)'/gu,
        )) {
          if (!Object.hasOwn(en, `error.${code}`)) missing.push(`${file}: error.${code}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});
