/**
 * Runs the practice WMS: a real HTTP server on this computer that behaves as the documented one does, keeps orders in
 * memory, and plays faults on request. For learning the app without consequences, and for its tests.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Language } from '../../shared/messages/translator.ts';
import { translatorFor } from '../../shared/messages/translators.ts';
import { FailureError } from '../../shared/result.ts';
import { wmsPaths } from '../../shared/wms/addresses.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import { type Clock, systemClock } from '../ports.ts';
import { PracticeAccessKeys } from './practice-access-keys.ts';
import { exceptionAnswer } from './http-answers.ts';
import { playFault, tooManyRequestsAnswer, writeAnswer } from './fault-play.ts';
import { type FaultChances, type FaultName, chooseFault, type FaultPlan } from './faults.ts';
import { PracticeLedger, type PracticeOrder } from './practice-ledger.ts';
import { type RateLimit, RateWindow } from './rate-limit.ts';
import {
  createOrder,
  type LookupMode,
  orderIdOf,
  answerRequest,
  type RoutedRequest,
  type RouteContext,
} from './routes.ts';

export interface PracticeOptions {
  /** 0, the default: any free one. */
  readonly port?: number;
  /** How often each fault happens to a creation, 0 … 1. */
  readonly faults?: FaultChances;
  /** The fault of each creation, where chance is not to decide. `attempt` counts the requests of this order id from 1. */
  readonly script?: (orderId: number, attempt: number) => FaultName | undefined;
  /** Milliseconds that an answer takes: half before the order is stored, half after. */
  readonly latencyMs?: number;
  /** Milliseconds after which «late-commit» stores the order; 3,000 by default. */
  readonly lateMs?: number;
  /** Milliseconds that «outage» lasts; 5,000 by default. */
  readonly outageMs?: number;
  /** So many creations in so many milliseconds; beyond that it answers 429. Unlimited by default. */
  readonly limit?: RateLimit;
  /** Time for everything that waits or expires here. */
  readonly clock?: Clock;
  /** The same seed gives the same faults to the same orders. */
  readonly seed?: number;
  /** Whether a second order of the same id is refused; true by default. */
  readonly uniqueIds?: boolean;
  readonly lookup?: LookupMode;
  /** Product ids that are known; all of them by default. */
  readonly knownProducts?: Iterable<number>;
  /** Milliseconds that an access key from the login is good for. */
  readonly accessKeyTtl?: number;
  /** Language of the page that a browser shows. */
  readonly language?: Language;
}

/** A request that arrived whole. */
export interface PracticeRequest {
  readonly method: string;
  readonly path: string;
  /** Order id of a creation; 0 where its body names none. */
  readonly orderId?: number;
  /** SHA-256 (hex) of a creation's body. */
  readonly bodyHash?: string;
}

export interface PracticeServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** The server's name in the app's ledger: new at each start, because earlier orders are lost. */
  readonly identity: string;
  ledger(): readonly PracticeOrder[];
  requests(): readonly PracticeRequest[];
  stop(): Promise<void>;
}

const bodyLimit = 1024 * 1024;

/** The body as text; null where it is too large or its sender went away. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      // The rest is read and dropped: an answer reaches only a sender that could finish.
      if (length <= bodyLimit) chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return length > bodyLimit ? null : Buffer.concat(chunks).toString('utf8');
}

class Practice implements PracticeServer {
  readonly identity = `${practicePrefix}${randomUUID()}`;
  #url = '';
  readonly #server: Server;
  readonly #routing: RouteContext;
  readonly #plan: FaultPlan;
  readonly #latencyMs: number;
  readonly #lateMs: number;
  readonly #outageMs: number;
  readonly #clock: Clock;
  readonly #window: RateWindow | null;
  readonly #stopped = new AbortController();
  #isDown = false;
  readonly #requests: PracticeRequest[] = [];
  readonly #attempts = new Map<number, number>();

  constructor(options: PracticeOptions) {
    const { clock = systemClock, limit } = options;
    const now = () => clock.now();
    this.#clock = clock;
    this.#window = limit ? new RateWindow(limit) : null;
    this.#routing = {
      ledger: new PracticeLedger(),
      accessKeys: new PracticeAccessKeys(options.accessKeyTtl, now),
      lookup: options.lookup ?? 'honest',
      uniqueIds: options.uniqueIds ?? true,
      knownProducts: options.knownProducts ? new Set(options.knownProducts) : null,
      translate: translatorFor(options.language ?? 'en'),
      identity: this.identity,
      now,
    };
    this.#plan = { chances: options.faults ?? {}, script: options.script, seed: options.seed ?? 1 };
    this.#latencyMs = options.latencyMs ?? 0;
    this.#lateMs = options.lateMs ?? 3000;
    this.#outageMs = options.outageMs ?? 5000;
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** @throws FailureError `practice.portTaken` */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          error.code === 'EADDRINUSE' || error.code === 'EACCES'
            ? new FailureError('practice.portTaken', { port: String(port) }, { cause: error })
            : error,
        );
      });
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  get url(): string {
    return this.#url;
  }

  ledger(): readonly PracticeOrder[] {
    return this.#routing.ledger.all();
  }

  requests(): readonly PracticeRequest[] {
    return this.#requests;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await new Promise<void>((resolve) => {
      if (this.#server.listening) this.#server.close(() => resolve());
      else resolve();
      this.#server.closeAllConnections();
    });
  }

  #later(ms: number, act: () => void): void {
    const { signal } = this.#stopped;
    void this.#clock.sleep(ms, signal).then(() => void (signal.aborted || act()));
  }

  /** Closes the port for a while, then opens the same one again. */
  #goDown(): void {
    if (this.#isDown) return;
    this.#isDown = true;
    const { port } = this.#server.address() as AddressInfo;
    this.#server.close();
    this.#later(this.#outageMs, () => {
      this.#isDown = false;
      this.#server.listen(port, '127.0.0.1');
    });
  }

  /** Half of the latency; at once where there is none. */
  #wait(): Promise<void> | undefined {
    return this.#latencyMs > 0 ? this.#clock.sleep(this.#latencyMs / 2, this.#stopped.signal) : undefined;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Against DNS rebinding: a foreign web page must not read the ledger by a host name that leads here.
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? ''))
      return writeAnswer(response, exceptionAnswer(421, 'Misdirected Request'));
    const body = await readBody(request);
    if (body === null) return writeAnswer(response, exceptionAnswer(413, 'Payload Too Large', { connection: 'close' }));
    const [path = '', search = ''] = (request.url ?? '/').split('?', 2);
    const routed: RoutedRequest = {
      method: request.method ?? 'GET',
      path,
      query: new URLSearchParams(search),
      authorization: request.headers.authorization,
      isJson: /^application\/json\b/iu.test(request.headers['content-type'] ?? ''),
      body,
    };
    const isCreation = routed.method === 'POST' && routed.path === wmsPaths.create;
    const fault = isCreation ? this.#noteCreation(routed) : this.#note(routed);
    await this.#wait();
    if (this.#isDown) response.setHeader('connection', 'close');
    const refused = isCreation ? this.#window?.tryTake(this.#clock.now()) : null;
    if (refused)
      return writeAnswer(response, {
        ...tooManyRequestsAnswer,
        headers: { ...tooManyRequestsAnswer.headers, ...refused },
      });
    if (fault && this.#routing.accessKeys.isAuthorized(routed.authorization)) {
      playFault(fault.name, {
        response,
        orderId: fault.orderId,
        seed: this.#plan.seed,
        lateMs: this.#lateMs,
        startOutage: () => this.#goDown(),
        commitOrder: () => createOrder(routed, this.#routing),
        schedule: (ms, act) => this.#later(ms, act),
      });
      return;
    }
    const answer = answerRequest(routed, this.#routing);
    await this.#wait();
    writeAnswer(response, answer);
  }

  #note({ method, path }: RoutedRequest): undefined {
    this.#requests.push({ method, path });
  }

  #noteCreation(request: RoutedRequest): { readonly name: FaultName; readonly orderId: number } | undefined {
    const orderId = orderIdOf(request);
    const attempt = (this.#attempts.get(orderId) ?? 0) + 1;
    this.#attempts.set(orderId, attempt);
    this.#requests.push({
      method: request.method,
      path: request.path,
      orderId,
      bodyHash: createHash('sha256').update(request.body).digest('hex'),
    });
    const name = chooseFault(this.#plan, orderId, attempt);
    return name === undefined ? undefined : { name, orderId };
  }
}

/** Starts a practice WMS on 127.0.0.1; several may run side by side. @throws FailureError `practice.portTaken` */
export async function startPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const practice = new Practice(options);
  await practice.listen(options.port ?? 0);
  return practice;
}
