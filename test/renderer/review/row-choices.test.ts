import { describe, expect, it } from 'vitest';
import { chosenFacets, nothingFolded, withFacet, withFold, withSort } from '../../../renderer/review/row-choices.ts';

describe('facets', () => {
  it('take values on and off, and count them', () => {
    const both = withFacet(withFacet(withFacet({}, 'region', 'Buxoro viloyati', true), 'region', 'Toshkent shahri', true), 'day', '2026-11-25', true);
    expect(both).toEqual({ region: ['Buxoro viloyati', 'Toshkent shahri'], day: ['2026-11-25'] });
    expect(chosenFacets(both)).toBe(3);
    expect(chosenFacets(withFacet(both, 'region', 'Buxoro viloyati', false))).toBe(2);
    expect(chosenFacets(undefined)).toBe(0);
  });
});

describe('sorting', () => {
  it('goes upwards, downwards, and back to the file; another column begins upwards', () => {
    const up = withSort(null, 3);
    const down = withSort(up, 3);
    expect([up, down, withSort(down, 3), withSort(down, 4)]).toEqual([{ column: 3, direction: 'ascending' }, { column: 3, direction: 'descending' }, null, { column: 4, direction: 'ascending' }]);
  });
});

describe('folding', () => {
  it('holds an order against what all of them do', () => {
    const one = withFold(nothingFolded, '700001', true);
    expect(one).toEqual({ all: false, except: ['700001'] });
    expect(withFold(withFold(one, '700001', true), '700001', false)).toEqual(nothingFolded);
    expect(withFold({ all: true, except: [] }, '700001', false)).toEqual({ all: true, except: ['700001'] });
    expect(withFold({ all: true, except: ['700001'] }, '700001', true)).toEqual({ all: true, except: [] });
  });
});
