/** Calls between threads, where a thread ends: nobody waits for an answer that cannot come. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/result.ts';
import { createProxy } from '../../../main/platform/remote.ts';

interface Service {
  ask(): string;
}

const ended = new FailureError('threadEnded');

describe('a call to a thread that ends', () => {
  it('before it answers, fails', async () => {
    const worker = new Worker('setTimeout(() => process.exit(), 20)', { eval: true });
    await expect(createProxy<Service>(worker, 'service').ask()).rejects.toEqual(ended);
  });

  it('before it is asked, fails', async () => {
    const worker = new Worker('', { eval: true });
    const service = createProxy<Service>(worker, 'service');
    await once(worker, 'exit');
    await expect(service.ask()).rejects.toEqual(ended);
  });

  it('before anybody knows how to call it, fails', async () => {
    const worker = new Worker('', { eval: true });
    await once(worker, 'exit');
    await expect(createProxy<Service>(worker, 'service').ask()).rejects.toEqual(ended);
  });
});
