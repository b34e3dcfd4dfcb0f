/** Subjects: orders sent at a fixed concurrency, by our sending and by a bare loop over the same HTTP client. */
import fs from 'node:fs';
import path from 'node:path';
import { Agent, request } from 'undici';
import { openBatch } from '../../main/services/open-batch.ts';
import { systemClock, type SendableOrder } from '../../main/ports.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { openStore } from '../../main/store/open-store.ts';
import { noChoices } from '../../shared/domain/model/choices.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { FailureError, type Result } from '../../shared/result.ts';
import { serverIdentity, wmsPaths, wmsUrl } from '../../shared/wms/addresses.ts';
import { ownProcessorMs, treeProcessorMs } from '../processor-time.ts';
import { numberArgument, textArgument, type Arguments, type Numbers, type Subjects } from '../subject.ts';
import { teamSession } from '../team-session.ts';

/** An access key that the practice WMS accepts. */
const accessKey = 'practice-bench';

/** The orders of the file, as the engine hands them to a run. */
async function ordersOf(args: Arguments): Promise<readonly SendableOrder[]> {
  const batch = await openBatch(
    {
      batchId: 'bench',
      fileName: 'orders.xlsx',
      file: { path: textArgument(args, 'file') },
      choices: noChoices,
      isNew: true,
      server: null,
    },
    null,
    Date.UTC(2026, 10, 24),
  );
  const count = numberArgument(args, 'orders');
  const orders = batch.take(count);
  if (orders.length < count) throw new Error(`The file has ${orders.length} orders that may be sent, not ${count}.`);
  return orders;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error.code, result.error.params);
  return result.value;
}

/**
 * Counts orders per second at full concurrency: without the first ones, over which a run finds its pace, and without the
 * last ones, when fewer are under way.
 */
class Counter {
  readonly #from: number;
  readonly #to: number;
  #done = 0;
  #start = 0;
  #end = 0;
  #used = 0;
  #usedByAll = 0;

  constructor(args: Arguments) {
    this.#from = numberArgument(args, 'warmUp');
    this.#to = numberArgument(args, 'orders') - numberArgument(args, 'concurrency');
  }

  accepted(): void {
    this.#done++;
    if (this.#done === this.#from) {
      this.#start = performance.now();
      this.#used = ownProcessorMs();
      this.#usedByAll = allMs();
    }
    if (this.#done === this.#to) {
      this.#end = performance.now();
      this.#used = ownProcessorMs() - this.#used;
      this.#usedByAll = allMs() - this.#usedByAll;
    }
  }

  numbers(): Numbers {
    const ms = this.#end - this.#start;
    const counted = this.#to - this.#from;
    return {
      ms,
      accepted: this.#done,
      perSecond: (1000 * counted) / ms,
      processorMs: this.#used / counted,
      allProcessorsMs: this.#usedByAll / counted,
    };
  }
}

/** Milliseconds for which whoever measures, and all that it started (WMS, PostgreSQL, this process), kept a processor busy. */
const allMs = (): number => treeProcessorMs(process.ppid) ?? Number.NaN;

async function ours(args: Arguments): Promise<Numbers> {
  const orders = [...(await ordersOf(args))];
  const home = fs.mkdtempSync(path.join(textArgument(args, 'folder'), 'home-'));
  const store = valueOf(openStore(home, systemClock));
  const { team: file = '' } = args;
  const team = file === '' ? null : await teamSession(String(file), store);
  const sender = createSender({ store, clock: systemClock, team: () => team });
  try {
    const { id: batchId } = await store.batches.createFromBytes(new Uint8Array(1), 'orders.xlsx');
    const counter = new Counter(args);
    const run = valueOf(
      sender.start({
        batchId,
        server: {
          url: textArgument(args, 'url'),
          // Of practice a team is told nothing.
          identity:
            args['team'] === undefined ? textArgument(args, 'identity') : serverIdentity(textArgument(args, 'url')),
          practice: args['team'] === undefined,
        },
        accessKey,
        source: { take: async (limit) => orders.splice(0, limit) },
        rules: { ...defaultSendingRules, concurrency: numberArgument(args, 'concurrency') },
        listener: {
          onOutcome: ({ outcome }) => {
            if (outcome.state === 'accepted') counter.accepted();
          },
        },
      }),
    );
    await run.finished;
    return counter.numbers();
  } finally {
    await sender.close();
    await team?.close();
    store.close();
    fs.rmSync(home, { recursive: true });
  }
}

async function bare(args: Arguments): Promise<Numbers> {
  const bodies = (await ordersOf(args)).map((order) => JSON.stringify(order.request));
  const concurrency = numberArgument(args, 'concurrency');
  const dispatcher = new Agent({ connections: concurrency, pipelining: 1 });
  const url = wmsUrl(textArgument(args, 'url'), wmsPaths.create);
  const headers = {
    authorization: `Bearer ${accessKey}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  const counter = new Counter(args);
  let next = 0;
  const loop = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher });
      await answer.body.json();
      if (answer.statusCode < 300) counter.accepted();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  await dispatcher.close();
  return counter.numbers();
}

export const subjects: Subjects = { ours, bare };
