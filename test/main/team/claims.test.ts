/** Who claims, tells and gives back the same orders at once waits for another, and never in a circle: on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import type { TeamOutcome } from '../../../main/platform/team-ports.ts';
import { claimOrders, giveBackClaims } from '../../../main/team/claims.ts';
import { TeamDatabase } from '../../../main/team/database.ts';
import type { TeamFile } from '../../../main/team/team-file.ts';
import { tellOutcomes } from '../../../main/team/team-rows.ts';
import { createTeamSecret } from '../../../main/team/team-secret.ts';
import { computer, newTeam, usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

const [server, orderCount, rounds] = ['https://wms.example', 80, 12];

describe.skipIf(!hasPostgres)('claims of many computers', () => {
  const postgres = usePostgres();

  it('meet in no deadlock, whatever is claimed, told and given back at once', { timeout: 120_000 }, async () => {
    const { file, url } = await newTeam(postgres());
    // Where one waits for another that waits for it, the server looks soon.
    await postgres().query(url, `ALTER DATABASE "${file.database}" SET deadlock_timeout = '20ms'`);
    const ways = await Promise.all([1, 2, 3, 4].map((seed) => wayOf(file, url, seed)));
    await Promise.all(ways.map((way) => way.work()));
    for (const way of ways) await way.close();
    expect(await counted(url)).toEqual({ deadlocks: 0, failed: 0 });
  });

  it('are answered where two take over from one computer at once', { timeout: 60_000 }, async () => {
    const { file, url } = await newTeam(postgres());
    const gone = await computer(file, 'Aziza');
    await gone.team.openRun(server, 90, null).claim([1, 2, 3, 4].map(claimOf));
    await gone.team.confirm();
    const others = await Promise.all(['Bobur', 'Karim'].map((name) => computer(file, name)));
    await postgres().query(
      url,
      `UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes' WHERE name = 'Aziza'`,
    );
    const held = new TeamDatabase(file, () => Promise.resolve());
    let release = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      void held.transaction(async (client) => {
        await client.query(`SELECT 1 FROM order_importer.computers WHERE name = 'Aziza' FOR NO KEY UPDATE`);
        resolve();
        await new Promise<void>((end) => (release = end));
      });
    });
    await isHeld;
    const claims = others.map(({ team }, at) =>
      team.openRun(server, 90, null).claim([1, 2].map((id) => claimOf(id + 2 * at))),
    );
    // Each has its own orders, and waits for the computer's row.
    for (;;) {
      const [row] = await postgres().query(
        url,
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
      );
      if (Number(row?.['n']) === 2) break;
    }
    release();
    const answers = await Promise.all(claims);
    await held.close();
    for (const { team } of others) await team.close();
    expect(await counted(url)).toMatchObject({ deadlocks: 0 });
    expect(answers.map((answer) => [...(answer?.values() ?? [])].map(({ kind }) => kind))).toEqual([
      ['takenOver', 'takenOver'],
      ['takenOver', 'takenOver'],
    ]);
  });

  it('are asked anew where the server ends one of two that wait for each other', { timeout: 60_000 }, async () => {
    const { file, url } = await newTeam(postgres());
    await postgres().query(url, `ALTER DATABASE "${file.database}" SET deadlock_timeout = '20ms'`);
    let [attempts, waiting] = [0, 0];
    let meet = (): void => undefined;
    const bothHold = new Promise<void>((resolve) => (meet = resolve));
    const crossing = async (first: number, second: number): Promise<string> => {
      const database = new TeamDatabase(file, () => Promise.resolve());
      const value = await database.transaction(async (client) => {
        attempts++;
        await client.query('SELECT pg_advisory_xact_lock($1)', [first]);
        if (++waiting === 2) meet();
        await bothHold;
        await client.query('SELECT pg_advisory_xact_lock($1)', [second]);
        return 'done';
      });
      await database.close();
      return value;
    };
    expect(await Promise.all([crossing(1, 2), crossing(2, 1)])).toEqual(['done', 'done']);
    expect(attempts).toBe(3);
  });

  /** What the server counts of the team's database: a connection's share once that has ended. */
  async function counted(url: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const [row] = await postgres().query(
      url,
      `SELECT deadlocks::int AS deadlocks, xact_rollback::int AS failed FROM pg_stat_database
       WHERE datname = current_database()`,
    );
    return row;
  }

  /** A computer that claims, tells and gives back what falls to it, the same orders as the others in another order. */
  async function wayOf(file: TeamFile, url: string, seed: number) {
    const secret = createTeamSecret(file.secret);
    const [id, incarnation] = [randomUUID(), randomUUID()];
    await postgres().query(
      url,
      `INSERT INTO order_importer.computers (id, name, incarnation, retold) VALUES ($1, 'K', $2, 0)`,
      [id, incarnation],
    );
    const database = new TeamDatabase(file, () => Promise.resolve());
    let state = seed;
    const random = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const some = (): readonly number[] => {
      const ids = Array.from({ length: orderCount }, (_, at) => at + 1).filter(() => random(3) > 0);
      return seed % 2 === 0 ? ids.toReversed() : ids;
    };
    const outcome = (orderId: number, of: TeamOutcome['state']): TeamOutcome => ({
      number: 0,
      server,
      orderId,
      state: of,
      bodyHash: null,
      wmsId: null,
      fileName: 'orders.csv',
      shop: null,
      amount: null,
      items: null,
      deliveryDay: null,
      operator: null,
      at: 0,
      contents: of === 'open' ? [] : [contentOf(orderId)],
    });
    const home = { standing: (_: string, ids: readonly number[]) => ids.map((orderId) => outcome(orderId, 'open')) };

    async function round(): Promise<void> {
      const token = randomUUID();
      const claimant = {
        computer: id,
        epoch: 1,
        incarnations: [incarnation],
        token,
        server,
        otherNames: [],
        operator: null,
        hasUnnamedShop: false,
      };
      const orders = some().map((orderId) => ({ ...claimOf(orderId), isAgain: false, seenVersion: null }));
      const answers = await database.transaction((client) => claimOrders(client, claimant, orders, secret));
      const mine = [...answers].filter(([, { kind }]) => kind === 'claimed').map(([orderId]) => orderId);
      const tell = (act: (client: Client) => Promise<unknown>): Promise<void> =>
        database.transaction(async (client) => {
          await client.query('SELECT 1 FROM order_importer.computers WHERE id = $1 FOR UPDATE', [id]);
          await act(client);
        });
      // Half of them are told while another claims the same contents.
      const told = mine.filter(() => random(2) === 0).map((orderId) => outcome(orderId, 'sending'));
      await tell((client) => tellOutcomes(client, id, told, secret));
      await tell((client) =>
        tellOutcomes(
          client,
          id,
          told.map(({ orderId }) => outcome(orderId, 'open')),
          secret,
        ),
      );
      await database.transaction((client) => giveBackClaims(client, id, [token], home, secret));
    }
    return {
      async work(): Promise<void> {
        for (let at = 0; at < rounds; at++) await round();
      },
      close: () => database.close(),
    };
  }
});

const contentOf = (orderId: number): string => `content ${(orderId * 7919) % 1_000}`;

function claimOf(orderId: number) {
  return {
    orderId,
    bodyHash: `hash ${orderId}`,
    fileName: 'orders.csv',
    shop: null,
    contents: [contentOf(orderId)],
    againSince: null,
  };
}
