import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchCity,
  matchRegion,
  zipFitsRegion,
  type CityMatch,
  type RegionMatch,
} from '../../../../shared/domain/regions/match-region.ts';
import { regionRecords } from '../../../../shared/domain/regions/region-records.ts';
import { regionOfZip, regions } from '../../../../shared/domain/regions/regions.ts';

const region = (id: string) => {
  const found = regions.find((known) => known.id === `UZ-${id}`);
  if (!found) throw new Error(`no region ${id}`);
  return found;
};
/** `BU`, `TK or TO`, `? Toshkent shahri, Toshkent viloyati` */
const show = (match: RegionMatch | CityMatch): string => {
  switch (match.kind) {
    case 'known':
      return 'place' in match ? `${match.place.uz}, ${match.region.id.slice(3)}` : match.region.id.slice(3);
    case 'ambiguous':
      return match.regions.map(({ id }) => id.slice(3)).join(' or ');
    case 'elsewhere':
      return `in ${match.regions.map(({ id }) => id.slice(3)).join(', ')}`;
    case 'unknown':
      return `? ${match.suggestions.join(', ')}`.trim();
  }
};

describe('regions', () => {
  test.each([
    ['Farğona viloyati', 'FA'],
    ['Toşkent viloyati', 'TO'],
    ['Qaşqadaryo', 'QA'],
  ])('%j in newer letters is %s', (name, id) => expect(show(matchRegion(name))).toBe(id));

  test.each(
    regionRecords.flatMap((record) =>
      [record.uz, record.uzCyrillic, record.ru, record.en, ...record.aliases, ...record.capitalNames].map(
        (name) => [name, record.id.slice(3)] as const,
      ),
    ),
  )('%j is %s', (name, id) => {
    expect(show(matchRegion(name))).toBe(id);
  });

  test.each([
    ['buxoro', 'BU'],
    ['BUXORO VILOYATI', 'BU'],
    ['Buxoro  viloyati ', 'BU'],
    ['Бухара обл', 'BU'],
    ['Fargʻona', 'FA'],
    ['Farg‘ona vil', 'FA'],
    ['FARGʼONA', 'FA'],
    ['Horazm', 'XO'],
    ['Karakalpakstan', 'QR'],
    ['Kashkadaryo', 'QA'],
    ['Тошкeнт шаҳри', 'TK'],
    ['Navoiy v.', 'NW'],
    ['Sirdaryo V', 'SI'],
    ['г. Ташкент', 'TK'],
    ['Toshkent shaxar', 'TK'],
    ['Toshkent viloyati', 'TO'],
    ['Toshkent', 'TK or TO'],
    ['Ташкент', 'TK or TO'],
    ['Tashkent', 'TK or TO'],
    ['Тошкент', 'TK or TO'],
    ['Тошкентт', '? Toshkent shahri, Toshkent viloyati'],
    ['Тошкентт ш.', '? Toshkent shahri'],
    ['Samarqnd', '? Samarqand viloyati'],
    ['Самарканская область', '? Samarqand viloyati'],
    ['Surxandaryo', '? Surxondaryo viloyati'],
    ['Namngan', '? Namangan viloyati'],
    ['Chilonzor', '? Toshkent shahri'],
    ['Qarshi', '? Qashqadaryo viloyati'],
    ['Nukus shahri', "? Qoraqalpog'iston Respublikasi"],
    ['Samarqand shahri', '? Samarqand viloyati'],
    ['Buxoro viloyati, Gʻijduvon tumani', '? Buxoro viloyati'],
    ['Toshkent sh., Sergeli', '? Toshkent shahri'],
    ['Toshkent, Chilonzor', '? Toshkent shahri'],
    ['Moskva', '?'],
    ['', '?'],
    ['123', '?'],
    ['viloyat', '?'],
  ])('%j → %s', (text, expected) => {
    expect(show(matchRegion(text))).toBe(expected);
  });

  test.each([
    [{ city: 'Toshkent shahar', zip: '100200' }, 'TK'],
    [{ zip: '100200' }, 'TK'],
    [{ zip: '110100' }, 'TO'],
    [{ city: 'Chirchiq' }, 'TO'],
    [{ city: 'Chilonzor tumani' }, 'TK'],
    [{ city: 'Toshkent' }, 'TK'],
    [{ city: 'Toshkent tumani' }, 'TO'],
    [{ city: 'Юнусабад' }, 'TK'],
    [{ city: 'Toshkent', zip: '110100' }, 'TK or TO'],
    [{ city: 'Buxoro' }, 'TK or TO'],
    [{ zip: '200100' }, 'TK or TO'],
    [{ zip: '1002' }, 'TK or TO'],
    [{}, 'TK or TO'],
  ])('«Toshkent» with %j → %s', (row, expected) => {
    expect(show(matchRegion('Toshkent', row))).toBe(expected);
  });

  test('every suggestion is a known region', () => {
    const names = regionRecords.flatMap(({ uz, ru, places }) => [uz, ru, ...places.map((place) => place.uz)]);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom('', 'a', 'ш', ' '), (name, at, letter) => {
        const typed = name.slice(0, at % name.length) + letter + name.slice((at % name.length) + 1);
        const match = matchRegion(typed);
        if (match.kind === 'unknown')
          for (const suggestion of match.suggestions) expect(matchRegion(suggestion).kind).toBe('known');
      }),
    );
  });
});

describe('shortened and foreign names of regions', () => {
  test.each([
    ['Сам. обл.', 'SA'],
    ['Фер. обл', 'FA'],
    ['Andijon v-ti', 'AN'],
    ['Фарғона в-ти', 'FA'],
    ['Surxon', 'SU'],
    ['Ташобл', 'TO'],
    ['Қарақалпақстан Республикасы', 'QR'],
    ['Тошкент облысы', 'TO'],
    ['Наманган облусу', 'NG'],
    ['Xorezm walayatı', 'XO'],
    ['С обл', '?'],
    ['Nav', '?'],
  ])('%j is %s', (text, id) => expect(show(matchRegion(text))).toBe(id));

  test.each([
    ['Нөкис қ.', 'Nukus shahri, QR'],
    ['Шымбай', 'Chimboy tumani, QR'],
  ])('%j is %s', (text, place) => expect(show(matchCity(text))).toBe(place));

  test('a beginning is never another region', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regionRecords), fc.integer({ min: 3, max: 12 }), ({ ru, id }, length) => {
        const match = matchRegion(`${ru.slice(0, length)} обл.`);
        return match.kind !== 'known' || match.region.id === id;
      }),
    );
  });
});

describe('towns and districts', () => {
  test.each(
    regionRecords.flatMap((record) =>
      record.places.flatMap((place) =>
        [place.uz, place.uzCyrillic, place.ru, place.en, ...place.aliases].map((name) => [name, record] as const),
      ),
    ),
  )('%j is known in its region', (name, record) => {
    expect(matchCity(name, record)).toMatchObject({ kind: 'known', region: { id: record.id } });
  });

  test.each([
    ['Toshkent shahar', undefined, 'Toshkent shahri, TK'],
    ['Toshkent', 'TO', 'Toshkent tumani, TO'],
    ['Toshkent', 'TK', 'Toshkent shahri, TK'],
    ['Toshkent', undefined, 'TK or TO'],
    ['Chilonzor', undefined, 'Chilonzor tumani, TK'],
    ['Buxoro', undefined, 'Buxoro shahri, BU'],
    ['Buxoro tumani', undefined, 'Buxoro tumani, BU'],
    ['Bekobod t.', undefined, 'Bekobod tumani, TO'],
    ['Yunusobod t.', 'TK', 'Yunusobod tumani, TK'],
    ['Юнусабадский р-н', 'TK', 'Yunusobod tumani, TK'],
    ['Хива', 'XO', 'Xiva shahri, XO'],
    ['Hiva', undefined, 'Xiva shahri, XO'],
    ['Коканд', undefined, "Qo'qon shahri, FA"],
    ['Toshkent sh., Sergeli', 'TK', 'Toshkent shahri, TK'],
    ['Yangiyoʻl', 'BU', 'in TO'],
    ['Chilonzr', 'TK', '? Chilonzor tumani'],
    ['Moskva', undefined, '?'],
    ['', undefined, '?'],
  ])('%j in %s → %s', (text, id, expected) => {
    expect(show(matchCity(text, id === undefined ? undefined : region(id)))).toBe(expected);
  });
});

describe('post codes', () => {
  test('every region has prefixes of its own', () => {
    const prefixes = regions.flatMap(({ postalPrefixes }) => postalPrefixes);
    for (const prefix of prefixes) expect(prefixes.filter((other) => other.startsWith(prefix))).toEqual([prefix]);
  });

  test('six digits tell the region', () => {
    expect(regionOfZip('100200')?.id).toBe('UZ-TK');
    expect(regionOfZip('200100')?.id).toBe('UZ-BU');
    expect(regionOfZip('999999')).toBeUndefined();
    expect(regionOfZip('1002')).toBeUndefined();
    expect(zipFitsRegion('200100', region('BU'))).toBe(true);
    expect(zipFitsRegion('200100', region('TK'))).toBe(false);
    expect(zipFitsRegion('999999', region('TK'))).toBeUndefined();
  });
});
