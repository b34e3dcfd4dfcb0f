/** Names in two scripts (docs/domain.md, decision 22). */
import { describe, expect, it } from 'vitest';
import { ProductTable } from '../../../../shared/domain/products/product-table.ts';
import {
  areOfTwoScripts,
  isSameInOtherScript,
  scriptKey,
  soundsOf,
} from '../../../../shared/domain/values/script-key.ts';

describe('one name in two scripts', () => {
  it.each([
    ['Чойнак', 'Choynak'],
    ['Пиёла', 'Piyola'],
    ['Раҳимов', 'Raximov'],
    ['Раҳимов', 'Rahimov'],
    ['Ёстиқ', 'Yostiq'],
    ['Елка', 'Yelka'],
    ['Кўйлак M', 'Koʻylak M'],
    ['Цирк чиптаси', 'Tsirk chiptasi'],
  ])('%s is %s', (cyrillic, latin) => {
    expect([scriptKey(cyrillic), areOfTwoScripts(cyrillic, latin)]).toEqual([scriptKey(latin), true]);
  });

  it.each([
    ['Кол', 'Kul'],
    ['Крем+', 'Krem'],
    ['Куртка 42', 'Kurtka 44'],
  ])('%s is not %s', (one, other) => expect(scriptKey(one)).not.toBe(scriptKey(other)));
});

describe('the product table', () => {
  const product = (key: string, productId: number) =>
    ({ keyKind: 'name', key, productId, variationId: null, price: null }) as const;

  it('finds a name in the other script', () => {
    const table = new ProductTable([product('Choynak', 31), product('Лаган', 33)]);
    expect([table.find('name', 'Чойнак')?.productId, table.find('name', 'Lagan')?.productId]).toEqual([31, 33]);
  });

  it('takes none where two products share it, nor one that only resembles it in the same script', () => {
    const table = new ProductTable([product('Xalat', 1), product('Halat', 2), product('Qalam', 3)]);
    expect([table.find('name', 'Халат'), table.find('name', 'Kalam')]).toEqual([undefined, undefined]);
  });
});

describe('texts compared across scripts', () => {
  it.each([
    ['Раҳимов Сардор', 'Raximov Sardor', true],
    ['Raximov', 'Rahimov', false],
    ['12', '12', false],
    ['Раҳимов', 'Karimov', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameInOtherScript(one, other)).toBe(same);
  });

  it('a text’s sounds have their spellings in both', () => {
    expect(soundsOf('Ch9').map((sound) => sound.join())).toEqual(['ch,ч', '9']);
    expect(soundsOf('ш')[0]).toContain('sh');
  });
});
