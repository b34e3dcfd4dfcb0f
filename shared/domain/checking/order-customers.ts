/** Finds customers who share one order number by mistake (docs/domain.md, «Orders with a number»). */
import { fold } from '../values/fold.ts';
import type { FieldReader } from './field-reader.ts';
import type { FieldReaders } from './field-readers.ts';

interface Customer {
  /** What its rows hold, by field. */
  readonly texts: readonly Set<string>[];
  readonly rows: number[];
}

const none: readonly (readonly number[])[] = [];

/**
 * The order's rows (indices) by customer, the first row's customer first; empty where there is but one. Another customer is
 * who has nothing in common with the rows above: another name, phone and address. A blank cell inherits.
 */
export function customersOf(readers: FieldReaders, rows: readonly number[]): readonly (readonly number[])[] {
  const { phone, full_name: name, address } = readers;
  // Almost always the phone is the same in all rows.
  if (rows.length < 2 || (phone.column !== null && !differs(phone, rows))) return none;
  const fields = [phone, name, address].filter(({ column }) => column !== null);
  if (fields.length < 2 || !fields.every((reader) => differs(reader, rows))) return none;
  let customers: Customer[] = [];
  let above: Customer | undefined;
  for (const index of rows) {
    const texts = fields.map((reader) => textOf(reader, index));
    const known = customers.filter((one) => texts.some((text, at) => text !== '' && one.texts[at]?.has(text) === true));
    if (known.length === 0 && above !== undefined && texts.includes('')) known.push(above);
    const customer: Customer = known[0] ?? { texts: fields.map(() => new Set<string>()), rows: [] };
    if (known.length === 0) customers.push(customer);
    // A row that has something of two customers shows that they are one.
    for (const other of known.slice(1)) {
      other.texts.forEach((set, at) => set.forEach((text) => customer.texts[at]?.add(text)));
      customer.rows.push(...other.rows);
      customers = customers.filter((one) => one !== other);
    }
    texts.forEach((text, at) => text !== '' && customer.texts[at]?.add(text));
    customer.rows.push(index);
    above = customer;
  }
  return customers.length < 2 ? none : customers.map((customer) => customer.rows.toSorted((a, b) => a - b));
}

function differs(reader: FieldReader<string>, rows: readonly number[]): boolean {
  let first: string | number = '';
  for (const index of rows) {
    const held = reader.rawValue(index);
    if (held === '') continue;
    if (first === '') first = held;
    else if (held !== first) return true;
  }
  return false;
}

function textOf(reader: FieldReader<string>, index: number): string {
  const parsed = reader.read(index);
  return fold(parsed.kind === 'value' ? parsed.value : reader.text(index));
}
