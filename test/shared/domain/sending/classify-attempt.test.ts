import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../../shared/messages/en/index.ts';
import {
  noHttpAnswerHeaders,
  type HttpAnswer,
  type AttemptEvent,
} from '../../../../shared/domain/sending/attempt-event.ts';
import {
  attemptClasses,
  classifyAttempt,
  type AttemptClass,
} from '../../../../shared/domain/sending/classify-attempt.ts';
import { allowanceWaitMs, requestedWaitMs, runEffectOf } from '../../../../shared/domain/sending/run-effect.ts';
import { maskedAnswer, maskedRequest } from '../../../../shared/domain/sending/mask.ts';

const orderId = 1220011;

function answered(status: number, body: unknown, isJson = true): AttemptEvent {
  return { kind: 'answered', answer: { status, headers: noHttpAnswerHeaders, body, isJson } satisfies HttpAnswer };
}

const created = { message: 'Record successfully created.', data: { id: 4, order_id: orderId } };
const phoneWrong = [{ field: 'phone', message: 'Phone is invalid.' }];
const idTaken = [{ field: 'order_id', message: 'Order ID "1220011" has already been taken.' }];

const cases: readonly (readonly [string, AttemptEvent, AttemptClass])[] = [
  ...(['request', 'name', 'refused', 'unreachable', 'timeout', 'tls', 'proxy'] as const).map(
    (phase) => [phase, { kind: 'notSent', phase }, 'notSent'] as const,
  ),
  ...(['connection', 'timeout', 'interrupted'] as const).map(
    (cause) => [cause, { kind: 'lost', cause }, 'lost'] as const,
  ),
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
  ...[404, 405, 406, 407, 415].map(
    (status) => [String(status), answered(status, { message: 'Not Found' }), 'wrongAddress'] as const,
  ),
  ...[421, 425, 429].map((status) => [String(status), answered(status, {}), 'slowDown'] as const),
  ['422 with fields', answered(422, phoneWrong), 'refused'],
  ['400 with fields', answered(400, { errors: { phone: ['Phone is invalid.'] } }), 'refused'],
  [
    '413 with fields',
    answered(413, { errors: { order_items: ['Order items should contain at most 100 items.'] } }),
    'refused',
  ],
  ['500 with errors', answered(500, { message: 'error.', errors: { phone: ['Phone cannot be blank.'] } }), 'refused'],
  ['422 taken', answered(422, idTaken), 'taken'],
  [
    '500 taken',
    answered(500, { message: 'error.', errors: { order_id: ['Order ID "1220011" has already been taken.'] } }),
    'taken',
  ],
  ['500 without errors', answered(500, { message: 'error.' }), 'serverTrouble'],
  [
    '500 whose text names a field',
    answered(500, {
      name: 'Exception',
      message: 'order: Произошла ошибка при сохранении данных: phone: Phone is invalid.',
      code: 0,
    }),
    'serverTrouble',
  ],
  ...[408, 501, 502, 503, 504, 599].map(
    (status) => [String(status), answered(status, '', false), 'serverTrouble'] as const,
  ),
  ...[400, 402, 409, 410, 413, 418, 422, 451].map(
    (status) => [`${status} without a word`, answered(status, '', false), 'unclear'] as const,
  ),
  [
    '400 of bad JSON',
    answered(400, { name: 'Bad Request', message: 'Invalid JSON data in request body: Syntax error.' }),
    'unclear',
  ],
];

describe('what happened, and what it is', () => {
  test.each(cases)('%s', (_name, event, expected) => {
    const result = classifyAttempt(event, orderId);
    expect(result.class).toBe(expected);
    expect(result.wmsId).toBe(expected === 'accepted' ? 4 : null);
    if (expected !== 'accepted') expect(result.reasons.length).toBeGreaterThan(0);
    for (const { code } of result.reasons) expect(en).toHaveProperty([`issue.${code}`]);
  });

  test('what is not 2xx is no acceptance, however it looks', () => {
    for (const status of [100, 199, 300])
      expect(classifyAttempt(answered(status, created), orderId).class).toBe('unreadable');
    expect(classifyAttempt(answered(299, created), orderId).class).toBe('accepted');
  });

  test.each([
    [302, '', 'unreadable'],
    [200, '<html></html>', 'unreadable'],
    [404, {}, 'wrongAddress'],
    [429, {}, 'slowDown'],
    [502, {}, 'serverTrouble'],
    [500, {}, 'serverTrouble'],
    [409, {}, 'unclear'],
  ] as const)('%i says its code', (status, body, name) => {
    const { reasons, status: kept, class: found } = classifyAttempt(answered(status, body), orderId);
    expect([found, kept, reasons[0]]).toEqual([
      name,
      status,
      { code: `sending.${name}`, params: { status }, field: null, item: null },
    ]);
  });

  test('another order’s answer says whose', () => {
    expect(classifyAttempt(answered(200, { data: { id: 4, order_id: 7 } }), orderId).reasons[0]?.params).toEqual({
      answered: 7,
      wmsId: 4,
    });
  });

  test.each([
    ['listed without a field', 422, { message: 'error', errors: 'Balans yetarli emas' }, 'refused'],
    [
      'listed without a field, as older builds do',
      500,
      { message: 'error.', errors: 'Balans yetarli emas' },
      'refused',
    ],
    [
      'listed without a field, and not as a refusal',
      400,
      { message: 'error', errors: 'Balans yetarli emas' },
      'unclear',
    ],
    ['listed without a field, as a conflict', 409, { message: 'error', errors: 'Balans yetarli emas' }, 'unclear'],
    ['a sentence and nothing else', 422, { message: 'Balans yetarli emas' }, 'unclear'],
    ['a sentence of the server’s own trouble', 500, { message: 'Balans yetarli emas' }, 'serverTrouble'],
  ] as const)('a fault that is %s', (_name, status, body, expected) => {
    expect(classifyAttempt(answered(status, body), orderId).class).toBe(expected);
  });

  test('a refusal names the field and the item', () => {
    const { reasons } = classifyAttempt(
      answered(422, { errors: { 'order_items.1.quantity': ['Quantity must be an integer.'] } }),
      orderId,
    );
    expect(reasons).toEqual([expect.objectContaining({ field: 'quantity', item: 1 })]);
  });

  test('any status and any body are something; only a full proof is accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.jsonValue(), fc.boolean(), (status, body, isJson) => {
        const result = classifyAttempt(answered(status, body, isJson), orderId);
        expect(attemptClasses).toContain(result.class);
        if (result.class === 'accepted')
          expect(body).toMatchObject({ data: { id: expect.any(Number), order_id: orderId } });
        const { pause, slowDown } = runEffectOf(result);
        for (const reason of [pause?.reason, slowDown])
          if (reason) expect(en).toHaveProperty([`reason.${reason.code}`]);
      }),
    );
  });
});

describe('what it means for the run', () => {
  const effect = (
    name: AttemptClass,
    status: number | null = null,
    reasons: Parameters<typeof runEffectOf>[0]['reasons'] = [],
  ) => runEffectOf({ class: name, status, wmsId: null, answer: null, reasons });
  const calm = { pause: null, slowDown: null, serverReached: true };
  const reason = (code: string, params = {}) => ({ code, params });

  test.each<[AttemptClass, number | null, unknown]>([
    ['accepted', 200, calm],
    ['refused', 422, calm],
    ['taken', 422, calm],
    ['unclear', 409, calm],
    ['unauthorized', 401, { ...calm, pause: { kind: 'askForAccessKey', reason: reason('run.unauthorized') } }],
    ['forbidden', 403, { ...calm, pause: { kind: 'askForAccessKey', reason: reason('run.forbidden') } }],
    [
      'wrongAddress',
      404,
      { ...calm, pause: { kind: 'waitForPerson', reason: reason('run.wrongAddress', { status: 404 }) } },
    ],
    [
      'wrongAddress',
      null,
      { ...calm, pause: { kind: 'waitForPerson', reason: reason('run.wrongAddress', { status: 0 }) } },
    ],
    [
      'unreadable',
      302,
      { ...calm, pause: { kind: 'waitForPerson', reason: reason('run.notTheWms', { status: 302 }) } },
    ],
    ['unreadable', null, { ...calm, pause: { kind: 'waitForPerson', reason: reason('run.notTheWms', { status: 0 }) } }],
    ['otherOrder', 200, { ...calm, pause: { kind: 'waitForPerson', reason: reason('run.otherOrder') } }],
    ['slowDown', 429, { ...calm, slowDown: reason('run.tooMany') }],
    ['serverTrouble', 500, calm],
    ['serverTrouble', 502, calm],
    ['serverTrouble', 408, { ...calm, slowDown: reason('run.serverBusy') }],
    ['serverTrouble', 503, { ...calm, slowDown: reason('run.serverBusy') }],
    ['serverTrouble', 504, { ...calm, slowDown: reason('run.serverBusy') }],
    ['lost', null, { ...calm, serverReached: false }],
    ['notSent', null, { ...calm, serverReached: false }],
  ])('%s (%s)', (name, status, expected) => {
    expect(effect(name, status)).toEqual(expected);
  });

  test('an answer that contradicts itself pauses with a reason of its own', () => {
    const { class: name, reasons } = classifyAttempt(
      answered(200, { success: false, data: { id: 4, order_id: orderId } }),
      orderId,
    );
    const another = { code: 'another', params: {}, field: null, item: null };
    expect(name).toBe('unreadable');
    expect(reasons).toMatchObject([{ code: 'sending.contradictory', params: { status: 200 } }]);
    expect(effect(name, 200, reasons).pause).toEqual({
      kind: 'waitForPerson',
      reason: reason('run.contradictory', { status: 200 }),
    });
    expect(effect(name, 200, [...reasons, another]).pause?.reason.code).toBe('run.contradictory');
    expect(effect(name, 200, [another]).pause?.reason.code).toBe('run.notTheWms');
  });

  test('an answer that did not come in time slows it down; one that was lost otherwise does not', () => {
    const { reasons } = classifyAttempt({ kind: 'lost', cause: 'timeout' }, orderId);
    expect(
      effect('lost', null, [...reasons, ...classifyAttempt({ kind: 'lost', cause: 'connection' }, orderId).reasons])
        .slowDown,
    ).toEqual(reason('run.serverSlow'));
    expect(
      effect('lost', null, classifyAttempt({ kind: 'lost', cause: 'connection' }, orderId).reasons).slowDown,
    ).toBeNull();
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
    ['5 seconds', null, null],
    ['about 5', null, null],
    [`x ${new Date(now + 5000).toUTCString()}`, null, null],
    [`${new Date(now + 5000).toUTCString()}x`, null, null],
    [`${new Date(now + 5000).toUTCString()} x`, null, null],
    [`${new Date(now + 5000).toUTCString()}+0500`, null, null],
    [` ${new Date(now + 5000).toUTCString()} `, null, 5000],
    [' 5', null, 5000],
    ['5 ', null, 5000],
    [null, '5s', null],
    [null, ' 5 ', 5000],
    [null, '31536000', 3_600_000],
    [null, '31536001', 0],
  ])('Retry-After %s, X-Rate-Limit-Reset %s', (retryAfter, rateReset, expected) => {
    expect(requestedWaitMs({ retryAfter, rateReset }, now)).toBe(expected);
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
  [{ rateLimit: ' 50 ', rateRemaining: ' 0', rateReset: '600 ' }, 12_000],
  [{ rateLimit: '50', rateRemaining: '0', rateReset: '600s' }, null],
  [{ rateLimit: 'x50', rateRemaining: '0', rateReset: '600' }, null],
])('an allowance %j comes back by one in %s', (headers, expected) => {
  expect(allowanceWaitMs(headers)).toBe(expected);
});

describe('answers are kept without the customer', () => {
  const request = { full_name: 'Karimova Aziza', phone: '+998901234567', address: 'Navoiy koʻchasi 5' };
  test('values under personal keys and the order’s own are hidden, the rest stays', () => {
    const kept = maskedAnswer(
      {
        name: 'Unprocessable entity',
        message: 'Karimova Aziza, 998901234567',
        data: {
          id: 4,
          orderAddress: { full_name: 'Karimova Aziza', phone: '90 123', address: 'x', region: 'Toshkent' },
        },
      },
      request,
    );
    expect(kept).not.toMatch(/Karimova|998901234567|90 123/u);
    expect(kept).toContain('Unprocessable entity');
    expect(kept).toContain('"id":4');
    expect(kept).toContain('Toshkent');
  });

  test.each([
    'full_name',
    'phone',
    'address',
    'name',
    'first_name',
    'last_name',
    'email',
    'login',
    'password',
    'access_token',
    'refresh_token',
    'token',
  ])('whatever stands under «%s» is hidden', (key) => {
    expect(maskedAnswer({ data: { [key]: 'qandaydir qiymat' }, rest: 'qoldi' }, null)).toBe(
      `{"data":{"${key}":"•••"},"rest":"qoldi"}`,
    );
  });

  test('the name of an exception is a sentence in capitals; a customer’s in Latin is one word more or less', () => {
    expect(maskedAnswer({ name: 'Bad Request' }, null)).toBe('{"name":"Bad Request"}');
    for (const name of ['karimova', 'Каримова', 'x Bad Request', 'Bad Request!'])
      expect(maskedAnswer({ name }, null)).toBe('{"name":"•••"}');
  });

  test('the order’s own words are hidden wherever they stand, but not the shortest', () => {
    const short = { full_name: 'Ali', phone: '+998 90 123-45-67', address: '7a' };
    expect(maskedAnswer('Ali, 998901234567, 7a; +998 90 123-45-67', short)).toBe('•••, •••, 7a; •••');
    expect(maskedAnswer(undefined, short)).toBeNull();
    expect(maskedAnswer('tel 79123456789', { ...short, phone: '+7 (912) 345-67-89' })).toBe('tel •••');
    expect(maskedAnswer('Ali', null)).toBe('Ali');
    expect(maskedAnswer(17, short)).toBe('17');
  });

  test.each([
    '998901234567',
    '+998901234567',
    '+998 90 123 45 67',
    '998 (90) 123-45-67',
    '+998-90-123-45-67',
    '+998 (90) 1234567',
  ])('%s is a phone', (phone) => {
    expect(maskedAnswer(`tel ${phone}.`, null)).toBe('tel •••.');
  });

  test('of a request the customer is hidden, and phones wherever they stand; the rest is kept', () => {
    const body = {
      order_id: 7,
      full_name: 'Karimova Aziza',
      phone: '1',
      region: 'Buxoro',
      note: 'tel +998 90 123 45 67',
    };
    expect(maskedRequest(JSON.stringify(body))).toEqual({
      order_id: 7,
      full_name: '•••',
      phone: '•••',
      region: 'Buxoro',
      note: 'tel •••',
    });
  });

  test('phones in any text are hidden, and what is kept is bounded', () => {
    expect(maskedAnswer('<p>+998 (90) 765-43-21</p>', null)).toBe('<p>•••</p>');
    expect(maskedAnswer('x'.repeat(100_000), null)).toHaveLength(65_536);
    expect(maskedAnswer(null, request)).toBeNull();
  });
});
