/**
 * Finds orders by their customers. What is compared of a name or phone is kept in memory from the first search on: to make it of
 * the bodies each time takes seconds where there are many. What is found is looked up in the database, which alone knows
 * whether the customer's data is still there.
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

/** The customers of the latest orders. */
export function openCustomers(database: Database): {
  /** The revisions whose customers pass, the latest first; of some the data may be erased by now. */
  find(test: CustomerTest): readonly number[];
} {
  let customers: Customer[] = [];

  /** Adds what was sent since; what another process sent, too. */
  function learn(): void {
    // Both values of a body at once: to read it is what takes the time.
    const rows = database.all(
      `SELECT id, json_extract(body, '$.full_name', '$.phone') AS both FROM revisions
       WHERE id > ? AND body IS NOT NULL ORDER BY id DESC LIMIT ${maxSearchedCustomers}`,
      customers.at(-1)?.id ?? 0,
    );
    for (const { id, both } of rows.toReversed()) {
      const [name, phone] = JSON.parse(String(both)) as readonly (string | null)[];
      customers.push(customerOf(Number(id), name ?? '', phone ?? ''));
    }
    if (customers.length > maxSearchedCustomers) customers = customers.slice(-maxSearchedCustomers);
  }

  return {
    find(test) {
      learn();
      return customers
        .filter(test)
        .map(({ id }) => id)
        .toReversed();
    },
  };
}
