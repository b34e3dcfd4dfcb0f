/** Starts the thread with the store, which the first screen waits for, before anything else of the window is loaded. */
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { SendingLink } from '../workers/sending.worker.ts';

/** The thread, to which calls wait until it is linked. */
export interface SendingThread {
  readonly worker: Worker;
  /** Resolves where the thread failed. */
  readonly failed: Promise<unknown>;
  link(given: SendingLink): void;
}

/** Starts the thread for the home; it may be called before Electron is ready. */
export function startSendingThread(home: string): SendingThread {
  // Not the worker's own port: what came through that before the link would be lost, and calls for the store do.
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(path.join(import.meta.dirname, 'sending.worker.js'), {
    workerData: { home, link: port2 },
    transferList: [port2],
  });
  return {
    worker,
    failed: new Promise((resolve) => worker.once('error', resolve)),
    link: (given) => port1.postMessage(given, [given.engine]),
  };
}
