import { describe, expect, it } from 'vitest';
import { checkNames, type CheckLevel, type CheckName } from '../../../../shared/domain/model/checks.ts';
import { documentHeadings, fileCodes, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

/** A row that each check has something to say of. */
const pointedOut: Readonly<Partial<Record<CheckName, Parameters<typeof orderRow>[0]>>> = {
  datePast: { scheduled_at: '20.11.2026 14:00' },
  dateFar: { scheduled_at: '20.12.2027 14:00' },
  dateMidnight: { scheduled_at: '26.11.2026 00:00' },
  dateWindow: { scheduled_at: '26.11.2026 10:00-12:00' },
  orderIdLarge: { order_id: '9000000000' },
  phoneUnusual: { phone: '+998612345678' },
  phoneForeign: { phone: '+79161234567' },
  phoneSeveral: { phone: '+998901234567, +998901234568' },
  regionUnknown: { region: 'Tashkentiya', city: '', zip: '' },
  zipForm: { zip: '1002' },
  countryOther: { country: 'Qozogʻiston' },
  quantityLarge: { quantity: '5000' },
  priceZero: { price: '0', discount: '0', final_price: '0' },
  productIdDoubtful: { client_product_id: '4780000000017' },
  newProduct: { client_product_id: '18' },
};

function sheet(check: CheckName, level?: CheckLevel) {
  return openRows([documentHeadings, orderRow(pointedOut[check] ?? {})], {
    ...(level === undefined ? {} : { rules: { checks: { [check]: level } } }),
    // Only the product id of one check is none of them.
    input: { acceptedProducts: new Set([17, 4_780_000_000_017]) },
  });
}

describe.each(Object.keys(pointedOut) as CheckName[])('%s', (check) => {
  it('is a warning that goes out, nothing, or an error that holds the order back', () => {
    const codes = issueCodes(sheet(check));
    expect(codes).toHaveLength(1);
    expect(requestsOf(sheet(check))).toHaveLength(1);
    expect(issueCodes(sheet(check, 'warning'))).toEqual(codes);
    expect([issueCodes(sheet(check, 'off')), requestsOf(sheet(check, 'off')).length]).toEqual([[], 1]);
    const held = sheet(check, 'error');
    expect([issueCodes(held), requestsOf(held).length]).toEqual([codes, 0]);
    expect(held.summary().counts).toMatchObject({ total: 1, withErrors: 1 });
  });
});

describe('checks of a whole order', () => {
  const twice = (level: CheckLevel) =>
    openRows([documentHeadings, orderRow(), orderRow()], { rules: { checks: { sameProduct: level } } });

  it('weigh as much as those of a cell', () => {
    expect(
      [twice('off'), twice('warning'), twice('error')].map((batch) => [
        issueCodes(batch),
        batch.summary().counts.ready,
      ]),
    ).toEqual([
      [[], 1],
      [['orders.sameProduct'], 1],
      [['orders.sameProduct'], 0],
    ]);
  });
});

describe('a value for all rows', () => {
  const undated = documentHeadings.filter((heading) => heading !== 'scheduled_at');
  const row = orderRow().filter((_, at) => documentHeadings[at] !== 'scheduled_at');
  const open = (level: CheckLevel) =>
    openRows([undated, row], {
      choices: { constants: { scheduled_at: '20.11.2026 14:00' } },
      rules: { checks: { datePast: level } },
    });

  it('is weighed like a cell: what holds orders back is no value', () => {
    expect(
      [open('off'), open('warning'), open('error')].map((batch) => [
        fileCodes(batch).filter((code) => code.startsWith('values.')),
        batch.summary().counts.ready,
      ]),
    ).toEqual([
      [[], 1],
      [['values.datePast'], 1],
      [['values.datePast'], 0],
    ]);
  });
});

it('every check is tried', () => {
  const elsewhere: readonly CheckName[] = [
    'cityUnknown',
    'placesDiffer',
    'sameProduct',
    'manyItems',
    'productDiffers',
    'sameOrder',
  ];
  expect([...Object.keys(pointedOut), ...elsewhere].toSorted()).toEqual([...checkNames].toSorted());
});
