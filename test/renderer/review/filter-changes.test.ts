import { describe, expect, it } from 'vitest';
import {
  chosenFacetCount,
  nothingFolded,
  withFacet,
  withFold,
  nextSort,
} from '../../../renderer/review/filter-changes.ts';

describe('facets', () => {
  it('take values on and off, and count them', () => {
    const both = withFacet(
      withFacet(withFacet({}, 'region', 'Buxoro viloyati', true), 'region', 'Toshkent shahri', true),
      'day',
      '2026-11-25',
      true,
    );
    expect(both).toEqual({ region: ['Buxoro viloyati', 'Toshkent shahri'], day: ['2026-11-25'] });
    expect(chosenFacetCount(both)).toBe(3);
    expect(chosenFacetCount(withFacet(both, 'region', 'Buxoro viloyati', false))).toBe(2);
    expect(chosenFacetCount(undefined)).toBe(0);
  });
});

describe('sorting', () => {
  it('goes upwards, downwards, and back to the file; another column begins upwards', () => {
    const up = nextSort(null, 3);
    const down = nextSort(up, 3);
    expect([up, down, nextSort(down, 3), nextSort(down, 4)]).toEqual([
      { column: 3, direction: 'ascending' },
      { column: 3, direction: 'descending' },
      null,
      { column: 4, direction: 'ascending' },
    ]);
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
