/**
 * Reads one file of a foreign format, in a process of its own. A thread watches the memory, since the library blocks the
 * main one while it works, and ends the process at the limit.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { ForeignAnswer, ForeignRequest } from '../reading/foreign/protocol.ts';

/** Milliseconds between two checks of the memory. */
const lookEvery = 50;

function exitAboveMemoryLimit(bytes: number): void {
  if (process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGKILL');
}

function watchMemory(bytes: number): void {
  setInterval(() => exitAboveMemoryLimit(bytes), lookEvery);
}

/** The parent: a Node process, or Electron's main process. */
interface Parent {
  post(answer: ForeignAnswer): void;
  listen(listener: (request: ForeignRequest) => void): void;
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parent(): Parent {
  // Both ends are ours: the requests are those of main/reading/foreign/remote-book.ts.
  const port = Reflect.get(process, 'parentPort') as ElectronPort | undefined;
  if (port)
    return {
      post: (answer) => port.postMessage(answer),
      listen: (listener) => port.on('message', ({ data }) => listener(data as ForeignRequest)),
    };
  process.once('disconnect', () => process.exit());
  return {
    post: (answer) => void process.send?.(answer),
    listen: (listener) => void process.on('message', (message) => listener(message as ForeignRequest)),
  };
}

async function readForParent(): Promise<void> {
  const { post, listen } = parent();
  const { ForeignReaderServer } = await import('../reading/foreign/foreign-reader-server.ts');
  let most = Number.POSITIVE_INFINITY;
  // Work that was quicker than the watching thread is measured before it is answered.
  const server = new ForeignReaderServer((answer) => {
    exitAboveMemoryLimit(most);
    post(answer);
  });
  let guard: Worker | undefined;
  listen((request) => {
    if (request.kind === 'open') {
      most = request.memoryBytes;
      guard ??= new Worker(import.meta.filename, { workerData: { memoryBytes: most } });
    }
    void server.handle(request);
  });
  post({ kind: 'ready' });
}

if (isMainThread) void readForParent();
else watchMemory((workerData as { readonly memoryBytes: number }).memoryBytes);
