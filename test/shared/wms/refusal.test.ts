import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages, sentence } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { fieldErrorIssue, generalMessageIssue, isOrderIdTaken, readRefusal } from '../../../shared/wms/refusal.ts';
import { refusalKinds } from '../../../shared/wms/server-messages.ts';
import golden from './golden/yii-messages.json';

/** The parts of a refusal that a test names. */
function read(status: number, body: unknown) {
  const refusal = readRefusal(status, body);
  return (
    refusal && {
      source: refusal.source,
      errors: refusal.fieldErrors.map(({ field, item, kind }) => [field, item, kind]),
      general: refusal.generalMessages,
    }
  );
}

describe('the shapes of a refusal', () => {
  test('Yii: an array of field and message', () => {
    const body = [
      { field: 'phone', message: 'Phone cannot be blank.' },
      { field: 'order_id', message: 'Order ID must be an integer.' },
    ];
    expect(read(422, body)).toEqual({
      source: 'errors',
      errors: [
        ['phone', null, 'required'],
        ['order_id', null, 'integer'],
      ],
      general: [],
    });
  });

  test('older build: 500 with errors, and items as a sentence that holds JSON', () => {
    const body = {
      message: 'error.',
      errors: {
        phone: ['Phone cannot be blank.', 'Phone must be a string.'],
        order_items: [
          'Order items at index 2 is invalid: {"quantity":["Quantity must be an integer."],"product_id":["Product ID is invalid."]}',
        ],
      },
    };
    expect(read(500, body)).toEqual({
      source: 'errors',
      errors: [
        ['phone', null, 'required'],
        ['phone', null, 'string'],
        ['quantity', 2, 'integer'],
        ['client_product_id', 2, 'invalid'],
      ],
      general: [],
    });
  });

  test('an item sentence whose JSON is broken still names its item', () => {
    expect(read(500, { errors: { order_items: ['Order items at index 1 is invalid: {"quantity"}'] } })?.errors).toEqual(
      [[null, 1, 'other']],
    );
  });

  test('an empty list of items', () => {
    const refusal = readRefusal(422, [{ field: 'order_items', message: 'Order Items cannot be blank.' }]);
    expect(refusal?.fieldErrors[0] && fieldErrorIssue(refusal.fieldErrors[0]).code).toBe('wms.noItems');
  });

  test('500 without errors says nothing', () => {
    expect(read(500, { message: 'error.' })).toBeNull();
    expect(read(500, { message: 'error.', errors: {} })).toBeNull();
    expect(
      read(500, { name: 'Internal Server Error', message: 'An internal server error occurred.', code: 0, status: 500 }),
    ).toBeNull();
    expect(read(500, { error: 'Page not found.', code: 0 })).toBeNull();
    expect(read(500, 'Internal Server Error')).toBeNull();
  });

  test('the text of a failed saving', () => {
    const body = {
      name: 'Exception',
      message:
        'order: Произошла ошибка при сохранении данных: order_id: Order ID must be an integer.; phone: Phone cannot be blank.',
      code: 0,
    };
    expect(read(500, body)).toEqual({
      source: 'saveFailure',
      errors: [
        ['order_id', null, 'integer'],
        ['phone', null, 'required'],
      ],
      general: [],
    });
    const address = {
      message:
        'orderAddress: Произошла ошибка при сохранении данных: status: Status is invalid.; city: City must be a string.',
    };
    expect(read(500, address)?.errors).toEqual([
      [null, null, 'invalid'],
      ['city', null, 'string'],
    ]);
  });

  test('errors as one text', () => {
    expect(read(422, { message: 'error', errors: 'Login yoki parol noto‘g‘ri' })).toEqual({
      source: 'errors',
      errors: [],
      general: ['Login yoki parol noto‘g‘ri'],
    });
    expect(read(500, { message: 'error', errors: 'Order ID "5" has already been taken.' })?.errors).toEqual([
      ['order_id', null, 'unique'],
    ]);
  });

  test('a message and nothing else', () => {
    expect(read(409, { message: 'Order is locked' })).toEqual({
      source: 'message',
      errors: [],
      general: ['Order is locked'],
    });
    expect(
      read(400, {
        name: 'Bad Request',
        message: 'Invalid JSON data in request body: Syntax error.',
        code: 0,
        status: 400,
      })?.errors,
    ).toEqual([]);
    expect(read(409, { message: 'Order ID "5" has already been taken.' })).toEqual({
      source: 'message',
      errors: [['order_id', null, 'unique']],
      general: [],
    });
    expect(read(400, { status: false, message: 'error.already_cancelled', status_code: 400 })?.general).toEqual([
      'error.already_cancelled',
    ]);
    expect(read(413, 'Request Entity Too Large')?.general).toEqual(['Request Entity Too Large']);
  });

  test('Laravel: dot paths', () => {
    const body = {
      message: 'The phone field is required. (and 1 more error)',
      errors: {
        phone: ['The phone field is required.'],
        'order_items.3.quantity': ['The order_items.3.quantity field must be an integer.'],
      },
    };
    expect(read(422, body)).toEqual({
      source: 'errors',
      errors: [
        ['phone', null, 'required'],
        ['quantity', 3, 'integer'],
      ],
      general: [],
    });
  });

  test.each([
    ['order_items.0.quantity', 'quantity', 0],
    ['order_items[12].price', 'price', 12],
    ['order_items[0][final_price]', 'final_price', 0],
    ['orderItems.4.product_id', 'client_product_id', 4],
    ['/order_items/1/discount', 'discount', 1],
    ['OrderForm[full_name]', 'full_name', null],
    ['orderAddress.zip', 'zip', null],
    ['orderAddress.status', null, null],
    ['orderItems.0.status', null, 0],
    ['order_status', 'fulfillment_status', null],
    ['status', 'fulfillment_status', null],
    ['product_id', 'client_product_id', null],
    ['warehouse_id', null, null],
  ])('key %s', (key, field, item) => {
    expect(read(422, { errors: { [key]: ['«X» qiymati noto`g`ri.'] } })?.errors).toEqual([[field, item, 'invalid']]);
    expect(read(422, [{ field: key, message: '«X» qiymati noto`g`ri.' }])?.errors).toEqual([[field, item, 'invalid']]);
  });

  test('nested objects and lists', () => {
    const errors = {
      order_items: [{ quantity: ['Quantity must be an integer.'] }, { price: 'Price cannot be blank.' }],
      orderAddress: { phone: ['Phone is invalid.'] },
    };
    expect(read(422, { errors })?.errors).toEqual([
      ['quantity', 0, 'integer'],
      ['price', 1, 'required'],
      ['phone', null, 'invalid'],
    ]);
  });

  test('what is no refusal', () => {
    for (const status of [200, 201, 302, 401, 403, 404, 405, 406, 408, 415, 421, 425, 429, 502, 503]) {
      expect(read(status, [{ field: 'phone', message: 'Phone cannot be blank.' }])).toBeNull();
    }
    for (const body of ['', '  ', '<!DOCTYPE html><html></html>', null, undefined, 7, [], {}, { data: { id: 4 } }])
      expect(read(422, body)).toBeNull();
  });

  test('a flood of faults and a very long sentence are cut', () => {
    const refusal = readRefusal(422, {
      errors: Array.from({ length: 5000 }, () => ({ field: 'phone', message: 'x'.repeat(50_000) })),
    });
    expect(refusal?.fieldErrors).toHaveLength(500);
    expect(refusal?.fieldErrors[0]?.message).toHaveLength(1000);
  });
});

describe('order id taken', () => {
  test.each(golden.filter(({ kind }) => kind === 'unique'))('$language', ({ message }) => {
    expect(isOrderIdTaken(readRefusal(422, [{ field: 'order_id', message }])!)).toBe(true);
    expect(isOrderIdTaken(readRefusal(422, [{ field: 'phone', message }])!)).toBe(false);
  });
  test('a combination that holds the order id', () => {
    const message = 'The combination "5"-"7" of "Order ID"-"Buyer" has already been taken.';
    expect(isOrderIdTaken(readRefusal(422, [{ field: 'supplier_buyer_id', message }])!)).toBe(true);
  });
  test('an order id that is no number is not taken', () => {
    expect(isOrderIdTaken(readRefusal(422, [{ field: 'order_id', message: 'Order ID must be an integer.' }])!)).toBe(
      false,
    );
  });
});

describe('the operator’s words', () => {
  test('every fault has a sentence in every language, with its limits', () => {
    for (const language of languages) {
      const translate = translatorFor(language);
      for (const { message, about } of golden) {
        const refusal = readRefusal(422, [{ field: 'full_name', message }]);
        const issue = about === 'request' ? generalMessageIssue(message) : fieldErrorIssue(refusal!.fieldErrors[0]!);
        const words = sentence(translate, 'issue', issue.code, issue.params);
        expect(words).not.toContain(issue.code);
        expect(words).not.toMatch(/[{}]/u);
        const { min, max, length, limit } = issue.params;
        for (const number of [min, max, length, limit])
          if (number !== undefined) expect(words).toContain(String(number));
      }
    }
  });
  test('a kind without a sentence does not exist', () => {
    for (const kind of refusalKinds) expect(translatorFor('en').knows(`issue.wms.${kind}`)).toBe(true);
  });
  test('an unknown sentence is shown as it came, under our words', () => {
    const refusal = readRefusal(422, [{ field: 'region', message: 'Bu hududga yetkazilmaydi {0} <b>' }]);
    const issue = fieldErrorIssue(refusal!.fieldErrors[0]!);
    expect(sentence(translatorFor('en'), 'issue', issue.code, issue.params)).toBe(
      'The WMS refused this value and says: «Bu hududga yetkazilmaydi {0} <b>». Correct the value, then send the order again.',
    );
  });
  test('an unknown product and a key that is not ours have their own words', () => {
    const refusal = readRefusal(422, {
      errors: {
        'order_items.0.client_product_id': ['Client Product ID is invalid.'],
        warehouse_id: ['Warehouse ID cannot be blank.'],
      },
    });
    expect(refusal!.fieldErrors.map((error) => fieldErrorIssue(error).code)).toEqual([
      'wms.unknownProduct',
      'wms.otherField',
    ]);
  });
});

test('any status with any JSON or text gives an answer', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'errors',
      'message',
      'field',
      'order_items',
      'order_items.0.quantity',
      'phone',
      '__proto__',
      'constructor',
      'data',
    ),
    fc.string(),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...golden.map(({ message }) => message),
      'Order items at index 0 is invalid: {"a":[1]}',
      'order: Произошла ошибка при сохранении данных: x: y',
    ),
  );
  const { body } = fc.letrec((tie) => ({
    body: fc.oneof({ maxDepth: 8 }, text, fc.jsonValue(), fc.array(tie('body')), fc.dictionary(key, tie('body'))),
  }));
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.constantFrom(400, 409, 413, 422, 500)), body, (status, value) => {
      const refusal = readRefusal(status, value);
      if (!refusal) return;
      expect(refusal.fieldErrors.length + refusal.generalMessages.length).toBeGreaterThan(0);
      isOrderIdTaken(refusal);
      for (const error of refusal.fieldErrors) {
        const { code, params } = fieldErrorIssue(error);
        expect(translatorFor('en').knows(`issue.${code}`)).toBe(true);
        sentence(translatorFor('uz'), 'issue', code, params);
      }
      for (const message of refusal.generalMessages)
        expect(translatorFor('en').knows(`issue.${generalMessageIssue(message).code}`)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
