/** Runs the store and the sending in a thread of their own: commits on a slow disk never hold up the window. */
import { once } from 'node:events';
import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { createErrorLog } from '../platform/error-log.ts';
import type { Network } from '../platform/network.ts';
import { systemClock } from '../ports.ts';
import { createProxy, emit, expose } from '../platform/remote.ts';
import { parseProxyRoutes } from '../sending/wms/proxy.ts';
import { homeWitness } from '../sending/witness.ts';
import { openStore } from '../store/open-store.ts';
import { startDatabaseCheck } from './start-database-check.ts';
import { startSending } from './start-sending.ts';
import { TeamDesk } from '../services/team-desk.ts';

/** What the thread gets when the rest of the app is there. */
export interface SendingLink {
  readonly engine: MessagePort;
  /** The text of the sealed team file; null: there is none that can be opened. */
  readonly team: string | null;
}

const { home, link } = z.object({ home: z.string(), link: z.instanceof(MessagePort) }).parse(workerData);
const log = createErrorLog(home);
const opened = openStore(home, systemClock, homeWitness, {
  foundLog: 'beforeSending',
  startCheck: startDatabaseCheck,
});
// The thread starts before what it is linked with; until somebody listens at the parent's port calls wait there.
const [{ engine, team }] = (await once(link, 'message')) as [SendingLink];
link.close();
const desk = opened.ok ? await TeamDesk.open(opened.value, systemClock, team) : null;
/** Fails every call with the reason why the store could not be opened. */
const throwStoreError = (): never => {
  valueOrThrow(opened);
  throw new FailureError('threadEnded');
};
const failingStore = new Proxy({}, { get: () => throwStoreError });

if (parentPort) answerCalls(parentPort);

function answerCalls(main: MessagePort): void {
  if (!opened.ok || desk === null) {
    for (const end of [main, engine])
      for (const name of ['store', 'runs', 'team']) expose(end, name, failingStore, log);
    return;
  }
  const network = createProxy<Network>(main, 'network');
  desk.sealBy((text) => network.sealTeamFile(text));
  desk.onChanged((state) => emit(main, 'team.changed', state));
  startSending({
    store: opened.value,
    clock: systemClock,
    engine,
    others: [main],
    connectionOptions: { routesFor: async (url) => parseProxyRoutes(await network.proxyFor(url)) },
    renewAccessKey: ({ url, identity }, shop) => network.renewAccessKey({ url, identity }, shop),
    team: desk,
    log,
  });
  expose(main, 'team', desk, log);
}
