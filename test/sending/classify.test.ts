import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../shared/messages/en/index.ts';
import { noHeaders, type Answer, type AttemptEvent } from '../../shared/domain/sending/attempt-event.ts';
import { attemptClasses, classify, type AttemptClass } from '../../shared/domain/sending/classify.ts';
import { allowanceWait, askedWait, runEffectOf } from '../../shared/domain/sending/run-effect.ts';
import { maskedAnswer } from '../../shared/domain/sending/mask.ts';

const orderId = 1220011;

function answered(status: number, body: unknown, isJson = true): AttemptEvent {
  return { kind: 'answered', answer: { status, headers: noHeaders, body, isJson } satisfies Answer };
}

const created = { message: 'Record successfully created.', data: { id: 4, order_id: orderId } };
const phoneWrong = [{ field: 'phone', message: 'Phone is invalid.' }];
const idTaken = [{ field: 'order_id', message: 'Order ID "1220011" has already been taken.' }];

const cases: readonly (readonly [string, AttemptEvent, AttemptClass])[] = [
  ...(['name', 'refused', 'unreachable', 'timeout', 'tls', 'proxy'] as const).map((phase) => [phase, { kind: 'notSent', phase }, 'notSent'] as const),
  ...(['connection', 'timeout', 'interrupted'] as const).map((cause) => [cause, { kind: 'lost', cause }, 'lost'] as const),
  ['200 created', answered(200, created), 'accepted'],
  ['201 created', answered(201, created), 'accepted'],
  ['200 with another order', answered(200, { data: { id: 4, order_id: 7 } }), 'otherOrder'],
  ['200 without data.id', answered(200, { data: { order_id: orderId } }), 'unreadable'],
  ['200 with a data.id that is text', answered(200, { data: { id: '4', order_id: orderId } }), 'unreadable'],
  ['200 with a fraction', answered(200, { data: { id: 4.5, order_id: orderId } }), 'unreadable'],
  ['200 with HTML', answered(200, '<html></html>', false), 'unreadable'],
  ['200 over the limit', answered(200, null, false), 'unreadable'],
  ['200 that says false', answered(200, { status: false, message: 'error' }), 'unreadable'],
  ['204', answered(204, '', false), 'unreadable'],
  ['302', answered(302, '', false), 'unreadable'],
  ['307', answered(307, '', false), 'unreadable'],
  ['401', answered(401, { message: 'Unauthenticated.' }), 'unauthorized'],
  ['403', answered(403, null), 'forbidden'],
  ...[404, 405, 406, 407, 415].map((status) => [String(status), answered(status, { message: 'Not Found' }), 'wrongAddress'] as const),
  ...[421, 425, 429].map((status) => [String(status), answered(status, {}), 'slowDown'] as const),
  ['422 with fields', answered(422, phoneWrong), 'refused'],
  ['400 with fields', answered(400, { errors: { phone: ['Phone is invalid.'] } }), 'refused'],
  ['413 with fields', answered(413, { errors: { order_items: ['Order items should contain at most 100 items.'] } }), 'refused'],
  ['500 with errors', answered(500, { message: 'error.', errors: { phone: ['Phone cannot be blank.'] } }), 'refused'],
  ['422 taken', answered(422, idTaken), 'taken'],
  ['500 taken', answered(500, { message: 'error.', errors: { order_id: ['Order ID "1220011" has already been taken.'] } }), 'taken'],
  ['500 without errors', answered(500, { message: 'error.' }), 'serverTrouble'],
  ['500 whose text names a field', answered(500, { name: 'Exception', message: 'order: Произошла ошибка при сохранении данных: phone: Phone is invalid.', code: 0 }), 'serverTrouble'],
  ...[408, 501, 502, 503, 504, 599].map((status) => [String(status), answered(status, '', false), 'serverTrouble'] as const),
  ...[400, 402, 409, 410, 413, 418, 422, 451].map((status) => [`${status} without a word`, answered(status, '', false), 'unclear'] as const),
  ['400 of bad JSON', answered(400, { name: 'Bad Request', message: 'Invalid JSON data in request body: Syntax error.' }), 'unclear'],
];

describe('what happened, and what it is', () => {
  test.each(cases)('%s', (_name, event, expected) => {
    const result = classify(event, orderId);
    expect(result.class).toBe(expected);
    expect(result.wmsId).toBe(expected === 'accepted' ? 4 : null);
    if (expected !== 'accepted') expect(result.reasons.length).toBeGreaterThan(0);
    for (const { code } of result.reasons) expect(en).toHaveProperty([`issue.${code}`]);
  });

  test('a refusal names the field and the item', () => {
    const { reasons } = classify(answered(422, { errors: { 'order_items.1.quantity': ['Quantity must be an integer.'] } }), orderId);
    expect(reasons).toEqual([expect.objectContaining({ field: 'quantity', item: 1 })]);
  });

  test('any status and any body are something; only a full proof is accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.jsonValue(), fc.boolean(), (status, body, isJson) => {
        const result = classify(answered(status, body, isJson), orderId);
        expect(attemptClasses).toContain(result.class);
        if (result.class === 'accepted') expect(body).toMatchObject({ data: { id: expect.any(Number), order_id: orderId } });
        const { pause, slowDown } = runEffectOf(result);
        for (const reason of [pause?.reason, slowDown]) if (reason) expect(en).toHaveProperty([`reason.${reason.code}`]);
      }),
    );
  });
});

describe('how long the server asks to wait', () => {
  const now = 1_700_000_000_000;
  test.each([
    [null, null, null],
    ['37', null, 37_000],
    [' 0 ', null, 0],
    [new Date(now + 5000).toUTCString(), null, 5000],
    [new Date(now - 5000).toUTCString(), null, 0],
    ['soon', null, null],
    [null, '60', 60_000],
    [null, String(now / 1000 + 20), 20_000],
    ['10', '60', 60_000],
    ['999999999', null, 3_600_000],
    [null, '-5', null],
  ])('Retry-After %s, X-Rate-Limit-Reset %s', (retryAfter, rateReset, expected) => {
    expect(askedWait({ retryAfter, rateReset }, now)).toBe(expected);
  });
});

test.each([
  [{ rateLimit: '50', rateRemaining: '0', rateReset: '600' }, 12_000],
  [{ rateLimit: '50', rateRemaining: '1', rateReset: '600' }, null],
  [{ rateLimit: null, rateRemaining: '0', rateReset: '600' }, null],
  [{ rateLimit: '0', rateRemaining: '0', rateReset: '600' }, null],
  [{ rateLimit: '50', rateRemaining: '0', rateReset: null }, null],
  [{ rateLimit: '50', rateRemaining: '0', rateReset: 'soon' }, null],
  [{ rateLimit: '1', rateRemaining: '0', rateReset: '999999999' }, 3_600_000],
])('an allowance %j comes back by one in %s', (headers, expected) => {
  expect(allowanceWait(headers)).toBe(expected);
});

describe('answers are kept without the customer', () => {
  const request = { full_name: 'Karimova Aziza', phone: '+998901234567', address: 'Navoiy koʻchasi 5' };
  test('values under personal keys and the order’s own are hidden, the rest stays', () => {
    const kept = maskedAnswer(
      { name: 'Unprocessable entity', message: 'Karimova Aziza, 998901234567', data: { id: 4, orderAddress: { full_name: 'Karimova Aziza', phone: '90 123', address: 'x', region: 'Toshkent' } } },
      request,
    );
    expect(kept).not.toMatch(/Karimova|998901234567|90 123/u);
    expect(kept).toContain('Unprocessable entity');
    expect(kept).toContain('"id":4');
    expect(kept).toContain('Toshkent');
  });

  test('phones in any text are hidden, and what is kept is bounded', () => {
    expect(maskedAnswer('<p>+998 (90) 765-43-21</p>', null)).toBe('<p>•••</p>');
    expect(maskedAnswer('x'.repeat(100_000), null)).toHaveLength(65_536);
    expect(maskedAnswer(null, request)).toBeNull();
  });
});
