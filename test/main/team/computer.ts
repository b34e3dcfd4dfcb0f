/** A computer of a team in a test: a home of its own, a session on the ledger, runs against a scripted WMS. */
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { SendableOrder } from '../../../main/ports.ts';
import { systemClock } from '../../../main/ports.ts';
import { createSender } from '../../../main/sending/create-sender.ts';
import type { RunOptions } from '../../../main/sending/sender.ts';
import { TeamSession } from '../../../main/team/session.ts';
import { createTeam, parseDatabaseUrl } from '../../../main/team/set-up.ts';
import type { TeamFile } from '../../../main/team/team-file.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { LedgerEntry } from '../../../shared/domain/model/ledger.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { newBatch, offeredOrders, orderSource } from '../sending/orders.ts';
import { scriptedServer } from '../sending/run-harness.ts';
import type { ScriptedWms } from '../sending/scripted-client.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** One server for the tests of a file. */
export function usePostgres(): () => Postgres {
  let postgres: Postgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(() => postgres?.close(), 60_000);
  return () => {
    if (!postgres) throw new Error('not started');
    return postgres;
  };
}

export async function newTeam(postgres: Postgres): Promise<{ readonly url: string; readonly file: TeamFile }> {
  const url = await postgres.createDatabase();
  return { url, file: await createTeam(parseDatabaseUrl(url, null)) };
}

export type Computer = Awaited<ReturnType<typeof computer>>;

/** @param home of another computer, where it is a copy or the same one again */
export async function computer(file: TeamFile, name: string, home = temporaryHome(), clock = systemClock) {
  const store = openedStore(home, clock);
  const team = new TeamSession({ file, home: store.team, servers: store.sameServers, clock, name });
  onTestFinished(() => team.close());
  const isConnected = await team.connect();
  const blocked: LedgerEntry[] = [];

  /** Sends the orders in a batch of their own; resolves when the run has ended. */
  async function send(
    wms: ScriptedWms,
    orders: readonly SendableOrder[],
    {
      anyway = false,
      meanwhile,
      ...options
    }: Partial<RunOptions> & {
      readonly anyway?: boolean;
      /** What happens once that is decided, and before the run begins. */
      readonly meanwhile?: () => Promise<void>;
    } = {},
  ) {
    const sender = createSender({ store, clock, team: () => team, openClient: () => wms.client, random: () => 0.5 });
    const batchId = await newBatch(store);
    // A person has them sent, though another computer has.
    if (anyway) for (const order of orders) valueOrThrow(sender.sendAnyway(batchId, scriptedServer, order));
    await meanwhile?.();
    const started = sender.start({
      batchId,
      server: scriptedServer,
      accessKey: 'key',
      rules: { ...defaultSendingRules, concurrency: 4, quietTime: 0 },
      source: orderSource(offeredOrders(store, batchId, orders)),
      onPause: 'end',
      listener: { onBlocked: (entry) => blocked.push(entry) },
      ...options,
    });
    if (!started.ok) throw new Error(started.error.code);
    const end = await started.value.finished;
    const states = Object.fromEntries(
      [...store.outcomes.ofBatch(batchId)].map(([orderId, { state }]) => [orderId, state]),
    );
    await sender.close();
    return { end, states, batchId };
  }
  return { home, store, team, isConnected, blocked, send };
}
