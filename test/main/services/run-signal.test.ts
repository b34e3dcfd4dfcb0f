import { describe, expect, it } from 'vitest';
import { runSignal, taskbarProgress } from '../../../main/services/run-signal.ts';

const reason = (code: string) => ({ code, params: {} });

describe('a run that nobody looks at', () => {
  it('says that it ended, needs a key, or was paused by something else than a person; once', () => {
    expect(runSignal('running', { status: 'finished', reason: null })).toBe('ended');
    expect(runSignal('running', { status: 'waitingForKey', reason: null })).toBe('needsKey');
    expect(runSignal('running', { status: 'paused', reason: reason('run.wrongAddress') })).toBe('paused');
    expect(runSignal('pausing', { status: 'paused', reason: reason('run.byOperator') })).toBeNull();
    expect(runSignal('finished', { status: 'finished', reason: null })).toBeNull();
    expect(runSignal(null, { status: 'finished', reason: null })).toBeNull();
    expect(runSignal('stopping', { status: 'stopped', reason: null })).toBeNull();
    expect(runSignal('paused', { status: 'stopped', reason: reason('run.byOperator') })).toBeNull();
    expect(runSignal('running', { status: 'stopped', reason: reason('disk.full') })).toBe('stopped');
  });

  it('shows its share in the taskbar while it lasts', () => {
    expect(taskbarProgress({ status: 'running', done: 30, planned: 120 })).toEqual({ share: 0.25, mark: 'normal' });
    expect(taskbarProgress({ status: 'waitingForKey', done: 0, planned: 0 })).toEqual({ share: 0, mark: 'paused' });
    expect(taskbarProgress({ status: 'finished', done: 120, planned: 120 })).toBeNull();
  });
});
