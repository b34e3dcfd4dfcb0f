import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ru } from '../../../../shared/messages/ru/index.ts';
import type { MessageKey } from '../../../../shared/messages/translator.ts';
import { translatorFor } from '../../../../shared/messages/translators.ts';
import { toCyrillic } from '../../../../shared/messages/uz-cyrl/to-cyrillic.ts';
import { uz } from '../../../../shared/messages/uz/index.ts';

const keys = Object.keys(uz) as MessageKey[];

/** The message's own words: without the values in it, and their kinds. */
function ownText(message: string): string {
  return message
    .replaceAll(/\{\w+(?:, number)?\}/gu, ' ')
    .replaceAll(/\{\w+, (?:plural|select),/gu, ' ')
    .replaceAll(/[\w=]+\s*\{/gu, ' ');
}

const latinWords = (text: string): string[] => text.match(/[A-Za-z][A-Za-z]+/gu) ?? [];

describe('a message in Cyrillic', () => {
  test.each([
    ['«{file}» hajmi {megabytes} MB', '«{file}» ҳажми {megabytes} МБ'],
    ['{count, plural, other {# ta buyurtma}}', '{count, plural, other {# та буюртма}}'],
    ['{rows, plural, =0 {yoʻq} one {bir} other {{rows} ta}}', '{rows, plural, =0 {йўқ} one {бир} other {{rows} та}}'],
    ['{field, select, phone {telefon} other {}}.', '{field, select, phone {телефон} other {}}.'],
    ['{most, number} tasi', '{most, number} таси'],
    ['{row}-qator, {order}-buyurtma', '{row}-қатор, {order}-буюртма'],
    // names
    ['WMSdan tekshirish', 'WMSдан текшириш'],
    ['Exceldagidek, CSV ham', 'Excelдагидек, CSV ҳам'],
    ['Order Importer', 'Order Importer'],
    ['Microsoft Excel ni, OneDrive', 'Microsoft Excel ни, OneDrive'],
    ['Mahsulot ID, IDlari', 'Маҳсулот ID, IDлари'],
    ['F.I.Sh. ustuni', 'Ф.И.Ш. устуни'],
    ['PIN kod', 'PIN код'],
    ['Shahar (Toshkent shahri)', 'Шаҳар (Toshkent shahri)'],
    // keys, columns
    ['Qaytarish (Ctrl+Z, F8)', 'Қайтариш (Ctrl+Z, F8)'],
    ['masalan D=maydon, A3:F20', 'масалан D=майдон, A3:F20'],
    ['U tugadi, u yerda', 'У тугади, у ерда'],
    // what is typed
    ['--rule splitItems=on yoki --shop NOMI', '--rule splitItems=on ёки --shop НОМИ'],
    ['order-importer new-command go {x}. Qarang', 'order-importer new-command go {x}. Қаранг'],
    ['ledger export, -o FAYL.xlsx', 'ledger export, -o ФАЙЛ.xlsx'],
    ['bor-yoʻqligi', 'бор-йўқлиги'],
    ['WMS_TOKEN, order_id', 'WMS_TOKEN, order_id'],
    ['http://wms.bts.uz:8040/ kabi', 'http://wms.bts.uz:8040/ каби'],
    ['windows-1251, koi8-r', 'windows-1251, koi8-r'],
    ['uz, uz-Cyrl, ru yoki en', 'uz, uz-Cyrl, ru ёки en'],
  ])('%s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it('holds values as they are', () => {
    const t = translatorFor('uz-Cyrl');
    expect(t('word.orders', { count: 1200 })).toBe('1\u00a0200 та буюртма');
    expect(t('issue.values.numberUnreadable', { value: 'Chelak' })).toMatch(/^«Chelak»ни сон/u);
  });
});

describe('the catalogue in Cyrillic', () => {
  // A word that this finds belongs into the names or typed words of to-cyrillic.ts.
  it('leaves Latin what is Latin in Russian, too', () => {
    const lost = keys.flatMap((key) => {
      const respelled = latinWords(ownText(toCyrillic(uz[key])));
      const latin = latinWords(ownText(uz[key]));
      return latinWords(ownText(ru[key]))
        .filter((word) => latin.includes(word) && !respelled.includes(word))
        .map((word) => `${key}: ${word}`);
    });
    expect(lost).toEqual([]);
  });

  // An Uzbek word that this finds was taken for a name.
  it('leaves nothing else Latin', () => {
    const russian = new Set(keys.flatMap((key) => latinWords(ownText(ru[key]))));
    const left = keys.flatMap((key) =>
      latinWords(ownText(toCyrillic(uz[key])))
        .filter((word) => !russian.has(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(left).toEqual([]);
    expect(keys.filter((key) => /[ʻʼ]/u.test(toCyrillic(uz[key])))).toEqual([]);
  });

  // A word that this finds belongs into the loan-words of cyrillic-word.ts.
  it('spells the words that it shares with Russian as Russian does', () => {
    const folded = (word: string): string =>
      word
        .toLowerCase()
        .replaceAll(/[ьъ]/gu, '')
        .replaceAll(/ц|тс/gu, 'с')
        .replaceAll('э', 'е')
        .replaceAll('йе', 'е')
        .replaceAll(/(.)\1/gu, '$1');
    const words = (text: string): string[] => text.match(/[а-яё]{5,}/giu) ?? [];
    const russian = new Map(keys.flatMap((key) => words(ownText(ru[key]))).map((word) => [folded(word), word]));
    const doubtful = keys
      .flatMap((key) => words(ownText(toCyrillic(uz[key]))))
      .filter((word) => {
        const other = russian.get(folded(word));
        return other !== undefined && other.toLowerCase().replace(/ь$/u, '') !== word.toLowerCase().replace(/ь$/u, '');
      });
    expect(doubtful).toEqual([]);
  });
});

describe('the guide in Cyrillic', () => {
  // `vitest -u` on this file writes it.
  it('is the Latin guide, respelled', async () => {
    const folder = path.resolve(import.meta.dirname, '../../../../docs/guide');
    const guide = toCyrillic(readFileSync(path.join(folder, 'uz.md'), 'utf8'));
    await expect(guide.replaceAll('screenshots/uz/', 'screenshots/uz-Cyrl/')).toMatchFileSnapshot(
      path.join(folder, 'uz-Cyrl.md'),
    );
  });
});
