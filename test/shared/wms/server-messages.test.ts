import { describe, expect, test } from 'vitest';
import { readGeneralMessage, readServerMessage } from '../../../shared/wms/server-messages.ts';
// Sentences as yiisoft/yii2 writes them (BSD-3-Clause, see shared/wms/server-messages.ts), one for each validator and language.
import golden from './golden/yii-messages.json';

const fieldMessages = golden.filter(({ about }) => about === 'field');
const requestMessages = golden.filter(({ about }) => about === 'request');

describe('the sentences of the validators', () => {
  test.each(fieldMessages)('$language $kind: $message', ({ kind, message }) => {
    const read = readServerMessage(message);
    expect(read.kind).toBe(kind);
    expect(read.label).toBe(kind === 'uniqueCombo' ? '"Order ID"-"Buyer"' : 'Full Name');
  });

  test.each(requestMessages)('$language $kind: $message', ({ kind, message }) => {
    expect(readGeneralMessage(message)).toBe(kind);
    expect(readServerMessage(message).kind).toBe('other');
  });

  test('the limits that they name', () => {
    const limits = fieldMessages.filter(({ kind }) =>
      ['min', 'max', 'minLength', 'maxLength', 'length', 'greaterThan', 'lessThan'].includes(kind),
    );
    for (const { kind, message } of limits) {
      const { params } = readServerMessage(message);
      const name = { minLength: 'min', maxLength: 'max', greaterThan: 'limit', lessThan: 'limit' }[kind] ?? kind;
      expect(message).toContain(String(params[name]));
    }
  });

  test.each([
    ['The phone field is required.', 'required', 'phone'],
    ['The order_items.0.quantity field must be an integer.', 'integer', 'order_items.0.quantity'],
    ['The quantity field must be at least 1.', 'min', 'quantity'],
    ['The address field must not be greater than 255 characters.', 'maxLength', 'address'],
    ['The selected region is invalid.', 'invalid', 'region'],
    ['The order id has already been taken.', 'unique', 'order id'],
    ['The scheduled at field must be a valid date.', 'format', 'scheduled at'],
  ])('Laravel: %s', (message, kind, label) => {
    expect(readServerMessage(message)).toMatchObject({ kind, label });
  });

  test('any apostrophe, and no full stop at the end', () => {
    expect(readServerMessage('«Phone» toʻldirish shart').kind).toBe('required');
    expect(readServerMessage("«Phone» qiymati noto'g'ri.").kind).toBe('invalid');
  });

  test('a taken value that holds line ends and quotation marks', () => {
    expect(readServerMessage('Full Name "a\n"b" c" has already been taken.')).toMatchObject({
      kind: 'unique',
      params: { value: 'a\n"b" c' },
    });
  });
});
