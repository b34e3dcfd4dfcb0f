/** Numbers that are held with the zeros of their format: part of a code or a text, and of no number. */
import { expect, test } from 'vitest';
import type { Cell } from '../../../../shared/domain/table/table.ts';
import { parseFreeText } from '../../../../shared/domain/values/free-text.ts';
import { parseMoney } from '../../../../shared/domain/values/money.ts';
import { parseOrderId } from '../../../../shared/domain/values/order-id.ts';
import { parsePhone } from '../../../../shared/domain/values/phone.ts';
import { parseProductKey } from '../../../../shared/domain/values/product-key.ts';
import { parseQuantity } from '../../../../shared/domain/values/quantity.ts';
import { parseStatus } from '../../../../shared/domain/values/status.ts';
import { parseZip } from '../../../../shared/domain/values/zip.ts';

const shown = (text: string): Cell => ({ kind: 'number', text });

test.each([
  ['zip', parseZip(shown('001001')), '001001'],
  ['product code', parseProductKey(shown('00042'), 'code'), '00042'],
  ['text', parseFreeText(shown('007'), 'address'), '007'],
  ['order id', parseOrderId(shown('001001')), 1001],
  ['quantity', parseQuantity(shown('05')), 5],
  ['price', parseMoney(shown('00005000'), 'price'), 5000],
  ['status', parseStatus(shown('05')), 5],
  ['phone', parsePhone(shown('00998901234567')), '+998901234567'],
])('%s', (_, parsed, value) => {
  expect(parsed).toMatchObject({ kind: 'value', value, remarks: [] });
});
