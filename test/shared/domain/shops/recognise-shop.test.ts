/** Whose orders a file holds: what is sure, and what is asked. */
import { describe, expect, it } from 'vitest';
import { recogniseShop, type ShopSigns } from '../../../../shared/domain/shops/recognise-shop.ts';

const shops = [
  { id: 'atlas', name: 'Atlas' },
  { id: 'atlas premium', name: 'Atlas Premium' },
  { id: 'bodom', name: 'Бодом' },
];
const nothing = { removed: [], texts: [], sameHeadings: [], anyHeadings: [], sameName: [], sameFolder: [] };
const told = (signs: Partial<ShopSigns>) => recogniseShop({ shops, ...nothing, ...signs }).shop;

describe('a shop', () => {
  it.each([
    ['buyurtmalar ATLAS 24.11.xlsx', 'atlas'],
    ['Atlasdan_kelgan.csv', 'atlas'],
    ['Atlas Premium noyabr.xlsx', 'atlas premium'],
    ['заказы БОДОМ.xls', 'bodom'],
    ['buyurtmalar.xlsx', null],
    ['atlasxona.xlsx', null],
    ['atlas va бодом.xlsx', null],
  ])('is named in %j: %j', (text, shop) => {
    expect(told({ texts: [text] })).toBe(shop);
  });

  it('is the only one, whatever the file says', () => {
    expect(recogniseShop({ shops: shops.slice(0, 1), ...nothing, texts: ['Бодом'] }).shop).toBe('atlas');
  });

  it('is none of those that are left where the file is of one that was removed', () => {
    const left = shops.slice(2);
    const removed = shops.slice(0, 2);
    const toldOf = (signs: Partial<ShopSigns>) => {
      const { shop, removedShop } = recogniseShop({ shops: left, ...nothing, removed, ...signs });
      return [shop, removedShop];
    };
    expect(toldOf({ texts: ['Atlas 24.11.xlsx'] })).toEqual([null, 'Atlas']);
    expect(toldOf({ sameHeadings: ['atlas'], anyHeadings: ['atlas'] })).toEqual([null, 'Atlas']);
    expect(toldOf({ sameHeadings: ['atlas', 'bodom'] })).toEqual(['bodom', null]);
    expect(toldOf({ texts: ['Бодом.xlsx'], sameHeadings: ['atlas'] })).toEqual(['bodom', null]);
    expect(toldOf({ texts: ['buyurtmalar.xlsx'] })).toEqual(['bodom', null]);
  });

  it('is told by headings where every other shop has its own', () => {
    expect(told({ sameHeadings: ['bodom'], anyHeadings: ['bodom'] })).toBeNull();
    expect(told({ sameHeadings: ['bodom'], anyHeadings: ['atlas', 'atlas premium', 'bodom'] })).toBe('bodom');
    expect(told({ sameHeadings: ['bodom', 'atlas'], anyHeadings: ['atlas', 'atlas premium', 'bodom'] })).toBeNull();
  });

  it('is told by headings, name and folder together', () => {
    expect(told({ sameHeadings: ['bodom'], sameName: ['bodom'], sameFolder: ['bodom'] })).toBe('bodom');
    expect(told({ sameHeadings: ['bodom'], sameName: ['bodom'], sameFolder: ['bodom', 'atlas'] })).toBeNull();
    expect(told({ sameName: ['bodom'], sameFolder: ['bodom'] })).toBeNull();
  });

  it('is asked where its name and another’s headings disagree; the likeliest is first', () => {
    const asked = recogniseShop({
      shops,
      ...nothing,
      texts: ['Бодом'],
      sameHeadings: ['atlas'],
      anyHeadings: ['atlas'],
    });
    expect(asked).toEqual({ shop: null, likeliest: ['bodom', 'atlas', 'atlas premium'], removedShop: null });
  });
});
