/** Stories of three computers on one ledger, each a terminal process on a home of its own behind a network of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { TeamFile } from '../../../main/team/team-file.ts';
import type { PracticeServer } from '../../../main/practice/practice-server.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';
import { newTeam } from './computer.ts';
import { cuttingProxy, type CuttingProxy } from './cutting-proxy.ts';
import type { Postgres } from './postgres.ts';

const dayMs = 86_400_000;
const clockOfItsOwn = pathToFileURL(path.resolve('test/main/team/clock-of-its-own.ts')).href;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A terminal of one computer. */
class Office {
  readonly #folder = temporaryFolder();
  readonly #wms: PracticeServer;
  readonly proxy: CuttingProxy;
  readonly #team: string;
  readonly name: string;
  readonly #ahead: string;
  child: ChildProcess | null = null;

  /** @param days so many its clock is ahead of the others' */
  constructor(name: string, wms: PracticeServer, file: TeamFile, proxy: CuttingProxy, days: number) {
    this.name = name;
    this.#ahead = path.join(this.#folder, 'ahead');
    this.setAhead(days * dayMs);
    this.#wms = wms;
    this.proxy = proxy;
    this.#team = path.join(this.#folder, 'office.team');
    fs.writeFileSync(this.#team, JSON.stringify({ ...file, port: proxy.port }));
    onTestFinished(() => void this.child?.kill('SIGKILL'));
  }

  /** Sets its clock ahead by so many milliseconds. */
  setAhead(ms: number): void {
    // Renamed into its place: the process reads it at any moment.
    fs.writeFileSync(`${this.#ahead}.new`, String(ms));
    fs.renameSync(`${this.#ahead}.new`, this.#ahead);
  }

  /** Sends the orders; resolves with the counts of states where the process came to its end by itself. */
  async send(orders: string, ...options: readonly string[]): Promise<Readonly<Record<string, number>> | null> {
    const file = path.join(this.#folder, 'buyurtmalar.csv');
    fs.writeFileSync(file, orders);
    const words = [
      'send',
      file,
      '--url',
      this.#wms.url,
      '--set',
      'scheduled_at=2030-01-05',
      '--team',
      this.#team,
      ...options,
    ];
    const child = spawn(
      process.execPath,
      [
        '--experimental-strip-types',
        '--no-warnings',
        '--import',
        clockOfItsOwn,
        path.resolve('main/cli.ts'),
        ...words,
        '--quiet-time',
        '0',
        '--json',
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          WMS_TOKEN: 'practice-x',
          ORDER_IMPORTER_HOME: path.join(this.#folder, 'home'),
          AHEAD_FILE: this.#ahead,
        },
      },
    );
    this.child = child;
    let output = '';
    let errors = '';
    child.stdout.on('data', (bytes) => (output += String(bytes)));
    child.stderr.on('data', (bytes) => (errors += String(bytes)));
    await once(child, 'close');
    if (child.signalCode !== null) return null;
    const answer = output.startsWith('{') ? (JSON.parse(output) as { orders?: Record<string, number> }) : {};
    if (!answer.orders) throw new Error(`${this.name}: ${output}${errors}`);
    return answer.orders;
  }
}

function ordersText(ids: readonly number[]): string {
  return [
    'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Mahsulot ID;Soni;Narxi',
    ...ids.map((id) => `${id};Mijoz ${id};90${1_000_000 + id};Navoiy ${id};Buxoro viloyati;17;1;50000`),
  ].join('\n');
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at);

function twiceIn(wms: PracticeServer): readonly number[] {
  const ids = wms.ledger().map(({ orderId }) => orderId);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

async function offices(postgres: Postgres, wms: PracticeServer) {
  const { url, file } = await newTeam(postgres);
  const all = await Promise.all(
    ['Aziza', 'Bobur', 'Karim'].map(
      async (name, at) => new Office(name, wms, file, await cuttingProxy(postgres.port), at - 1),
    ),
  );
  return { url, all };
}

export interface MorningOptions {
  readonly orders: number;
  readonly seed: number;
  /** How often a computer is killed; how often a network is cut, of which every other time for seconds. */
  readonly kills: number;
  readonly cuts: number;
  /** Whether the database is set back to a backup of that morning. */
  readonly isRestored: boolean;
}

/** All send the same orders and some of their own, until each has come to an end by itself. */
export async function teamMorning(postgres: Postgres, { orders, seed, kills, cuts, isRestored }: MorningOptions) {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const wms = await startWms({ uniqueIds: false, lookup: 'missing', latencyMs: 25 });
  onTestFinished(() => wms.stop());
  const { url, all } = await offices(postgres, wms);
  const concurrency = 4;
  let dead = 0;
  let restores = 0;
  const atRest = new Set<Office>();
  const sendAll = async (office: Office): Promise<void> => {
    atRest.delete(office);
    const text = ordersText(range(1 + all.indexOf(office) * 10, orders));
    for (let isDone = false; !isDone;) {
      const before = restores;
      const counts = await office.send(text, '--concurrency', String(concurrency));
      if (counts === null) dead++;
      // What it told before the database was set back it is to tell again.
      else isDone = (counts['ready'] ?? 0) + (counts['waiting'] ?? 0) === 0 && before === restores;
    }
    atRest.add(office);
  };
  const work = all.map(sendAll);
  let backup: { readonly copy: string; readonly at: number } | null = null;
  /** Once every computer knows more than the backup: one that does not cannot tell that it was put back. */
  const restore = async (): Promise<boolean> => {
    if (backup === null) return false;
    const known = await postgres.query(
      url,
      'SELECT count(*)::int AS n FROM order_importer.computers WHERE extract(epoch FROM seen_at) > $1',
      [backup.at],
    );
    if (known[0]?.['n'] !== all.length) return false;
    await postgres.kill();
    postgres.restore(backup.copy);
    restores++;
    await postgres.start();
    // The app is opened on each computer: it holds the others until it has told again what it sent.
    work.push(...[...atRest].map(sendAll));
    return true;
  };
  /** One computer is cut from the database while the others go on, and comes back: it is refused, or nothing passes. */
  const partition = async (proxy: CuttingProxy | undefined, mode: 'refuse' | 'stall'): Promise<void> => {
    if (proxy === undefined) return;
    proxy.mode = mode;
    proxy.cut();
    await pause(3_000);
    proxy.mode = 'pass';
    proxy.cut();
  };
  const over = new AbortController();
  const trouble = (async () => {
    for (let round = 0; round < kills + cuts + 1 && !over.signal.aborted; round++) {
      await pause(2_000 + random(800));
      const office = all[random(all.length)];
      if (round === 1) {
        await postgres.kill();
        if (isRestored) backup = { copy: postgres.copy(), at: Date.now() / 1000 };
        await pause(300);
        await postgres.start();
      } else if (isRestored && restores === 0 && round > 1 && (await restore())) {
        continue;
      } else if (round % 2 === 0 && round / 2 < kills) office?.child?.kill('SIGKILL');
      else if (round % 4 === 3) await partition(office?.proxy, random(2) === 0 ? 'refuse' : 'stall');
      else office?.proxy.cut();
    }
  })();
  while (work.length > 0) await Promise.all(work.splice(0));
  over.abort();
  await trouble;
  if (isRestored && restores === 0) await restore();
  while (work.length > 0) await Promise.all(work.splice(0));
  const rows = await postgres.query(url, 'SELECT state, count(*)::int AS n FROM order_importer.orders GROUP BY state');
  const count = (name: string): number => Number(rows.find((row) => row['state'] === name)?.['n'] ?? 0);
  const created = new Set(wms.ledger().map(({ orderId }) => orderId)).size;
  return {
    twice: twiceIn(wms),
    missing: orders + 20 - created,
    unknown: count('unknown'),
    /** Most orders that the dead may have had under way. */
    inFlight: dead * concurrency,
    rows,
  };
}

/** One computer stands still for longer than its word holds; another takes over, looks up, and sends. */
export async function standStill(postgres: Postgres, orders: number) {
  const wms = await startWms({ uniqueIds: false, latencyMs: 40 });
  onTestFinished(() => wms.stop());
  const { url, all } = await offices(postgres, wms);
  const [first, second] = all;
  if (!first || !second) throw new Error('no offices');
  const text = ordersText(range(1, orders));
  const sleeping = first.send(text, '--concurrency', '2');
  while (wms.ledger().length < 10) await pause(50);
  first.child?.kill('SIGSTOP');
  // Asleep: when it goes on its clock shows that its last word is too old. The five minutes are put into the database.
  first.setAhead(21_000 - dayMs);
  const inHand = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'order-importer' AND state <> 'idle'`;
  while ((await postgres.query(url, inHand))[0]?.['n'] !== 0) await pause(50);
  await postgres.query(
    url,
    `UPDATE order_importer.computers SET seen_at = clock_timestamp() - interval '6 minutes', whole_timeout = 0`,
  );
  const taken = await second.send(text);
  first.child?.kill('SIGCONT');
  // To the first one the database looks set back, as the five minutes were put into it: it holds all sending, its own as well.
  const held = async (): Promise<unknown> =>
    (await postgres.query(url, 'SELECT held FROM order_importer.team'))[0]?.['held'];
  while ((await held()) !== true) await pause(50);
  await pause(500);
  first.child?.kill('SIGKILL');
  await sleeping;
  return { twice: twiceIn(wms), created: new Set(wms.ledger().map(({ orderId }) => orderId)).size, taken };
}
