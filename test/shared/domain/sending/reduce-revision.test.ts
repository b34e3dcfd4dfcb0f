import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journalStates, type JournalState } from '../../../../shared/domain/model/order-states.ts';
import { noHttpAnswerHeaders, type AttemptEvent } from '../../../../shared/domain/sending/attempt-event.ts';
import {
  attemptClasses,
  classifyAttempt,
  type AttemptClass,
  type ClassifiedAttempt,
} from '../../../../shared/domain/sending/classify-attempt.ts';
import {
  isFinalState,
  ledgerStateOf,
  mayBeCorrected,
  reduceRevision,
  type LookupFinding,
  type RevisionEvent,
} from '../../../../shared/domain/sending/reduce-revision.ts';
import { initialRevisionState, type RevisionState } from '../../../../shared/domain/sending/revision.ts';

const at = 1_700_000_000_000;
const findings = [
  'matches',
  'differs',
  'unproven',
  'several',
  'absent',
  'absentUntrusted',
  'notOffered',
  'failed',
] as const satisfies readonly LookupFinding[];

function classified(name: AttemptClass): ClassifiedAttempt {
  return { class: name, status: 200, wmsId: name === 'accepted' ? 4 : null, answer: null, reasons: [] };
}

/** An answer to order 1 that is classified so, where a review can follow from it. */
function eventOf(name: AttemptClass): AttemptEvent {
  const answer = (status: number, body: unknown): AttemptEvent => ({
    kind: 'answered',
    answer: { status, headers: noHttpAnswerHeaders, body, isJson: true },
  });
  if (name === 'otherOrder') return answer(200, { data: { id: 4, order_id: 2 } });
  return name === 'unclear' ? answer(409, {}) : { kind: 'lost', cause: 'connection' };
}

function ended(name: AttemptClass): RevisionEvent {
  return { type: 'ended', result: classified(name), at, echo: [] };
}

const plainEvents: readonly RevisionEvent[] = [
  { type: 'began' },
  { type: 'interrupted', at },
  { type: 'forgotten', at },
  { type: 'lookupBegan' },
  { type: 'settledThere', wmsId: 9 },
];
const allEvents: readonly RevisionEvent[] = [
  ...plainEvents,
  ...attemptClasses.map(ended),
  ...findings.map((finding): RevisionEvent => ({ type: 'lookedUp', finding, wmsId: 4 })),
];

function nameOf(event: RevisionEvent): string {
  if (event.type === 'ended') return event.result.class;
  return event.type === 'lookedUp' ? event.finding : event.type;
}

/** The whole machine: what is not named here leaves a state as it is. */
const table: Readonly<Record<JournalState, Readonly<Record<string, JournalState>>>> = {
  ready: { began: 'sending', forgotten: 'unknown' },
  waiting: { began: 'sending', forgotten: 'unknown' },
  sending: {
    accepted: 'accepted',
    otherOrder: 'review',
    unreadable: 'unknown',
    notSent: 'waiting',
    lost: 'unknown',
    serverTrouble: 'unknown',
    slowDown: 'waiting',
    unauthorized: 'ready',
    forbidden: 'ready',
    wrongAddress: 'ready',
    refused: 'rejected',
    taken: 'duplicate',
    unclear: 'review',
    interrupted: 'unknown',
    forgotten: 'unknown',
  },
  unknown: { lookupBegan: 'verifying', accepted: 'accepted', settledThere: 'accepted', forgotten: 'unknown' },
  verifying: {
    matches: 'accepted',
    differs: 'review',
    unproven: 'review',
    several: 'review',
    absent: 'ready',
    absentUntrusted: 'unknown',
    notOffered: 'unknown',
    failed: 'unknown',
    accepted: 'accepted',
    interrupted: 'unknown',
    forgotten: 'unknown',
  },
  accepted: {},
  rejected: { settledThere: 'accepted' },
  duplicate: { settledThere: 'accepted' },
  review: { settledThere: 'accepted' },
};

describe('every state and every event', () => {
  for (const state of journalStates) {
    test.each(allEvents.map((event) => [nameOf(event), event] as const))(`${state} and %s`, (name, event) => {
      const before: RevisionState = { ...initialRevisionState, state };
      const after = reduceRevision(before, event);
      expect(after.state).toBe(table[state][name] ?? state);
      if (table[state][name] === undefined) expect(after).toBe(before);
    });
  }
});

describe('after an ambiguous attempt', () => {
  const sending: RevisionState = { ...initialRevisionState, state: 'sending', ambiguous: true, ambiguousAt: at - 1 };

  test('«taken» is looked up, and never a duplicate', () => {
    const taken = reduceRevision(sending, ended('taken'));
    expect(taken).toMatchObject({ state: 'unknown', taken: true });
    const verifying = reduceRevision(taken, { type: 'lookupBegan' });
    const results = Object.fromEntries(
      findings.map((finding) => [finding, reduceRevision(verifying, { type: 'lookedUp', finding, wmsId: 4 }).state]),
    );
    expect(results).toEqual({
      matches: 'accepted',
      differs: 'review',
      unproven: 'review',
      several: 'review',
      absent: 'review',
      absentUntrusted: 'review',
      notOffered: 'review',
      failed: 'unknown',
    });
  });

  test('an order that is sent again and again and never arrives is left to a person', () => {
    let state: RevisionState = initialRevisionState;
    const seen: JournalState[] = [];
    for (let turn = 0; turn < 3; turn++) {
      state = [
        { type: 'began' } as const,
        ended('lost'),
        { type: 'lookupBegan' } as const,
        { type: 'lookedUp', finding: 'absent', wmsId: null } as const,
      ].reduce<RevisionState>(reduceRevision, state);
      seen.push(state.state);
    }
    expect(seen).toEqual(['ready', 'ready', 'review']);
    expect(state.attempts).toBe(3);
  });

  test('the quiet time runs from the end of the latest one', () => {
    const lost = reduceRevision({ ...initialRevisionState, state: 'sending' }, {
      ...ended('lost'),
      at: 5,
    } as RevisionEvent);
    expect(lost.ambiguousAt).toBe(5);
    expect(
      reduceRevision(reduceRevision(lost, { type: 'lookupBegan' }), { type: 'interrupted', at: 99 }).ambiguousAt,
    ).toBe(5);
  });
});

describe('what a step leaves behind, for the person who asks why', () => {
  const verifying: RevisionState = {
    ...initialRevisionState,
    state: 'verifying',
    attempts: 2,
    ambiguous: true,
    ambiguousAt: at,
    wmsId: 3,
  };
  const codes = ({ reasons }: RevisionState) => reasons.map(({ code, params }) => [code, params]);

  test.each([
    ['matches', false, { state: 'accepted', proof: 'lookup', wmsId: 4 }, [['sending.foundByLookup', {}]]],
    ['differs', false, { state: 'review', proof: null, wmsId: 4 }, [['sending.lookupDiffers', {}]]],
    ['unproven', false, { state: 'review', proof: null, wmsId: 4 }, [['sending.lookupUnproven', {}]]],
    ['several', false, { state: 'review', proof: null, wmsId: 4 }, [['sending.lookupSeveral', {}]]],
    ['failed', false, { state: 'unknown', wmsId: 3 }, [['sending.lookupFailed', {}]]],
    ['notOffered', false, { state: 'unknown', wmsId: 3 }, [['sending.lookupNotOffered', {}]]],
    ['notOffered', true, { state: 'review', wmsId: 3 }, [['sending.takenNoLookup', {}]]],
    ['absentUntrusted', false, { state: 'unknown', wmsId: 3 }, [['sending.lookupUntrusted', {}]]],
    ['absentUntrusted', true, { state: 'review', wmsId: 3 }, [['sending.takenNoLookup', {}]]],
    ['absent', false, { state: 'ready', notFoundCount: 1 }, [['sending.lookupAbsent', {}]]],
    ['absent', true, { state: 'review', notFoundCount: 0 }, [['sending.takenNoLookup', {}]]],
  ] as const)('a look-up: %s, taken %s', (finding, taken, expected, reasons) => {
    const after = reduceRevision({ ...verifying, taken }, { type: 'lookedUp', finding, wmsId: 4 });
    expect(after).toMatchObject({ ...expected, attempts: 2, ambiguous: true, ambiguousAt: at, taken });
    expect(codes(after)).toEqual(reasons);
  });

  test('the third look-up that does not find it', () => {
    const after = reduceRevision(
      { ...verifying, notFoundCount: 2, attempts: 3 },
      { type: 'lookedUp', finding: 'absent', wmsId: null },
    );
    expect(after).toMatchObject({ state: 'review', notFoundCount: 3 });
    expect(codes(after)).toEqual([['sending.neverThere', { count: 3 }]]);
  });

  test('an answer: its own reasons, its proof, its id', () => {
    const sending: RevisionState = { ...initialRevisionState, state: 'sending', attempts: 1 };
    const reason = (code: string) => ({ code, params: {}, field: null, item: null });
    for (const name of attemptClasses) {
      const result = { ...classified(name), reasons: [reason(name)] };
      const after = reduceRevision(sending, { type: 'ended', result, at, echo: [reason('echo')] });
      expect(codes(after)).toEqual([[name === 'accepted' ? 'echo' : name, {}]]);
      expect([after.proof, after.wmsId]).toEqual(name === 'accepted' ? ['answer', 4] : [null, null]);
    }
    const began = reduceRevision(
      { ...initialRevisionState, state: 'waiting', attempts: 1, reasons: [reason('x')] },
      { type: 'began' },
    );
    expect(began).toMatchObject({ state: 'sending', attempts: 2, reasons: [] });
  });

  test('«taken» after a lost answer keeps the time of the loss; where none is known, its own', () => {
    const sending: RevisionState = { ...initialRevisionState, state: 'sending', ambiguous: true };
    const known = reduceRevision({ ...sending, ambiguousAt: 7 }, ended('taken'));
    expect([known.ambiguousAt, codes(known)]).toEqual([7, [['sending.takenAfterLost', {}]]]);
    expect(reduceRevision(sending, ended('taken')).ambiguousAt).toBe(at);
    expect(reduceRevision({ ...sending, ambiguousAt: 0 }, ended('taken')).ambiguousAt).toBe(0);
  });

  test('an interruption, a forgotten attempt, an operator’s word', () => {
    const interrupted = reduceRevision({ ...initialRevisionState, state: 'sending' }, { type: 'interrupted', at: 9 });
    expect([interrupted.ambiguousAt, codes(interrupted)]).toEqual([9, [['sending.lost.interrupted', {}]]]);
    const forgotten = reduceRevision(initialRevisionState, { type: 'forgotten', at: 9 });
    expect([forgotten.ambiguousAt, codes(forgotten)]).toEqual([9, [['sending.forgotten', {}]]]);
    const review: RevisionState = { ...initialRevisionState, state: 'review', wmsId: 3 };
    const settled = reduceRevision(review, { type: 'settledThere', wmsId: 8 });
    expect([settled.proof, settled.wmsId, codes(settled)]).toEqual([
      'operator',
      8,
      [['sending.settledByOperator', {}]],
    ]);
    expect(reduceRevision(review, { type: 'settledThere', wmsId: null }).wmsId).toBe(3);
  });
});

test('a correction may go out only where the WMS cannot have the order', () => {
  const reviews = attemptClasses
    .map(ended)
    .map((event) =>
      reduceRevision(
        { ...initialRevisionState, state: 'sending' },
        event.type === 'ended' ? { ...event, result: classifyAttempt(eventOf(event.result.class), 1) } : event,
      ),
    )
    .filter(({ state }) => state === 'review');
  expect(reviews.map((state) => [state.ambiguous, mayBeCorrected(state)])).toEqual([
    [true, false],
    [false, true],
  ]);
  const verifying: RevisionState = { ...initialRevisionState, state: 'verifying', ambiguous: true };
  for (const taken of [false, true]) {
    for (const finding of findings) {
      const after = reduceRevision({ ...verifying, taken, notFoundCount: 2 }, { type: 'lookedUp', finding, wmsId: 4 });
      expect(mayBeCorrected(after)).toBe(false);
    }
  }
  expect(journalStates.filter((state) => mayBeCorrected({ state, reasons: [] }))).toEqual([
    'ready',
    'waiting',
    'rejected',
    'duplicate',
    'review',
  ]);
});

describe('always', () => {
  const anyEvent = fc.constantFrom(...allEvents);
  const anyHistory = fc.array(anyEvent, { maxLength: 40 });

  test('an answer or a look-up does not change what is final; a person makes it accepted, and nothing else', () => {
    fc.assert(
      fc.property(anyHistory, anyEvent, (history, event) => {
        const state = history.reduce<RevisionState>(reduceRevision, initialRevisionState);
        if (!isFinalState(state.state)) return;
        const after = reduceRevision(state, event);
        expect(
          after === state ||
            (event.type === 'settledThere' && after.state === 'accepted' && after.proof === 'operator'),
        ).toBe(true);
      }),
    );
  });

  test('«accepted» carries its proof', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const state = history.reduce<RevisionState>(reduceRevision, initialRevisionState);
        expect(state.state === 'accepted').toBe(state.proof !== null);
      }),
    );
  });

  test('an ambiguous event never becomes rejected, duplicate, waiting or ready, and is never forgotten', () => {
    const ambiguous: readonly AttemptClass[] = ['lost', 'serverTrouble', 'unreadable', 'otherOrder'];
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...ambiguous), anyHistory, (before, name, later) => {
        const sending: RevisionState = {
          ...before.reduce<RevisionState>(reduceRevision, initialRevisionState),
          state: 'sending',
          proof: null,
        };
        const after = reduceRevision(sending, ended(name));
        expect(['unknown', 'review']).toContain(after.state);
        expect(ledgerStateOf(after)).toBe('unknown');
        const last = later.reduce<RevisionState>(reduceRevision, after);
        expect(last.ambiguous).toBe(true);
        expect(last.state).not.toBe('duplicate');
      }),
    );
  });

  test('nothing leads from unknown to sending but a trusted look-up', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let state: RevisionState = initialRevisionState;
        let mayBeSent = true;
        for (const event of history) {
          const after = reduceRevision(state, event);
          if (after.state === 'unknown') mayBeSent = false;
          if (event.type === 'lookedUp' && event.finding === 'absent' && state.state === 'verifying') mayBeSent = true;
          if (after.state === 'sending') expect(mayBeSent).toBe(true);
          state = after;
        }
      }),
    );
  });

  test('attempts are counted', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let begun = 0;
        let state: RevisionState = initialRevisionState;
        for (const event of history) {
          const after = reduceRevision(state, event);
          if (event.type === 'began' && after !== state) begun++;
          state = after;
        }
        expect(state.attempts).toBe(begun);
      }),
    );
  });
});

test('which states keep others from sending the order, and as what', () => {
  const of = (ambiguous: boolean) =>
    Object.fromEntries(journalStates.map((state) => [state, ledgerStateOf({ state, ambiguous })]));
  const free = { ready: null, waiting: null, rejected: null, review: null };
  const kept = {
    sending: 'sending',
    accepted: 'accepted',
    unknown: 'unknown',
    verifying: 'unknown',
    duplicate: 'taken',
  };
  expect(of(false)).toEqual({ ...free, ...kept });
  expect(of(true)).toEqual({ ...free, ...kept, review: 'unknown' });
});
