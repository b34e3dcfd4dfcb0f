/** What the heading of a column that is a ware says besides its name. */
import { describe, expect, it } from 'vitest';
import { readWareHeading } from '../../../../shared/domain/columns/ware-heading.ts';

describe('the heading of a ware', () => {
  it.each([
    ['Patir', 'Patir', null],
    ['Patir (8000)', 'Patir', '8000'],
    ['Patir - 8 000', 'Patir', '8 000'],
    ['Тандыр нан — 4000 сум', 'Тандыр нан', '4000'],
    ["Go'shtli somsa 12 000 so'm", "Go'shtli somsa", '12 000'],
    ['Patir\n8 ming', 'Patir 8 ming', null],
    ['Patir (8 ming)', 'Patir', '8 ming'],
    ['Patir, dona', 'Patir', null],
    ['Patir (dona)', 'Patir', null],
    ['Патир, шт.', 'Патир', null],
    ['Чай чёрный 100 г', 'Чай чёрный 100 г', null],
    ['Kalendar - 2027', 'Kalendar - 2027', null],
    ['Shampun (1000 ml)', 'Shampun (1000 ml)', null],
    ['PT-1', 'PT-1', null],
  ])('«%s»', (heading, name, price) => {
    expect(readWareHeading(heading)).toEqual({ name, price });
  });
});
