import { matchRegion } from '../../../../shared/domain/regions/match-region.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherRegionIn, regionInAddress, regionOfTown } from '../../../../shared/domain/regions/region-in-address.ts';

function told(address: string): string {
  const match = regionInAddress(address);
  if (match === undefined) return '–';
  return match.kind === 'known'
    ? match.region.uz
    : match.kind === 'ambiguous'
      ? match.regions.map(({ uz }) => uz).join(' / ')
      : '?';
}

describe('the region in an address', () => {
  it.each([
    ['Toshkent, Chilonzor 5-12', 'Toshkent shahri'],
    ['Toshkent sh Yunusobod 4-12-33', 'Toshkent shahri'],
    ['г. Ташкент, ул. Бухара 5', 'Toshkent shahri'],
    ['Чиланзар 9', 'Toshkent shahri'],
    ['Toshkent Chilonzor 5-12', 'Toshkent shahri'],
    ['Toshkent Chirchiq Navoiy 5', 'Toshkent viloyati'],
    ['Buxoro Navoiy 5', 'Buxoro viloyati'],
    ['Buxoro Gʻijduvon 3', 'Buxoro viloyati'],
    ['Toshkent vil., Chirchiq sh., Navoiy 5', 'Toshkent viloyati'],
    ['Buxoro, Navoiy koʻchasi 3', 'Buxoro viloyati'],
    ['Бухара, ул. Навои 3', 'Buxoro viloyati'],
    ['Buxoro viloyati Gʻijduvon', 'Buxoro viloyati'],
    ['Olot tumani, Mustaqillik 4', 'Buxoro viloyati'],
    ['Самаркандская обл., г. Самарканд, Регистан 1', 'Samarqand viloyati'],
    ['Samarqand vil. Urgut tumani, Mustaqillik 4', 'Samarqand viloyati'],
    ["Buxoro ko'chasi 5, Samarqand", 'Samarqand viloyati'],
    ['Фарғона вилояти Қўқон шаҳри Навоий кўчаси 5', "Farg'ona viloyati"],
    ['Нукус, ул. Бердаха 1', "Qoraqalpog'iston Respublikasi"],
    ['Andijon, Asaka', 'Andijon viloyati'],
    ['Qarshi shahar 5-mikrorayon', 'Qashqadaryo viloyati'],
    ['Xorazm Urganch Al-Xorazmiy 12', 'Xorazm viloyati'],
    ['Navoiy shahri, Buxoro koʻchasi', 'Navoiy viloyati'],
  ])('%j is %s', (address, region) => expect(told(address)).toBe(region));

  it.each([
    'Navoiy koʻchasi 3',
    'Navoiy 3',
    'ул. Навои 3',
    'Amir Temur koʻchasi 14',
    'Мустақиллик 5',
    'Buxoro, Samarqand',
    '',
    '5-12',
  ])('%j names none', (address) => expect(told(address)).toBe('–'));

  it('that may be one of two is not decided', () =>
    expect(told('Toshkent')).toBe('Toshkent shahri / Toshkent viloyati'));

  it('never throws', () => {
    const word = fc.constantFrom(
      'Toshkent',
      'Buxoro',
      'shahri',
      'вилояти',
      'ул.',
      'Навои',
      '5-12',
      ',',
      ';',
      'koʻchasi',
      'MFY',
      '🏠',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 10 }), (words) => {
        expect(['–', 'string']).toContain(typeof told(words.join(' ')) === 'string' ? 'string' : '–');
      }),
    );
  });
});

describe('a street that is called like a district', () => {
  it.each(['Beruniy 21', 'Paxtakor, Do‘stlik 5', 'Toshkent, Olmazor, Beruniy 21'])('«%s» is none of its', (address) => {
    const match = regionInAddress(address);
    expect(match?.kind === 'known' ? match.region.uz : null).not.toBe("Qoraqalpog'iston Respublikasi");
  });

  it('gives way to a name that has no number', () => {
    const match = regionInAddress('Samarqand, Chust 5');
    expect(match?.kind === 'known' && match.region.uz).toBe('Samarqand viloyati');
  });
});

describe('a town’s column', () => {
  it.each([
    ['Toshkent', 'Toshkent shahri'],
    ['Toshkent, Yunusobod', 'Toshkent shahri'],
    ['Ташкент обл., Чирчик', 'Toshkent viloyati'],
    ['Margʻilon', "Farg'ona viloyati"],
    ['Atlantida', undefined],
  ])('«%s»', (text, region) => {
    expect(regionOfTown(text)?.uz).toBe(region);
  });
});

describe('an address in another region than the one given', () => {
  const other = (address: string, region: string): string | undefined => {
    const match = matchRegion(region);
    return match.kind === 'known' ? otherRegionIn(address, match.region)?.uz : undefined;
  };

  it.each([
    ['Buxoro shahri, Bahouddin Naqshband ko‘chasi 151', 'Samarqand viloyati', 'Buxoro viloyati'],
    ['г. Карши, ул. Навои, 4', 'Бухарская область', 'Qashqadaryo viloyati'],
    ['Denov tumani, Navoiy 60', 'Samarqand viloyati', 'Surxondaryo viloyati'],
    ['Buxoro, Mustaqillik 3', 'Xorazm viloyati', 'Buxoro viloyati'],
    ['Toshkent sh., Yunusobod 4-12', 'Toshkent viloyati', 'Toshkent shahri'],
  ])('%s is not in %s', (address, region, expected) => expect(other(address, region)).toBe(expected));

  it.each([
    ['Samarqand sh., Buxoro ko‘chasi 5', 'Samarqand viloyati'],
    ['ул. Бухара, 12', 'Самаркандская область'],
    ['Navoiy, 12', 'Samarqand viloyati'],
    ['Buxoro, 12-uy', 'Samarqand viloyati'],
    ['Buxoro 12', 'Samarqand viloyati'],
    ['Samarqand yo‘li 7, Buxoro darvozasi', 'Andijon viloyati'],
    ['Furqat, Tinchlik mahallasi 3', 'Namangan viloyati'],
    ['Toshkent, Qibray tumani', 'Toshkent viloyati'],
    ['г. Чирчик, ул. Самарканд, 4', 'Ташкентская область'],
    ['Mustaqillik 5', 'Navoiy viloyati'],
  ])('%s may be in %s', (address, region) => expect(other(address, region)).toBeUndefined());
});
