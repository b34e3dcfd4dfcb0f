/**
 * Finds orders by their customers. What is compared of a name or phone is kept in memory from the first search on: to make it of
 * the bodies each time takes a second where there are many. It is made of the latest orders first, and of no more than are
 * looked through. What is found is looked up in the database, which alone knows whether the customer's data is still there.
 */
import { maxSearchedCustomers } from '../../shared/domain/model/order-search.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { scriptKey } from '../../shared/domain/values/script-key.ts';
import type { Database } from './database.ts';

/** Shorter texts would match too much. */
const leastLetters = 3;
const leastPhoneDigits = 5;

/** What is compared of a customer: a blank stands before each word, so that a word's beginning is found with it. */
interface Customer {
  /** The revision. */
  readonly id: number;
  readonly folded: string;
  /** The name as it is in either script. */
  readonly key: string;
  readonly digits: string;
}

export type CustomerTest = (customer: Customer) => boolean;

/** A test for customers: each word of the text begins a word of the name, or its digits are in the phone. Null: too short. */
export function customerTest(text: string): CustomerTest | null {
  const digits = text.replace(/\D/gu, '');
  const isPhone = /^[\d\s+()-]+$/u.test(text);
  if (isPhone) return digits.length < leastPhoneDigits ? null : (customer) => customer.digits.includes(digits);
  const [folded, key] = [fold(text), scriptKey(text)].map((form) => form.split(' ').filter((word) => word !== ''));
  if ([folded, key].every((words = []) => words.join('').length < leastLetters)) return null;
  const isIn = (words: readonly string[] = [], name: string): boolean =>
    words.length > 0 && words.every((word) => name.includes(` ${word}`));
  return (customer) => isIn(folded, customer.folded) || isIn(key, customer.key);
}

function customerOf(id: number, name: string, phone: string): Customer {
  const folded = ` ${fold(name)}`;
  const key = ` ${scriptKey(name)}`;
  return { id, folded, key: key === folded ? folded : key, digits: phone.replace(/\D/gu, '') };
}

/** Orders whose customers are taken in at once: some milliseconds. */
const atOnce = 2_000;

export interface Customers {
  /** The revisions whose customers pass, the latest first; of some the data may be erased by now. */
  find(test: CustomerTest): Iterable<number>;
  /** Takes in some more of what a search looks through; returns whether there is more of it. */
  takeMore(): boolean;
  /** To be called where a customer's data was erased: nothing of it stays in memory. */
  forget(): void;
}

/** The customers of the latest orders. */
export function openCustomers(database: Database): Customers {
  /** The latest first, without a gap. */
  let customers: Customer[] = [];
  /** Whether `customers` reaches back as far as a search does. */
  let isWhole = false;
  /** Files whose data was erased when the first of them was taken in: another process may erase, too. */
  let erasedFiles = -1;

  /** Reads customers of orders between two revisions, neither of them included, the latest first. */
  function read(after: number, before: number, most: number): Customer[] {
    return database
      .all(
        `SELECT id, body ->> '$.full_name' AS name, body ->> '$.phone' AS phone FROM revisions
         WHERE id > ? AND id < ? AND body IS NOT NULL ORDER BY id DESC LIMIT ?`,
        after,
        before,
        most,
      )
      .map(({ id, name, phone }) => customerOf(Number(id), String(name ?? ''), String(phone ?? '')));
  }

  function forget(): void {
    customers = [];
    isWhole = false;
  }

  /** Takes in what was sent since, by another process, too. */
  function takeNew(): void {
    const erased = Number(database.get('SELECT count(*) AS n FROM batches WHERE removed_at IS NOT NULL')?.['n'] ?? 0);
    if (erased !== erasedFiles || customers.length === 0) forget();
    erasedFiles = erased;
    const [last] = customers;
    if (!last) return;
    const added = read(last.id, Number.MAX_SAFE_INTEGER, maxSearchedCustomers);
    if (added.length > 0) customers = [...added, ...customers].slice(0, maxSearchedCustomers);
  }

  /** Takes in some that are older than those that are there; returns these. */
  function takeOlder(): readonly Customer[] {
    const most = Math.min(atOnce, maxSearchedCustomers - customers.length);
    const older = read(0, customers.at(-1)?.id ?? Number.MAX_SAFE_INTEGER, most);
    customers.push(...older);
    isWhole = older.length < most || customers.length === maxSearchedCustomers;
    return older;
  }

  return {
    *find(test) {
      takeNew();
      for (const customer of customers) if (test(customer)) yield customer.id;
      while (!isWhole) for (const customer of takeOlder()) if (test(customer)) yield customer.id;
    },
    takeMore() {
      takeNew();
      if (!isWhole) takeOlder();
      return !isWhole;
    },
    forget,
  };
}
