/**
 * A story of three computers that change what their team shares, as a list of steps: they write, exchange, are asked, begin
 * anew, lose their network in the middle of a statement; the database is set back to a backup. Afterwards all have the same,
 * and nothing that anyone wrote is gone without a person's doing: it was replaced by somebody who had it, or not chosen.
 */
import fs from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import type { ThingQuestion } from '../../../main/platform/team-things.ts';
import type { Store } from '../../../main/store/store.ts';
import { LedgerLink } from '../../../main/team/ledger-link.ts';
import { giveNumbers } from '../../../main/team/numbers.ts';
import { Sharing } from '../../../main/team/sharing.ts';
import { LogTeller } from '../../../main/team/telling.ts';
import type { TeamFile } from '../../../main/team/team-file.ts';
import { createTeamSecret } from '../../../main/team/team-secret.ts';
import { profileSchema } from '../../../shared/domain/model/profile.ts';
import { openedStore, temporaryHome } from '../store/home.ts';
import { newTeam } from './computer.ts';
import { cuttingProxy, type CuttingProxy } from './cutting-proxy.ts';
import type { Postgres } from './postgres.ts';

export interface Step {
  readonly act:
    'write' | 'remove' | 'exchange' | 'choose' | 'restart' | 'cut' | 'away' | 'back' | 'backUp' | 'restore' | 'numbers';
  readonly at: number;
  readonly which: number;
  readonly how: number;
}

const server = 'http://wms.example';
const [dayMs, outsideIds] = [86_400_000, ['INSTA-1', 'INSTA-2', 'INSTA-3', 'INSTA-4']] as const;

/** Stories of so many steps: mostly writing and exchanging. */
export function storyOf(length: number): fc.Arbitrary<readonly Step[]> {
  const act = fc.oneof(
    { weight: 8, arbitrary: fc.constant('write' as const) },
    { weight: 8, arbitrary: fc.constant('exchange' as const) },
    {
      weight: 10,
      arbitrary: fc.constantFrom(
        ...(['remove', 'choose', 'restart', 'cut', 'cut', 'away', 'back', 'backUp', 'restore', 'numbers'] as const),
      ),
    },
  );
  const [at, which, how] = [fc.nat({ max: 2 }), fc.nat({ max: 11 }), fc.nat({ max: 15 })];
  return fc.array(fc.record({ act, at, which, how }), { minLength: length / 2, maxLength: length });
}

/** What is written about, in the shop that all have. */
const subjects = ['product Choy', 'product Qand', 'settled Sam-d', 'profile Tong', 'shop', 'server'] as const;
type Subject = (typeof subjects)[number];

/** How a store reads and writes a subject; null: there is none. Each value is written once. */
interface Way {
  read(store: Store): string | null;
  write(store: Store, value: number | null): void;
}

function waysOf(shop: string): Readonly<Record<Subject, Way>> {
  const product = (key: string): Way => ({
    read(store) {
      const found = store.products.list(server, shop).find((one) => one.key === key);
      return found ? String(found.productId) : null;
    },
    write(store, value) {
      if (value === null) store.products.remove(server, shop, [{ keyKind: 'name', key }]);
      else
        store.products.save(server, shop, [{ keyKind: 'name', key, productId: value, variationId: null, price: null }]);
    },
  });
  const textOf = (store: Store): string | null => store.settled.get(shop).values[0]?.text ?? null;
  return {
    'product Choy': product('Choy'),
    'product Qand': product('Qand'),
    'settled Sam-d': {
      read: textOf,
      write(store, value) {
        const thing = { kind: 'value', field: 'region', value: 'Sam-d' } as const;
        if (value === null) store.settled.takeBack(shop, { ...thing, text: textOf(store) ?? '' });
        else store.settled.settle(shop, [{ ...thing, text: String(value) }]);
      },
    },
    'profile Tong': {
      read: (store) => store.profiles.get(shop, 'Tong')?.constants.city ?? null,
      write(store, value) {
        if (value === null) store.profiles.remove(shop, 'Tong');
        else store.profiles.save(shop, profileSchema.parse({ name: 'Tong', constants: { city: String(value) } }));
      },
    },
    shop: {
      read: (store) => store.shops.get(shop)?.name ?? null,
      write: (store, value) => void (value !== null && store.shops.change(shop, { name: String(value) })),
    },
    server: {
      read: (store) => String(store.sameServers.namesOf(server).length > 1),
      write(store, value) {
        if (value === null) store.sameServers.takeBack(server, 'http://10.0.0.1');
        else store.sameServers.answer(server, 'http://10.0.0.1', value % 2 === 0);
      },
    },
  };
}

const subjectOf: Readonly<Partial<Record<ThingQuestion['kind'], (key: string) => Subject>>> = {
  product: (key) => (key.includes('choy') ? 'product Choy' : 'product Qand'),
  settled: () => 'settled Sam-d',
  profile: () => 'profile Tong',
  shop: () => 'shop',
  server: () => 'server',
};

/** A computer without the timers of a session: it does what the story says, when the story says it. */
class Desk {
  readonly #home = temporaryHome();
  readonly #file: TeamFile;
  readonly #clock;
  readonly name: string;
  readonly proxy: CuttingProxy;
  store: Store;
  #link: LedgerLink;
  #sharing: Sharing;
  /** What it had of each subject when it was last looked at. */
  readonly seen = new Map<Subject, string | null>();

  constructor(file: TeamFile, name: string, proxy: CuttingProxy, days: number) {
    this.#file = { ...file, port: proxy.port };
    this.#clock = { ...systemClock, now: () => systemClock.now() + days * dayMs };
    this.name = name;
    this.proxy = proxy;
    [this.store, this.#link, this.#sharing] = this.#open();
  }

  #open(): [Store, LedgerLink, Sharing] {
    const store = openedStore(this.#home, this.#clock);
    const [home, secret] = [store.team, createTeamSecret(this.#file.secret)];
    const link: LedgerLink = new LedgerLink({
      ...{ file: this.#file, home, clock: this.#clock, name: this.name },
      onOpened: ({ isShared }) => sharing.open(isShared),
      onSetBack: () => sharing.learnAnew(),
      onWithdrawn: () => undefined,
    });
    const sharing: Sharing = new Sharing({
      ...{ database: link.database, home, secret, name: this.name },
      existing: () => link.member,
    });
    return [store, link, sharing];
  }

  /** The process dies, and another one opens the home. */
  restart(): void {
    void this.#link.database.close();
    this.store.close();
    [this.store, this.#link, this.#sharing] = this.#open();
  }

  exchange(): Promise<boolean> {
    return this.#link.try(async () => {
      await this.#link.ask();
      const teller = new LogTeller({
        ...{ database: this.#link.database, home: this.store.team, secret: createTeamSecret(this.#file.secret) },
        computer: () => this.#link.member.computer,
        hasDecisions: () => true,
      });
      await teller.tell();
      await this.#sharing.exchange();
    });
  }

  /** Asks for the numbers of outside ids; null: the database did not answer. */
  async numbers(ids: readonly string[]): Promise<ReadonlyMap<string, number> | null> {
    let numbers: ReadonlyMap<string, number> | null = null;
    const { team } = this.store;
    await this.#link.try(async () => {
      await this.#link.ask();
      const given = team.givenNumbers(server, '');
      numbers = await this.#link.database.transaction((client) =>
        giveNumbers(
          client,
          { server, shop: '', outsideIds: ids, start: 500, given },
          createTeamSecret(this.#file.secret),
        ),
      );
      team.keepNumbers(server, '', numbers);
    });
    return numbers;
  }

  get questions(): readonly ThingQuestion[] {
    return this.store.team.things.questions();
  }

  get isUnsettled(): boolean {
    return this.store.team.things.isUnsettled();
  }

  async close(): Promise<void> {
    await this.#link.database.close();
    this.store.close();
    fs.rmSync(this.#home, { recursive: true, force: true });
  }
}

const tables = ['team', 'computers', 'things', 'orders', 'contents', 'numbers', 'server_answers', 'decisions', 'pace'];

/** Plays the story, and throws where anything is lost or mixed. */
export async function playSharing(postgres: Postgres, steps: readonly Step[]): Promise<void> {
  const { file, url } = await newTeam(postgres);
  const desks: Desk[] = [];
  for (const [at, name] of ['Aziza', 'Bobur', 'Karim'].entries())
    desks.push(new Desk(file, name, await cuttingProxy(postgres.port), at - 1));
  const [first] = desks;
  if (!first) throw new Error('no computers');
  // All have one shop, which the first one made.
  const ways = waysOf(first.store.shops.add('Bosh', '').id);
  for (const desk of desks) await desk.exchange();
  /** By subject and value: the values that whoever wrote or chose it knew, and replaced. */
  const replaced = new Map<string, Set<string>>();
  const written = new Map<Subject, Set<string>>();
  let [value, isBackedUp, wasSetBack] = [100, false, false];
  const replaces = (subject: Subject, winner: string | null, loser: string | null): void => {
    const key = `${subject} ${winner}`;
    replaced.set(key, (replaced.get(key) ?? new Set()).add(String(loser)));
  };

  function write(desk: Desk, subject: Subject, next: number | null): void {
    const before = ways[subject].read(desk.store);
    ways[subject].write(desk.store, next);
    const after = ways[subject].read(desk.store);
    if (after === before || subject === 'server') return;
    replaces(subject, after, before);
    written.set(subject, (written.get(subject) ?? new Set()).add(String(after)));
  }

  function choose(desk: Desk, how: number): void {
    const { questions } = desk;
    const question = questions[how % Math.max(1, questions.length)];
    if (!question) return;
    const subject = subjectOf[question.kind]?.(question.key);
    const ours = subject === undefined ? null : ways[subject].read(desk.store);
    desk.store.team.things.choose(question.id, how % 2 === 0 ? 'ours' : 'theirs');
    if (subject === undefined) return;
    const valueOf = (text: string | null): string | null =>
      text === null ? null : (/"(?:productId|name|text|city)":"?([^",}]+)/u.exec(text)?.[1] ?? text);
    const theirs =
      subject === 'profile Tong'
        ? (/"city":"(\d+)"/u.exec(question.theirs ?? '')?.[1] ?? null)
        : valueOf(question.theirs);
    if (how % 2 === 0) replaces(subject, ours, theirs);
    else replaces(subject, theirs, ours);
  }

  async function setBack(): Promise<void> {
    await postgres.query(
      url,
      `BEGIN; DELETE FROM order_importer.things; DELETE FROM order_importer.numbers; DELETE FROM order_importer.server_answers;
       DELETE FROM order_importer.computers; DELETE FROM order_importer.team;
       ${['team', 'computers', 'things', 'numbers', 'server_answers'].map((table) => `INSERT INTO order_importer.${table} SELECT * FROM backup.${table};`).join('\n')}
       SELECT setval('order_importer.changes', (SELECT last FROM backup.last)); COMMIT`,
    );
  }

  try {
    for (const { act, at, which, how } of steps) {
      const desk = desks[at % desks.length] ?? first;
      const subject = subjects[which % subjects.length] ?? 'shop';
      if (act === 'write') write(desk, subject, ++value);
      if (act === 'remove') write(desk, subject, null);
      if (act === 'exchange') await desk.exchange();
      if (act === 'choose') choose(desk, how);
      if (act === 'restart') desk.restart();
      if (act === 'cut') {
        desk.proxy.cutAfterAnswers(how);
        await desk.exchange();
        desk.proxy.cutAfterAnswers(Infinity);
      }
      if (act === 'away') {
        desk.proxy.mode = 'refuse';
        desk.proxy.cut();
      }
      if (act === 'back') desk.proxy.mode = 'pass';
      if (act === 'numbers') await desk.numbers([outsideIds[which % 4] ?? '', outsideIds[how % 4] ?? '']);
      if (act === 'backUp') {
        await postgres.query(
          url,
          `DROP SCHEMA IF EXISTS backup CASCADE; CREATE SCHEMA backup; ${tables.map((table) => `CREATE TABLE backup.${table} AS SELECT * FROM order_importer.${table};`).join('\n')}
           CREATE TABLE backup.last AS SELECT last_value AS last FROM order_importer.changes;`,
        );
        isBackedUp = true;
      }
      if (act === 'restore' && isBackedUp) {
        for (const other of desks) other.proxy.cut();
        await setBack();
        wasSetBack = true;
      }
    }
    await settle(desks, choose);
    for (const subject of subjects) {
      const values = desks.map(({ store }) => ways[subject].read(store));
      expect([subject, new Set(values).size]).toEqual([subject, 1]);
      if (subject === 'server') continue;
      const accounted = reachable(replaced, subject, String(values[0]));
      for (const one of written.get(subject) ?? [])
        expect([subject, one, accounted.has(one) ? 'accounted for' : `lost to ${values[0]}`]).toEqual([
          subject,
          one,
          'accounted for',
        ]);
    }
    await sameNumbers(desks, wasSetBack);
  } finally {
    for (const desk of desks) await desk.close();
  }
}

/** All are back, exchange, and answer what they are asked, until there is nothing more. */
async function settle(desks: readonly Desk[], choose: (desk: Desk, how: number) => void): Promise<void> {
  for (const { proxy } of desks) proxy.mode = 'pass';
  for (let quiet = 0, round = 0; quiet < 2; round++) {
    if (round > 30) throw new Error(`It does not end: ${JSON.stringify(desks.map(({ questions }) => questions))}`);
    for (const desk of desks) {
      await desk.exchange();
      for (let asked = 0; desk.questions.length > 0 && asked < 20; asked++) choose(desk, round);
    }
    quiet = desks.every((desk) => desk.questions.length === 0 && !desk.isUnsettled) ? quiet + 1 : 0;
  }
}

/** What a value stands for: itself, and all that was replaced by whoever had it. */
function reachable(
  replaced: ReadonlyMap<string, ReadonlySet<string>>,
  subject: Subject,
  from: string,
): ReadonlySet<string> {
  const found = new Set<string>([from]);
  for (const one of found) for (const other of replaced.get(`${subject} ${one}`) ?? []) found.add(other);
  return found;
}

/** One outside id has one number, one number one id, whoever asks. A database that was set back has forgotten some. */
async function sameNumbers(desks: readonly Desk[], wasSetBack: boolean): Promise<void> {
  if (wasSetBack) for (const desk of desks) await desk.numbers(outsideIds);
  const byDesk = [];
  for (const desk of desks) byDesk.push([...((await desk.numbers(outsideIds)) ?? [])].toSorted());
  for (const numbers of byDesk) {
    expect(numbers).toEqual(byDesk[0]);
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(outsideIds.length);
  }
}
