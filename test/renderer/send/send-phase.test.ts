import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availableActions,
  barShares,
  isOnlyLookingUp,
  sendPhase,
  stopReason,
} from '../../../renderer/send/send-phase.ts';
import { runStatuses, type RunView } from '../../../shared/contract/views.ts';
import { zeroStateCounts, orderStates } from '../../../shared/domain/model/order-states.ts';

type Status = RunView['status'];

function run(status: Status, some: Partial<RunView['counts']> = {}): RunView {
  const counts = { ...zeroStateCounts(), ...some };
  return {
    batchId: 'b',
    status,
    reason: null,
    counts,
    planned: 0,
    done: 0,
    inFlight: 0,
    pace: 2,
    concurrency: 4,
    ordersPerMinute: 0,
    history: [],
    secondsLeft: null,
    startedAt: 0,
    awaitingLookup: 0,
    lookUpAt: null,
  };
}

describe('phaseOf', () => {
  it('shows the run until it has ended, and its end while nothing is left to send', () => {
    expect(sendPhase(run('idle', { ready: 3 }), false)).toBe('plan');
    for (const status of ['running', 'pausing', 'paused', 'waitingForKey', 'stopping'] as const)
      expect(sendPhase(run(status, { ready: 3 }), false)).toBe('run');
    expect(sendPhase(run('finished', { accepted: 3 }), false)).toBe('run');
    expect(sendPhase(run('finished', { accepted: 3, waiting: 2 }), false)).toBe('run');
    expect(sendPhase(run('finished', { accepted: 3, ready: 1 }), false)).toBe('plan');
    expect(sendPhase(run('stopped', { ready: 1 }), false)).toBe('plan');
  });

  it('says why a run stopped by itself', () => {
    const reason = { code: 'disk.full', params: {} };
    expect(stopReason({ ...run('stopped', { ready: 1 }), reason })).toBe(reason);
    expect(stopReason(run('stopped', { ready: 1 }))).toBeNull();
    // What slowed down a run that came to its end is over.
    expect(stopReason({ ...run('finished', { ready: 1 }), reason })).toBeNull();
  });

  it('plans anew for another server, but never leaves a run that is under way', () => {
    expect(sendPhase(run('finished', { accepted: 3 }), true)).toBe('plan');
    expect(sendPhase(run('paused', { accepted: 3 }), true)).toBe('run');
  });
});

describe('actsOf', () => {
  it('offers what the state allows', () => {
    expect(availableActions(run('running'))).toMatchObject({ pause: true, resume: false, stop: true, report: false });
    expect(availableActions(run('paused'))).toMatchObject({ pause: false, resume: true, stop: true });
    expect(availableActions(run('waitingForKey'))).toMatchObject({ enterAccessKey: true, resume: false, stop: true });
    expect(availableActions(run('stopping'))).toMatchObject({ pause: false, resume: false, stop: false });
    expect(availableActions(run('finished', { waiting: 2 }))).toMatchObject({ sendRemaining: true, report: true });
    expect(availableActions(run('finished', { ready: 1 }))).toMatchObject({ sendRemaining: true, report: true });
    expect(availableActions(run('finished'))).toMatchObject({ sendRemaining: false, report: true });
  });

  it('leaves the operator something to do in every state but two that end by themselves', () => {
    for (const status of runStatuses) {
      const offered = Object.values(availableActions(run(status))).some(Boolean);
      expect(offered).toBe(status !== 'idle' && status !== 'stopping');
    }
  });
});

describe('onlyLooksUp', () => {
  it('is so when nothing is left to send and lost answers wait for their look-up', () => {
    const waiting = { ...run('running', { accepted: 5, unknown: 2 }), awaitingLookup: 2 };
    expect(isOnlyLookingUp(waiting)).toBe(true);
    expect(isOnlyLookingUp({ ...waiting, inFlight: 1 })).toBe(false);
    expect(isOnlyLookingUp({ ...waiting, counts: { ...waiting.counts, ready: 1 } })).toBe(false);
    expect(isOnlyLookingUp({ ...waiting, status: 'finished' })).toBe(false);
  });
});

describe('barShares', () => {
  it('never draws more than the whole bar', () => {
    const counted = fc.record(
      Object.fromEntries(orderStates.map((state) => [state, fc.nat(1000)])) as Record<
        (typeof orderStates)[number],
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(counted, (states) => {
        const total = orderStates.reduce((sum, state) => sum + states[state], 0);
        const { done, notDone, lookAtIt, waiting, sending, ...bar } = barShares(run('running', { ...states, total }));
        return bar.total - (done + notDone + lookAtIt + waiting + sending) === states.ready;
      }),
    );
  });
});
