/** Runs the store and the sending in a thread of their own: commits on a slow disk never hold up the window. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { createErrorLog } from '../platform/error-log.ts';
import type { Network } from '../platform/network.ts';
import { systemClock } from '../ports.ts';
import { createProxy, expose } from '../platform/remote.ts';
import { parseProxyRoutes } from '../sending/wms/proxy.ts';
import { homeWitness } from '../sending/witness.ts';
import { openStore } from '../store/open-store.ts';
import { startDatabaseCheck } from './start-database-check.ts';
import { startSending } from './start-sending.ts';
import { openTeamOrSay } from '../services/team-service.ts';

const { home } = z.object({ home: z.string() }).parse(workerData);
const log = createErrorLog(home);
const opened = openStore(home, systemClock, homeWitness, {
  foundLog: 'beforeSending',
  startCheck: startDatabaseCheck,
});
const team = opened.ok ? await openTeamOrSay(opened.value, systemClock) : null;
/** Fails every call with the reason why the store could not be opened. */
const throwStoreError = (): never => {
  valueOrThrow(opened);
  throw new FailureError('threadEnded');
};
const failingStore = new Proxy({}, { get: () => throwStoreError });

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  if (!parentPort) return;
  if (!opened.ok) {
    for (const end of [parentPort, port]) {
      expose(end, 'store', failingStore, log);
      expose(end, 'runs', failingStore, log);
    }
    return;
  }
  const network = createProxy<Network>(parentPort, 'network');
  startSending({
    store: opened.value,
    clock: systemClock,
    engine: port,
    others: [parentPort],
    connectionOptions: { routesFor: async (url) => parseProxyRoutes(await network.proxyFor(url)) },
    renewAccessKey: ({ url, identity }, shop) => network.renewAccessKey({ url, identity }, shop),
    team,
    log,
  });
});
