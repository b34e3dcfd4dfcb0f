/**
 * A shop's growing list of orders, drawn at random, and the files that come of it: any part of it, in any order, under any
 * name and mapping, on the same day or days later, with corrections before sending, with numbers that the shop adds later,
 * with orders that are meant twice, and with a new version of the keys. They go to a WMS that takes whatever it is sent and
 * offers no look-up: in the end it has exactly the list, or what it has not is held.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { vi } from 'vitest';
import { startPracticeServer, type PracticeServer } from '../../main/practice/practice-server.ts';
import { Database } from '../../main/store/database.ts';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { olderKeyVersion } from './older-key-version.ts';
import { TestTerminal } from './terminal.ts';
import { wireServices } from './wire-services.ts';

export interface Day {
  /** Days since the last file. */
  readonly later: number;
  readonly grow: number;
  /** Orders that are meant once more. */
  readonly again: readonly number[];
  /** Which of the older rows are there. */
  readonly subset: readonly boolean[];
  readonly seed: number;
  readonly rename: boolean;
  readonly start: number;
  readonly columns: readonly number[];
  readonly words: 0 | 1;
  /** The new order whose quantity a person corrects in the window before it is sent. */
  readonly corrected: number | null;
  readonly raised: boolean;
}

export interface ListStory {
  readonly days: readonly Day[];
  /** From this day on the shop gives its orders numbers. */
  readonly numbersFrom: number;
  /** Whether the file says when it is to be delivered; else «tomorrow 14:00». */
  readonly dated: boolean;
}

const day: fc.Arbitrary<Day> = fc.record({
  later: fc.constantFrom(0, 0, 1, 2),
  grow: fc.integer({ min: 0, max: 3 }),
  again: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
  subset: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  seed: fc.nat({ max: 9000 }),
  rename: fc.boolean(),
  start: fc.integer({ min: 1, max: 50_000 }),
  columns: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8, maxLength: 8 }),
  words: fc.constantFrom(0 as const, 1 as const),
  corrected: fc.option(fc.nat({ max: 2 }), { freq: 3 }),
  raised: fc.boolean().map(() => false),
});

/** @param raised whether keys may get a new version on the way: then orders may be held that are known otherwise */
export const listStory = (raised: boolean): fc.Arbitrary<ListStory> =>
  fc.record({
    days: fc.array(
      raised ? fc.tuple(day, fc.boolean()).map(([one, isRaised]) => ({ ...one, raised: isRaised })) : day,
      {
        minLength: 2,
        maxLength: 4,
      },
    ),
    numbersFrom: fc.constantFrom(9, 9, 9, 1, 2),
    dated: fc.boolean(),
  });

const headings = [
  ['Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi', 'Yetkazish sanasi'],
  ['ФИО', 'Телефон', 'Адрес', 'Область', 'ID товара', 'Количество', 'Цена', 'Дата доставки'],
] as const;
const numberHeadings = ['Buyurtma raqami', 'Номер заказа'] as const;
const quantityColumn = 5;
const dateColumn = 7;

interface Listed {
  readonly cells: readonly (string | number)[];
  /** What the WMS must have: quantity as corrected. */
  quantity: number;
}

function newOrder(at: number): Listed {
  const name = `Mijoz ${String.fromCodePoint(65 + (at % 26))}${at}`;
  const cells = [
    name,
    `90${1_000_000 + at}`,
    `Navoiy ${at}`,
    'Buxoro viloyati',
    17 + (at % 3),
    1,
    50_000,
    '14.06.2027 10:00',
  ];
  return { cells, quantity: 1 };
}

const lineOf = ({ cells, quantity }: Listed): string => `${cells[0]}|${quantity}`;

function created(server: PracticeServer): string[] {
  return server.ledger().map(({ request }) => `${request.full_name}|${request.order_items[0]?.quantity}`);
}

/** What is wrong in the end: orders that the WMS has and should not, and those that it lacks though nothing holds them. */
export interface StoryEnd {
  readonly tooMany: readonly string[];
  readonly missing: readonly string[];
  readonly held: number;
}

export async function playList(
  { days, numbersFrom, dated }: ListStory,
  home: string,
  folder: string,
): Promise<StoryEnd> {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' }, home);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 24, 8) });
  const list: Listed[] = [];
  let made = 0;
  let held = 0;

  async function sendFile(at: number, rows: readonly Listed[], one: Day, correct: Listed | null): Promise<void> {
    const isNumbered = at >= numbersFrom;
    const columns = one.columns.filter((column) => dated || column !== dateColumn);
    const heads = columns.map((column) => headings[one.words][column] ?? '');
    const lines = rows.map((row) => columns.map((column) => row.cells[column] ?? ''));
    const file = path.join(folder, one.rename ? `kun-${at}.csv` : 'kun.csv');
    const all = [
      [...(isNumbered ? [numberHeadings[one.words]] : []), ...heads],
      ...lines.map((cells, row) => [...(isNumbered ? [7001 + list.indexOf(rows[row] as Listed)] : []), ...cells]),
    ];
    writeFileSync(file, all.map((cells) => cells.join(';')).join('\n'));
    const edit = correct && {
      row: rows.indexOf(correct) + 2,
      column: columns.indexOf(quantityColumn) + (isNumbered ? 1 : 0),
      text: String(correct.quantity),
    };
    held = edit ? await inWindow(file, one.start, isNumbered, edit) : await inTerminal(file, one.start, isNumbered);
  }

  async function inTerminal(file: string, start: number, isNumbered: boolean): Promise<number> {
    const options = [
      ...(isNumbered ? [] : ['--every-row', String(start)]),
      ...(dated ? [] : ['--set', 'scheduled_at=tomorrow 14:00']),
    ];
    const { output, remarks } = await terminal.run('send', file, '--url', server.url, ...options, '--json');
    if (!output.startsWith('{')) throw new Error(remarks);
    return countHeld((JSON.parse(output) as { orders: Record<string, number> }).orders);
  }

  async function inWindow(
    file: string,
    start: number,
    isNumbered: boolean,
    edit: { readonly row: number; readonly column: number; readonly text: string },
  ): Promise<number> {
    const services = wireServices(home);
    try {
      const { batches, files, sending } = services;
      const [id = ''] = await files.addFile(file, server.identity);
      await batches.open(id, server.identity);
      if (!dated) await batches.setConstant(id, 'scheduled_at', 'tomorrow 14:00');
      const { choices } = await batches.summary(id);
      if (!isNumbered) await batches.setRules(id, { ...choices.rules, orderNumbers: { kind: 'everyRow', start } });
      await batches.edit(id, [edit]);
      const { ready } = (await batches.summary(id)).counts;
      if (ready > 0) {
        const destination = {
          server: { url: server.url, identity: server.identity, practice: true },
          accessKey: 'practice-x',
          rules: { ...defaultSendingRules, quietTime: 0 },
        };
        await sending.start(id, destination, false);
        while ((await sending.state(id)).status !== 'finished') await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return countHeld((await batches.summary(id)).counts);
    } finally {
      await services.stop();
    }
  }

  try {
    for (const [at, one] of days.entries()) {
      vi.setSystemTime(Date.now() + one.later * 86_400_000);
      const database = path.join(home, 'order-importer.db');
      if (one.raised && existsSync(database)) olderKeyVersion(new Database(database));
      const before = list.length;
      for (let more = 0; more < one.grow; more++) list.push(newOrder(made++));
      const grown = list.length;
      for (const which of one.again) if (grown > 0) list.push({ ...(list[which % grown] as Listed), quantity: 1 });
      // Whatever came before may be left away today, but for what is new, and for none of several that say the same.
      const there = list.filter((_, index) => index >= before || one.subset[index % one.subset.length] === true);
      const rows = list
        .filter((row) => there.some(({ cells }) => cells[0] === row.cells[0]))
        .map((row, index) => ({ row, key: (index * 7919 + one.seed) % 9973 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ row }) => row);
      if (rows.length === 0) continue;
      const fresh = list.slice(before, grown);
      const candidate = one.corrected === null ? undefined : fresh[one.corrected % Math.max(1, fresh.length)];
      const isAlone = candidate && rows.filter(({ cells }) => cells[0] === candidate.cells[0]).length === 1;
      const correct = candidate && isAlone ? candidate : null;
      if (correct) correct.quantity = 7;
      await sendFile(at, rows, one, correct);
    }
    const last = days.at(-1);
    // The whole list once more: whatever is not there is held, on the screen.
    if (last && list.length > 0) await sendFile(days.length, list, last, null);
    const has = created(server);
    const missing: string[] = [];
    for (const line of list.map(lineOf)) {
      const place = has.indexOf(line);
      if (place < 0) missing.push(line);
      else has.splice(place, 1);
    }
    return { tooMany: has, missing, held };
  } finally {
    vi.useRealTimers();
    await server.stop();
  }
}

const countHeld = (counts: Readonly<Record<string, number>>): number => counts['duplicate'] ?? 0;
