/** Asks whose name goes out where a sheet tells two people apart: who ordered, and who gets it. */
import type { Issue } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { readWords, type HeadingWords } from '../columns/heading-grammar.ts';
import type { Role } from '../columns/heading-words.ts';
import { readHeading, type HeadingName } from '../columns/name-match.ts';
import { rolesBefore } from '../columns/neighbours.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { fold } from '../values/fold.ts';
import { answerByColumn, maxSampledRows, questionIssue } from './file-issue-builders.ts';

/** Asks whose name and whose phone go out, where they are or may be of two people. */
export function peopleQuestions(book: OrderBook): Issue[] {
  const asked = onePhoneQuestion(book);
  return asked.length > 0 ? asked : [...twoPeopleQuestion(book), ...unknownPersonQuestions(book)];
}

/** Letters of a word by which «Прораб» and «Тел. прораба» are one. */
const stemLength = 5;

/** The word that says whose it is where it is none that we know; null: none of some length. */
function unknownPerson({ rest }: HeadingWords): string | null {
  const word = rest.find((text) => text.length >= stemLength && readWords([text]).unknown > 0);
  return word === undefined ? null : word.slice(0, stemLength);
}

/**
 * Asks where another person stands beside the customer, with a name and a phone under a word that nobody knows («Прораб»,
 * «Тел. прораба»): who of the two receives is not said. What is known to be somebody else's is not asked about, nor who stands in several rows, as the
 * shop's own people do.
 */
function unknownPersonQuestions({ input, readers, firstDataIndex }: OrderBook): Issue[] {
  const { columns, chosenColumns } = input.plan;
  const [name, phone] = [readers.full_name.column, readers.phone.column].map((column) =>
    column === null ? undefined : columns[column],
  );
  if (name === undefined || phone === undefined || [name, phone].some(({ column }) => chosenColumns.has(column)))
    return [];
  if (!whoOrders.has(readHeading(name.heading).role)) return [];
  const free = columns.filter((one) => one.field === null && readHeading(one.heading).role === null);
  const isPhone = ({ heading }: ColumnGuess): boolean => isOfPhones(readHeading(heading));
  for (const otherPhone of free.filter(isPhone)) {
    const stem = unknownPerson(wordsOfHeading(otherPhone.heading));
    const otherName = free.find((one) => !isPhone(one) && stem !== null && isUnder(one.heading, stem));
    if (otherName === undefined || !isOneOfEachRow(input.table, otherPhone.column, firstDataIndex)) continue;
    const asked = (field: 'full_name' | 'phone', taken: ColumnGuess, other: ColumnGuess): Issue =>
      questionIssue('warning', 'orders.twoColumns', { field, heading: taken.called, other: other.called }, field, [
        answerByColumn(taken, field),
        answerByColumn(other, field),
      ]);
    return [asked('full_name', name, otherName), asked('phone', phone, otherPhone)];
  }
  return [];
}

/** Whether each of the first rows has a value of its own. */
function isOneOfEachRow(table: EditedTable, column: number, firstDataIndex: number): boolean {
  const seen = new Set<string>();
  let filled = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + maxSampledRows); index++) {
    const text = table.text(index, column).replaceAll(/\D/gu, '');
    if (text === '') continue;
    filled++;
    seen.add(text);
  }
  return filled > 1 && seen.size === filled;
}

const wordsOfHeading = (heading: string): HeadingWords => readWords(wordsOf(heading));

/** Whether the heading begins with the word, and names a person by it: «Прораб на объекте», not «Адрес прораба». */
const isUnder = (heading: string, stem: string): boolean => wordsOf(heading)[0]?.startsWith(stem) === true;

/**
 * Warns where the name is of the one and the phone of the other of two people whom the sheet tells apart: each of them has a
 * column more.
 */
function twoPeopleQuestion({ input, readers }: OrderBook): Issue[] {
  const { columns, chosenColumns } = input.plan;
  const [name, phone] = [readers.full_name.column, readers.phone.column].map((column) =>
    column === null ? undefined : columns[column],
  );
  if (name === undefined || phone === undefined) return [];
  const rolesOfPlace = rolesByPlace(columns);
  const isPhone = ({ heading }: ColumnGuess): boolean => isOfPhones(readHeading(heading));
  // Whose a phone is its place says, too, where nobody chose it.
  const roleOf = (one: ColumnGuess): Role | null =>
    readHeading(one.heading).role ??
    (isPhone(one) && !chosenColumns.has(phone.column) ? (rolesOfPlace[one.column] ?? null) : null);
  const [nameRole, phoneRole] = [roleOf(name), roleOf(phone)];
  if (nameRole === null || phoneRole === null || nameRole === phoneRole || isCalledLike(name, phone)) return [];
  if (nameRole !== 'recipient' && phoneRole !== 'recipient') return [];
  const [wrong, field] = nameRole === 'recipient' ? ([phone, 'phone'] as const) : ([name, 'full_name'] as const);
  const isTold = columns.some((one) => one.field === null && roleOf(one) === roleOf(wrong));
  const other = columns.find(
    (one) => one.field === null && roleOf(one) === 'recipient' && isPhone(one) === (field === 'phone'),
  );
  // By its place alone a phone is somebody else's only where the recipient has one of their own.
  const isByPlace = readHeading(phone.heading).role === null;
  if (other === undefined && (isByPlace || !isTold)) return [];
  return [
    questionIssue(
      'warning',
      'orders.nameAndPhoneOfTwo',
      { name: name.called, phone: phone.called },
      field,
      other === undefined ? [] : [answerByColumn(other, field), answerByColumn(wrong, field)],
    ),
  ];
}

/** «Oluvchining raqami» is a phone as well. */
function isOfPhones({ about, matches }: HeadingName): boolean {
  return about.has('phone') || matches.some(({ field }) => field === 'phone');
}

/** Whose each column is by what stands before it. */
function rolesByPlace(columns: readonly ColumnGuess[]): readonly (Role | null)[] {
  const named = columns.map(({ heading }) => ({ heading, name: readHeading(heading) }));
  return rolesBefore(named).map((before) => before?.role ?? null);
}

/** Who may have ordered for somebody else; null: «Ф.И.О.», whose it is not said. */
const whoOrders: ReadonlySet<Role | null> = new Set(['customer', 'counterparty', 'payer', null]);

function namesSomebody({ matches, role, about }: HeadingName): boolean {
  // «Kim buyurtma berdi», but not «Assigned to».
  return (
    (role !== null && whoOrders.has(role) && about.size === 0) || matches.some(({ field }) => field === 'full_name')
  );
}

/** A column that was taken apart, or its parts that are not used. */
function isOfParts({ reason }: ColumnGuess): boolean {
  return reason.code === 'takenApart' || reason.code === 'notTakenApart';
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** «Aziza» and «Karimova Aziza» are one person. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

/** «Тел. родителя» and «Родитель (получатель)»: the headings name one person by the same word. */
function isCalledLike(one: ColumnGuess, other: ColumnGuess): boolean {
  const theirs = wordsOf(other.heading).map(stemOf);
  return wordsOf(one.heading).some((word) => theirs.includes(stemOf(word)) && readHeading(word).role !== null);
}

/** A word without its ending; a short one has none to spare. */
const stemOf = (word: string): string => (word.length > 6 ? word.slice(0, -2) : word);

/**
 * Asks under whose name the orders go out where the sheet names who ordered and, with other names, who gets it («Mijoz |
 * Telefon | Kimga»), but has one phone, which is not the recipient's: a courier who asks for the one calls the other. The
 * recipient is offered first: the parcel is theirs.
 */
function onePhoneQuestion({ input, readers, firstDataIndex }: OrderBook): Issue[] {
  const { columns, chosenColumns } = input.plan;
  const [taken, phone] = [readers.full_name.column, readers.phone.column].map((column) =>
    column === null ? undefined : columns[column],
  );
  if (taken === undefined || phone === undefined || chosenColumns.has(taken.column)) return [];
  const rolesOfPlace = rolesByPlace(columns);
  const nameOf = ({ heading }: ColumnGuess): HeadingName => readHeading(heading);
  const roleOfPhone = (one: ColumnGuess): Role | null => nameOf(one).role ?? rolesOfPlace[one.column] ?? null;
  const phones = columns.filter((one) => one === phone || (one.field === null && isOfPhones(nameOf(one))));
  if (phones.some((one) => roleOfPhone(one) === 'recipient')) return [];
  const people = columns.filter(
    (one) => one === taken || (one.field === null && !isOfParts(one) && namesSomebody(nameOf(one))),
  );
  const recipient = people.find((one) => nameOf(one).role === 'recipient');
  const ordering = people.find((one) => one !== recipient && whoOrders.has(nameOf(one).role));
  if (recipient === undefined || ordering === undefined) return [];
  if (phones.some((one) => isCalledLike(one, recipient) && !isCalledLike(one, ordering))) return [];
  const { table } = input;
  const rows = Array.from(
    { length: Math.max(0, Math.min(table.rowCount, firstDataIndex + maxSampledRows) - firstDataIndex) },
    (_, at) => firstDataIndex + at,
  );
  const areTwo = rows.some((row) => {
    const [one = [], other = []] = [recipient, ordering].map(({ column }) => wordsOf(table.text(row, column)));
    return one.length > 0 && other.length > 0 && !isWithin(one, other) && !isWithin(other, one);
  });
  if (!areTwo) return [];
  return [
    questionIssue(
      'warning',
      'orders.onePhoneForTwo',
      { name: taken.called, recipient: recipient.called, customer: ordering.called, phone: phone.called },
      'full_name',
      [answerByColumn(recipient, 'full_name'), answerByColumn(ordering, 'full_name')],
    ),
  ];
}
