/** Telling a computer's log of outcomes: in one statement, which tells all of a part of the log or nothing. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TeamOutcome } from '../../../main/platform/team-ports.ts';
import { TeamDatabase } from '../../../main/team/database.ts';
import { tellOutcomes } from '../../../main/team/team-rows.ts';
import { createTeamSecret } from '../../../main/team/team-secret.ts';
import { LogTeller } from '../../../main/team/telling.ts';
import { newTeam, usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

const server = 'http://wms.example';

function outcome(orderId: number, state: TeamOutcome['state'], wmsId: number | null = null): TeamOutcome {
  return {
    ...{ number: orderId, server, orderId, state, bodyHash: null, wmsId, fileName: 'orders.csv', shop: null },
    ...{ amount: null, items: null, deliveryDay: null, operator: null, at: 0, contents: [`content ${orderId}`] },
  };
}

describe.skipIf(!hasPostgres)('a log of outcomes', () => {
  const postgres = usePostgres();

  async function ledger() {
    const { url, file } = await newTeam(postgres());
    const query = (sql: string, values: readonly unknown[] = []) => postgres().query(url, sql, values);
    const computer = async (): Promise<string> => {
      const id = randomUUID();
      const sql = `INSERT INTO order_importer.computers (id, name, incarnation, retold) VALUES ($1, 'K', $1, 0)`;
      await query(sql, [id]);
      return id;
    };
    const database = (): TeamDatabase => {
      const opened = new TeamDatabase(file, () => Promise.resolve());
      onTestFinished(() => opened.close());
      return opened;
    };
    const states = () => query('SELECT order_id::int AS id, state FROM order_importer.orders ORDER BY order_id');
    return { query, computer, database, states, secret: createTeamSecret(file.secret) };
  }

  it('is told by two processes of a home, each part once and whole', async () => {
    const { query, computer, database, states, secret } = await ledger();
    const id = await computer();
    let count = 0;
    let told = 0;
    const asked: number[] = [];
    const home = {
      outcomesAfter(after: number) {
        asked.push(after);
        const numbers = Array.from({ length: count - after }, (_, at) => after + 1 + at);
        return { last: count, outcomes: numbers.map((number) => outcome(number, 'accepted', number)) };
      },
      noteSeen: (seen: { readonly told?: number }) => void (told = seen.told ?? told),
    };
    const teller = () =>
      new LogTeller({
        ...{ database: database(), home: home as never, secret },
        computer: () => id,
        hasDecisions: () => true,
      });
    const [window, terminal] = [teller(), teller()];
    for (let round = 0; round < 3; round++)
      for (const each of [window, terminal]) {
        count += 2;
        await each.tell();
      }
    // What the other process has told meanwhile is found out, and not told again.
    expect(asked).toContain(2);
    expect(told).toBe(12);
    expect(await states()).toHaveLength(12);
    const versions = await query('SELECT DISTINCT version::int AS version FROM order_importer.orders');
    expect(versions).toEqual([{ version: 1 }]);
  });

  it('is not told where another process has told it, or the computer’s claims were taken over', async () => {
    const { query, computer, database, states, secret } = await ledger();
    const id = await computer();
    const team = database();
    const tell = (after: number, epoch: number) =>
      team.statement((client) =>
        tellOutcomes(client, id, [outcome(1, 'unknown')], secret, { after, upTo: 9, epoch, hasDecisions: true }),
      );
    expect(await tell(3, 1)).toBeNull();
    expect(await tell(0, 2)).toBeNull();
    expect(await states()).toEqual([]);
    expect(await query('SELECT 1 FROM order_importer.contents')).toEqual([]);
    expect(await tell(0, 1)).not.toBeNull();
    expect(await states()).toEqual([{ id: 1, state: 'unknown' }]);
  });

  it('says of an order that a person decided about only that the WMS has it', async () => {
    const { query, computer, database, states, secret } = await ledger();
    const id = await computer();
    await query(`INSERT INTO order_importer.decisions (server, order_id, computer) VALUES ($1, 1, $2), ($1, 2, $2)`, [
      server,
      id,
    ]);
    const outcomes = [outcome(1, 'unknown'), outcome(2, 'accepted', 7), outcome(3, 'unknown')];
    const log = { after: 0, upTo: 3, epoch: 1, hasDecisions: true };
    await database().statement((client) => tellOutcomes(client, id, outcomes, secret, log));
    expect(await states()).toEqual([
      { id: 2, state: 'accepted' },
      { id: 3, state: 'unknown' },
    ]);
  });

  it('notes an order that two computers had accepted, also where both tell it at one moment', async () => {
    const { query, computer, database, secret } = await ledger();
    const [first, second] = [await computer(), await computer()];
    const [one, other] = [database(), database()];
    let late: Promise<unknown> = Promise.resolve();
    await one.transaction(async (client) => {
      await tellOutcomes(client, first, [outcome(1, 'accepted', 11)], secret);
      late = other.statement((waiting) => tellOutcomes(waiting, second, [outcome(1, 'accepted', 22)], secret));
      const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await expect.poll(() => query(waits)).toHaveLength(1);
    });
    await late;
    expect(await query('SELECT computer, wms_id::int AS wms FROM order_importer.accepted_twice')).toEqual([
      { computer: second, wms: 22 },
    ]);
    expect(await query('SELECT computer FROM order_importer.orders')).toEqual([{ computer: first }]);
  });
});
