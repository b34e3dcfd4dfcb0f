/** Words of headings in which a hyphen stands for the letters between. */
import { describe, expect, it } from 'vitest';
import { withHyphensWrittenOut } from '../../../../shared/domain/columns/hyphenated.ts';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';

describe('a hyphen that stands for the letters between', () => {
  it.each([
    ['Пок-ль', 'full_name'],
    ['Ск-ка/шт', 'discount'],
    ['Ад-с', 'address'],
    ['Кол-во', 'quantity'],
    ['К-во', 'quantity'],
    ['Тел-н', 'phone'],
  ])('«%s» is %s', (heading, field) => {
    expect(readHeading(heading).matches.map((match) => match.field)).toContain(field);
  });

  it.each(['E-mail', 'Ism-sharifi', 'Т-р', 'Р-н', 'Z-kod', 'WMS-ID'])('«%s» stays as it is', (heading) => {
    expect(withHyphensWrittenOut(heading)).toBe(heading);
  });

  it('where to it goes is the recipient’s, also in a branch; where from is not', () => {
    expect(readHeading('Qayerga (filial)').matches[0]?.field).toBe('address');
    expect(readHeading('Куда (филиал)').matches[0]?.field).toBe('address');
    expect(readHeading('Адрес филиала').matches).toEqual([]);
    expect(readHeading('Qayerdan (filial)').matches).toEqual([]);
  });
});
