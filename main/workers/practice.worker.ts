/** Runs the practice WMS in a worker, so that it answers like a server elsewhere. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createErrorLog } from '../platform/error-log.ts';
import { startPracticeServer } from '../practice/practice-server.ts';
import type { PracticeServer } from '../practice/practice-server.ts';
import { expose } from '../platform/remote.ts';

const dataSchema = z.object({ home: z.string() });

export interface PracticeServerInfo {
  readonly url: string;
  readonly identity: string;
}

export interface PracticeLedgerView {
  readonly url: string;
  readonly total: number;
  readonly orders: readonly {
    readonly wmsId: number;
    readonly orderId: number;
    readonly items: number;
    readonly at: number;
  }[];
}

const shown = 500;

/** The service that the practice worker exposes to the main process. */
export class PracticeService {
  #server: Promise<PracticeServer> | null = null;
  readonly #start: () => Promise<PracticeServer>;

  constructor(start: () => Promise<PracticeServer>) {
    this.#start = start;
  }

  /** Starts the server where it is not running yet. */
  async start(): Promise<PracticeServerInfo> {
    this.#server ??= this.#start();
    const { url, identity } = await this.#server;
    return { url, identity };
  }

  /** The orders taken, newest first. */
  async ledger(): Promise<PracticeLedgerView> {
    if (!this.#server) return { url: '', total: 0, orders: [] };
    const server = await this.#server;
    const orders = server.ledger();
    return {
      url: server.url,
      total: orders.length,
      orders: orders
        .slice(-shown)
        .reverse()
        .map(({ id, orderId, request, at }) => ({ wmsId: id, orderId, items: request.order_items.length, at })),
    };
  }
}

if (parentPort) {
  const { home } = dataSchema.parse(workerData);
  // Some latency, as every network has: otherwise a run would be over before it is seen. In Uzbek, as a WMS there would be.
  expose(
    parentPort,
    'practice',
    new PracticeService(() => startPracticeServer({ latencyMs: 150, language: 'uz' })),
    createErrorLog(home),
  );
}
