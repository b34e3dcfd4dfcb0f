/** Files sent one after another: a run that waits for a person holds the others, a stopped one ends the queue. */
import { describe, expect, it } from 'vitest';
import type { QueuedFile } from '../../../shared/contract/queue.ts';
import type { RunView } from '../../../shared/contract/views.ts';
import { zeroStateCounts } from '../../../shared/domain/model/order-states.ts';
import { refuseMoreThanShown, SendQueue } from '../../../main/services/send-queue.ts';
import { FailureError, type Failure } from '../../../shared/result.ts';

const runOf = (batchId: string, status: RunView['status'], startedAt: number): RunView => ({
  batchId,
  status,
  reason: null,
  counts: zeroStateCounts(),
  planned: 1,
  done: 0,
  inFlight: 0,
  pace: 1,
  concurrency: 1,
  ordersPerMinute: 0,
  history: [],
  secondsLeft: null,
  startedAt,
  awaitingLookup: 0,
  lookUpAt: null,
});

function queueOf(refused: readonly string[] = []) {
  const started: string[] = [];
  const queue = new SendQueue(
    async ({ batchId }: QueuedFile) => {
      if (refused.includes(batchId)) throw new FailureError('key.missing');
      started.push(batchId);
      return runOf(batchId, 'running', started.length);
    },
    (error): Failure => (error instanceof FailureError ? error.failure : { code: 'unexpected', params: {} }),
    () => undefined,
  );
  const files = (...ids: string[]): QueuedFile[] => ids.map((batchId) => ({ batchId, ready: 1, amount: 1 }));
  const rest = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, started, files, rest };
}

describe('the queue', () => {
  it('sends the next file when the one before is over, each once', async () => {
    const { queue, started, files, rest } = queueOf();
    queue.send(files('a', 'b'));
    queue.send(files('a', 'b', 'c'));
    await rest();
    expect([started, queue.state().waiting]).toEqual([['a'], ['b', 'c']]);
    queue.runChanged(runOf('a', 'paused', 1));
    queue.runChanged(runOf('x', 'finished', 9));
    await rest();
    expect(started).toEqual(['a']);
    queue.runChanged(runOf('a', 'finished', 1));
    await rest();
    expect(started).toEqual(['a', 'b']);
    // What an earlier run of the same file says late is not its end.
    queue.runChanged(runOf('b', 'finished', 0));
    await rest();
    expect(queue.state().current).toBe('b');
  });

  it('goes on after a file that cannot be sent, and not after one that a person stopped', async () => {
    const { queue, started, files, rest } = queueOf(['a']);
    queue.send(files('a', 'b', 'c'));
    await rest();
    expect(queue.state()).toMatchObject({ current: 'b', failed: [{ batchId: 'a', code: 'key.missing' }] });
    queue.runChanged(runOf('b', 'stopped', 1));
    await rest();
    expect([started, queue.state()]).toMatchObject([['b'], { current: null, waiting: [] }]);
  });

  it('sends no more of a file than was shown', () => {
    const shown = { batchId: 'a', ready: 3, amount: 100 };
    expect(() => refuseMoreThanShown(shown, { ready: 3, amount: 100 })).not.toThrow();
    expect(() => refuseMoreThanShown(shown, { ready: 2, amount: 60 })).not.toThrow();
    expect(() => refuseMoreThanShown(shown, { ready: 4, amount: 100 })).toThrow(FailureError);
    expect(() => refuseMoreThanShown(shown, { ready: 3, amount: 101 })).toThrow(FailureError);
  });
});
