/** Where an order goes: as typed, with what is to be said of it (docs/domain.md, decisions 24 to 28, «Regions»). */
import { describe, expect, it } from 'vitest';
import { PlaceMatcher, readDeliveryAddress } from '../../../../shared/domain/checking/delivery-address.ts';
import { readOrderField } from '../../../../shared/domain/checking/order-field.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import { interpretedSheet, issueText } from '../../../support/interpreted-sheet.ts';

const headings = ['order_id', 'region', 'city', 'zip', 'address'] as const;
type Place = Partial<Record<Exclude<(typeof headings)[number], 'order_id'>, string>>;

/** The rows of one order, from row 2 on. */
function read(places: Place | readonly Place[], rules: Partial<Rules> = {}) {
  const rows = [places].flat();
  const sheet = interpretedSheet(
    [headings, ...rows.map((row) => ['1', row.region ?? '', row.city ?? '', row.zip ?? '', row.address ?? ''])],
    { rules, columns: headings.map((field, column) => ({ column, field })) },
  );
  const context = { ...sheet, places: new PlaceMatcher() };
  const orderRows = { active: rows.map((_, at) => at + 1), leftOut: [] };
  const address = readOrderField(sheet.readers.address, orderRows, sheet.collector).value;
  const found = readDeliveryAddress(context, address, orderRows, 1, sheet.collector);
  return {
    found,
    sent: [found.region, found.city, found.zip].map((one) => one?.value ?? '–').join(' | '),
    said: sheet.collector.issues.map(issueText),
    statistics: sheet.statistics,
  };
}

describe('the region', () => {
  it.each<[string, Place, string, readonly string[]]>([
    ['known, as typed', { region: 'бухарская обл.' }, 'бухарская обл. | – | –', []],
    ['old spelling, as typed', { region: 'Buxoro v.' }, 'Buxoro v. | – | –', []],
    [
      'nearly known: warned of with the right name, sent as typed',
      { region: 'Buxxoro viloyati' },
      'Buxxoro viloyati | – | –',
      ['B2 !orders.regionUnknownSuggested → Buxoro viloyati'],
    ],
    ['unknown', { region: 'Atlantida' }, 'Atlantida | – | –', ['B2 !orders.regionUnknown']],
    ['blank', {}, '– | – | –', []],
  ])('%s', (_, place, sent, said) => expect(read(place)).toMatchObject({ sent, said }));

  it('in one spelling where the profile says so, marked as the profile’s', () => {
    const { found, said } = read({ region: 'бухарская обл.', city: 'Бухара' }, { regionSpelling: 'uzLatin' });
    expect(found.region).toMatchObject({ value: 'Buxoro viloyati', origin: 'profile' });
    expect(found.city).toMatchObject({ value: 'Buxoro shahri', origin: 'profile' });
    expect(said).toEqual([]);
    expect(read({ region: 'Buxoro viloyati' }, { regionSpelling: 'uzLatin' }).found.region?.origin).toBe('cell');
    expect(read({ region: 'Atlantida' }, { regionSpelling: 'uzLatin' }).sent).toBe('Atlantida | – | –');
  });
});

describe('«Toshkent» alone', () => {
  it.each<[string, Place, Partial<Rules>, string, readonly string[], number]>([
    ['is asked about, and stays as typed', {}, {}, 'Toshkent', ['B2 ·orders.regionAmbiguous'], 1],
    ['is decided by the post code', { zip: '100200' }, {}, 'Toshkent', [], 0],
    ['is decided by the town', { city: 'Chirchiq' }, {}, 'Toshkent', [], 0],
    ['is the city where the profile says so', {}, { toshkentMeans: 'city' }, 'Toshkent shahri', [], 0],
    ['is the region where the profile says so', {}, { toshkentMeans: 'region' }, 'Toshkent viloyati', [], 0],
    [
      'is what the post code says before what the profile says',
      { zip: '100200' },
      { toshkentMeans: 'region', regionSpelling: 'uzLatin' },
      'Toshkent shahri',
      [],
      0,
    ],
  ])('%s', (_, place, rules, region, said, asked) => {
    const { found, said: found2, statistics } = read({ region: 'Toshkent', ...place }, rules);
    expect([found.region?.value, found2, statistics.ambiguousRegions]).toEqual([region, said, asked]);
  });
});

describe('town and post code', () => {
  it.each<[string, Place, readonly string[]]>([
    ['that fit', { region: 'Buxoro viloyati', city: 'Gʻijduvon', zip: '200100' }, []],
    ['a town of another region', { region: 'Buxoro viloyati', city: 'Chirchiq' }, ['C2 !orders.cityElsewhere']],
    ['a village that no list has', { region: 'Buxoro viloyati', city: 'Zarmitan qishlogʻi' }, []],
    ['a post code of another region', { region: 'Buxoro viloyati', zip: '100200' }, ['D2 !orders.zipElsewhere']],
    ['a town where the region is unknown', { region: 'Atlantida', city: 'Chirchiq' }, ['B2 !orders.regionUnknown']],
  ])('%s', (_, place, said) => {
    const result = read(place);
    expect(result.said).toEqual(said);
    expect(result.sent).toBe([place.region, place.city ?? '–', place.zip ?? '–'].join(' | '));
  });
});

describe('what is said of a name is said of the rows that hold it', () => {
  it('in every row, so that one click mends them all', () => {
    expect(read([{ region: 'Buxxoro viloyati' }, {}, { region: 'buxxoro viloyati' }]).said).toEqual([
      'B2 !orders.regionUnknownSuggested → Buxoro viloyati',
      'B4 !orders.regionUnknownSuggested → Buxoro viloyati',
    ]);
  });

  it('and not of a row that names another region, town or post code', () => {
    const placesOf = (rows: readonly Place[]) => read(rows).said.filter((text) => !text.includes('orders.conflict'));
    expect(placesOf([{ region: 'Buxxoro viloyati' }, { region: 'Samarqand viloyati' }])).toEqual([
      'B2 !orders.regionUnknownSuggested → Buxoro viloyati',
    ]);
    const region = 'Buxoro viloyati';
    expect(
      placesOf([
        { region, city: 'Chirchiq' },
        { region, city: 'Buxoro' },
      ]),
    ).toEqual(['C2 !orders.cityElsewhere']);
    expect(
      placesOf([
        { region, zip: '100200' },
        { region, zip: '200100' },
      ]),
    ).toEqual(['D2 !orders.zipElsewhere']);
  });
});

describe('the region out of the address', () => {
  const on = { regionFromAddress: 'on' } as const;

  it('is taken only where it was confirmed, and only where no cell gives it', () => {
    const address = 'Buxoro, Gʻijduvon 3';
    expect(read({ address }).found).toMatchObject({ region: null, regionRefused: false });
    const { found, said, statistics } = read({ address }, on);
    expect(found.region).toEqual({ value: 'Buxoro viloyati', index: null, origin: 'computed' });
    expect([said, statistics.regionsFromAddress]).toEqual([[], 1]);
    expect(read({ address, region: 'Navoiy viloyati' }, on).sent).toBe('Navoiy viloyati | – | –');
  });

  it('that names none, or two that exclude each other, is an error at the address', () => {
    expect(read({ address: 'Mustaqillik 4' }, on)).toMatchObject({
      found: { region: null, regionRefused: true },
      said: ['E2 ✕orders.regionNotInAddress'],
    });
    expect(read({ address: 'Samarqand, Buxoro' }, on).found.region).toBeNull();
  });

  it('a blank address is no further error: the address itself is missing', () => {
    expect(read({}, on)).toMatchObject({ found: { region: null, regionRefused: false }, said: [] });
  });
});
