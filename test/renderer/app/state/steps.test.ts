import { describe, expect, it } from 'vitest';
import { finishedSteps, stepWhenReopened } from '../../../../renderer/app/state/steps.ts';
import { statesWithVerdict } from '../../../../renderer/app/state/verdict-counts.ts';
import {
  zeroStateCounts,
  orderStates,
  verdictCounts,
  verdicts,
  type StateCounts,
} from '../../../../shared/domain/model/order-states.ts';
import { batchSummary } from '../../../support/fake-bridge.ts';
import type { BatchSummary } from '../../../../shared/contract/views.ts';

const counts = (some: Partial<StateCounts>): StateCounts => {
  const all = { ...zeroStateCounts(), ...some };
  return { ...all, total: orderStates.reduce((sum, state) => sum + all[state], 0) };
};

function summary(some: Partial<StateCounts>, fileIssues: BatchSummary['fileIssues'] = []): BatchSummary {
  return batchSummary({ counts: counts(some), fileIssues });
}

describe('stepWhenReopened', () => {
  it('goes on where the work stands', () => {
    expect(stepWhenReopened(counts({ ready: 5, withErrors: 2 }))).toBe('check');
    expect(stepWhenReopened(counts({ ready: 5, accepted: 2 }))).toBe('check');
    expect(stepWhenReopened(counts({ accepted: 7, rejected: 1 }))).toBe('report');
    expect(stepWhenReopened(counts({ accepted: 7, unknown: 1 }))).toBe('send');
    expect(stepWhenReopened(counts({ ready: 3, waiting: 1 }))).toBe('send');
  });
});

describe('finishedSteps', () => {
  it('marks a step only when nothing is left to do in it', () => {
    expect([...finishedSteps(summary({ ready: 2, withErrors: 1 }), null)]).toEqual(['file', 'columns']);
    expect([...finishedSteps(summary({ ready: 2 }), null)]).toEqual(['file', 'columns', 'check']);
    expect([...finishedSteps(summary({ accepted: 2 }), null)]).toEqual(['file', 'columns', 'check', 'send']);
    expect([...finishedSteps(summary({ accepted: 2, unknown: 1 }), null)]).toEqual(['file', 'columns', 'check']);
  });

  it('takes a plan for another server than the orders went to as sending that is still to come', () => {
    const sent = summary({ accepted: 2 });
    expect(finishedSteps(sent, sent.server).has('send')).toBe(true);
    expect(finishedSteps(sent, 'http://another.example').has('send')).toBe(false);
  });

  it('leaves the columns open while the file has a question', () => {
    const question = { code: 'orders.missing-field', severity: 'error', scope: 'file', params: {} } as const;
    expect([...finishedSteps(summary({ withErrors: 2 }, [question]), null)]).toEqual(['file']);
    expect([...finishedSteps(summary({ ready: 2 }, [{ ...question, severity: 'notice' }]), null)]).toContain('columns');
  });
});

describe('verdictCounts', () => {
  it('adds up to all orders, each state in one verdict', () => {
    const all = counts(Object.fromEntries(orderStates.map((state, n) => [state, 2 ** n])));
    const sums = verdictCounts(all);
    expect(sums.done + sums.notDone + sums.lookAtIt + sums.leftOut + sums.open).toBe(all.total);
    expect(verdicts.flatMap((verdict) => statesWithVerdict(verdict, all)).toSorted()).toEqual(orderStates.toSorted());
  });

  it('names only the states that hold orders', () => {
    expect(statesWithVerdict('notDone', counts({ rejected: 2, withErrors: 1 }))).toEqual(['rejected', 'withErrors']);
  });
});
