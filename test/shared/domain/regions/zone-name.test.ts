/** Zones of shops (docs/domain.md, «Regions»). */
import { describe, expect, it } from 'vitest';
import { isZoneName } from '../../../../shared/domain/regions/zone-name.ts';
import { issueCodes, openRows, orderRow, documentHeadings, requestsOf } from '../../../support/batch.ts';

it.each(['Vodiy', 'ВОДИЙ', 'Voha', 'Zone 2', 'зона 3', 'Зона А', 'Центр', 'Markaz', 'Vodiy tomon', 'Юг'])(
  '«%s» is a zone',
  (text) => expect(isZoneName(text)).toBe(true),
);

it.each(['Vodil', 'Buxoro', 'Марказий', 'Центральная 5', 'Zomin', '', 'Навоийская область'])('«%s» is none', (text) =>
  expect(isZoneName(text)).toBe(false),
);

describe('a zone in place of the region', () => {
  const open = (region: string, address: string) =>
    openRows([documentHeadings, orderRow({ region, address, city: '', zip: '' })]);

  it('gives way to what the address says, which is told', () => {
    const batch = open('Vodiy', 'Namangan sh., Navoiy ko‘chasi 14');
    expect(issueCodes(batch)).toContain('orders.regionOfZone');
    expect(requestsOf(batch)[0]?.region).toBe('Namangan viloyati');
  });

  it('waits for the region where nothing says it', () => {
    const batch = open('Vodiy', 'Navbahor ko‘chasi 14');
    expect(issueCodes(batch)).toContain('orders.regionIsZone');
    expect(requestsOf(batch)).toEqual([]);
  });
});
