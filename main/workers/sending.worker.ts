/** The store and the sending, in a thread of their own: commits on a slow disk never hold up the window. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { FailureError } from '../../shared/result.ts';
import { errorLog } from '../platform/error-log.ts';
import type { Network } from '../platform/network.ts';
import { systemClock } from '../ports.ts';
import { remote, serve, tell } from '../platform/remote.ts';
import { RunService } from '../services/run-service.ts';
import type { OrderStock } from '../services/run-service.ts';
import { createSender } from '../sending/create-sender.ts';
import { routesOf } from '../sending/wms/proxy.ts';
import { witnessedBatches } from '../sending/witness.ts';
import { openStore } from '../store/open-store.ts';

const { home } = z.object({ home: z.string() }).parse(workerData);
const log = errorLog(home);
const opened = openStore(home, systemClock, witnessedBatches);
/** Says why the store could not be opened, to whatever is asked of it. */
const refused = (): never => {
  if (opened.ok) throw new FailureError('threadEnded');
  throw new FailureError(opened.error.code, opened.error.params);
};
const unopened = new Proxy({}, { get: () => refused });

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  if (!parentPort) return;
  if (!opened.ok) {
    for (const end of [parentPort, port]) {
      serve(end, 'store', unopened, log);
      serve(end, 'runs', unopened, log);
    }
    return;
  }
  const network = remote<Network>(parentPort, 'network');
  const sender = createSender({ store: opened.value, clock: systemClock, way: { routesFor: async (url) => routesOf(await network.proxyFor(url)) } });
  const runs = new RunService(sender, remote<OrderStock>(port, 'stock'), {
    outcome: (change) => tell(port, 'outcome', change),
    progress: (snapshot) => tell(port, 'progress', snapshot),
  }, ({ url, identity }) => network.renewKey({ url, identity }));
  for (const end of [parentPort, port]) {
    serve(end, 'store', opened.value, log);
    serve(end, 'runs', runs, log);
  }
});
